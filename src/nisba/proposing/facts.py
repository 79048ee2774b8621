"""Facts proposed: every count of a report that can be quoted, with what it counts, where and when, as read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from nisba.checking import Number
from nisba.checking.numbers import MULTIPLE_OF, Quote, Scope, Status
from nisba.proposing.arrival import Arrival
from nisba.proposing.excerpts import excerpt
from nisba.proposing.names import name_of
from nisba.proposing.quoting import quote_of
from nisba.proposing.wordings import Wordings, Words
from nisba.reading import Kind, Quantity, Report, Span

MULTIPLE, PERCENT = MULTIPLE_OF, "percent of "


@dataclass(frozen=True, slots=True)
class ProposedFact:
    """One fact.

    Args:
        number: its name, value, scope and characters.
        quote: words by which the account names it.
        label: what it is, by language.
        quantity: the number as read.
        excerpt: the words of its sentence that lead to it.
        again: where else the report gives it.
    """

    number: Number
    quote: str
    label: Words
    quantity: Quantity
    excerpt: str = ""
    again: tuple[Span, ...] = ()

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
    numerals = tuple(q.span for q in arrival.quantities)
    for quantity in arrival.counts:
        quote = quote_of(arrival.report, quantity, valued)
        told = quantity.kind is not Kind.MULTIPLE or (
            not _is_fraction(quantity) and _subject(arrival.report, quantity, found)
        )
        if quote is not None and told:
            words = excerpt(arrival.report, quantity, numerals)
            found.append(_fact(arrival.report, quantity, (quote, words), found, wordings))
    return tuple(found)


def _fact(
    report: Report, quantity: Quantity, words: tuple[str, str], before: Sequence[ProposedFact], wordings: Wordings
) -> ProposedFact:
    sentence, (quote, leading) = report.sentence(quantity.span.start), words
    where, when = frozenset(quantity.where), quantity.when
    subject = _subject(report, quantity, before)
    if subject:
        what = MULTIPLE + subject.number.scope.what
        where, when = subject.number.scope.where, subject.number.scope.when
        label = wordings.said("proposed-multiple-of", label=subject.label)
        parts: tuple[str, ...] = ("multiple", subject.id)
    else:
        what, noun = thing_of(quantity), quantity.what or ""
        places = wordings.named_in(report.words(sentence), quantity.where)
        label = wordings.label(words_for(what, leading, wordings), places, quantity.when)
        parts = ("percent" if quantity.kind is Kind.PERCENT else "", noun, *quantity.where, _time(quantity))
    id = name_of(parts, (fact.id for fact in before), "number")
    scope = Scope(what or id, where, when)
    place = Quote(report.name, quantity.span, sentence, report.paragraph(quantity.span.start), quantity.hedge)
    value = quantity.value
    if value is None:
        raise TypeError(f"{quantity.surface!r} has no value, and was not chosen")
    show = "percentage" if quantity.kind is Kind.PERCENT else "count"
    return ProposedFact(
        Number(id, Status.REPORTED, value, scope, quote=place, show=show), quote, label, quantity, leading
    )


def thing_of(quantity: Quantity) -> str:
    """What a number counts, as its scope says it; empty where the words do not name it."""
    if quantity.kind is Kind.PERCENT:
        return PERCENT + quantity.what if quantity.what else ""
    return quantity.what or quantity.unit or ""


def words_for(what: str, leading: str, wordings: Wordings) -> Words:
    """The words for what is counted, else those that lead to the number, quoted."""
    if what.startswith(PERCENT):
        return wordings.said("proposed-percent", label=wordings.thing(what.removeprefix(PERCENT)))
    return wordings.thing(what) if what else wordings.own(leading)


def _subject(report: Report, quantity: Quantity, before: Sequence[ProposedFact]) -> ProposedFact | None:
    """What a multiple is a multiple of: the last count before it in its sentence."""
    if quantity.kind is not Kind.MULTIPLE:
        return None
    sentence = report.sentence(quantity.span.start)
    counts = (f for f in reversed(before) if f.quantity.kind is Kind.CARDINAL and not _of_places(f))
    return next((f for f in counts if report.sentence(f.quantity.span.start) == sentence), None)


def _is_fraction(quantity: Quantity) -> bool:
    """A third or a half: a share of something, and no multiple of the count before it."""
    value = quantity.value
    return value is not None and value.lo is not None and value.lo < 1


def _of_places(fact: ProposedFact) -> bool:
    """It counts places ("the two towns"): something happens in them, and no multiple is of them."""
    return fact.number.value.value == len(fact.number.scope.where)


def _time(quantity: Quantity) -> str:
    """The period for a name: its year, and its month where it is one."""
    when = quantity.when
    return "" if when is None else f"{when.start:%Y-%m}" if when.months == 1 else str(when.start.year)


def relabelled(
    facts: Sequence[ProposedFact], wholes: Collection[str], report: Report, wordings: Wordings
) -> tuple[ProposedFact, ...]:
    """The facts, each labelled by its scope; those whose labels are alike are told apart by their words.

    Args:
        facts: the facts.
        wholes: ids of those that others are part of, which their scope alone tells.
        report: the report.
        wordings: what things are called.
    """
    return _told_apart([_labelled(fact, report, wordings) for fact in facts], wholes, wordings)


def _labelled(fact: ProposedFact, report: Report, wordings: Wordings) -> ProposedFact:
    scope, named = fact.number.scope, thing_of(fact.quantity) or wordings.knows(fact.number.scope.what)
    if fact.is_multiple:
        return fact
    thing = words_for(scope.what if named else "", fact.excerpt, wordings)
    sentences = " ".join(report.words(report.sentence(span.start)) for span in (fact.quantity.span, *fact.again))
    told = wordings.named_in(sentences, fact.quantity.where)
    read = frozenset(fact.quantity.where)
    # A place that stands only further up may be of something else: no word for a label, unless a sum says that it is meant.
    carried = read - frozenset(told) if scope.where == read else frozenset()
    places = [*(place for place in told if place in scope.where), *sorted(scope.where - carried)]
    return replace(fact, label=wordings.label(thing, dict.fromkeys(places), scope.when))


def _told_apart(facts: Sequence[ProposedFact], wholes: Collection[str], wordings: Wordings) -> tuple[ProposedFact, ...]:
    """Facts whose labels are alike are told apart by their words."""
    alike = Counter(fact.label[wordings.languages[0]] for fact in facts)
    return tuple(
        replace(fact, label=wordings.said("proposed-with", label=fact.label, words=wordings.own(fact.excerpt)))
        if alike[fact.label[wordings.languages[0]]] > 1 and fact.id not in wholes
        else fact
        for fact in facts
    )
