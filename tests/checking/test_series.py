"""Series: releases as rates per month, without counting a month twice."""

from __future__ import annotations

from fractions import Fraction

from nisba.checking.numbers import Status
from nisba.checking.series import rates
from nisba.gathering import Release
from nisba.intervals import Interval
from nisba.periods import Period


def _release(name: str, period: str, **counts: str) -> Release:
    values = {count: Interval.parse(value) for count, value in counts.items()}
    return Release(name, Period.parse(period), ("harbour",), values, {}, "")


QUARTER = _release("q1", "2025-01/2025-03", fires="30", boats=">9", homeless="400")
HALF = _release("h1", "2025-01/2025-06", fires="72", boats="20", homeless="300")


def test_a_release_is_a_rate_per_month() -> None:
    """Thirty fires in three months are ten a month."""
    found = rates([QUARTER], ["fires"])
    assert [(rate.release, rate.per_month) for rate in found] == [("q1", Interval.exactly(10))]


def test_what_a_longer_release_adds_is_had_by_subtraction() -> None:
    """The half-year's 72 less the quarter's 30 are 42 for April to June, computed, 14 a month; no month counts twice."""
    found = rates([HALF, QUARTER], ["fires"])
    assert [(rate.release, str(rate.when), rate.count.value, rate.status) for rate in found] == [
        ("q1", "2025-01-01/2025-03-31", Fraction(30), Status.CITED),
        ("h1-less-q1", "2025-04-01/2025-06-30", Fraction(42), Status.COMPUTED),
    ]


def test_a_hedged_count_is_not_subtracted() -> None:
    """Twenty less "more than nine" is no number, so the remainder leaves it out."""
    assert [rate.release for rate in rates([HALF, QUARTER], ["boats"])] == ["q1"]


def test_a_stock_has_no_rate() -> None:
    """People without a home at the end of a period are no flow: only the counts named as flows are turned into rates."""
    assert rates([HALF, QUARTER], []) == ()


def test_a_period_that_is_not_whole_months_has_no_rate() -> None:
    """A fortnight has no rate per month."""
    assert rates([_release("odd", "2025-01-01/2025-01-14", fires="3")], ["fires"]) == ()
