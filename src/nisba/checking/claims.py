"""Claims: this number of the account is that fact. From quoted words, citations and releases to named numbers."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from nisba.checking.claim_status import claim_status
from nisba.checking.numbers import Number, Quote, Scope, Status
from nisba.errors import StoryError, raise_all
from nisba.gathering import Cited, Fact, Release, Story
from nisba.gathering.lines import line_of
from nisba.reading import Kind, Quantity, Report, Span, Unread

_HEDGE_REACH = 40  # characters before or after a numeral in which its hedge stands


def settle(story: Story, report: Report, quantities: Iterable[Quantity | Unread]) -> tuple[Number, ...]:
    """Name the quantities of the lead account: each fact's quote holds exactly one of them.

    Raises:
        StoryError: a quote is not in the account, stands there twice, or holds no number or several.
    """
    read = [quantity for quantity in quantities if isinstance(quantity, Quantity)]
    found: list[Number] = []
    wrong: list[StoryError] = []
    for fact in story.facts:
        try:
            found.append(_reported(fact, _quantity(story, fact, report, read), report))
        except StoryError as error:
            wrong.append(error)
    raise_all(wrong)
    return tuple(found)


def unsettled(story: Story, report: Report, quantities: Iterable[Quantity | Unread]) -> tuple[Quantity, ...]:
    """The quantities with a value that no fact names: they are shown, and nothing is computed from them."""
    read = [quantity for quantity in quantities if isinstance(quantity, Quantity)]
    named = {_quantity(story, fact, report, read).span for fact in story.facts}
    return tuple(quantity for quantity in read if quantity.value is not None and quantity.span not in named)


def _quantity(story: Story, fact: Fact, report: Report, read: list[Quantity]) -> Quantity:
    return quoted_number(story, f"[facts.{fact.id}] quote", fact.quote, report, read)


def quoted_number(
    story: Story, key: str, quote: str, report: Report, quantities: Iterable[Quantity | Unread]
) -> Quantity:
    """The one number that words of an account hold, which a person quotes in ``story.toml``.

    Args:
        story: the story.
        key: where in the file the words stand, for messages.
        quote: the words.
        report: the account.
        quantities: its numbers.

    Raises:
        StoryError: the words are not in the account, stand there twice, or hold no number or several.
    """
    times = report.text.count(quote)
    path = story.folder / "story.toml"
    place, _, name = key.strip("[").partition("] ")
    if times != 1:
        found = "is not in the account" if not times else f"stands in the account {times} times"
        line = line_of(path, place, name)
        raise StoryError(path, f"{key} {quote!r} {found}", "quote words that stand in it once", line)
    start = report.text.index(quote)
    read = [q for q in quantities if isinstance(q, Quantity) and q.value is not None]
    inside = [q for q in read if start <= q.span.start and q.span.end <= start + len(quote)]
    if len(inside) != 1:
        surfaces = ", ".join(repr(quantity.surface) for quantity in inside) or "no number"
        line = line_of(path, place, name)
        raise StoryError(path, f"{key} holds {surfaces}", "quote words that hold exactly one number", line)
    return inside[0]


def _reported(fact: Fact, quantity: Quantity, report: Report) -> Number:
    quote = quoted(quantity, report)
    scope = Scope(fact.what, frozenset(fact.where or quantity.where), fact.when or quantity.when)
    if quantity.value is None:
        raise TypeError(f"{quantity.surface!r} has no value, and was not chosen")
    told, show = claim_status(report, quantity.span), "percentage" if quantity.kind is Kind.PERCENT else "count"
    value = fact.instead or quantity.value
    return Number(fact.id, Status.REPORTED, value, scope, quote=quote, show=show, claim=told)


def quoted(quantity: Quantity, report: Report) -> Quote:
    """The characters of an account that give a quantity, its hedge among them."""
    span = _with_hedge(quantity, report)
    return Quote(report.name, span, report.sentence(span.start), report.paragraph(span.start), quantity.hedge)


def _with_hedge(quantity: Quantity, report: Report) -> Span:
    span, hedge = quantity.span, hedge_span(quantity, report)
    return Span(min(span.start, hedge.start), max(span.end, hedge.end)) if hedge else span


def hedge_span(quantity: Quantity, report: Report) -> Span | None:
    """Where the hedge of a number stands, before it or after; None where it has none, or one that stands elsewhere."""
    span, hedge = quantity.span, quantity.hedge
    if hedge is None:
        return None
    found = report.text.rfind(hedge, max(0, span.start - _HEDGE_REACH), span.start)
    if found < 0:
        found = report.text.find(hedge, span.end, span.end + _HEDGE_REACH)
    return Span(found, found + len(hedge)) if found >= 0 else None


def cited_numbers(cited: Iterable[Cited]) -> tuple[Number, ...]:
    """The figures cited from elsewhere, each under its own id."""
    return tuple(
        Number(
            entry.id,
            Status.CITED,
            entry.value,
            scope_of(entry),
            citation=entry.id,
        )
        for entry in cited
    )


def scope_of(cited: Cited) -> Scope:
    """What a figure cited from elsewhere counts, where and when."""
    return Scope(cited.what, frozenset(cited.where), cited.when)


def release_numbers(releases: Iterable[Release]) -> tuple[Number, ...]:
    """The counts of a series, named ``<release>-<count>``."""
    return tuple(
        Number(
            f"{release.id}-{count}",
            Status.CITED,
            value,
            Scope(count, frozenset(release.where), release.when),
            citation=release.id,
        )
        for release in releases
        for count, value in release.counts.items()
    )


def with_baseline(story: Story, baseline: str, numbers: Mapping[str, Number]) -> dict[str, Number]:
    """The numbers, with the story's comparison figure set to one of its candidates; to the first, where none is named.

    Raises:
        StoryError: the baseline is none of the candidates.
    """
    if not story.baseline:
        return dict(numbers)
    candidates = [cited.id for cited in story.candidates]
    if (baseline or candidates[0]) not in candidates:
        path = story.folder / "cited.toml"
        raise StoryError(path, f"{baseline!r} is no {story.baseline}", f"choose one of {', '.join(candidates)}")
    chosen = dataclasses.replace(numbers[baseline or candidates[0]], id=story.baseline)
    return {**numbers, story.baseline: chosen}
