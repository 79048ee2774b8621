"""Kinship: accounts that share a slip which others do not have, and so probably share a text between them and the source.

The reasoning is that of textual criticism (P. Maas, *Textual Criticism*, 1958): that two copies agree in what is right
shows nothing, for both may have it from the source; that they agree in the same departure is hard to explain unless one
had it from the other, or both from a third. A hedge left out or a word softened comes to many hands by itself, and is not
counted; another number printed is.
"""

from __future__ import annotations

from dataclasses import dataclass

from nisba.checking.accounts import Collation
from nisba.checking.differences import NUMBERS, Difference
from nisba.intervals import Interval


@dataclass(frozen=True, slots=True)
class SharedSlip:
    """Another number than the reference's, printed by several accounts.

    Args:
        fact: id of the fact.
        value: what they print.
        expected: what the reference prints.
        difference: how the two stand to each other.
        of: id of the fact for which the reference prints that number; empty where it prints it nowhere.
        accounts: ids of the accounts that print it, at least two.
        against: how many accounts print the reference's figure.
    """

    fact: str
    value: Interval
    expected: Interval
    difference: Difference
    of: str
    accounts: tuple[str, ...]
    against: int


def shared_slips(collation: Collation) -> tuple[SharedSlip, ...]:
    """The slips that several accounts share and others, who print the reference's figure, do not; most accounts first."""
    found: dict[tuple[str, Interval], list[str]] = {}
    kinds: dict[tuple[str, Interval], tuple[Difference, str]] = {}
    for account, cell in collation.departures():
        if cell.value is not None and cell.difference in NUMBERS:
            found.setdefault((cell.fact, cell.value), []).append(account)
            kinds[cell.fact, cell.value] = cell.difference, cell.of
    slips = []
    for (fact, value), accounts in found.items():
        expected = collation.expected(fact)
        if expected is None or len(accounts) < 2:
            continue
        against = len(collation.tally(fact).get(expected, ()))
        slips.append(SharedSlip(fact, value, expected, *kinds[fact, value], tuple(accounts), against))
    return tuple(sorted(slips, key=lambda slip: -len(slip.accounts)))
