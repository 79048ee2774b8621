"""Days told in prose by pointing, where the words make it one day: "the first Friday of July", "the 27th", "next Sunday".

A bare weekday, "yesterday" and "three days ago" are left alone in prose: the first two hold no number, the last is a
duration. For languages that put the rank before its noun; what they point with is data.
"""

from __future__ import annotations

from dataclasses import replace

from nisba.reading.dates import SHIFT, Dates
from nisba.reading.moments import Moment, Nth, When
from nisba.reading.numerals import Numerals
from nisba.reading.ordinals import ordinal
from nisba.reading.tokens import Tokens

_SPOKEN = 20  # "on the second" may be of anything; "on the twenty-second" is a day
_WEEK, _LONGEST = 7, 31

#: A symbolic day, its first token and the token after it.
Pointed = tuple[When, int, int]


def pointed(dates: Dates, place: int) -> Pointed | None:
    """The longest day told by pointing whose first word, its article aside, stands at a place."""
    tokens, kinds = dates.tokens, dates.tokens.kinds(place)
    found = []
    if tokens[place].is_digits or "ordinal" in kinds or "tens" in kinds:
        found += [_ranked_weekday(dates, place), _of_month(dates, place), _alone(tokens, place)]
    if "weekdays" in kinds:
        found += [_weekday_rank(dates, place), _of_week(dates, place)]
    if "relative" in kinds:
        found += [_next(dates, place)]
    if "units" in kinds:
        found += [_over_one(dates, place)]
    if "holidays" in kinds:
        found += [_holiday(dates, place)]
    found += [_from_now(dates, place)]
    return max((one for one in found if one), key=lambda one: one[2], default=None)


def _start(tokens: Tokens, place: int) -> int:
    """The place of the article before, which such a day is told with."""
    return place - (tokens.get(place - 1, "definite") is not None)


def _month(dates: Dates, place: int) -> tuple[Moment, int] | None:
    """After "of": a month by its name, or "next month"."""
    start = dates.of(place)
    if start == place:
        return None
    if (relative := dates.relative(start)) and dates.noun(relative[1], "month"):
        return Moment(shift=relative[0], unit="month"), relative[1] + 1
    date = dates.at(start)
    named = date is not None and date.moment.month and not date.moment.day and not date.moment.hijri
    return (date.moment, date.last) if date and named else None


def _ranked_weekday(dates: Dates, place: int) -> Pointed | None:
    """As in "The first Friday of July", "the third Wednesday of last month"."""
    rank = ordinal(dates.tokens, place)
    weekday = dates.tokens.get(rank.last, "weekdays") if rank else None
    month = _month(dates, rank.last + 1) if rank and weekday is not None else None
    if rank is None or month is None:
        return None
    return Nth(rank.value, "day", weekday, month[0]), _start(dates.tokens, place), month[1]


def _of_month(dates: Dates, place: int) -> Pointed | None:
    """As in "The 20th of next month"."""
    rank = ordinal(dates.tokens, place)
    month = _month(dates, rank.last) if rank else None
    if rank is None or month is None or month[0].month or not 1 <= rank.value <= _LONGEST:
        return None
    return replace(month[0], day=rank.value), _start(dates.tokens, place), month[1]


def _alone(tokens: Tokens, place: int) -> Pointed | None:
    """As in "On the 27th": a rank with nothing to rank, after a word that leads to a day."""
    rank, start = ordinal(tokens, place), _start(tokens, place)
    if rank is None or start == place or not 1 <= rank.value <= _LONGEST or (rank.spoken and rank.value <= _SPOKEN):
        return None
    ranks = tokens[rank.last].text[0].isalnum() or tokens[rank.last].text == "-"
    if ranks or not tokens.ends(start, "day_lead"):
        return None
    return Moment(day=rank.value, shift=0, unit="month"), start, rank.last


def _weekday_rank(dates: Dates, place: int) -> Pointed | None:
    """As in "Thursday the 21st"."""
    tokens = dates.tokens
    after = place + 1 + (tokens[place + 1].text == ",")
    rank = ordinal(tokens, after + 1) if tokens.get(after, "definite") is not None else None
    if rank is None or not 1 <= rank.value <= _LONGEST or tokens[rank.last].text[0].isalpha():
        return None
    return Moment(day=rank.value, shift=0, unit="month", weekday=tokens.get(place, "weekdays")), place, rank.last


def _of_week(dates: Dates, place: int) -> Pointed | None:
    """As in "Friday next week", "Sunday of last week"."""
    relative = dates.relative(dates.of(place + 1))
    if relative is None or not dates.noun(relative[1], "week"):
        return None
    week = Moment(shift=relative[0], unit="week")
    return Nth(1, "day", dates.tokens.get(place, "weekdays"), week), place, relative[1] + 1


def _next(dates: Dates, place: int) -> Pointed | None:
    """As in "Next Sunday", which is of next week, and "next week Sunday"."""
    tokens = dates.tokens
    found = tokens.phrase(place, "relative")
    if found is None:
        return None
    week = dates.noun(found[0], "week")
    weekday = tokens.get(found[0] + week, "weekdays")
    if weekday is None or (not week and SHIFT[found[1]] != 1):
        return None
    return Nth(1, "day", weekday, Moment(shift=SHIFT[found[1]], unit="week")), place, found[0] + week + 1


def _over_one(dates: Dates, place: int) -> Pointed | None:
    """As in "The day after tomorrow"; a day nearer than that is left alone."""
    found = dates.tokens.phrase(place, "days")
    if found is None or abs(int(found[1])) <= 1:
        return None
    return Moment(shift=int(found[1]), unit="day"), _start(dates.tokens, place), found[0]


def _from_now(dates: Dates, place: int) -> Pointed | None:
    """As in "Three weeks from tomorrow", "two Sundays from now"."""
    tokens = dates.tokens
    number = Numerals(tokens).at(place)
    if number is None or number.value.denominator != 1:
        return None
    unit, weekday = tokens.get(number.last, "units"), tokens.get(number.last, "weekdays")
    lead = tokens.phrase(number.last + 1, "ahead") if unit or weekday is not None else None
    day = tokens.phrase(lead[0], "days") if lead else None
    if day is None:
        return None
    count, off = int(number.value), int(day[1])
    if unit is None:
        return (Nth(count, "day", weekday), place, day[0]) if off == 0 else None
    if unit[0] not in ("day", "week"):
        return None
    return Moment(shift=count * (_WEEK if unit[0] == "week" else 1) + off, unit="day"), place, day[0]


def _holiday(dates: Dates, place: int) -> Pointed | None:
    """As in "On Christmas", "Thanksgiving 2010", "Father's Day": a name that may mean a season needs "on" or a year."""
    tokens = dates.tokens
    found = tokens.phrase(place, "holidays")
    if found is None:
        return None
    month, *day = (int(part) for part in found[1].split(" "))
    moment, last = dates.tail(Moment(month=month), found[0])
    told = last > found[0] or found[0] > place + 1 or tokens.ends(place, "on_day")
    if not told:
        return None
    if len(day) == 1:
        return replace(moment, day=day[0]), place, last
    return Nth(day[0], "day", day[1], moment), place, last
