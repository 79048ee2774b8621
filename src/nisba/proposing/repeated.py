"""Figures that a report gives more than once: one fact, with the scope that is told most fully.

Where a sentence takes a figure up again ("496 of the 1,240 jobs"), its other numbers are read with whatever place and
period the text named last. They go with the figure: what the report says of it where it first gives it holds for them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nisba.checking.inferred import Relation
from nisba.proposing.facts import ProposedFact
from nisba.reading import Report, Span


def once(facts: Sequence[ProposedFact], found: Sequence[Relation], report: Report) -> tuple[ProposedFact, ...]:
    """The facts, each figure that the report repeats only once.

    Args:
        facts: a fact for each count.
        found: the relations between the numbers of the report.
        report: its text.
    """
    known = {fact.quantity.span: fact for fact in facts}
    fullest: dict[Span, Span] = {}
    for one in found:
        spans = [mention.quantity.span for mention in one.mentions]
        if _repeats(one) and all(span in known for span in spans):
            spans = sorted({fullest.get(span, span) for span in spans}, key=lambda span: span.start)
            best = max(spans, key=lambda span: _told(known[span]))
            fullest |= dict.fromkeys(spans, best)
            fullest |= {span: best for span, other in fullest.items() if other in spans}
    kept = [
        _moved(fact, known, fullest, report)
        for fact in facts
        if fullest.get(fact.quantity.span) in (None, fact.quantity.span)
    ]
    again = {
        best: tuple(span for span, other in fullest.items() if other == best and span != best)
        for best in fullest.values()
    }
    return tuple(replace(fact, again=again.get(fact.quantity.span, ())) for fact in kept)


def _repeats(one: Relation) -> bool:
    """A figure taken up again: a difference of nothing."""
    values = {mention.value for mention in one.mentions}
    return one.check.kind == "difference" and len(values) == 1 and len(one.mentions) > 1


def _told(fact: ProposedFact) -> tuple[bool, int, bool, int]:
    """How fully a fact's scope is told; of two, the one that is no headline, then the first."""
    scope, quantity = fact.number.scope, fact.quantity
    headline = fact.number.quote is not None and fact.number.quote.paragraph == 0
    return scope.when is not None, len(scope.where), not headline, -quantity.span.start


def _moved(
    fact: ProposedFact, known: Mapping[Span, ProposedFact], fullest: Mapping[Span, Span], report: Report
) -> ProposedFact:
    """A fact with the scope of the figure that its sentence takes up again, where it was read with the same one."""
    sentence, scope = report.sentence(fact.quantity.span.start), fact.number.scope
    for span, best in fullest.items():
        there, here = known[best].number.scope, known[span].number.scope
        if (
            span != best
            and report.sentence(span.start) == sentence
            and (here.where, here.when) == (scope.where, scope.when)
        ):
            return replace(fact, number=replace(fact.number, scope=replace(scope, where=there.where, when=there.when)))
    return fact
