"""A text that is nothing but a time: a cell of a table, an answer in a form ("yesterday", "two weeks ago", "next Monday").

In prose a day told by pointing holds no number and is left alone, and "three days ago" is a duration; where no other
word stands, the time is all there is to read. Nothing tells then whether a month without a year is over: it is of the
year of the report.
"""

from __future__ import annotations

import calendar
from dataclasses import replace
from fractions import Fraction

from nisba.reading.dates import SHIFT
from nisba.reading.moments import Moment, Nth, Stretch
from nisba.reading.ordinals import ordinal
from nisba.reading.stretches import Timed
from nisba.reading.times import Times

_LONGEST = 16  # tokens; a longer text is prose
_END = frozenset(".!?\u061f\u060c\u061b,;\n\0")
_LAST = -1


class Alone:
    """The grammar of a text that is one time."""

    def __init__(self, times: Times) -> None:
        self.times, self.dates, self.tokens = times, times.dates, times.tokens

    def whole(self) -> Timed | None:
        """The time that is all of the text, a leading "in" and a closing full stop aside."""
        tokens, last = self.tokens, len(self.tokens)
        while last and tokens[last - 1].text in _END:
            last -= 1
        if not 0 < last <= _LONGEST:
            return None
        for place in {0, self.dates.of(0)}:
            for timed in (self._range(place), self._point(place)):
                if timed and timed.last == last and _real(timed):
                    return timed
        return None

    def _range(self, place: int) -> Timed | None:
        """As in "From now to the last day of the month", and all that is a range in prose."""
        opening = self.tokens.phrase(place, "from")
        first = self._point(opening[0]) if opening else None
        to = self.tokens.phrase(first.last, "to") if first else None
        last = self._point(to[0]) if to else self._closing(first.last) if first else None
        if first is None or last is None or isinstance(first.when, Stretch) or isinstance(last.when, Stretch):
            return self._known(place)
        return Timed(Stretch(first.when, last.when), place, last.last)  # type: ignore[arg-type]

    def _closing(self, place: int) -> Timed | None:
        """The end of a range that a glued preposition leads to."""
        word = self.tokens[place].word
        return self._point(place) if word.preposition else None

    def _known(self, place: int) -> Timed | None:
        """A time as it stands in prose; without a year, of the year of the report."""
        timed = self.times.at(place)
        if timed is None or timed.number is not None:
            return None
        when = timed.when
        if isinstance(when, Moment):
            return replace(timed, when=_this_year(when))
        if isinstance(when, Stretch) and isinstance(when.first, Moment) and isinstance(when.last, Moment):
            return replace(timed, when=Stretch(_this_year(when.first), _this_year(when.last)))
        return timed

    def _point(self, place: int) -> Timed | None:
        """The longest single time at a place, by the rules of prose and by those of a text alone."""
        found = (self._known(place), self._pointed(place), self._off(place), self._weekday(place),
                 self._ranked(place), self._month_day(place), self._feast(place))  # fmt: skip
        known = [timed for timed in found if timed and not isinstance(timed.when, Stretch) and _real(timed)]
        return max(known, key=lambda timed: timed.last, default=None)

    # -- days by pointing ----------------------------------------------------------------------------------------

    def _day(self, place: int) -> int:
        """The place after the noun "day", if it stands there."""
        return place + self.dates.noun(place, "day")

    def _pointed(self, place: int) -> Timed | None:
        """As in "Yesterday", "the day after tomorrow", "this day", "the day before"."""
        tokens, after = self.tokens, self._day(place)
        if found := tokens.phrase(after, "days"):
            return _days(int(found[1]), place, found[0])
        this = tokens.phrase(place, "this_before")
        if this and self._day(this[0]) > this[0]:
            return _days(SHIFT.get(str(this[1]), 0), place, this[0] + 1)
        if after == place or not tokens[place].word.definite:
            return None
        relative = self.dates.relative(after)
        return _days(relative[0], place, relative[1]) if relative else _days(0, place, after)

    def _off(self, place: int) -> Timed | None:
        """As in "Two weeks ago", "in three years": days and weeks to the day, months and years by the whole."""
        tokens = self.tokens
        sides = ((-1, tokens.phrase(place, "ago")), (1, tokens.phrase(place, "ahead")))
        side, found = next(((side, found) for side, found in sides if found), (0, None))
        if found is None:
            return None
        number = self.times.stretches.numerals.at(found[0])
        unit = tokens.get(number.last if number else found[0], "units")
        one = Fraction(2 if unit and unit[1] == "two" else 1)
        value, last = (number.value, number.last + 1) if number else (one, found[0] + 1)
        if unit is None or value.denominator != 1 or (number is None and unit[1] == "many"):
            return None
        shift = side * int(value)
        if unit[0] == "week":
            day = self._weekday(last)
            week = Moment(shift=shift, unit="week")
            if day and isinstance(day.when, Nth) and day.when.of is None:
                return Timed(replace(day.when, number=1, of=week), place, day.last)
            return _days(7 * shift, place, last)
        whole = unit[0] in ("day", "month", "quarter", "year")
        return Timed(Moment(shift=shift, unit=unit[0]), place, last) if whole else None

    def _weekday(self, place: int) -> Timed | None:
        """As in "Tuesday", "next Tuesday", "Tuesday of last week"."""
        tokens = self.tokens
        this = tokens.phrase(place, "this_before")
        start = self._day(this[0] if this else place)
        weekday = tokens.get(start, "weekdays")
        if weekday is None:
            return None
        if relative := self.dates.relative(start + 1):
            return Timed(Nth(relative[0], "day", weekday), place, relative[1])
        week = self._known(self.dates.of(start + 1))
        if week and isinstance(week.when, Moment) and week.when.unit == "week":
            return Timed(Nth(1, "day", weekday, week.when), place, week.last)
        return Timed(Nth(0, "day", weekday), place, start + 1)

    def _feast(self, place: int) -> Timed | None:
        """The feast of this year."""
        found = self.tokens.phrase(place, "feasts")
        if found is None:
            return None
        month, day = map(int, found[1].split("-"))
        return Timed(Moment(month=month, day=day, hijri=True, shift=0), place, found[0])

    # -- parts of a month ----------------------------------------------------------------------------------------

    def _ranked(self, place: int) -> Timed | None:
        """As in "The third Tuesday of September", "the last day of the month", the rank before its noun or behind it."""
        rank, after = self._rank(place)
        unit, weekday, last = self._member(after)
        if not rank:
            unit, weekday, after = self._member(place)
            rank, last = self._rank(after)
        if not rank or not unit:
            return None
        of = self._known(self.dates.of(last))
        month = of.when if of and isinstance(of.when, Moment) and of.when.day is None else None
        named = month is not None and (month.month is not None or month.unit in ("month", "year"))
        return Timed(Nth(rank, unit, weekday, month), place, of.last) if of and named else None

    def _rank(self, place: int) -> tuple[int, int]:
        """(rank, place after); -1 is the last one, 0 is none."""
        if found := self.tokens.phrase(place, "final"):
            return _LAST, found[0]
        rank = ordinal(self.tokens, place)
        return (rank.value, rank.last) if rank else (0, place)

    def _member(self, place: int) -> tuple[str, int | None, int]:
        """(day or week, weekday, place after) of what is ranked."""
        after = self._day(place)
        weekday = self.tokens.get(after, "weekdays")
        if weekday is not None:
            return "day", weekday, after + 1
        week = self.dates.noun(place, "week")
        return ("week" if week else "day" if after > place else ""), None, after + week

    def _month_day(self, place: int) -> Timed | None:
        """As in "February the 14th", in languages that mostly put the day first."""
        name = self.tokens.phrase(place, "months")
        rank = ordinal(self.tokens, name[0]) if name else None
        day = rank.value if rank else self.dates.number(name[0], 1, 31) if name else None
        if name is None or not day or day > 31:
            return None
        return Timed(_this_year(Moment(month=name[1], day=day)), place, rank.last if rank else name[0] + 1)


def _days(shift: int, first: int, last: int) -> Timed:
    return Timed(Moment(shift=shift, unit="day"), first, last)


def _real(timed: Timed) -> bool:
    """The weekday of a date is the one it had; "Tuesday the third of September" may else be its third Tuesday."""
    when = timed.when
    if (
        not isinstance(when, Moment)
        or when.weekday is None
        or when.hijri
        or not (when.year and when.month and when.day)
    ):
        return True
    days = calendar.monthrange(when.year, when.month)[1]
    return when.day > days or calendar.weekday(when.year, when.month, when.day) == when.weekday


def _this_year(moment: Moment) -> Moment:
    """The moment, of the year of the report where it is a month that names none."""
    lone = moment.month is not None and moment.year is None and moment.shift is None and not moment.hijri
    return replace(moment, shift=0, unit="year") if lone and moment.weekday is None else moment
