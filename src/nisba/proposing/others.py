"""Further reports: other accounts of the same announcement, or earlier releases of a series, as the tables of a story."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from nisba.proposing.arrival import Arrival
from nisba.proposing.facts import ProposedFact, propose_facts
from nisba.proposing.names import name_of, slug
from nisba.proposing.wordings import Wordings
from nisba.reading import Quantity


def accounts_csv(others: Sequence[Arrival], facts: Sequence[ProposedFact], languages: Sequence[str]) -> str:
    """``accounts.csv``: what each other report prints of the lead report's facts; an empty cell was not found."""
    outlets = [f"outlet_{language}" for language in languages]
    columns = ["id", *outlets, "language", "address", *(fact.id for fact in facts)]
    rows = []
    for other in others:
        outlet = other.outlet.value if other.outlet else other.report.name
        address = other.extracted.address.value if other.extracted.address else ""
        row = {"id": other.report.name, "language": other.report.language, "address": address}
        row |= dict.fromkeys(outlets, outlet)
        rows.append(row | {id: str(quantity.value) for id, quantity in printed(other, facts).items()})
    return _written(columns, rows)


def printed(other: Arrival, facts: Sequence[ProposedFact]) -> Mapping[str, Quantity]:
    """Which number of another report tells each fact: first the same number of the same thing, then the only one of its scope.

    A number that equals a fact but counts something else is left out: an empty cell is safer than a wrong one.
    """
    found: dict[str, Quantity] = {}
    for exact in (True, False):
        for fact in facts:
            taken = {quantity.span for quantity in found.values()}
            alike = [q for q in other.counts if q.span not in taken and _alike(q, fact, exact=exact)]
            if fact.id not in found and len(alike) == 1:
                found[fact.id] = alike[0]
    return found


def _alike(quantity: Quantity, fact: ProposedFact, *, exact: bool) -> bool:
    ours = fact.quantity
    if (quantity.kind, quantity.unit, quantity.what) != (ours.kind, ours.unit, ours.what):
        return False
    same_place = set(quantity.where) == set(ours.where)
    if exact:
        return quantity.value == ours.value
    return ours.what is not None and same_place and quantity.when == ours.when


def releases_csv(
    others: Sequence[Arrival], languages: Sequence[str], wordings: Wordings
) -> tuple[str, tuple[str, ...]]:
    """``releases.csv``: the counts of earlier releases by period and place.

    Returns:
        the table, and the names of its counts.
    """
    rows: list[dict[str, str]] = []
    for other in others:
        grouped: dict[tuple[str, str], dict[str, str]] = {}
        for fact in propose_facts(other, wordings):
            what, when = slug(fact.number.scope.what), fact.number.scope.when
            if when and what == fact.number.scope.what and not fact.is_multiple:
                cell = grouped.setdefault((str(when), " ".join(sorted(fact.number.scope.where))), {})
                cell.setdefault(what, str(fact.number.value))
        outlet = other.outlet.value if other.outlet else other.report.name
        address = other.extracted.address.value if other.extracted.address else ""
        for (period, where), counts in grouped.items():
            id = name_of((other.report.name, where, period), (row["id"] for row in rows), "release")
            told = {"id": id, "period": period, "where": where, "address": address}
            rows.append(told | {f"source_{language}": outlet for language in languages} | counts)
    first = ["id", "period", "where", *(f"source_{language}" for language in languages), "address"]
    names = tuple(dict.fromkeys(key for row in rows for key in row if key not in first))
    return _written([*first, *names], rows), names


def _written(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()
