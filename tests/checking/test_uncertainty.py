"""The interval of a ratio of two Poisson rates, against published and hand-made values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nisba.checking.uncertainty import poisson_interval


def test_the_exact_binomial_limits_are_those_of_the_tables() -> None:
    """Ten of twenty has the exact 95 % limits 0.272 and 0.728 (Clopper and Pearson's tables), so odds 0.374 and 2.676."""
    interval = poisson_interval(10, 100, 10, 100)
    assert float(interval.lo or 0) == pytest.approx(0.374, abs=0.0015)
    assert float(interval.hi or 0) == pytest.approx(2.676, abs=0.01)


@given(st.integers(1, 400), st.integers(1, 366), st.integers(1, 400), st.integers(1, 366))
def test_the_interval_holds_the_ratio_itself(count: int, days: int, base: int, base_days: int) -> None:
    """The ratio of the two rates lies in its interval, up to the four published decimals."""
    interval = poisson_interval(count, days, base, base_days)
    ratio = count / days / (base / base_days)
    assert float(interval.lo or 0) - 1e-4 <= ratio <= float(interval.hi or 0) + 1e-4


def test_longer_periods_scale_the_rates() -> None:
    """The same counts over half the days give twice the ratio."""
    whole, half = poisson_interval(50, 200, 40, 200), poisson_interval(50, 100, 40, 200)
    assert float(half.lo or 0) == pytest.approx(2 * float(whole.lo or 1), abs=2e-4)
