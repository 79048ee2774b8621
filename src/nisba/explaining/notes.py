"""Notes: for each number of a page its words in their source, or its sum, and who passed it on to whom."""

from __future__ import annotations

import re

from markupsafe import Markup

from nisba.checking.numbers import Number, Quote, Status
from nisba.explaining.edition import CLASSES, Edition
from nisba.explaining.markup import foreign, join, tag, visible
from nisba.explaining.sourced import chain, provenance, source
from nisba.explaining.workings import formula_markup, is_rounded, remark
from nisba.gathering import Cited, Fact
from nisba.intervals import Interval
from nisba.reading.report import Report, Span

_MARKS = ".,\u066b\u066c"  # within a number: stop, comma, Arabic decimal and thousands separators


def notes(edition: Edition) -> Markup:
    """The list of notes: one for each number that the page shows, and for each that these notes name."""
    return tag("ol", [note(edition, number) for number in edition.ledger], class_="notes")


def note(edition: Edition, number: Number) -> Markup:
    """One note, as an item of the list."""
    index = edition.ledger.index(number.id)
    head = tag(
        "p",
        tag("span", edition.written(number), class_="note-v"),
        " ",
        edition.pill(number.status),
        " ",
        tag("span", edition.text("note-number", number=str(index)), class_="note-n"),
        class_="note-h",
    )
    close = tag("a", "×", class_="x", href="#closed", aria_label=edition.text("note-close"))
    style = CLASSES[number.status]
    body = _BODIES[number.status](edition, number)
    label = tag("p", edition.label(number), class_="note-l")
    backs = _backs(edition, number)
    # A reader view takes the list with the most paragraphs for the article: one level more keeps it from being the notes.
    content = tag("div", head, label, body, backs, close)
    return tag("li", content, class_=f"note {style}", id=f"n-{number.id}", tabindex=-1)


def quotation(edition: Edition, report: Report, sentence: Span, spans: list[Span]) -> Markup:
    """A whole sentence of a source in its own language and direction, with some of its characters marked."""
    pieces: list[str | Markup] = []
    at = sentence.start
    for span in sorted(spans):
        pieces += [visible(report.text[at : span.start]), tag("mark", visible(report.words(span)))]
        at = span.end
    pieces.append(visible(report.text[at : sentence.end]))
    return tag("blockquote", pieces, class_="q", **foreign(report.language, edition.language))


def marked(words: str, value: Interval) -> Markup:
    """A paraphrase with its number in a mark, where the number stands in it by itself: 13 is not in 137."""
    end = value.lo if value.lo is not None else value.hi
    if end is None or end.denominator != 1:
        return join(words)
    found = re.search(rf"(?<!\d)(?<!\d[{_MARKS}])(?:{end.numerator:,}|{end.numerator})(?!\d)(?![{_MARKS}]\d)", words)
    if not found:
        return join(words)
    return join(words[: found.start()], tag("mark", found[0]), words[found.end() :])


def _reported(edition: Edition, number: Number) -> Markup:
    quote = number.quote
    if quote is None:
        return Markup()
    report, lead = edition.evidence.reports[quote.account], edition.evidence.story.lead
    fact = edition.evidence.fact(number.id)
    said_by = edition.words(fact.said_by) if fact and fact.said_by else ""
    links = [link.strip() for link in said_by.split("|") if link.strip()]
    outlet = edition.words(lead.outlet, "lead.outlet") if quote.account == lead.id else quote.account
    place = edition.text("paragraph", outlet=outlet, number=str(quote.paragraph))
    page = lead.original.page(quote.paragraph + 1) if lead.original and quote.account == lead.id else None
    if page and lead.original:
        place = edition.text("page-of", place=place, page=str(page), file=lead.original.file)
    return join(
        quotation(edition, report, quote.sentence, [quote.span]),
        _translation(edition, number, report),
        _instead(edition, fact),
        _hedge(edition, number.value, quote),
        tag("p", source(edition, place, lead.address if quote.account == lead.id else "")),
        _doubt(edition, number),
        chain(edition, [*links, *([] if outlet in links else [outlet])]),
    )


def _instead(edition: Edition, fact: Fact | None) -> Markup:
    """That a person works with another value than the printed one, and why."""
    if fact is None or fact.instead is None:
        return Markup()
    return tag("p", edition.text("instead", because=edition.words(fact.because, "because")), class_="caveat")


def _translation(edition: Edition, number: Number, report: Report) -> Markup:
    ours = "" if report.language == edition.language else edition.evidence.translation(number, edition.language)
    return tag("p", edition.text("translation"), " ", ours, class_="tr") if ours else Markup()


