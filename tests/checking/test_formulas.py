"""Formulas: exact arithmetic over named numbers, and what may be compared with what."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import rows, table
from nisba.checking.formulas import compare, evaluate, holds, resolved
from nisba.checking.grammar import Binary, Constant, Name, Node, names, parse, written
from nisba.checking.numbers import Number, Scope, Status
from nisba.checking.verdicts import Verdict
from nisba.errors import FormulaError, ScopeError
from nisba.intervals import Interval
from nisba.periods import Period

CASES = Path(__file__).with_name("formulas.toml")


def _number(name: str, value: str, what: str, where: str, when: str) -> Number:
    scope = Scope(what, frozenset(where.split()), Period.parse(when) if when else None)
    return Number(name, Status.REPORTED, Interval.parse(value), scope)


NUMBERS = {name: _number(name, *columns) for name, columns in table(CASES)["numbers"].items()}


@rows(CASES, "values", "formula", "value")
def test_a_formula_has_exactly_the_value_worked_by_hand(formula: str, value: str) -> None:
    """A formula has exactly the value worked by hand, with open ends where an operand is open."""
    assert str(evaluate(formula, NUMBERS).value) == value


@rows(CASES, "refused", "formula", "reason")
def test_unlike_things_places_and_periods_are_not_combined(formula: str, reason: str) -> None:
    """Unlike things, places and periods are refused, and the error says which of them differs."""
    with pytest.raises(ScopeError) as refused:
        evaluate(formula, NUMBERS)
    assert refused.value.reason == reason


@rows(CASES, "wrong", "formula", "says")
def test_a_wrong_formula_is_answered_with_what_is_wrong(formula: str, says: str) -> None:
    """A wrong formula is answered with what is wrong and the way out."""
    with pytest.raises(FormulaError) as error:
        evaluate(formula, NUMBERS)
    assert says in str(error.value)


@rows(CASES, "conditions", "condition", "verdict")
def test_a_condition_holds_only_on_every_value_allowed(condition: str, verdict: str) -> None:
    """A condition holds or fails only if it does so for every value that the intervals allow."""
    assert holds(condition, NUMBERS).value == verdict


def test_the_result_remembers_what_it_was_made_of() -> None:
    """The result names its operands in order of appearance and keeps the formula in one way of writing."""
    result = evaluate("(attacks)/  attacks-before", NUMBERS, id="so-far")
    assert (result.operands, result.formula, result.status) == (
        ("attacks", "attacks-before"),
        "attacks / attacks-before",
        Status.COMPUTED,
    )


def test_a_length_is_counted_as_the_run_asks() -> None:
    """``length`` and ``year-length`` become days or months, as the parameter says."""
    assert resolved("a * year-length(a) / length(a)", "months") == "a * year-months(a) / months(a)"


_NAMES = st.sampled_from(["a", "b-c", "d2-e"]).map(Name)
_NODES = st.recursive(
    _NAMES | st.integers(0, 99).map(lambda n: Constant(Fraction(n))),
    lambda inner: st.builds(Binary, st.sampled_from(["+", "-", "*", "/"]), inner, inner),
    max_leaves=12,
)


@given(_NODES)
def test_a_formula_written_and_read_again_is_the_same(node: Node) -> None:
    """A formula written out and read again is the same formula, brackets and all."""
    assert parse(written(node)) == node
    assert set(names(node)) <= {"a", "b-c", "d2-e"}


_ENDS = st.fractions(-50, 50, max_denominator=9)
_INTERVALS = st.tuples(_ENDS, _ENDS).map(lambda ends: Interval(min(ends), max(ends)))


@given(_INTERVALS, _INTERVALS, st.data())
def test_a_decided_comparison_is_true_of_every_pair_of_values(
    left: Interval, right: Interval, data: st.DataObject
) -> None:
    """What a comparison decides is true of every pair of values the two intervals allow."""
    a = data.draw(st.fractions(left.lo, left.hi))
    b = data.draw(st.fractions(right.lo, right.hi))
    for sign, truth in ((">", a > b), (">=", a >= b), ("<", a < b), ("<=", a <= b), ("==", a == b)):
        verdict = compare(left, sign, right)
        assert verdict is Verdict.UNDECIDED or (verdict is Verdict.HOLDS) == truth
