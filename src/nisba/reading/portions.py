"""Parts of a period: the n-th of some equal parts, its first and last day, its early, middle and late third."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from nisba.periods import Period

_YEAR = 12


def add_months(day: date, months: int) -> date:
    """The same day some months on; the last of the month where that month is shorter."""
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def part(whole: Period, number: int, count: int) -> Period | None:
    """The n-th of k parts of a period of whole months; a 12th of a year is a month."""
    months = whole.months
    if not months or months % count or not 1 <= number <= count:
        return None
    size = months // count
    first = add_months(whole.start, (number - 1) * size)
    return Period(first, add_months(first, size) - timedelta(days=1))


def edge_of(whole: Period, edge: str) -> Period:
    """The first or last day, or third, of a period; thirds of a month end on the 10th and the 20th."""
    days = whole.days
    third = days // 3
    match edge:
        case "start":
            return Period(whole.start, whole.start)
        case "end":
            return Period(whole.end, whole.end)
        case "early":
            return Period(whole.start, whole.start + timedelta(days=third - 1))
        case "late":
            return Period(whole.start + timedelta(days=2 * third), whole.end)
    middle = whole.start + timedelta(days=third)
    return Period(middle, middle + timedelta(days=third - 1))


def told_alone(number: int, count: int, today: date, spoken: Period | None) -> Period | None:
    """A part of a year that is not named ("the first quarter"): the last one that had begun when the report appeared.

    Where the year spoken of is long past, it is a part of that.
    """
    if spoken is not None and spoken.start.year < today.year - 1:
        return part(Period(date(spoken.start.year, 1, 1), date(spoken.start.year, 12, 31)), number, count)
    years = (Period(date(year, 1, 1), date(year, 12, 31)) for year in (today.year, today.year - 1))
    found = (part(year, number, count) for year in years)
    return next((period for period in found if period and period.start <= today), None)
