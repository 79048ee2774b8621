"""Accounts of one announcement, side by side: who prints what, and who prints something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from nisba.checking.differences import SILENT, Difference, Telling, claim_difference, difference, owner
from nisba.checking.numbers import Number, Scope
from nisba.checking.own_base import falls_short
from nisba.gathering import Account, ClaimKind
from nisba.intervals import Interval


@dataclass(frozen=True, slots=True)
class Cell:
    """One account's figure for one fact.

    Args:
        fact: id of the fact.
        value: the figure; None where none was seen.
        difference: how it stands to the reference account's figure.
        of: id of the fact for which the reference prints this number, where it does so for another; else empty.
        sentence: the sentence of its text that gives the figure, or that may give it, where that is left open; empty where
            a person supplied the figure.
    """

    fact: str
    value: Interval | None
    difference: Difference
    of: str = ""
    sentence: str = ""

    @property
    def differs(self) -> bool:
        """The reference account gives another figure, or the same with another hedge."""
        return self.difference not in SILENT


@dataclass(frozen=True, slots=True)
class Row:
    """One account.

    Args:
        account: its id.
        claim: the kind of claim its wording makes; empty where it makes none.
        claim_difference: how the multiple it claims stands to the reference's.
        telling: whether it tells as fact what the reference tells as a pace, or the other way round.
        cells: its figures, in the collation's order of facts; several for a fact that it gives in several ways.
        own: how many times its own base its own figure is, where its claim says clearly more; else None.
    """

    account: str
    claim: str
    claim_difference: Difference
    telling: Telling
    cells: tuple[Cell, ...]
    own: Interval | None = None

    @property
    def claim_differs(self) -> bool:
        """The reference account makes another kind of claim, or makes it of another time."""
        return self.claim_difference not in SILENT or self.telling in (Telling.PACE_AS_FACT, Telling.FACT_AS_PACE)


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

    def expected(self, fact: str) -> Interval | None:
        """What the reference account prints for a fact."""
        return next((cell.value for cell in self.rows[0].cells if cell.fact == fact), None)

    def departures(self) -> Iterator[tuple[str, Cell]]:
        """Every figure that differs from the reference's, with the account that prints it, in the order of facts."""
        cells = ((row.account, cell) for row in self.rows for cell in row.cells if cell.differs)
        yield from sorted(cells, key=lambda pair: self.facts.index(pair[1].fact))

    def left_open(self) -> Iterator[tuple[str, Cell]]:
        """Every fact whose number an account prints of what may be another thing, in the order of facts."""
        cells = ((row.account, cell) for row in self.rows for cell in row.cells if cell.difference is Difference.OPEN)
        yield from sorted(cells, key=lambda pair: self.facts.index(pair[1].fact))

    def added(self, fact: str) -> tuple[str, ...]:
        """The accounts that give a figure for a fact for which the reference gives none."""
        return tuple(
            row.account
            for row in self.rows
            for cell in row.cells
            if cell.fact == fact and cell.difference in (Difference.ADDED, Difference.APART)
        )


def collate(
    accounts: Iterable[Account],
    reference: str,
    *,
    facts: Iterable[Number] = (),
    claims: Iterable[ClaimKind] = (),
    base: Number | None = None,
) -> Collation:
    """Set every account beside the reference.

    Args:
        accounts: what each prints.
        reference: id of the account that the others are compared with.
        facts: the lead account's numbers, for what each counts, where and when: so a number of another place is told from
            one of another thing.
        claims: what the kinds of claim come to; without them, two kinds are only the same or not.
        base: the number that the claims compare with, so that each is set beside the account's own figures, too.

    Raises:
        ValueError: the reference is not among the accounts.
    """
    held = sorted(accounts, key=lambda account: account.id != reference)  # stable: the rest stays as supplied
    if not held or held[0].id != reference:
        raise ValueError(f"the reference account {reference!r} is not among the accounts")
    names = tuple(dict.fromkeys(fact for account in held for fact in account.figures))
    known, kinds = tuple(facts), {claim.id: claim for claim in claims}
    scopes = {number.id: number.scope for number in known}
    # Where the reference gives nothing, an account is set beside what most others give.
    usual = {fact: _usual(fact, held) for fact in names if fact not in held[0].figures}
    rows = (_row(account, held[0], names, scopes, kinds) for account in held)
    own = [_own(account, kinds, known, base) for account in held]
    return Collation(
        reference, names, tuple(replace(_set_apart(row, usual), own=mine) for row, mine in zip(rows, own, strict=True))
    )


def _own(
    account: Account, kinds: Mapping[str, ClaimKind], facts: tuple[Number, ...], base: Number | None
) -> Interval | None:
    if base is None or account.claim not in kinds:
        return None
    return falls_short(account.figures, kinds[account.claim], facts, base)


def _usual(fact: str, accounts: list[Account]) -> Interval | None:
    """The figure that most accounts give; None where no two agree, or two figures are given equally often."""
    counted = Counter(account.figures[fact] for account in accounts if fact in account.figures).most_common(2)
    often = [value for value, times in counted if times > 1 and times == counted[0][1]]
    return often[0] if len(often) == 1 else None


def _set_apart(row: Row, usual: Mapping[str, Interval | None]) -> Row:
    def judged(cell: Cell) -> Cell:
        expected = usual.get(cell.fact)
        alone = cell.value is not None and expected is not None and not cell.value.overlaps(expected)
        return replace(cell, difference=Difference.APART) if alone else cell

    return replace(row, cells=tuple(judged(cell) for cell in row.cells))


def _row(
    account: Account,
    reference: Account,
    facts: tuple[str, ...],
    scopes: Mapping[str, Scope],
    kinds: Mapping[str, ClaimKind],
) -> Row:
    found = (
        _cell(fact, value, reference.figures, scopes)
        for fact in facts
        for value in (account.figures.get(fact), *account.again.get(fact, ()))
    )
    cells = tuple(_with_sentence(cell, account) for cell in found)
    return Row(account.id, account.claim, *_claim(account.claim, reference.claim, kinds), cells)


def _with_sentence(cell: Cell, account: Account) -> Cell:
    if cell.value is None and cell.fact in account.open:
        return replace(cell, difference=Difference.OPEN, sentence=account.open[cell.fact])
    return replace(cell, sentence=account.sentences.get(cell.fact, ""))


def _cell(fact: str, value: Interval | None, expected: Mapping[str, Interval], scopes: Mapping[str, Scope]) -> Cell:
    found, of = difference(value, expected.get(fact)), ""
    if value is not None and found is Difference.OTHER_NUMBER:
        found, of = owner(fact, value, expected, scopes)
    return Cell(fact, value, found, of)


def _claim(claim: str, expected: str, kinds: Mapping[str, ClaimKind]) -> tuple[Difference, Telling]:
    """How a claim differs in number, and whether a pace was made a fact: only of the same multiple can that be said."""
    if not claim or not expected:
        return (Difference.ADDED if claim else Difference.UNSEEN), Telling.OPEN
    mine, theirs = kinds.get(claim), kinds.get(expected)
    if mine is None or theirs is None or mine.multiple is None or theirs.multiple is None:
        return (Difference.AGREES if claim == expected else Difference.OTHER_CLAIM), Telling.OPEN
    found = claim_difference(mine.multiple, theirs.multiple)
    if found in (Difference.OTHER_CLAIM, Difference.INVERTED) or not (mine.told and theirs.told):
        return found, Telling.OPEN
    if mine.told == theirs.told:
        return found, Telling.ALIKE
    return found, Telling.PACE_AS_FACT if mine.told == "fact" else Telling.FACT_AS_PACE
