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
        rows: the numbers of each row and its label.
        marks: of shares, the names of the parts.
    """

    id: str
    kind: str
    title: Words
    rows: tuple[tuple[tuple[str, ...], Words], ...]
    marks: tuple[Words, ...] = ()


def propose_charts(
    facts: Sequence[ProposedFact], relations: Sequence[Related], wordings: Wordings
) -> tuple[Chart, ...]:
    """A few charts, or none where no two numbers count the same thing."""
    found: list[Chart] = []
    for chart in (*_shares(facts, relations), *_counts(facts, wordings)):
        if len(found) < _MOST:
            id = name_of((chart.id,), (one.id for one in found), "chart")
            found.append(Chart(id, chart.kind, chart.title, chart.rows, chart.marks))
    return tuple(found)


def _counts(facts: Sequence[ProposedFact], wordings: Wordings) -> Iterator[Chart]:
    counts = [fact for fact in facts if fact.quantity.kind is Kind.CARDINAL]
    for what in dict.fromkeys(fact.quantity.what for fact in counts if fact.quantity.what):
        same = [fact for fact in counts if fact.number.scope.what == what]
        scopes = {(fact.number.scope.where, fact.number.scope.when) for fact in same}
        differ = len({(fact.number.value.lo, fact.number.value.hi) for fact in same}) > 1
        if (
            differ and 2 <= len(same) <= _MOST_ROWS and len(scopes) == len(same)
        ):  # alike in scope they count unlike things
            kind = "bars" if all(fact.number.value.is_exact for fact in same) else "floors"
            title = wordings.said("proposed-chart-bars", label=wordings.thing(what))
            yield Chart(f"counts-{what}", kind, title, tuple(((fact.id,), fact.label) for fact in same))


def _shares(facts: Sequence[ProposedFact], relations: Sequence[Related]) -> Iterator[Chart]:
    known = {fact.id: fact for fact in facts}
    for one in relations:
        whole, *parts = one.ids
        exact = all(known[id].number.value.is_exact for id in one.ids)
        if one.is_plain_sum and exact and len(set(parts)) == len(parts) > 1:
            yield Chart(
                f"parts-{whole}",
                "shares",
                known[whole].label,
                ((tuple(parts), known[whole].label),),
                tuple(known[part].label for part in parts),
            )
