"""Accounts of one announcement, side by side: who prints what, and who prints something else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nisba.gathering import Account
from nisba.intervals import Interval


@dataclass(frozen=True, slots=True)
class Cell:
    """One account's figure for one fact.

    Args:
        fact: id of the fact.
        value: the figure; None where none was seen.
        differs: the reference account gives another figure, or the same with another hedge.
    """

    fact: str
    value: Interval | None
    differs: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One account.

    Args:
        account: its id.
        claim: the kind of claim its wording makes; empty where it makes none.
        claim_differs: the reference account makes another kind of claim.
        cells: its figures, in the collation's order of facts.
    """

    account: str
    claim: str
    claim_differs: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Collation:
    """All accounts set beside one.

    Args:
        reference: id of the account the others are compared with.
        facts: ids of the facts compared.
        rows: the accounts, the reference first, the others as supplied.
    """

    reference: str
    facts: tuple[str, ...]
    rows: tuple[Row, ...]

    def tally(self, fact: str) -> dict[Interval, tuple[str, ...]]:
        """Which accounts print each value of a fact, the value with the most accounts first."""
        found: dict[Interval, list[str]] = {}
        for row in self.rows:
            for cell in row.cells:
                if cell.fact == fact and cell.value is not None:
                    found.setdefault(cell.value, []).append(row.account)
        return {
            value: tuple(ids) for value, ids in sorted(found.items(), key=lambda item: (-len(item[1]), str(item[0])))
        }


def collate(accounts: Iterable[Account], reference: str) -> Collation:
    """Set every account beside the reference.

    Raises:
        ValueError: the reference is not among the accounts.
    """
    held = sorted(accounts, key=lambda account: account.id != reference)  # stable: the rest stays as supplied
    if not held or held[0].id != reference:
        raise ValueError(f"the reference account {reference!r} is not among the accounts")
    facts = tuple(dict.fromkeys(fact for account in held for fact in account.figures))
    return Collation(reference, facts, tuple(_row(account, held[0], facts) for account in held))


def _row(account: Account, reference: Account, facts: tuple[str, ...]) -> Row:
    cells = []
    for fact in facts:
        value, expected = account.figures.get(fact), reference.figures.get(fact)
        cells.append(Cell(fact, value, value is not None and expected is not None and value != expected))
    differs = bool(account.claim and reference.claim and account.claim != reference.claim)
    return Row(account.id, account.claim, differs, tuple(cells))
