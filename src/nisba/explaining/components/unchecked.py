"""What was not read and not checked: the numbers that no item uses, the checks that stay open, the texts not held."""

from __future__ import annotations

from markupsafe import Markup

from nisba.checking.checks import Check
from nisba.checking.verdicts import Verdict
from nisba.explaining.components.checks import subject
from nisba.explaining.components.reading import fact_of, surface, unread
from nisba.explaining.edition import Edition
from nisba.explaining.markup import foreign, join, tag, visible
from nisba.explaining.prose import Directive, Writer
from nisba.reading.quantities import Kind, Quantity

_NAMES = (Kind.DATE, Kind.PERIOD)  # what names a time is no number to check


def unchecked(edition: Edition, writer: Writer, directive: Directive) -> Markup:
    """``::: unchecked``: all of it, each with the reason; where there is nothing of a kind, that there is nothing."""
    unless_shown = unread(edition, writer, directive) if not edition.evidence.unread else _see(edition, "words")
    return join(unless_shown, _unused(edition), _undecided(edition), _by_people(edition))


def _see(edition: Edition, section: str) -> Markup:
    return tag("p", tag("a", edition.text("unread"), href=f"#{section}"), ".")


def _unused(edition: Edition) -> Markup:
    """The report's numbers that no item of the story rests on."""
    held = [one for one in edition.evidence.quantities if one.kind not in _NAMES and fact_of(edition, one.span) is None]
    if not held:
        return tag("p", edition.text("unused-none"))
    head = tuple(edition.text(f"quantity-{name}") for name in ("words", "paragraph", "what", "sentence"))
    return edition.table(edition.text("unused"), head, [_loose(edition, one) for one in held])


def _loose(edition: Edition, quantity: Quantity) -> tuple[Markup, ...]:
    lead = edition.evidence.lead
    sentence = visible(lead.words(lead.sentence(quantity.span.start)))
    return (
        surface(edition, quantity.span, row=True),
        tag("td", edition.wording.localised(str(lead.paragraph(quantity.span.start))), class_="num"),
        tag("td", edition.text("kind", kind=str(quantity.kind))),
        tag("td", tag("q", sentence, class_="words", **foreign(lead.language, edition.language))),
    )


def _undecided(edition: Edition) -> Markup:
    found = [check for check in edition.evidence.checks if check.verdict is Verdict.UNDECIDED]
    if not found:
        return tag("p", edition.text("undecided-none"))
    head = tuple(edition.text(f"undecided-{name}") for name in ("account", "check", "why"))
    return edition.table(edition.text("undecided"), head, [_open(edition, check) for check in found])


def _open(edition: Edition, check: Check) -> tuple[Markup, ...]:
    outlet = edition.words(edition.evidence.story.account(check.account).outlet, "outlet")
    return (
        tag("th", outlet, scope="row"),
        tag("td", subject(edition, check)),
        tag("td", edition.text("undecided-because", reason=_reason(check))),
    )


def _reason(check: Check) -> str:
    if not check.parts:
        return "base" if check.kind == "multiple" else "missing"
    approximate = check.says.approx or check.computed.approx
    return "about" if approximate and check.says.is_bounded and check.computed.is_bounded else "open"


def _by_people(edition: Edition) -> Markup:
    """What no program looked at."""
    story = edition.evidence.story
    unheld = [one for one in story.accounts if not one.file and one.id != story.lead.id]
    names = edition.listed([edition.words(one.outlet, "outlet") for one in unheld])
    lines = [edition.text("unchecked-words")]
    lines += [edition.text("unchecked-cited")] if story.cited or story.releases else []
    lines += [edition.text("unchecked-accounts", outlets=names)] if unheld else []
    lines += [edition.text("unchecked-translation")] if story.lead.translations else []
    return tag("ul", [tag("li", edition.given(line)) for line in lines])
