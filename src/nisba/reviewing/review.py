"""The reviewer's kit, and the sign-off on exactly what they read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from nisba.checking.checks import Check
from nisba.checking.readings import Finding
from nisba.errors import BundleError
from nisba.explaining.evidence import Evidence
from nisba.explaining.second_route import HEAD, Route, second_route
from nisba.explaining.signing import parts, version
from nisba.gathering import Story
from nisba.gathering.reviews import FILE, Review, written
from nisba.records import from_rows
from nisba.rerunning.manifest import digests
from nisba.rerunning.notebooks import Cell, fresh
from nisba.rerunning.swap import write_whole
from nisba.reviewing import form
from nisba.reviewing.published import Published

FORM, NOTEBOOK = "form.toml", "by_another_route.ipynb"
_INTRO = (
    "# {story}: each headline number by another route\n\n"
    "The operands are those of tables/numbers.csv; read their sources first. Every cell stops if it gets another value."
)


def write_kit(story: Story, published: Published, folder: Path, language: str) -> tuple[Path, ...]:
    """Write the form and the notebook into a folder; answers given before are kept.

    Raises:
        BundleError: the form that lies there cannot be read.
    """
    entries = form.form(story, published, form.read_form(folder / FORM), language)
    cells = _cells(story.id, second_route([entry.number for entry in entries], published.numbers()))
    content = {FORM: form.written(entries), NOTEBOOK: fresh(cells)}
    for name, text in content.items():
        write_whole(folder / name, text.encode())
    return tuple(folder / name for name in content)


def sign(story: Story, published: Published, name: str, day: date) -> Review:
    """Add a sign-off on the outputs at hand to the story's folder.

    Args:
        story: what people supplied, as it lies there now.
        published: outputs made from exactly that.
        name: the person's own name.
        day: today.

    Raises:
        BundleError: the name cannot be printed, or the outputs were made from something else.
    """
    if not name.strip() or not name.isprintable():
        raise BundleError(story.id, "a sign-off needs a name", "give yours: --as NAME")
    _same_inputs(story, published)
    evidence = evidence_of(story, published)
    review = Review(name.strip(), day, version(evidence), parts(evidence))
    path = story.folder / FILE
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    write_whole(path, "\n".join(part for part in (before, written(review)) if part).encode())
    return review


def evidence_of(story: Story, published: Published) -> Evidence:
    """What a sign-off covers, from the tables of some outputs."""
    return Evidence(
        story,
        {},
        published.numbers(),
        checks=from_rows(Check, published.rows("tables/checks.csv")),
        findings=from_rows(Finding, published.rows("tables/findings.csv")),
        parameters={row["parameter"]: row["value"] for row in published.rows("tables/parameters.csv")},
    )


def _same_inputs(story: Story, published: Published) -> None:
    now, then = dict(digests(story.folder)), dict(published.manifest["inputs"])
    for one in (now, then):
        one.pop(FILE, None)
    if now != then:
        raise BundleError(story.id, "its inputs changed after the run", f"nisba run {story.id}, read it, then sign")


def _cells(story: str, route: Route) -> tuple[Cell, ...]:
    """The cells of the reviewer's notebook; what they have to do by hand comes last."""
    cells: list[Cell] = [("markdown", "question", _INTRO.format(story=story)), ("code", "exact", HEAD)]
    for number, source in route.sums:
        cells += [
            ("markdown", f"what-{number.id}", f"**{number.id}** = `{number.formula}`"),
            ("code", number.id, source),
        ]
    left = [f"- **{number.id}** = `{number.formula}`, given as {number.value}" for number in route.by_hand]
    if left:
        cells.append(("markdown", "by-hand", "\n".join(["Left to be done by hand:", "", *left])))
    return tuple(cells)
