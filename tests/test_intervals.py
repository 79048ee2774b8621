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
    ("text", "interval"),
    [
        ("153", Interval(Fraction(153), Fraction(153))),
        (">9000", Interval(Fraction(9000), None, strict=True)),
        (">=44", Interval(Fraction(44), None)),
        ("<50", Interval(None, Fraction(50), strict=True)),
        ("<=50", Interval(None, Fraction(50))),
        ("~2500", Interval(Fraction(2500), Fraction(2500), approx=True)),
        ("13..14", Interval(Fraction(13), Fraction(14))),
        ("1/3", Interval(Fraction(1, 3), Fraction(1, 3))),
        ("2.5", Interval(Fraction(5, 2), Fraction(5, 2))),
        ("~>=3", Interval(Fraction(3), None, approx=True)),
    ],
)
def test_the_plain_notation_is_read(text: str, interval: Interval) -> None:
    """The plain notation of the data files gives the bounds it names; "more than" is not "at least"."""
    assert Interval.parse(text) == interval


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
    interval = Interval(a[0].lo, a[0].hi, approx, strict=(a[0].lo is None) != (a[0].hi is None))
    assume(str(interval) != "?")
    assert Interval.parse(str(interval)) == interval


def test_two_floors_have_no_difference() -> None:
    """The difference of two numbers of which only floors are known has no bound."""
    assert Interval(Fraction(70000), None) - Interval(Fraction(43000), None) == Interval(None, None)


@pytest.mark.parametrize(
    ("sum_of", "gives"),
    [
        ((">9000", "100"), ">9100"),
        ((">=9000", ">100"), ">9100"),
        ((">=9000", ">=100"), ">=9100"),
        ((">9", "<5"), "?"),
        (("<9", "5"), "<14"),
    ],
)
def test_a_sum_with_more_than_is_more_than(sum_of: tuple[str, str], gives: str) -> None:
    """A sum reaches its end only if every operand reaches its own."""
    left, right = map(Interval.parse, sum_of)
    assert str(left + right) == gives


def test_what_is_more_than_nine_and_what_is_at_most_nine_have_nothing_in_common() -> None:
    """A strict end touches nothing on its other side."""
    assert not Interval.parse(">9").overlaps(Interval.parse("<=9"))
    assert Interval.parse(">=9").overlaps(Interval.parse("<=9"))
