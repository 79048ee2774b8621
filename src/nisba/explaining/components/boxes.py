"""Boxes that every page has, also when they are empty: key, facts, how we know, corrections, review."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from nisba.checking.numbers import Status
from nisba.explaining.edition import Edition
from nisba.explaining.markup import join, tag
from nisba.explaining.prose import Directive, Text, Writer
from nisba.explaining.signing import PROSE, Stale, signatures, stale, version
from nisba.explaining.supplied import with_values
from nisba.gathering.reviews import Review


def box(id: str, title: str | Markup, *content: Markup | None, style: str = "") -> Markup:
    """A framed section with a heading of its own."""
    heading = tag("h3", title, id=id)
    return tag("section", heading, *content, class_=f"box {style}".strip(), aria_labelledby=id)


def key(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: key``: teaches the three marks once."""
    had = {number.status for number in edition.evidence.numbers.values()}
    shown = [status for status in _PILLS if status in had or not had]
    marks = [tag("li", tag("span", edition.text(f"key-{status}"), class_=f"pill {_PILLS[status]}")) for status in shown]
    return tag(
        "aside", tag("ul", marks), tag("p", edition.text("key-help")), class_="key", aria_label=edition.text("key")
    )


_PILLS: Mapping[Status, str] = {Status.REPORTED: "rep", Status.COMPUTED: "com", Status.CITED: "cit"}


def facts(edition: Edition, writer: Writer, directive: Directive) -> Markup:
    """``::: facts HEADING``: lines ``Term :: text``; a line without ``::`` goes on with the one before."""
    entries: list[tuple[Text, list[str]]] = []
    for line in directive.lines:
        term, divider, rest = line.markdown.partition("::")
        if divider:
            entries.append((Text(term.strip(), line.line), [rest.strip()]))
        elif entries:
            entries[-1][1].append(line.markdown)
        else:
            writer.problem(line.line, f"{line.markdown!r} has no term", "write Term :: text")
    items = [
        join(tag("dt", writer.inline(term)), tag("dd", writer.inline(Text("\n".join(said), term.line))))
        for term, said in entries
    ]
    return box("facts", _title(edition, writer, directive, "facts"), tag("dl", items, class_="facts"))


def how(edition: Edition, writer: Writer, directive: Directive) -> Markup:
    """``::: how HEADING``: a box with what it holds; how we know."""
    return box("how", _title(edition, writer, directive, "how"), *(writer.block(text) for text in directive.texts))


def corrections(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: corrections``: what was wrong in a published version, newest first; or that there is none."""
    found = sorted(edition.evidence.story.corrections, key=lambda correction: correction.date, reverse=True)
    items = [
        tag(
            "li",
            tag("time", edition.wording.date(entry.date), datetime=entry.date.isoformat()),
            " ",
            edition.sentence(with_values(entry)),
        )
        for entry in found
    ]
    content = tag("ul", items) if items else tag("p", edition.text("corrections-none"))
    silent = edition.evidence.parameters.get("uncorrected") == "allowed"
    warning = tag("p", edition.verdict("no", edition.text("uncorrected"))) if silent else None
    return box("corrections", edition.text("corrections"), warning, content)


def review(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: review``: who signed exactly this version; or that nobody has."""
    hash_shown = tag("span", f"sha256 {version(edition.evidence, edition.prose)}", class_="hash")
    signed = signatures(edition.evidence, edition.prose)
    earlier = [_since(edition, entry) for entry in stale(edition.evidence, edition.prose)]
    if not signed:
        pending = tag("p", edition.verdict("", edition.text("review-none")))
        how_to = tag("p", edition.say("review-how", hash=hash_shown))
        return box("review", edition.text("review"), *(earlier or [pending]), how_to, style="sign")
    names = [
        tag("p", edition.verdict("ok", edition.say("reviewed", name=entry.name, date=_day(edition, entry))))
        for entry in signed
    ]
    return box(
        "review",
        edition.text("review"),
        *names,
        tag("p", edition.say("review-version", hash=hash_shown)),
        *earlier,
        style="sign done",
    )


def _since(edition: Edition, entry: Stale) -> Markup:
    """A sign-off on an earlier version, and what changed since."""
    named = dict.fromkeys("prose" if part.endswith(PROSE) else part for part in entry.parts)
    changed = edition.text("short-between").join(edition.text("part", part=part) for part in named)
    said = edition.say("review-stale", name=entry.review.name, date=_day(edition, entry.review), parts=changed)
    return tag("p", edition.verdict("", said))


def _day(edition: Edition, entry: Review) -> Markup:
    return tag("time", edition.wording.date(entry.date), datetime=entry.date.isoformat())


def _title(edition: Edition, writer: Writer, directive: Directive, message: str) -> Markup:
    if directive.argument:
        return writer.inline(Text(directive.argument, directive.line))
    return join(edition.text(message))
