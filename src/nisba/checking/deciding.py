"""Deciding: which choices decide whether a statement holds, over every combination that could be computed.

All combinations of a reading, its kind and a figure to compare with are a small multiverse (S. Steegen et al., "Increasing
transparency through a multiverse analysis", *Perspectives on Psychological Science* 11(5), 2016). A set of choices decides a
statement where any two combinations that agree in them agree in the verdict; the fewest such choices are what it depends on.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nisba.checking.readings import Finding, over_baselines
from nisba.checking.verdicts import Robustness, Verdict
from nisba.gathering import Reading

CHOICES = ("figure", "kind", "reading")
"""What may be chosen: whose figure it is compared with, which kind of reading, which reading of that kind."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A statement over all combinations.

    Args:
        statement: its id.
        robustness: how it fares over all of them.
        holds: in how many it holds.
        of: how many could be computed and decided.
        choices: the fewest choices that decide it, of ``figure``, ``kind`` and ``reading``; empty where none matters.
        ties: other sets of as few that decide it, too, each with `` + `` between its choices.
        undecided: how many could be computed and leave it open, as with a hedged figure.
    """

    statement: str
    robustness: Robustness
    holds: int
    of: int
    choices: tuple[str, ...]
    ties: tuple[str, ...] = ()
    undecided: int = 0


def decisions(findings: Iterable[Finding], readings: Iterable[Reading]) -> tuple[Decision, ...]:
    """What decides each statement, in the order of the findings."""
    held = tuple(findings)
    kinds = {reading.id: reading.kind for reading in readings}
    return tuple(_decision(held, name, kinds) for name in dict.fromkeys(finding.statement for finding in held))


def _decision(findings: tuple[Finding, ...], statement: str, kinds: Mapping[str, str]) -> Decision:
    computed = [
        ({"figure": finding.baseline, "kind": kinds.get(cell.reading, ""), "reading": cell.reading}, cell.verdict)
        for finding in findings
        if finding.statement == statement
        for cell in finding.cells
        if cell.value is not None
    ]
    rows = [(chosen, verdict) for chosen, verdict in computed if verdict is not Verdict.UNDECIDED]
    holds = sum(verdict is Verdict.HOLDS for _, verdict in rows)
    found = fewest(rows, CHOICES)
    # Who chose the reading has chosen its kind: that the reading decides where its kind does is no second answer.
    implied = {tuple("reading" if name == "kind" else name for name in one) for one in found if "kind" in one}
    first, *others = (one for one in found if one not in implied)
    ties, open_ = tuple(" + ".join(one) for one in others), len(computed) - len(rows)
    return Decision(statement, over_baselines(findings, statement), holds, len(rows), first, ties, open_)


def fewest(rows: Iterable[tuple[Mapping[str, str], Verdict]], choices: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of choices of which the verdict is a function, those of the choices named first before others.

    Args:
        rows: what was chosen in each combination, and what came of it.
        choices: the names of the choices; together they fix the combination.
    """
    held = list(rows)
    sizes = (itertools.combinations(choices, size) for size in range(len(choices) + 1))
    found = (tuple(subset for subset in subsets if _decide(subset, held)) for subsets in sizes)
    return next((subsets for subsets in found if subsets), (choices,))


def _decide(subset: tuple[str, ...], rows: Iterable[tuple[Mapping[str, str], Verdict]]) -> bool:
    """Combinations alike in these choices are alike in the verdict."""
    found: dict[tuple[str, ...], set[Verdict]] = {}
    for chosen, verdict in rows:
        found.setdefault(tuple(chosen[name] for name in subset), set()).add(verdict)
    return all(len(verdicts) == 1 for verdicts in found.values())
