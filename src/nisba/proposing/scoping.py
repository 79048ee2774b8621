"""Scopes that the report's own words decide: a whole covers the places of its parts, which count the same thing as it does.

"44 were killed, 13 in one country and 30 in another" gives the 44 both countries, and makes the 13 and the 30 killed too:
what the reader of single numbers cannot see, a found sum tells. It is proposed as ``where`` and ``what``, for a person to
confirm. Two numbers without a noun that the text compares ("rose from 6.4 to 7.2 percent") count one thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nisba.checking.numbers import Scope
from nisba.proposing.facts import PERCENT, ProposedFact, thing_of
from nisba.proposing.related import Related, part_of

_COMPARED = ("trend", "change")


def scoped(facts: Sequence[ProposedFact], relations: Sequence[Related]) -> tuple[ProposedFact, ...]:
    """The facts, those of a sum over places with the scopes that it gives them."""
    known = {fact.id: fact for fact in facts}
    for one in relations:
        whole, *parts = (known[id] for id in one.ids)
        if over_places(one, facts):
            where = frozenset(place for part in parts for place in part.number.scope.where)
            scope = replace(whole.number.scope, where=where)
            known[whole.id] = _with(whole, scope)
            for part in parts:
                known[part.id] = _with(part, replace(scope, where=part.number.scope.where))
        elif one.kind in _COMPARED:
            for fact in _compared([known[id] for id in one.ids], sized=one.kind == "change"):
                known[fact.id] = fact
    return tuple(known.values())


def _compared(facts: Sequence[ProposedFact], *, sized: bool) -> Sequence[ProposedFact]:
    """The ends of a comparison, which count one thing: that of the change ("cases rose by 20 percent, to 360"), else one of their own.

    Args:
        facts: those compared; after the size of a change, where that is told.
        sized: the first is the size.
    """
    size, ends = (facts[0], facts[1:]) if sized else (None, facts)
    if any(thing_of(fact.quantity) for fact in ends):
        return ()
    of = thing_of(size.quantity).removeprefix(PERCENT) if size else ""
    return [_with(end, replace(end.number.scope, what=of or ends[-1].number.scope.what)) for end in ends]


def over_places(one: Related, facts: Sequence[ProposedFact]) -> bool:
    """A sum whose parts are of places that have nothing in common, and whose whole names no other place."""
    known = {fact.id: fact.number.scope for fact in facts}
    whole, *parts = (known[id] for id in one.ids)
    places = [place for part in parts for place in part.where]
    apart = len(set(places)) == len(places) and all(part.where for part in parts)
    times = {part.when for part in parts} == {whole.when}
    return one.kind == "sum" and len(parts) > 1 and apart and times and whole.where <= set(places)


def has_checks(found: Sequence[Related], facts: Sequence[ProposedFact]) -> bool:
    """The story's own checks find something: a sum over places in a period, a part of a whole, or a multiple."""
    known = {fact.id: fact for fact in facts}
    added = [one for one in found if over_places(one, facts) and known[one.ids[0]].number.scope.when]
    summed = {part for one in found if one.kind == "sum" for part in one.ids[1:]}
    return bool(added or set(part_of(found)) - summed or any(fact.is_multiple for fact in facts))


def _with(fact: ProposedFact, scope: Scope) -> ProposedFact:
    return replace(fact, number=replace(fact.number, scope=scope))
