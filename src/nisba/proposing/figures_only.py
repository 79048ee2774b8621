"""A story of figures alone: no report arrived, only a table of figures cited from elsewhere, each with its source."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nisba.errors import StoryError
from nisba.explaining.messages import Messages
from nisba.explaining.wording import Wording
from nisba.gathering.texts import toml_string
from nisba.periods import Period
from nisba.proposing.arrival import Said
from nisba.proposing.figures import Figure, read_figures
from nisba.proposing.folder import Placed, free_folder, placed
from nisba.proposing.names import name_of, slug
from nisba.proposing.prose import methodology_md, top_of
from nisba.proposing.story_file import SCHEMA, UNCONFIRMED, cited_toml, in_each, listed, remark, worded
from nisba.proposing.wordings import Wordings, Words, bound, wordings_of

_LANGUAGE = "en"  # of the pages' order, where nobody says which comes first


@dataclass(frozen=True, slots=True)
class _Given:
    """A table as it was read.

    Args:
        figures: its rows.
        names: the name of each figure's number.
        wordings: what things are called.
        title: of the story.
        series: the figures are those of successive releases.
    """

    figures: Sequence[Figure]
    names: Mapping[Figure, str]
    wordings: Wordings
    title: str
    series: bool


def new_figures(root: Path, story: str, table: Path, said: Said, *, series: bool) -> Placed:
    """Make a story's folder from a table of figures.

    Args:
        root: the project.
        story: name of the folder in ``data/raw/``.
        table: the figures, a row each.
        said: what a person says of the story.
        series: the figures are those of successive releases of one body, by period and place.

    Raises:
        StoryError: the story exists, the table cannot be read, or the folder cannot be written.
    """
    folder = free_folder(root, story)
    wordings = wordings_of(folder, said.language or _LANGUAGE)
    figures = read_figures(table, wordings)
    content = {} if series else {"cited.toml": cited_toml(figures).encode()}
    names = {figure: figure.id for figure in figures}
    if series:
        written, names = releases_csv(figures, wordings.languages, table)
        content["releases.csv"] = written.encode()
    given = _Given(figures, names, wordings, said.title or table.stem, series)
    content["story.toml"] = "\n".join(_story(given, table.name)).encode()
    for language in wordings.languages:
        content[f"explainer.{language}.md"] = ("\n\n".join(_prose(given, language)) + "\n").encode()
        content[f"methodology.{language}.md"] = methodology_md(language).encode()
    return placed(folder, content)


def releases_csv(figures: Sequence[Figure], languages: Sequence[str], table: Path) -> tuple[str, dict[Figure, str]]:
    """``releases.csv`` from single figures: those of one period, place and source are one release.

    Returns:
        the table, and the name of each figure's number.

    Raises:
        StoryError: a figure has no period, or stands twice.
    """
    widest = max((figure.where for figure in figures), key=len)
    rows: dict[tuple[Period, tuple[str, ...], str], dict[str, str]] = {}
    names: dict[Figure, str] = {}
    for line, figure in enumerate(figures, start=2):
        what = slug(figure.what)
        if figure.when is None:
            raise StoryError(table, "has a figure without a period", "fill in when; a series is counted by it", line)
        row = rows.setdefault(
            (figure.when, figure.where, figure.address), _release(figure, widest, languages, rows.values())
        )
        if what in row:
            raise StoryError(table, f"gives {figure.what} twice for one period, place and address", "keep one", line)
        row[what] = str(figure.value)
        names[figure] = f"{row['id']}-{what}"
    first = ["id", "period", "where", *(f"source_{language}" for language in languages), "address"]
    counts = dict.fromkeys(slug(figure.what) for figure in figures)
    file = io.StringIO()
    writer = csv.DictWriter(file, [*first, *counts], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows.values())
    return file.getvalue(), names


def _release(
    figure: Figure, widest: tuple[str, ...], languages: Sequence[str], before: Iterable[Mapping[str, str]]
) -> dict[str, str]:
    taken = [row["id"] for row in before]
    when = figure.when
    period = "" if when is None else short(when)
    place = "-".join(figure.where) if set(figure.where) != set(widest) else ""
    id = name_of((f"{period}-{place}".strip("-"),), taken, "release")
    told = {"id": id, "period": str(when), "where": " ".join(figure.where), "address": figure.address}
    return told | {f"source_{language}": figure.source[language] for language in languages}


def short(when: Period) -> str:
    """A period as part of a name: ``y2023``, ``m2023-06``, ``m2024-01-to-03``, or its first and last day."""
    start, end = when.start, when.end
    if when.months == 12 and start.month == 1:
        return f"y{start.year}"
    if when.months and start.year == end.year:
        return f"m{start:%Y-%m}" if when.months == 1 else f"m{start:%Y-%m}-to-{end:%m}"
    return f"d{start:%Y-%m-%d}-to-{end:%Y-%m-%d}"


def _story(given: _Given, file: str) -> Iterator[str]:
    figures, wordings, series = given.figures, given.wordings, given.series
    places = dict.fromkeys(place for figure in figures for place in figure.where)
    things = dict.fromkeys(slug(figure.what) if series else figure.what for figure in figures)
    yield f"#:schema {SCHEMA}"
    yield remark(f"Proposed by `nisba new` from {file}; read every line before you rely on one.")
    yield f"{in_each('title', wordings.foreign(given.title))}\nlanguages = {listed(wordings.languages)}"
    if series:
        yield remark("What adds up over time; take out what is counted on one day, such as people in a camp.")
        yield f"flows = {listed(tuple(things))}"
    yield f"\n[prose]\n{UNCONFIRMED}\n"
    if series:
        yield f'[charts.rates]\n{UNCONFIRMED}\nkind = "rates-per-day"\n{in_each("title", wordings.said("proposed-rates"))}'
        yield in_each("subtitle", wordings.said("proposed-rates-subtitle"))
        yield in_each("caption", wordings.said("proposed-rates-caption")) + "\n"
    for id, formula, label in _daily(given):
        yield (
            f'[computed.{id}]\n{UNCONFIRMED}\nformula = {toml_string(formula)}\nshow = "ratio"\n'
            f"{in_each('label', label)}\n"
        )
    for name, told in (
        ("places", {id: wordings.place(id) for id in places}),
        ("measures", {id: wordings.thing(id) for id in things}),
    ):
        yield f"[{name}]\n" + "".join(f"{toml_string(id)} = {worded(words)}\n" for id, words in told.items())
    caveat = wordings.said("proposed-figures-caveat")
    yield "[[caveats]]\n" + "".join(f"{language} = {toml_string(text)}\n" for language, text in caveat.items())


def _daily(given: _Given) -> Iterator[tuple[str, str, Words]]:
    """Of each thing counted in the most places, the last period's daily rate over the first's: id, formula and label."""
    figures, names, wordings = given.figures, given.names, given.wordings
    widest = max((figure.where for figure in figures), key=len)
    for what in dict.fromkeys(figure.what for figure in figures):
        told = {one.when: one for one in figures if one.what == what and one.where == widest and one.when}
        if len(told) > 1:
            earliest, latest = told[min(told)], told[max(told)]
            first, last = names[earliest], names[latest]
            label = wordings.said("proposed-daily", last=latest.label, first=earliest.label)
            yield f"daily-{slug(what)}", f"({last} / days({last})) / ({first} / days({first}))", label


def _prose(given: _Given, language: str) -> Iterator[str]:
    say = Messages(language)
    heading = bound(given.wordings.foreign(given.title)[language], language)
    words = {name: say(f"proposed-figures-{name}") for name in ("kicker", "description", "lead")}
    yield top_of({"title": heading, **words})
    yield "::: key"
    yield f"## {say('proposed-figures-said')}"
    told = [(one.label, given.names[one]) for one in given.figures]
    if given.series:
        told = [(label, id) for id, _, label in _daily(given)]
        yield "::: chart rates"
        yield "::: series"
        yield f"## {say('proposed-follows')}"
        yield "::: checks"
    rows = [say("proposed-with", label=bound(label[language], language), words=f"{{{id}}}") for label, id in told]
    yield "\n".join(f"- {row}" for row in rows)
    yield f"::: facts {say('proposed-facts')}\n{say('proposed-who')} :: {_sources(given.figures, language)}\n:::"
    yield f"## {say('proposed-unknown')} {{#unknown}}"
    yield f"- {say('proposed-figures-unknown')}"
    yield f"::: how {say('proposed-how')}\n{say('proposed-figures-how')}\n:::"


def _sources(figures: Sequence[Figure], language: str) -> str:
    told: dict[str, None] = dict.fromkeys(bound(one.source[language], language) for one in figures)
    return Wording(language).listed(told)
