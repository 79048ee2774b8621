"""From words to numbers: every quantity as read, every numeral that was not, and what people decided by hand."""

from __future__ import annotations

from markupsafe import Markup

from nisba.explaining.edition import Edition
from nisba.explaining.markup import direction, join, tag, visible
from nisba.explaining.prose import Directive, Writer
from nisba.gathering import Fact
from nisba.intervals import Interval
from nisba.reading.quantities import Quantity
from nisba.reading.report import Span


def quantities(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: quantities``: every number of the lead account, in text order, as it was read."""
    if not edition.evidence.story.lead.held:
        return tag("p", edition.text("no-report"))
    rows = [_quantity(edition, quantity) for quantity in edition.evidence.quantities]
    names = ("words", "paragraph", "least", "most", "hedge", "what", "where", "when", "fact")
    return edition.table(edition.text("quantities"), tuple(edition.text(f"quantity-{name}") for name in names), rows)


def _quantity(edition: Edition, quantity: Quantity) -> tuple[Markup, ...]:
    lead = edition.evidence.lead
    value = quantity.value or Interval(None, None)
    fact = fact_of(edition, quantity.span)
    when = edition.wording.period(quantity.when) if quantity.when else "–"
    return (
        surface(edition, quantity.span, row=True),
        tag("td", edition.wording.localised(str(lead.paragraph(quantity.span.start))), class_="num"),
        tag("td", _end(edition, value.lo, quantity), class_="num"),
        tag("td", _end(edition, value.hi, quantity), class_="num"),
        tag("td", _hedge(edition, quantity)),
        tag("td", _what(edition, quantity)),
        tag("td", edition.places(quantity.where) or "–"),
        tag("td", when),
        tag("td", edition.tie(fact.id) if fact and fact.id in edition.evidence.numbers else "–"),
    )


def _end(edition: Edition, end: object, quantity: Quantity) -> str:
    if quantity.value is None:
        return "–"
    if end is None:
        return edition.text("open-end")
    return str(edition.wording.value(Interval.exactly(end), "count"))  # type: ignore[arg-type]


def _hedge(edition: Edition, quantity: Quantity) -> Markup | str:
    lead = edition.evidence.lead
    return (
        tag("span", visible(quantity.hedge), lang=lead.language, dir=direction(lead.language))
        if quantity.hedge
        else "–"
    )


def _what(edition: Edition, quantity: Quantity) -> Markup:
    kind = edition.text("kind", kind=str(quantity.kind))
    if not quantity.what:
        return join(kind)
    known = quantity.what in edition.evidence.story.measures
    return join(
        edition.measure(quantity.what) if known else tag("bdi", quantity.what.replace("_", " ").replace("-", " ")),
        f" ({kind})",
    )


def surface(edition: Edition, span: Span, *, row: bool = False) -> Markup:
    """The characters of a span as a cell, in their own language."""
    lead = edition.evidence.lead
    return tag(
        "th" if row else "td",
        visible(lead.words(span)),
        scope="row" if row else None,
        lang=lead.language,
        dir=direction(lead.language),
    )


def fact_of(edition: Edition, span: Span) -> Fact | None:
    """The fact whose quotation holds these characters."""
    for fact in edition.evidence.story.facts:
        number = edition.evidence.numbers.get(fact.id)
        if number and number.quote and number.quote.span.start <= span.start and span.end <= number.quote.span.end:
            return fact
    return None


def unread(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: unread``: digits and number words that belong to no quantity, with the reason; or that there are none."""
    if not edition.evidence.story.lead.held:
        return Markup()
    if not edition.evidence.unread:
        return tag("p", edition.text("unread-none"))
    rows = [
        (
            surface(edition, item.span, row=True),
            tag("td", str(edition.evidence.lead.paragraph(item.span.start)), class_="num"),
            tag("td", item.reason),
        )
        for item in edition.evidence.unread
    ]
    head = tuple(edition.text(f"quantity-{name}") for name in ("words", "paragraph", "reason"))
    return edition.table(edition.text("unread"), head, rows)


def _because(edition: Edition, fact: Fact) -> Markup | str:
    """The value that a person works with instead of the printed one, and why."""
    if fact.instead is None:
        return edition.text("as-read")
    return join(edition.tie(fact.id), " ", edition.sentence(fact.because, "because"))


def decisions(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: decisions``: what a person settled by hand: which number is which fact, and its places and period."""
    lead = edition.evidence.story.lead
    if not edition.evidence.story.facts:
        return tag("p", edition.text("decisions-none"))
    rows = [
        (
            tag("th", edition.name(fact.label), scope="row"),
            tag("td", tag("q", fact.quote, lang=lead.language, dir=direction(lead.language))),
            tag("td", edition.places(fact.where) or edition.text("as-read")),
            tag("td", edition.wording.period(fact.when) if fact.when else edition.text("as-read")),
            tag("td", _because(edition, fact)),
        )
        for fact in edition.evidence.story.facts
    ]
    head = tuple(edition.text(f"decision-{name}") for name in ("fact", "quote", "where", "when", "value"))
    return join(edition.table(edition.text("decisions"), head, rows), _elsewhere(edition))


def _elsewhere(edition: Edition) -> Markup | None:
    """Which words of other accounts a person took for the same fact, or that one does not give it."""
    story = edition.evidence.story
    rows = []
    for fact in story.facts:
        for name, quote in fact.elsewhere.items():
            account = story.account(name)
            words = tag("q", quote, lang=account.language, dir="auto") if quote else edition.text("decision-not-given")
            label = tag("th", edition.name(fact.label), scope="row")
            rows.append((label, tag("td", edition.words(account.outlet, "outlet")), tag("td", words)))
    head = tuple(edition.text(name) for name in ("decision-fact", "departure-account", "decision-quote"))
    return edition.table(edition.text("decisions-elsewhere"), head, rows) if rows else None
