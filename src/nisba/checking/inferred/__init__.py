"""Relations between the numbers of any report, with nothing configured: one module for each sort of relation.

What a sentence says is laid out as a row of words and numbers (:mod:`passage`); the words that relate numbers are data
(:mod:`words`); each relation is read off the row and judged (:mod:`judging`). A relation that the wording does not give
is not a check: a report without one yields none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nisba.checking.inferred import (
    agreed,
    among,
    apposed,
    balances,
    breakdowns,
    changes,
    company,
    earlier,
    elsewhere,
    fractions,
    headline,
    increments,
    itemised,
    lists,
    margins,
    members,
    met,
    multiples,
    outcomes,
    places,
    points,
    ranked,
    rates,
    repeats,
    shares,
    spans,
    stocks,
    totals,
    trends,
)
from nisba.checking.inferred.claimed import claimed
from nisba.checking.inferred.faults import explained
from nisba.checking.inferred.judging import Relation
from nisba.checking.inferred.passage import passage
from nisba.checking.verdicts import Verdict
from nisba.reading import Quantity, Report, Unread

__all__ = ["Relation", "relations"]

_RELATIONS = (
    headline,
    breakdowns,
    apposed,
    shares,
    changes,
    increments,
    fractions,
    points,
    balances,
    stocks,
    totals,
    places,
    multiples,
    spans,
    lists,
    itemised,
    trends,
    members,
    among,
    met,
    company,
    outcomes,
    earlier,
    margins,
    rates,
    ranked,
    repeats,
    agreed,
    elsewhere,
)
_WEIGHT = {Verdict.FAILS: 0, Verdict.HOLDS: 1, Verdict.UNDECIDED: 2}


def relations(report: Report, quantities: Iterable[Quantity | Unread]) -> tuple[Relation, ...]:
    """Every relation between the numbers of a report, in the order of the text, each told once.

    Raises:
        WordsError: there are no relation words for the language of the report.
    """
    laid_out = passage(report, tuple(quantities))
    found = list(claimed(relation for module in _RELATIONS for relation in module.relations(laid_out)))
    return explained(sorted(_once(found), key=lambda relation: min(m.place for m in relation.mentions)))


def _once(found: Sequence[Relation]) -> tuple[Relation, ...]:
    """One relation for the same kind and numbers; a verdict outweighs an open one."""
    chosen: dict[tuple[str, frozenset[str]], Relation] = {}
    for relation in found:
        key = (relation.check.kind, frozenset(m.number.id for m in relation.mentions))
        known = chosen.setdefault(key, relation)
        if _WEIGHT[relation.verdict] < _WEIGHT[known.verdict]:
            chosen[key] = relation
    return _closest(tuple(chosen.values()))


def _closest(found: Sequence[Relation]) -> tuple[Relation, ...]:
    """Of sums of equal numbers to one total, the one whose parts stand closest together: the others are the same sum."""
    best: dict[object, Relation] = {}
    for relation in found:
        whole, *parts = relation.mentions
        equal = tuple(sorted(str(part.value) for part in parts))
        key = (whole.number.id, equal) if relation.check.kind == "sum" else id(relation)
        known = best.setdefault(key, relation)
        if _spread(relation) < _spread(known):
            best[key] = relation
    return tuple(best.values())


def _spread(relation: Relation) -> int:
    places = [mention.place for mention in relation.mentions]
    return max(places) - min(places)
