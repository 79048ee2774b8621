"""Periods: calendar days, both ends counted."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nisba.periods import Period, uncovered


@pytest.mark.parametrize(
    ("text", "days", "months"),
    [
        ("2023", 365, 12),
        ("2024", 366, 12),
        ("2024-02", 29, 1),
        ("2024-01-01/2024-06-30", 182, 6),
        ("2024-01/2024-06", 182, 6),
        ("2024-05-17", 1, None),
        ("2023-12-15/2024-01-14", 31, None),
    ],
)
def test_a_period_has_so_many_days_and_whole_months(text: str, days: int, months: int | None) -> None:
    """A period has so many days, and whole months only if it consists of whole months."""
    period = Period.parse(text)
    assert (period.days, period.months) == (days, months)


@pytest.mark.parametrize("text", ["", "2024-13", "June 2024", "2024-06-30/2024-01-01", "2024-06-31", "٢٠٢٤"])
def test_what_is_no_period_is_refused(text: str) -> None:
    """What is no period, or ends before it starts, is refused."""
    with pytest.raises(ValueError, match=r"."):
        Period.parse(text)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_written_and_read_again_is_the_same(a: date, b: date) -> None:
    """A period written as ISO 8601 and read again is the same."""
    period = Period(min(a, b), max(a, b))
    assert Period.parse(str(period)) == period


def test_the_days_after_a_part_and_the_part_make_the_whole() -> None:
    """A period cut in two has no day twice and none missing."""
    whole, part = Period.parse("2024-01-01/2024-06-30"), Period.parse("2024-01-01/2024-03-31")
    rest = Period.after(part.end, whole.end)
    assert str(rest) == "2024-04-01/2024-06-30"
    assert part.days + rest.days == whole.days


_DAYS = st.dates(date(2024, 1, 1), date(2024, 3, 31))
_PERIODS = st.tuples(_DAYS, _DAYS).map(lambda ends: Period(min(ends), max(ends)))


def _days(*periods: Period) -> set[int]:
    return {day for period in periods for day in range(period.start.toordinal(), period.end.toordinal() + 1)}


@given(_PERIODS, st.lists(_PERIODS, max_size=5))
def test_what_is_left_is_each_day_that_was_not_taken(whole: Period, taken: list[Period]) -> None:
    """Stretches in order, each as long as it can be, of just the days of the one that are in none of the others."""
    left = whole.without(*taken)
    assert _days(*left) == _days(whole) - _days(*taken)
    assert all((after.start - before.end).days > 1 for before, after in pairwise(left))
    assert all(whole.shares(one) == bool(_days(whole) & _days(one)) for one in taken)


def test_the_stretches_between_periods() -> None:
    """Two months, and the one between them; of one period, or of none, there is nothing between."""
    january, march = Period.parse("2025-01"), Period.parse("2025-03")
    assert [str(gap) for gap in uncovered([march, january])] == ["2025-02-01/2025-02-28"]
    assert uncovered([january]) == uncovered([]) == ()
