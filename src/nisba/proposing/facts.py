"""Facts proposed: every count of a report that can be quoted, with what it counts, where and when, as read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nisba.checking import Number
from nisba.checking.numbers import Quote, Scope, Status
from nisba.proposing.arrival import Arrival
from nisba.proposing.names import name_of
from nisba.proposing.quoting import quote_of
from nisba.proposing.wordings import Wordings, Words
from nisba.reading import Kind, Quantity, Report

MULTIPLE = "multiple of "


@dataclass(frozen=True, slots=True)
class ProposedFact:
    """One fact.

    Args:
        number: its name, value, scope and characters.
        quote: words by which the account names it.
        label: what it is, by language.
        quantity: the number as read.
    """

    number: Number
    quote: str
    label: Words
    quantity: Quantity

    @property
    def id(self) -> str:
        """Its name in formulas and prose."""
        return self.number.id

    @property
    def is_multiple(self) -> bool:
        """It is a multiple of something, not a count."""
        return self.number.scope.what.startswith(MULTIPLE)


def propose_facts(arrival: Arrival, wordings: Wordings) -> tuple[ProposedFact, ...]:
    """A fact for each count that words of the account can name."""
    found: list[ProposedFact] = []
    valued = [q for q in arrival.quantities if isinstance(q, Quantity) and q.value is not None]
    for quantity in arrival.counts:
        quote = quote_of(arrival.report, quantity, valued)
        told = quantity.kind is not Kind.MULTIPLE or _subject(arrival.report, quantity, found)
        if quote is not None and told:
            found.append(_fact(arrival.report, quantity, quote, found, wordings))
    return tuple(found)


def _fact(
    report: Report, quantity: Quantity, quote: str, before: Sequence[ProposedFact], wordings: Wordings
) -> ProposedFact:
    sentence = report.sentence(quantity.span.start)
    where, when = frozenset(quantity.where), quantity.when
    subject = _subject(report, quantity, before)
    if subject:
        what = MULTIPLE + subject.number.scope.what
        where, when = subject.number.scope.where, subject.number.scope.when
        label = wordings.said("proposed-multiple-of", label=subject.label)
        parts: tuple[str, ...] = ("multiple", subject.id)
    else:
        noun = quantity.what or quantity.unit or ""
        thing = wordings.thing(noun) if noun else wordings.own(quote)
        label, parts = wordings.label(thing, quantity.where, quantity.when), (noun, *quantity.where, _year(quantity))
        what = noun
    id = name_of(parts, (fact.id for fact in before), "number")
    scope = Scope(what or id, where, when)
    place = Quote(report.name, quantity.span, sentence, report.paragraph(quantity.span.start), quantity.hedge)
    value = quantity.value
    if value is None:
        raise TypeError(f"{quantity.surface!r} has no value, and was not chosen")
    return ProposedFact(Number(id, Status.REPORTED, value, scope, quote=place), quote, label, quantity)


def _subject(report: Report, quantity: Quantity, before: Sequence[ProposedFact]) -> ProposedFact | None:
    """What a multiple is a multiple of: the last count before it in its sentence."""
    if quantity.kind is not Kind.MULTIPLE:
        return None
    sentence = report.sentence(quantity.span.start)
    counts = (f for f in reversed(before) if f.quantity.kind is Kind.CARDINAL)
    return next((f for f in counts if report.sentence(f.quantity.span.start) == sentence), None)


def _year(quantity: Quantity) -> str:
    return str(quantity.when.start.year) if quantity.when else ""


def relabelled(facts: Sequence[ProposedFact], wordings: Wordings) -> tuple[ProposedFact, ...]:
    """The facts, each labelled by its scope; those whose labels are alike are told apart by their words."""
    return _told_apart([_labelled(fact, wordings) for fact in facts], wordings)


def _labelled(fact: ProposedFact, wordings: Wordings) -> ProposedFact:
    scope = fact.number.scope
    if fact.is_multiple or not (fact.quantity.what or fact.quantity.unit):
        return fact
    return replace(fact, label=wordings.label(wordings.thing(scope.what), sorted(scope.where), scope.when))


def _told_apart(facts: Sequence[ProposedFact], wordings: Wordings) -> tuple[ProposedFact, ...]:
    """Facts whose labels are alike are told apart by their words."""
    alike = Counter(fact.label[wordings.languages[0]] for fact in facts)
    return tuple(
        replace(fact, label=wordings.said("proposed-with", label=fact.label, words=wordings.own(fact.quote)))
        if alike[fact.label[wordings.languages[0]]] > 1
        else fact
        for fact in facts
    )
