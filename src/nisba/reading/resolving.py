"""Symbolic times → calendar days, against the day of the report and the period spoken of before."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from nisba.periods import Period
from nisba.reading import hijri
from nisba.reading.moments import Around, Clock, Ending, Moment, Nth, Stretch, When
from nisba.reading.portions import add_months, edge_of, part, told_alone

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7}
_YEAR = 12
_GREGORIAN = 1700  # a year from here on is none of the Islamic calendar
_SOON = timedelta(days=31)
_LONG_AGO = timedelta(days=300)


def resolve(when: When, clock: Clock) -> Period | None:
    """The calendar days that words mean; None where the text does not fix them or they name no real day."""
    try:
        match when:
            case Moment():
                return _moment(when, clock)
            case Nth():
                return _nth(when, clock)
            case Stretch():
                return _stretch(when, clock)
            case Around():
                return _around(when, clock)
            case Ending():
                return _ending(when, clock)
    except (ValueError, OverflowError):
        return None


def _whole(year: int, month: int | None = None, day: int | None = None) -> Period:
    if month is None:
        return Period(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return Period(date(year, month, day), date(year, month, day))


def _moment(moment: Moment, clock: Clock) -> Period | None:
    if moment.unit == "part" and moment.part and clock.today:
        whole = told_alone(*moment.part, clock.today, clock.before)
        return edge_of(whole, moment.edge) if whole and moment.edge else whole
    whole = _unparted(moment, clock)
    if whole and moment.part:
        whole = part(whole, *moment.part)
    return edge_of(whole, moment.edge) if whole and moment.edge else whole


def _unparted(moment: Moment, clock: Clock) -> Period | None:  # noqa: PLR0911 - one line for each sort of moment
    if moment.same:
        return _same(moment, clock)
    if moment.hijri:
        return _islamic(moment, clock)
    if moment.unit in ("fiscal", "part"):
        return None  # its first month is not told
    if moment.season:
        return _season(moment, clock)
    if moment.year is not None:
        return _whole(moment.year, moment.month, moment.day)
    if clock.today is None:
        return None
    if moment.month is None:
        whole = _shifted(moment.unit or "year", moment.shift or 0, clock.today)
        return whole if moment.day is None else _whole(whole.start.year, whole.start.month, moment.day)
    return _named_month(moment, clock, clock.today)


def _islamic(moment: Moment, clock: Clock) -> Period | None:
    """A date of the Islamic calendar, whose year may be a Gregorian one ("Ramadan 2019") or that of the report."""
    year = moment.year
    if year is None and moment.shift is not None and clock.today:
        year = clock.today.year + moment.shift
    if year is not None and moment.month and year >= _GREGORIAN:
        return hijri.within(year, moment.month, moment.day)
    return hijri.period(year, moment.month, moment.day) if year else None


def _same(moment: Moment, clock: Clock) -> Period | None:
    """The day or year named by pointing back ("the 19th of it", "the same year", "the same period of 2014")."""
    if clock.before is None:
        return None
    start = clock.before.start
    if moment.day is not None:
        return _whole(clock.before.end.year, clock.before.end.month, moment.day)
    year = moment.year
    if year is None and moment.shift is not None and clock.today:
        year = clock.today.year + moment.shift
    if year is not None:
        months = (year - start.year) * _YEAR
        last = add_months(clock.before.end + timedelta(days=1), months) - timedelta(days=1)
        return Period(add_months(start, months), last)
    return _whole(start.year) if moment.unit == "year" else clock.before


def _season(moment: Moment, clock: Clock) -> Period | None:
    """Three whole months. "Last summer" is the one that was over when the report appeared."""
    if clock.today is None and moment.year is None:
        return None
    month = _SEASONS[moment.season or "summer"]
    year = moment.year or (clock.today or date.min).year + (moment.shift or 0 if moment.shift == 1 else 0)
    if moment.unit == "year" and moment.year is None and clock.today:
        year = clock.today.year + (moment.shift or 0)
    first = date(year, month, 1)
    last = add_months(first, 3) - timedelta(days=1)
    if clock.today and moment.year is None and moment.unit is None and moment.shift == -1 and last >= clock.today:
        first, last = add_months(first, -_YEAR), add_months(first, -_YEAR + 3) - timedelta(days=1)
    return Period(first, last)


def _shifted(unit: str, shift: int, today: date) -> Period:
    """This, last or next week, month, quarter, half or year."""
    if unit in _DAYS:
        start = today - timedelta(days=today.weekday() if unit == "week" else 0) + timedelta(days=shift * _DAYS[unit])
        return Period(start, start + timedelta(days=_DAYS[unit] - 1))
    length = _MONTHS[unit]
    first = date(today.year, (today.month - 1) // length * length + 1, 1) if length <= _YEAR else date(today.year, 1, 1)
    if length > _YEAR:
        first = date(today.year // (length // _YEAR) * (length // _YEAR), 1, 1)
    first = add_months(first, shift * length)
    return Period(first, add_months(first, length) - timedelta(days=1))


def _named_month(moment: Moment, clock: Clock, today: date) -> Period | None:
    """A month or day without a year: news speaks of the past, unless its words or the calendar point ahead."""
    if moment.shift is not None and moment.unit == "year":
        return _whole(today.year + moment.shift, moment.month, moment.day)
    years = range(today.year - 2, today.year + 3)
    known = [_whole(year, moment.month, moment.day) for year in years if _exists(year, moment)]
    if moment.weekday is not None and moment.day is not None:
        fitting = [period for period in known if period.start.weekday() == moment.weekday]
        if fitting:
            return min(fitting, key=lambda period: abs(period.start - today))
    past = [period for period in known if period.start <= today]
    coming = [period for period in known if period.end >= today]
    if moment.shift is not None:
        return _related_month(moment.shift, known, today)
    soon = bool(coming and past) and coming[0].start - today <= _SOON and today - past[-1].end >= _LONG_AGO
    if coming and moment.day and soon and not clock.behind:
        return coming[0]
    if coming and clock.ahead and (soon or not past or coming[0].start - today <= today - past[-1].end):
        return coming[0]
    return past[-1] if past else None


def _related_month(shift: int, known: list[Period], today: date) -> Period | None:
    """As in "last July", "next July": counted from those over and those to come; "July of this year" by its year."""
    if shift == 0:
        return next((period for period in known if period.start.year == today.year), None)
    over = [period for period in known if period.end < today]
    later = [period for period in known if period.start > today]
    if shift < 0:
        return over[shift] if len(over) >= -shift else None
    return later[shift - 1] if len(later) >= shift else None


def _exists(year: int, moment: Moment) -> bool:
    """29 February is not in every year."""
    return moment.day is None or moment.day <= calendar.monthrange(year, moment.month or 1)[1]


def _nth(nth: Nth, clock: Clock) -> Period | None:
    """The days of a period that fit, counted from its start or its end; without a period, from today."""
    if nth.of is None:
        return _weekday(nth.weekday or 0, nth.number, clock.today) if clock.today else None
    whole, size = resolve(nth.of, clock), _DAYS[nth.unit]
    if whole is None:
        return None
    starts = (whole.start + timedelta(days=day) for day in range(whole.days - size + 1))
    wanted = 0 if nth.unit == "week" else nth.weekday
    fitting = [day for day in starts if wanted is None or day.weekday() == wanted]
    place = nth.number - (nth.number > 0)
    if not -len(fitting) <= place < len(fitting):
        return None
    return Period(fitting[place], fitting[place] + timedelta(days=size - 1))


def _weekday(weekday: int, number: int, today: date) -> Period:
    """The day of that name before (-1), from (0) or after (1, 2) today."""
    ahead = (weekday - today.weekday()) % 7
    if number > 0:
        ahead = (ahead or 7) + 7 * (number - 1)
    elif number < 0:
        ahead += 7 * number
    day = today + timedelta(days=ahead)
    return Period(day, day)


def _stretch(stretch: Stretch, clock: Clock) -> Period | None:
    """From the start of one to the end of the other; what only one end names holds for both."""
    first, last = stretch.first, stretch.last
    if not isinstance(first, Moment) or not isinstance(last, Moment):
        start, end = resolve(first, clock), resolve(last, clock)
        return Period(start.start, end.end) if start and end and start.start <= end.end else None
    first, last = _share(first, last)
    end = resolve(last, replace(clock, before=resolve(first, clock) or clock.before))
    if end is None:
        return None
    start = resolve(first, clock)
    if start and start.start > end.end and first.year is None and first.month:
        start = Period(add_months(start.start, -_YEAR), add_months(start.end, -_YEAR))
    if start and start.start > end.end and last.year is None and last.month:
        end = Period(add_months(end.start, _YEAR), add_months(end.end, _YEAR))
    return Period(start.start, end.end) if start and start.start <= end.end else None


def _share(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """As in "13 to 15 July", "November to January 2024": the month and the year may be named once."""
    if first.hijri or last.hijri:
        first, last = replace(first, hijri=True), replace(last, hijri=True)
    if first.month is None and last.month and (first.day or 0) > (last.day or 31):  # typed from right to left
        first, last = replace(first, day=last.day), replace(last, day=first.day)
    if first.month is None and first.day is not None and last.month is None and last.same:
        first = replace(first, same=True)  # "between the 3rd and the 5th of it"
    elif first.month is None and first.day is not None:
        first = replace(first, month=last.month, shift=last.shift, unit=last.unit)
    if last.month is None and last.day is not None and not last.same:
        last = replace(last, month=first.month, year=last.year or first.year)
    if first.month and last.month and first.year is None and first.shift is None and last.year is not None:
        later = (first.month, first.day or 1) > (last.month, last.day or 31)
        first = replace(first, year=last.year - later)
    if first.month and last.month and last.year is None and last.shift is None and first.year is not None:
        last = replace(last, year=first.year + ((last.month, last.day or 31) < (first.month, first.day or 1)))
    return first, last


def _ending(ending: Ending, clock: Clock) -> Period | None:
    """The days or whole months back from the last day of what they end with."""
    last, days, months = resolve(ending.last, clock), _DAYS.get(ending.unit), _MONTHS.get(ending.unit)
    if last is None or not (days or months):
        return None
    after = last.end + timedelta(days=1)
    start = after - timedelta(days=days * ending.number) if days else add_months(after, -(months or 0) * ending.number)
    return Period(start, last.end)


def _around(around: Around, clock: Clock) -> Period | None:
    """The past or coming n units; past months are whole calendar months, the last one over by the report's day."""
    if clock.today is None or not around.shift or around.number.denominator != 1:
        return None
    number, today = int(around.number), clock.today
    days, months = _DAYS.get(around.unit), _MONTHS.get(around.unit)
    if around.shift < 0 and clock.before and months and clock.before.months == number * months:
        return clock.before
    back: Callable[[date], date]
    if days:
        back = lambda day: day + timedelta(days=around.shift * number * days)  # noqa: E731
    elif months:
        back = lambda day: add_months(day, around.shift * number * months)  # noqa: E731
    else:
        return None
    if around.shift > 0:
        return Period(today + timedelta(days=1), back(today))
    if months and months < _YEAR:  # news counts whole months back from the last one that is over
        today = (today + timedelta(days=1)).replace(day=1) - timedelta(days=1)
    return Period(back(today + timedelta(days=1)), today)
