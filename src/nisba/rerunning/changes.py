"""Which numbers differ between two runs, and which of them only follow others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nisba.checking.numbers import Number
from nisba.gathering.story import Correction


@dataclass(frozen=True, slots=True)
class Change:
    """One number that is not what it was.

    Args:
        id: its name.
        before: what it was; None where it is new.
        after: what it is; None where it is gone.
        follows: of a computed number with an unchanged formula: the operands that changed, and it with them.
    """

    id: str
    before: Number | None
    after: Number | None
    follows: tuple[str, ...] = ()

    @property
    def was(self) -> str:
        """Its former value in the plain notation, such as ``13`` or ``>=44``; empty where it is new."""
        return str(self.before.value) if self.before else ""

    @property
    def now(self) -> str:
        """Its value now in the plain notation; empty where it is gone."""
        return str(self.after.value) if self.after else ""

    @property
    def is_correction(self) -> bool:
        """A published value became another one by itself: readers must be told."""
        return self.before is not None and self.after is not None and not self.follows


def changes(before: Mapping[str, Number], after: Mapping[str, Number]) -> tuple[Change, ...]:
    """The numbers that differ in value or that only one side has, in the order of the later run."""
    ids = [*after, *(id for id in before if id not in after)]
    differing = {id for id in ids if id not in before or id not in after or before[id].value != after[id].value}
    return tuple(_change(id, before.get(id), after.get(id), differing) for id in ids if id in differing)


def _change(id: str, before: Number | None, after: Number | None, differing: set[str]) -> Change:
    if before is None or after is None or before.formula != after.formula:
        return Change(id, before, after)
    return Change(id, before, after, tuple(operand for operand in after.operands if operand in differing))


def uncorrected(found: Iterable[Change], corrections: Iterable[Correction]) -> tuple[Change, ...]:
    """The changes that no correction tells of, with the value that was and the value that is."""
    told = {(entry.number, entry.was, entry.now) for entry in corrections}
    return tuple(one for one in found if one.is_correction and (one.id, one.was, one.now) not in told)
