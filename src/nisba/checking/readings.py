"""Readings: every honest way of reading a comparison, with every figure it could be made with, and what comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nisba.checking.formulas import compare, evaluate
from nisba.checking.grammar import Binary, Call, Constant, Name, Node, parse, written
from nisba.checking.numbers import Number
from nisba.checking.verdicts import Robustness, Verdict
from nisba.errors import FormulaError, ScopeError
from nisba.gathering import Reading, Statement, Story
from nisba.intervals import Interval


@dataclass(frozen=True, slots=True)
class Cell:
    """A statement under one reading.

    Args:
        reading: id of the reading.
        number: id of the ratio; empty where there is none.
        value: the ratio; None where there is none.
        verdict: whether the statement holds on it.
        refused: why there is no ratio: ``no-figure``, ``other-place``, ``other-thing`` or ``other-period``; else empty.
    """

    reading: str
    number: str
    value: Interval | None
    verdict: Verdict
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement under all its readings, with one baseline.

    Args:
        statement: id of the statement.
        baseline: id of the cited figure that the comparison is made with; empty where the story compares its own numbers.
        robustness: how it fares over the readings that could be computed.
        cells: its readings.
    """

    statement: str
    baseline: str
    robustness: Robustness
    cells: tuple[Cell, ...]


def robustness(verdicts: Iterable[Verdict]) -> Robustness:
    """How a statement fares over several verdicts; undecided ones count for neither side."""
    decided = {verdict for verdict in verdicts if verdict is not Verdict.UNDECIDED}
    if not decided:
        return Robustness.UNKNOWN
    if len(decided) > 1:
        return Robustness.DEPENDS
    return Robustness.ROBUST if Verdict.HOLDS in decided else Robustness.FALSE


def over_baselines(findings: Iterable[Finding], statement: str) -> Robustness:
    """How a statement fares over all its readings with every figure that it can be compared with."""
    return robustness(cell.verdict for finding in findings if finding.statement == statement for cell in finding.cells)


def read_ratios(story: Story, numbers: Mapping[str, Number]) -> tuple[dict[str, Number], dict[tuple[str, str], str]]:
    """The ratio of each reading with each baseline.

    Returns:
        the ratios by id, see :func:`ratio_id`, and why the others were refused, by reading and baseline.
    """
    ratios: dict[str, Number] = {}
    refused: dict[tuple[str, str], str] = {}
    for reading in story.readings:
        for baseline in _baselines(story):
            try:
                ratio = _ratio(reading, story.baseline, baseline, numbers)
            except ScopeError as error:
                refused[reading.id, baseline] = error.reason
            else:
                if ratio is None:
                    refused[reading.id, baseline] = "no-figure"
                else:
                    ratios[ratio.id] = ratio
    return ratios, refused


def judge(story: Story, numbers: Mapping[str, Number], *, kind: str = "every") -> tuple[Finding, ...]:
    """Judge every statement with every baseline under its readings.

    Args:
        story: the statements and readings.
        numbers: the reported and cited numbers.
        kind: judge only readings of this kind; ``every`` for all.

    Raises:
        FormulaError: a reading's formula cannot be computed, or a statement's condition cannot be read.
    """
    ratios, refused = read_ratios(story, numbers)
    chosen = {reading.id: reading for reading in story.readings if kind in ("every", reading.kind)}
    return tuple(
        _finding(statement, baseline, [chosen[name] for name in statement.readings if name in chosen], ratios, refused)
        for statement in story.statements
        for baseline in _baselines(story)
    )


def ratio_id(reading: str, baseline: str) -> str:
    """The id of a reading's ratio with a baseline; without one the comparison is among the report's own numbers."""
    return f"{reading}-with-{baseline or 'own'}"


def _baselines(story: Story) -> tuple[str, ...]:
    """The cited figures to compare with; none, once, where the story compares its own numbers."""
    if not story.baseline:
        return ("",)
    return tuple(cited.id for cited in story.candidates)


def _ratio(reading: Reading, name: str, baseline: str, numbers: Mapping[str, Number]) -> Number | None:
    if not reading.formula:
        return None
    formula = written(_renamed(parse(reading.formula), name, baseline))
    return evaluate(formula, numbers, id=ratio_id(reading.id, baseline))


def _renamed(node: Node, old: str, new: str) -> Node:
    match node:
        case Name(id):
            return Name(new) if id == old else node
        case Call(function, arguments):
            return Call(function, tuple(_renamed(argument, old, new) for argument in arguments))
        case Binary(sign, left, right):
            return Binary(sign, _renamed(left, old, new), _renamed(right, old, new))
    return node


def _finding(
    statement: Statement,
    baseline: str,
    readings: list[Reading],
    ratios: Mapping[str, Number],
    refused: Mapping[tuple[str, str], str],
) -> Finding:
    cells = tuple(
        _cell(
            statement, reading.id, ratios.get(ratio_id(reading.id, baseline)), refused.get((reading.id, baseline), "")
        )
        for reading in readings
    )
    return Finding(statement.id, baseline, robustness(cell.verdict for cell in cells), cells)


def _cell(statement: Statement, reading: str, ratio: Number | None, refused: str) -> Cell:
    if ratio is None:
        return Cell(reading, "", None, Verdict.UNDECIDED, refused)
    match parse(f"ratio {statement.holds}"):
        case Binary(sign, Name("ratio"), Constant(bound)):
            verdict = compare(ratio.value, sign, Interval.exactly(bound))
            return Cell(reading, ratio.id, ratio.value, verdict)
    raise FormulaError(statement.holds, "is no condition on a ratio", "write > 1 or >= 2")
