"""Which numbers are likely wrong, where several checks fail together: the fewest repairs that mend them all.

Following the idea of a minimal diagnosis (Reiter, *A theory of diagnosis from first principles*, 1987): one number first, since
two slips in one report are much rarer than one that shows twice; two or three only where no single one explains checks
that share numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from nisba.checking.inferred.judging import Relation, judged_with, shown
from nisba.checking.repairs import Repair
from nisba.checking.verdicts import Verdict

_MOST = 3  # numbers of a set
_TRIED = 24  # repairs that sets are made of, the best first


@dataclass(frozen=True, slots=True)
class Fault:
    """One number that would be another if it were the slip behind failed checks.

    Args:
        repair: the number, what it is and what it would be.
        mends: the failed checks that would hold.
        breaks: the checks that hold and no longer would.
    """

    repair: Repair
    mends: tuple[Relation, ...]
    breaks: tuple[Relation, ...]


def faults(relations: Sequence[Relation]) -> tuple[Fault, ...]:
    """Every repair that is offered, the one that mends most and breaks least first; else as the checks rank them."""
    failed = [r for r in relations if r.verdict is Verdict.FAILS]
    held = [r for r in relations if r.verdict is Verdict.HOLDS]
    offered = {(p.number, p.becomes): p for r in failed for p in r.check.repairs}
    found = [
        Fault(
            repair,
            tuple(r for r in failed if judged_with(r, {repair.number: repair.becomes}) is Verdict.HOLDS),
            tuple(r for r in held if judged_with(r, {repair.number: repair.becomes}) is not Verdict.HOLDS),
        )
        for repair in offered.values()
    ]
    return tuple(sorted(found, key=lambda fault: (-len(fault.mends), len(fault.breaks))))


def smallest(repairs: Sequence[Repair], failed: Sequence[Relation]) -> tuple[Repair, ...]:
    """The fewest repairs, two or three, that together mend all of some failed checks; none where a single one does.

    Args:
        repairs: those that are offered, the best first.
        failed: failed checks that share numbers.
    """
    numbers = {m.number.id for relation in failed for m in relation.mentions}
    offered = [repair for repair in repairs if repair.number in numbers][:_TRIED]
    for size in range(1, _MOST + 1):
        for chosen in combinations(offered, size):
            values = {repair.number: repair.becomes for repair in chosen}
            apart = len(values) == size
            if apart and all(judged_with(relation, values) is Verdict.HOLDS for relation in failed):
                return chosen if size > 1 else ()
    return ()


def _connected(failed: Sequence[Relation]) -> list[list[Relation]]:
    """The failed checks in groups that share numbers, those that stand alone left out."""
    groups: list[tuple[set[str], list[Relation]]] = []
    for relation in failed:
        names = {m.number.id for m in relation.mentions}
        touching = [group for group in groups if group[0] & names]
        groups = [group for group in groups if group not in touching]
        merged = names.union(*(group[0] for group in touching))
        groups.append((merged, [*(one for group in touching for one in group[1]), relation]))
    return [group for _, group in groups if len(group) > 1]


def explained(relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations, the repairs of each failed one in the order of what they mend and break in the whole report.

    Where one repair mends several failed checks, each of them says so: its number and the others cannot all be right.
    """
    order = faults(relations)
    sets = {
        relation.check.id: found
        for group in _connected([r for r in relations if r.verdict is Verdict.FAILS])
        if (found := smallest([fault.repair for fault in order], group))
        for relation in group
    }
    places = {(fault.repair.number, fault.repair.becomes): place for place, fault in enumerate(order)}

    def told(relation: Relation) -> Relation:
        if relation.verdict is not Verdict.FAILS:
            return relation
        repairs = tuple(sorted(relation.check.repairs, key=lambda r: places[(r.number, r.becomes)]))
        relation = replace(relation, check=replace(relation.check, repairs=repairs))
        shared = next(
            (f for f in order if relation.check.id in {r.check.id for r in f.mends} and len(f.mends) > 1), None
        )
        relation = replace(relation, why=f"{relation.why} {_said(shared)}") if shared else relation
        needed = sets.get(relation.check.id, ())
        return replace(relation, why=f"{relation.why} {_said_together(needed)}") if needed else relation

    return tuple(told(relation) for relation in relations)


def _said(fault: Fault) -> str:
    was, becomes = shown(fault.repair.was), shown(fault.repair.becomes)
    return f"{becomes} in place of {was} would explain {len(fault.mends)} failed checks."


def _said_together(needed: Sequence[Repair]) -> str:
    changes = " and ".join(f"{shown(repair.becomes)} in place of {shown(repair.was)}" for repair in needed)
    return f"No single number explains the failed checks that share numbers here; {changes} together would."
