"""The margin: the source in its own words, beside the prose that uses them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from nisba.checking.numbers import Number, Quote
from nisba.explaining.edition import Edition
from nisba.explaining.markup import join, tag
from nisba.explaining.notes import marked, quotation
from nisba.explaining.prose import Directive, Writer


def words(edition: Edition, writer: Writer, directive: Directive) -> Markup:
    """``::: words HEADING``: ids of numbers; whole sentences of the report with all of them marked, and cited words."""
    ids = [id for line in directive.lines for id in line.markdown.split()]
    numbers = [edition.ledger.number(id) for id in ids]
    heading = directive.argument or edition.text("words")
    reported = tuple((number, number.quote) for number in numbers if number.quote)
    cited = [number for number in numbers if not number.quote]
    return tag(
        "aside",
        tag("p", edition.given(heading), class_="wh"),
        _reported(edition, reported),
        [_cited(edition, number) for number in cited],
        class_="words",
        aria_label=heading,
    )


def _reported(edition: Edition, numbers: Iterable[tuple[Number, Quote]]) -> list[Markup]:
    found: list[Markup] = []
    quotes = sorted({quote for _, quote in numbers}, key=lambda quote: (quote.account, quote.sentence, quote.span))
    for account, told in groupby(quotes, key=lambda quote: quote.account):
        report, paragraphs = edition.evidence.reports[account], []
        for sentence, inside in groupby(told, key=lambda quote: quote.sentence):
            group = list(inside)
            found.append(quotation(edition, report, sentence, [quote.span for quote in group]))
            paragraphs += [str(quote.paragraph) for quote in group if str(quote.paragraph) not in paragraphs]
        lead = edition.evidence.story.lead
        outlet = edition.words(lead.outlet, "lead.outlet") if account == lead.id else account
        place = edition.text("paragraphs", outlet=outlet, count=len(paragraphs), numbers=edition.listed(paragraphs))
        found.append(tag("p", place, class_="from"))
    return found


def _cited(edition: Edition, number: Number) -> Markup:
    cited = edition.evidence.cited(number)
    if not cited:
        return Markup()
    said = edition.words(cited.words) if cited.words else edition.words(cited.label)
    quoted = tag("blockquote", tag("span", edition.text("in-our-words"), class_="ours"), " ", marked(said, cited.value), class_="q")
    return join(quoted, tag("p", edition.words(cited.source, "source"), class_="from"))
