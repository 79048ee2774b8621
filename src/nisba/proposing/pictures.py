"""Charts that suit the facts: counts of one thing beside each other, and the parts of a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nisba.proposing.facts import ProposedFact
from nisba.proposing.names import name_of
from nisba.proposing.related import Related
from nisba.proposing.wordings import Wordings, Words
from nisba.reading import Kind

_MOST, _MOST_ROWS = 3, 8


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart.

    Args:
        id: its name.
        kind: ``bars``, ``floors`` or ``shares``.
        title: what it shows, by language.
        rows: the numbers of each row; they are labelled as their own tables say.
    """

    id: str
    kind: str
    title: Words
    rows: tuple[tuple[str, ...], ...]


def propose_charts(
    facts: Sequence[ProposedFact], relations: Sequence[Related], wordings: Wordings
) -> tuple[Chart, ...]:
    """A few charts, or none where no two numbers count the same thing."""
    found: list[Chart] = []
    for chart in (*_shares(facts, relations), *_counts(facts, wordings)):
        if len(found) < _MOST:
            id = name_of((chart.id,), (one.id for one in found), "chart")
            found.append(Chart(id, chart.kind, chart.title, chart.rows))
    return tuple(found)


def _counts(facts: Sequence[ProposedFact], wordings: Wordings) -> Iterator[Chart]:
    """One thing in several places at one time, and in one place at several times; nothing else is alike enough."""
    for what in dict.fromkeys(fact.quantity.what for fact in facts if fact.quantity.kind is Kind.CARDINAL):
        title = wordings.thing(what) if what else {}
        named = [fact for fact in facts if what and fact.number.scope.what == what and fact.label != title]
        for fixed in (_when, _where):
            for key in dict.fromkeys(map(fixed, named)):
                same = [fact for fact in named if fixed(fact) == key and key]
                if _is_drawn(same) and len({(f.number.scope.where, f.number.scope.when) for f in same}) == len(same):
                    kind = "bars" if all(fact.number.value.is_exact for fact in same) else "floors"
                    yield Chart(f"counts-{what}", kind, title, tuple((fact.id,) for fact in same))


def _when(fact: ProposedFact) -> object:
    """What facts of one time have in common; without a period, that they have places."""
    return fact.number.scope.when or "undated"


def _where(fact: ProposedFact) -> object:
    """What facts of one place at several times have in common; nothing where no time is told."""
    return fact.number.scope.where if fact.number.scope.when else None


def _is_drawn(same: Sequence[ProposedFact]) -> bool:
    """Two bars or more, and not all alike."""
    return 2 <= len(same) <= _MOST_ROWS and len({(f.number.value.lo, f.number.value.hi) for f in same}) > 1


def _shares(facts: Sequence[ProposedFact], relations: Sequence[Related]) -> Iterator[Chart]:
    known = {fact.id: fact for fact in facts}
    for one in relations:
        whole, *parts = one.ids
        exact = all(known[id].number.value.is_exact for id in one.ids)
        if one.is_plain_sum and exact and len(set(parts)) == len(parts) > 1:
            yield Chart(f"parts-{whole}", "shares", known[whole].label, (tuple(parts),))
