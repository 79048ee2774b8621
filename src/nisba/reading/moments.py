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
class Nth:
    """The n-th day, weekday or week of a period; of no period, a weekday counted from the day of the report.

    Args:
        number: 1 for the first, -1 for the last; from the day of the report -1 is the last one before it, 0 the next
            one from it on, 1 the next one after it.
        unit: ``day`` or ``week``; of weeks only those that lie in it as a whole.
        weekday: 0 for Monday; None where any day counts.
        of: the period.
    """

    number: int
    unit: str
    weekday: int | None = None
    of: Moment | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one moment to another, both included."""

    first: Moment | Nth
    last: Moment | Nth


@dataclass(frozen=True, slots=True)
class Around:
    """The n units before (``shift`` -1) or after (1) the day of the report; 0 leaves the place open."""

    number: Fraction
    unit: str
    shift: int


@dataclass(frozen=True, slots=True)
class Ending:
    """The n units that end with a moment ("the six months to June")."""

    number: int
    unit: str
    last: Moment


When = Moment | Nth | Stretch | Around | Ending


@dataclass(frozen=True, slots=True)
class Clock:
    """What relative times are resolved against.

    Args:
        today: the day of the report, or the last day that its text speaks of; None where neither is known.
        ahead: the words around it look forward ("by", "expected").
        behind: they look back ("since").
        before: the period spoken of last.
    """

    today: date | None
    ahead: bool = False
    behind: bool = False
    before: Period | None = None
