"""What the words of a date say, before it is known which day "this year" was: symbolic times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from nisba.periods import Period


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, year, or a part of one, as far as the words name it.

    Args:
        year, month, day: as written; None where not named.
        hijri: they are of the Islamic calendar.
        shift: -1 for "last", 0 for "this", 1 for "next", counted in ``unit``.
        unit: what ``shift`` counts; ``month_name`` where a named month is meant ("last July").
        part: (n, k): the n-th of k equal parts of it (second half: (2, 2); third quarter: (3, 4)).
        edge: ``start``, ``early``, ``middle``, ``late`` or ``end`` of it.
        season: a quarter of the year by the name of its season.
        same: it repeats the period spoken of before ("the same year").
        weekday: 0 for Monday; tells the year of a day that is named without one.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False
    shift: int | None = None
    unit: str | None = None
    part: tuple[int, int] | None = None
    edge: str | None = None
    season: str | None = None
    same: bool = False
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one moment to another, both included."""

    first: Moment
    last: Moment


@dataclass(frozen=True, slots=True)
class Around:
    """The n units before (``shift`` -1) or after (1) the day of the report; 0 leaves the place open."""

    number: Fraction
    unit: str
    shift: int


When = Moment | Stretch | Around


@dataclass(frozen=True, slots=True)
class Clock:
    """What relative times are resolved against.

    Args:
        today: the day of the report, or the last day that its text speaks of; None where neither is known.
        ahead: the words around it look forward ("by", "expected").
        before: the period spoken of last.
    """

    today: date | None
    ahead: bool = False
    before: Period | None = None