def _hedge(edition: Edition, value: Interval, quote: Quote | None) -> Markup:
    kind = open_end(value)
    if not kind:
        return Markup()
    drawn = tag("span", class_=f"range {kind}", aria_hidden="true")
    words = edition.say(f"hedge-{kind}") if quote and quote.hedge else edition.say(f"open-{kind}")
    return join(drawn, tag("p", words))


def open_end(value: Interval) -> str:
    """How a value is less than exact: ``floor``, ``ceiling``, ``about``, ``unbounded``; or empty."""
    if value.lo is None and value.hi is None:
        return "unbounded"
    if value.hi is None:
        return "floor"
    if value.lo is None:
        return "ceiling"
    return "about" if value.approx else ""


def _doubt(edition: Edition, number: Number) -> Markup:
    return tag("p", edition.text("doubtful"), class_="doubt") if number.doubtful else Markup()


def _cited(edition: Edition, number: Number) -> Markup:
    evidence = edition.evidence
    cited, release, account = evidence.cited(number), evidence.release(number), evidence.account(number)
    if cited:
        return _from_citation(edition, cited)
    hedge = _hedge(edition, number.value, None)
    if release:
        who = edition.words(release.source, "source")
        return join(hedge, provenance(edition, "", who, release.address, release.read_on))
    if account:
        outlet = edition.words(account.outlet, "outlet")
        return join(hedge, provenance(edition, "", outlet, account.address, account.read_on))
    return Markup()


def _from_citation(edition: Edition, cited: Cited) -> Markup:
    words = edition.words(cited.words) if cited.words else ""
    said_by = edition.words(cited.said_by) if cited.said_by else ""
    caveat = edition.words(cited.caveat) if cited.caveat else ""
    quoted = tag(
        "blockquote",
        tag("span", edition.text("in-our-words"), class_="ours"),
        " ",
        marked(words, cited.value),
        class_="q",
    )
    return join(
        quoted if words else None,
        _hedge(edition, cited.value, None),
        tag("p", caveat, class_="caveat") if caveat else None,
        provenance(edition, said_by, edition.words(cited.source, "source"), cited.address, cited.read_on),
    )


def _computed(edition: Edition, number: Number) -> Markup:
    if number.id in edition.tallies:
        return _counted(edition, number)
    formula = edition.evidence.formula(number.id)
    note_words = remark(edition, formula.note) if formula and formula.note else None
    return join(
        tag("p", formula_markup(edition, number), class_="f"),
        _exact(edition, number),
        _hedge(edition, number.value, None),
        tag("p", edition.text("range-from-doubt")) if _is_range(number.value) and _doubted(edition, number) else None,
        tag("p", note_words) if note_words else None,
    )


def _counted(edition: Edition, number: Number) -> Markup:
    """What a tally counted, one by one."""
    members = [tag("li", edition.words(words)) for words in edition.tallies[number.id].members]
    return tag("ul", members, class_="counted") if members else tag("p", edition.text("counted-none"))


def _exact(edition: Edition, number: Number) -> Markup:
    """The value before rounding, where the shown one is rounded."""
    value = number.value.value
    if value is None or not is_rounded(number):
        return Markup()
    return tag(
        "p", edition.say("exact", fraction=tag("bdi", edition.wording.localised(str(value)), dir="ltr")), class_="exact"
    )


def _is_range(value: Interval) -> bool:
    return value.is_bounded and value.value is None


def _doubted(edition: Edition, number: Number) -> bool:
    return any(
        edition.ledger.number(id).doubtful or _doubted(edition, edition.ledger.number(id)) for id in number.operands
    )


def _calendar(edition: Edition, number: Number) -> Markup:
    period = number.scope.when
    return tag("p", edition.text("calendar", period=edition.wording.period(period))) if period else Markup()


def _backs(edition: Edition, number: Number) -> Markup:
    places = edition.ledger.places(number.id)
    if not places:
        return Markup()
    links = [
        tag(
            "a",
            edition.wording.localised(str(place.nth)),
            href=f"#{place.anchor}",
            aria_label=edition.text("place", number=str(place.nth)),
        )
        for place in places
    ]
    return tag("p", edition.text("backs"), " ", join(links, by=" "), class_="backs")


_BODIES = {
    Status.REPORTED: _reported,
    Status.CITED: _cited,
    Status.COMPUTED: _computed,
    Status.CALENDAR: _calendar,
}
