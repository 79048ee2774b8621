"""How to do it all again: parameters with their allowed values, commands, and the ledger's own account of the page."""

from __future__ import annotations

from markupsafe import Markup

from nisba.explaining.edition import Edition
from nisba.explaining.markup import join, tag
from nisba.explaining.prose import Directive, Writer
from nisba.gathering import PARAMETERS, allowed


def parameters(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: parameters``: what may be changed without touching a file, this run's values, and the commands."""
    story = edition.evidence.story
    choices = allowed(story)
    rows = [
        (
            tag("th", tag("code", name), scope="row"),
            tag("td", tag("code", edition.evidence.parameters.get(name) or _default(edition, name))),
            tag("td", join([tag("code", value) for value in choices[name]], by=edition.text("short-between"))),
            tag("td", edition.text("parameter", name=name)),
        )
        for name in PARAMETERS
    ]
    head = tuple(edition.text(f"parameter-{name}") for name in ("name", "value", "allowed", "help"))
    other = next((value for value in choices["baseline"] if value != edition.evidence.baseline), "")
    commands = [f"nisba run {story.id}", f"nisba run {story.id} -p baseline {other}" if other else ""]
    lines = "\n".join(command for command in commands if command)
    return join(
        edition.table(edition.text("parameters"), head, rows), tag("pre", tag("code", lines), dir="ltr", tabindex=0)
    )


def _default(edition: Edition, name: str) -> str:
    return next(iter(allowed(edition.evidence.story)[name]), "")


def coverage(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: coverage``: how many of the explainer's numerals are bound, and to what."""
    found = edition.companion
    if found is None:
        return Markup()
    counts = {"total": found.total, "bound": found.tied + found.given, "tied": found.tied, "given": found.given}
    said = edition.text("coverage", **{name: str(count) for name, count in counts.items()})
    return tag("p", edition.given(said))
