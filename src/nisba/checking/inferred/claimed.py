"""Facts, paces, targets and forecasts in one relation: what is told as what is never stands for what is meant to be.

Parts told as facts may be said to make a target, and a target may be a share of what is; but a sum of facts and plans is no
fact, and neither a pace nor a target that differs from a fact contradicts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from nisba.checking.inferred.judging import Relation, shown
from nisba.checking.inferred.passage import Mention
from nisba.checking.numbers import ClaimStatus
from nisba.checking.verdicts import Verdict

_NAMES = {
    ClaimStatus.ACTUAL: "a fact",
    ClaimStatus.PACE: "a pace",
    ClaimStatus.TARGET: "a target",
    ClaimStatus.FORECAST: "a forecast",
    ClaimStatus.ESTIMATE: "an estimate",
}


def claimed(relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations, each with what its numbers are told as; those that add or oppose facts and plans are left open.

    A number that merely equals another of another status repeats nothing, and is left out.
    """
    for relation in relations:
        if not _apart(relation):
            yield _named(relation)
        elif relation.verdict is Verdict.FAILS or relation.check.kind == "sum":
            check = replace(relation.check, verdict=Verdict.UNDECIDED, repairs=())
            why = f"{relation.why} Facts and plans are not held against each other."
            yield _named(replace(relation, check=check, why=why))


def _apart(relation: Relation) -> bool:
    """The relation opposes numbers of different status, or adds numbers of different status to one that is told as a fact."""
    said, *others = relation.mentions
    status, rest = said.number.claim, {m.number.claim for m in others}
    if not rest or rest == {status}:
        return False
    if relation.check.kind == "sum" and relation.verdict is Verdict.HOLDS:
        return status is ClaimStatus.ACTUAL
    if (
        relation.check.kind == "difference"
    ):  # three numbers are tied by the words: a budget's deficit, the size of a rise
        return len(others) == 1
    return relation.check.kind in ("sum", "part") and relation.verdict is Verdict.FAILS


def _named(relation: Relation) -> Relation:
    """What is told as no fact is said to be: a reader must not take a plan for a count."""
    told = [f"{shown(m.value)} is told as {_NAMES[m.number.claim]}" for m in _once(relation.mentions)]
    return replace(relation, why=f"{relation.why} ({'; '.join(told)}.)") if told else relation


def _once(mentions: Iterable[Mention]) -> list[Mention]:
    """The numbers that are told as something else than facts, each once."""
    return list({m.number.id: m for m in mentions if m.number.claim is not ClaimStatus.ACTUAL}.values())
