"""Intervals: what a number in the news is worth, and exact arithmetic with open ends."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nisba.intervals import Interval

_ENDS = st.fractions(-100, 100, max_denominator=12)


@st.composite
def _with_value(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval, often with an open end, and one value in it."""
    low, value, high = sorted(draw(st.tuples(_ENDS, _ENDS, _ENDS)))
    lo, hi = draw(st.sampled_from([(low, high), (low, None), (None, high), (None, None)]))
    return Interval(lo, hi), value


def _holds(interval: Interval, value: Fraction) -> bool:
    return (interval.lo is None or interval.lo <= value) and (interval.hi is None or value <= interval.hi)


@pytest.mark.parametrize(
    ("text", "lo", "hi", "approx"),
    [
        ("153", 153, 153, False),
        (">9000", 9000, None, False),
        (">=44", 44, None, False),
        ("<50", None, 50, False),
        ("~2500", 2500, 2500, True),
        ("13..14", 13, 14, False),
        ("1/3", Fraction(1, 3), Fraction(1, 3), False),
        ("2.5", Fraction(5, 2), Fraction(5, 2), False),
        ("~>=3", 3, None, True),
    ],
)
def test_the_plain_notation_is_read(text: str, lo: Fraction, hi: Fraction, approx: bool) -> None:
    """The plain notation of the data files gives the bounds it names."""
    assert Interval.parse(text) == Interval(lo, hi, approx)


@pytest.mark.parametrize("text", ["", "many", "1,000", ">", "1..", "٣", "1e3", "5..4"])
def test_anything_else_is_refused(text: str) -> None:
    """Anything else is refused, never guessed."""
    with pytest.raises(ValueError, match=r"."):
        Interval.parse(text)


@given(_with_value(), _with_value())
def test_results_hold_every_value_the_operands_allow(
    a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]
) -> None:
    """A sum, difference, product and hull hold the result for every value in the operands."""
    (left, x), (right, y) = a, b
    assert _holds(left + right, x + y)
    assert _holds(left - right, x - y)
    assert _holds(left * right, x * y)
    assert _holds(left.hull(right), x)
    assert _holds(left.hull(right), y)


@given(_with_value(), _with_value())
def test_a_ratio_holds_every_quotient(a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]) -> None:
    """A ratio holds the quotient of every pair of values whose divisor is not zero."""
    (left, x), (right, y) = a, b
    assume(y != 0 and right.value != 0)
    assert _holds(left / right, x / y)


def test_nothing_is_divided_by_zero() -> None:
    """A ratio to exactly zero has no value and raises."""
    with pytest.raises(ZeroDivisionError):
        Interval.exactly(1) / Interval.exactly(0)


@given(_with_value(), st.booleans())
def test_written_and_read_again_is_the_same(a: tuple[Interval, Fraction], approx: bool) -> None:
    """An interval with a known end, written and read again, is the same."""
    interval = Interval(a[0].lo, a[0].hi, approx)
    assume(str(interval) != "?")
    assert Interval.parse(str(interval)) == interval


def test_two_floors_have_no_difference() -> None:
    """The difference of two numbers of which only floors are known has no bound."""
    assert Interval(Fraction(70000), None) - Interval(Fraction(43000), None) == Interval(None, None)
