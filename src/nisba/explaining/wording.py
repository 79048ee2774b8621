"""Wording: the only place that rounds, and the only place that writes a number, a date or a period for people.

Rules, in one place:

- Values are exact until here. A value is rounded half to even on the exact fraction, never on a binary float.
- Ratios and rates have two decimals, counts one, per cents none; a whole value is written without decimals.
- A value that is not 0 or 1 (nothing, all, "the same as") is never written as if it were: it gets more decimals.
  A caller that compares a value with another threshold names it in ``against``.
- A figure that a source prints is never rounded: 6.45 % stays 6.45 %.
- An open floor is rounded down and an open ceiling up, so that "more than" and "at most" stay true. An open end is
  never given a value.
- A range whose ends read the same at this precision is written once; neighbouring whole counts are "13 or 14".
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from nisba.checking.numbers import Number, Status
from nisba.explaining.messages import Messages
from nisba.gathering import Story, Words
from nisba.intervals import Interval
from nisba.periods import Period

DECIMALS: Mapping[str, int] = {"count": 1, "ratio": 2, "rate": 2, "percent": 0, "percentage": 1, "points": 1}
"""Decimals of each way to show a number; of a per cent, after the multiplication by 100.

A ``percent`` is a share between 0 and 1; a ``percentage`` is worth what is printed (6.4 for 6.4 %), as a report has it, and
two of them differ by ``points``.
"""

_UNITED: Mapping[str, str] = {"percent": "number-percent", "percentage": "number-percent", "points": "number-points"}
_AS_PRINTED = frozenset({Status.REPORTED, Status.CITED})

LANDMARKS = (Fraction(0), Fraction(1))
"""Values that a rounded figure must not be mistaken for."""

_MOST_DECIMALS = 12
_Rounding = Callable[[Fraction], int]


def rounded(
    value: Fraction, decimals: int, landmarks: Iterable[Fraction] = LANDMARKS, rounding: _Rounding = round
) -> tuple[Fraction, int]:
    """A value rounded for print, and the decimals it is printed with.

    Args:
        value: the exact value.
        decimals: how many to keep, unless that makes the value look like a landmark, or the value is whole.
        landmarks: values that it must stay on its own side of.
        rounding: ``round`` (half to even), ``math.floor`` or ``math.ceil``.
    """
    if value.denominator == 1:
        return value, 0
    near = [landmark for landmark in landmarks if landmark != value]
    for places in range(decimals, _MOST_DECIMALS):
        shown = Fraction(rounding(value * 10**places), 10**places)
        if all((shown > landmark) == (value > landmark) and shown != landmark for landmark in near):
            return shown, places
    return value, _MOST_DECIMALS


def places_of(number: Number) -> int:
    """The decimals that a number is printed with: of a figure that a source prints, all that it has."""
    least = DECIMALS[number.show]
    if number.status not in _AS_PRINTED or number.show == "percent":
        return least
    ends = [end for end in (number.value.lo, number.value.hi) if end is not None]
    exact = (n for n in range(least, _MOST_DECIMALS) if all((end * 10**n).denominator == 1 for end in ends))
    return next(exact, least)


class Wording:
    """Numbers, dates and periods in one language.

    Args:
        language: language of the edition, a folder of messages.
        digits: numbering system of the digits: ``latn`` (0-9) or ``arab`` (Arabic-Indic).
        dates: how dates are written, such as ``month-first``; the language's first way where empty.

    Raises:
        MessageError: there are no messages in that language, or it has no such digits.
    """

    def __init__(self, language: str, digits: str = "latn", dates: str = "") -> None:
        self.language, self.digits = language, digits
        self.messages = Messages(language)
        self._style = dates or "usual"  # no language has a way of that name, so that its first is taken
        self.locale = self.messages("wording-locale", style=self._style)
        self._day = self.messages("date-pattern", style=self._style)
        self._digits = str.maketrans("0123456789", self.messages(f"digits-{digits}"))
        self._decimal, self._group = self.messages(f"decimal-{digits}"), self.messages(f"group-{digits}")
        self._grouping_from = int(self.messages("grouping-from"))

    def number(self, number: Number, against: Iterable[Fraction] = ()) -> str:
        """A named number as people read it."""
        return self.value(number.value, number.show, against=against, decimals=places_of(number))

    def value(
        self, value: Interval, show: str = "count", *, against: Iterable[Fraction] = (), decimals: int | None = None
    ) -> str:
        """An interval as people read it: ``153``, ``more than 9,000``, ``about 2,500``, ``0.22–0.24``, ``26%``.

        Args:
            value: the interval.
            show: one of :data:`DECIMALS`.
            against: thresholds that the value is compared with on the page; rounding does not cross them.
            decimals: how many, where not as many as its way to be shown has.
        """
        landmarks, places = (*LANDMARKS, *against), DECIMALS[show] if decimals is None else decimals
        low, high = value.lo, value.hi
        if low is None and high is None:
            return self.messages("number-unknown")
        if high is None and low is not None:
            id = "number-more-than" if value.strict else "number-at-least"
            return self.messages(id, value=self._united(self._figure(low, show, places, landmarks, math.floor), show))
        if low is None and high is not None:
            id = "number-less-than" if value.strict else "number-at-most"
            return self.messages(id, value=self._united(self._figure(high, show, places, landmarks, math.ceil), show))
        text = self._united(self._bounded(value, show, places, landmarks), show)
        return self.messages("number-about", value=text) if value.approx else text

    def _bounded(self, value: Interval, show: str, places: int, landmarks: Iterable[Fraction]) -> str:
        low, high = (self._figure(end, show, places, landmarks) for end in (value.lo, value.hi) if end is not None)
        if low == high:
            return low
        whole = show == "count" and value.lo is not None and value.lo.denominator == 1
        neighbours = whole and value.hi is not None and value.lo is not None and value.hi - value.lo == 1
        return self.messages("number-either" if neighbours else "number-range", low=low, high=high)

    def _united(self, text: str, show: str) -> str:
        return self.messages(_UNITED[show], value=text) if show in _UNITED else text

    def _figure(
        self, value: Fraction, show: str, places: int, landmarks: Iterable[Fraction], rounding: _Rounding = round
    ) -> str:
        """One value in digits, rounded as declared at the head of this module."""
        scale = 100 if show == "percent" else 1
        shown, places = rounded(value * scale, places, [mark * scale for mark in landmarks], rounding)
        whole, part = divmod(abs(shown), 1)
        grouped = f"{whole:,}" if whole >= self._grouping_from else str(whole)
        decimals = f"{int(part * 10**places):0{places}}" if places else ""
        text = grouped.replace(",", self._group) + (self._decimal + decimals if decimals else "")
        text = text.translate(self._digits)
        return self.messages("number-negative", value=text) if shown < 0 else text

    def exact(self, value: Fraction, show: str = "count") -> str:
        """One exact value in words."""
        return self.value(Interval.exactly(value), show)

    def counted(self, id: str, count: int, **variables: str) -> str:
        """A message whose form depends on a count, which it prints as ``$shown``: ``182 days``."""
        return self.messages(id, count=count, shown=self.exact(Fraction(count)), **variables)

    def localised(self, text: str) -> str:
        """A text with its digits, and the signs between them, as this edition writes them; elsewhere nothing changes."""
        if self.digits == "latn":
            return text
        signs = {".": self._decimal, ",": self._group}
        return re.sub(r"(?<=\d)[.,](?=\d)", lambda sign: signs[sign[0]], text).translate(self._digits)

    def spelled(self, count: int, gender: str = "m") -> str:
        """A small count in words, larger ones in digits; ``gender`` is that of the noun beside it (``m`` or ``f``)."""
        return self.messages("spelled", count=count, gender=gender, shown=self.exact(Fraction(count)))

    def category(self, count: int) -> str:
        """The plural category of a count in this language (Unicode CLDR, *Language Plural Rules*)."""
        return str(Locale.parse(self.locale).plural_form(count))

    def days(self, count: int) -> str:
        """A number of days in words."""
        return self.counted("days", count)

    def months(self, count: int) -> str:
        """A number of months in words."""
        return self.counted("months", count)

    def date(self, day: dt.date) -> str:
        """A day in full: ``5 April 2024``."""
        return self._dated(day, self._day)

    def month(self, day: dt.date, *, short: bool = False) -> str:
        """The name of a day's month."""
        return self._dated(day, "MMM" if short else "MMMM")

    def year(self, day: dt.date) -> str:
        """The year of a day."""
        return self._dated(day, "y")

    def period(self, period: Period) -> str:
        """A period: ``2023``, ``January–June 2024``, ``5 April 2024``, ``5–12 April 2024``."""
        first, last = period.start, period.end
        years, months = _whole_years(period), period.months is not None
        if first == last:
            return self.date(first)
        if years:
            return self._joined("period-years", first, last, "y")
        if not months and (first.year, first.month) == (last.year, last.month):
            around = {"month": self._dated(first, "MMMM"), "year": self.year(first), "style": self._style}
            return self._range("period-days", first, last, "d", **around)
        if not months:
            return self._joined("period-span", first, last, self._day)
        if first.year == last.year and first.month != last.month:
            return self._range("period-months", first, last, "MMMM", year=self.year(first))
        return self._joined("period-span", first, last, "MMMM y")

    def places(self, where: Iterable[str], names: Mapping[str, Words]) -> str:
        """Names of places in a row, in the order that the story names them: ``Iraq and Syria``.

        Raises:
            KeyError: the story has no name for a place in this language.
        """
        order = {place: rank for rank, place in enumerate(names)}
        return self.listed(names[place][self.language] for place in sorted(where, key=lambda place: order[place]))

    def listed(self, items: Iterable[str]) -> str:
        """Items in a row, with "and" before the last."""
        return format_list(list(items), locale=self.locale)

    def _dated(self, day: dt.date, pattern: str) -> str:
        return format_date(day, pattern, locale=self.locale).translate(self._digits)

    def _joined(self, id: str, first: dt.date, last: dt.date, pattern: str) -> str:
        """The two ends in one pattern, or the one text that both give."""
        start, end = self._dated(first, pattern), self._dated(last, pattern)
        return start if start == end else self.messages(id, first=start, last=end)

    def _range(self, id: str, first: dt.date, last: dt.date, pattern: str, **shared: str) -> str:
        return self.messages(id, first=self._dated(first, pattern), last=self._dated(last, pattern), **shared)


def _whole_years(period: Period) -> bool:
    start, end = period.start, period.end
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def wording_of(story: Story, language: str) -> Wording:
    """Numbers, dates and periods as a story's house writes them in a language."""
    return Wording(language, story.digits.get(language, "latn"), story.house.dates.get(language, ""))
