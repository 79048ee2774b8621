"""Which number is likely wrong, where several checks fail together: one repair that mends most and breaks nothing.

Following the idea of a minimal diagnosis (Reiter, *A theory of diagnosis from first principles*, 1987), kept to one number:
two slips in one report are much rarer than one that shows twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nisba.checking.inferred.judging import Relation, judged_with, shown
from nisba.checking.repairs import Repair
from nisba.checking.verdicts import Verdict


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
            tuple(r for r in failed if judged_with(r, repair.number, repair.becomes) is Verdict.HOLDS),
            tuple(r for r in held if judged_with(r, repair.number, repair.becomes) is not Verdict.HOLDS),
        )
        for repair in offered.values()
    ]
    return tuple(sorted(found, key=lambda fault: (-len(fault.mends), len(fault.breaks))))


def explained(relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations, the repairs of each failed one in the order of what they mend and break in the whole report.

    Where one repair mends several failed checks, each of them says so: its number and the others cannot all be right.
    """
    order = faults(relations)
    places = {(fault.repair.number, fault.repair.becomes): place for place, fault in enumerate(order)}

    def told(relation: Relation) -> Relation:
        if relation.verdict is not Verdict.FAILS:
            return relation
        repairs = tuple(sorted(relation.check.repairs, key=lambda r: places[(r.number, r.becomes)]))
        relation = replace(relation, check=replace(relation.check, repairs=repairs))
        shared = next(
            (f for f in order if relation.check.id in {r.check.id for r in f.mends} and len(f.mends) > 1), None
        )
        return replace(relation, why=f"{relation.why} {_said(shared)}") if shared else relation

    return tuple(told(relation) for relation in relations)


def _said(fault: Fault) -> str:
    was, becomes = shown(fault.repair.was), shown(fault.repair.becomes)
    return f"{becomes} in place of {was} would explain {len(fault.mends)} failed checks."
