"""The margin: the source in its own words, beside the prose that uses them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from nisba.checking.numbers import Number, Quote
from nisba.explaining.edition import Edition
from nisba.explaining.markup import join, tag
from nisba.explaining.prose import Directive, Writer
from nisba.explaining.quoting import marked, quotation


def words(edition: Edition, _writer: Writer, directive: Directive) -> Markup:
    """``::: words HEADING``: ids of numbers; whole sentences of the report with all of them marked, and cited words."""
    ids = [id for line in directive.lines for id in line.markdown.split()]
    numbers = [edition.ledger.number(id) for id in ids]
    heading = directive.argument or edition.text("words")
    reported = tuple((number, number.quote) for number in numbers if number.quote)
    cited = [number for number in numbers if not number.quote]
    return tag(
        "div",
        tag("p", edition.given(heading), class_="wh"),
        _reported(edition, reported),
        [_cited(edition, list(group)) for _, group in groupby(cited, key=_origin)],
        class_="words",
    )


def _reported(edition: Edition, numbers: Iterable[tuple[Number, Quote]]) -> list[Markup]:
    found: list[Markup] = []
    quotes = sorted({quote for _, quote in numbers}, key=lambda quote: (quote.account, quote.sentence, quote.span))
    for account, told in groupby(quotes, key=lambda quote: quote.account):
        report, paragraphs = edition.evidence.reports[account], []
        for sentence, inside in groupby(told, key=lambda quote: quote.sentence):
            group = list(inside)
            found.append(quotation(edition, report, sentence, [quote.span for quote in group]))
            paragraphs.append(str(group[0].paragraph))
        paragraphs, lead = list(dict.fromkeys(paragraphs)), edition.evidence.story.lead
        outlet = edition.words(lead.outlet, "lead.outlet") if account == lead.id else account
        place = edition.text("paragraphs", outlet=outlet, count=len(paragraphs), numbers=edition.listed(paragraphs))
        found.append(tag("p", place, class_="from"))
    return found


def _origin(number: Number) -> str:
    """What cited numbers have in common: a citation, or one source of a series."""
    return number.citation or ""


def _cited(edition: Edition, numbers: list[Number]) -> Markup:
    """What a source other than the report gives, in our words, with its numbers marked."""
    cited, release = edition.evidence.cited(numbers[0]), edition.evidence.release(numbers[0])
    if cited:
        said = [marked(edition.words(cited.words) if cited.words else edition.plain(cited.label), cited.value)]
        origin = edition.words(cited.source, "source")
    else:
        said = [
            join(edition.measure(number.scope.what), " ", tag("mark", edition.written(number))) for number in numbers
        ]
        origin = edition.words(release.source, "source") if release else ""
    ours = tag("span", edition.text("in-our-words"), class_="ours")
    quoted = tag("blockquote", ours, " ", join(*said, by=edition.text("short-between")), class_="q")
    return join(quoted, tag("p", origin, class_="from") if origin else None)
