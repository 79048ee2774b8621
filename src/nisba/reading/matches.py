"""What a rule of the grammar found: a quantity in the making, or digits that are no quantity."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nisba.intervals import Interval
from nisba.reading.moments import When
from nisba.reading.quantities import Kind

_YEARS = {"decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Match:
    """One reading of the tokens ``[first, last)``.

    Args:
        first, last: the tokens used, hedge left out, words that belong to the number only in meaning included.
        start, end: the surface, in the plain text.
        kind: what sort of number it is; None for digits that are no quantity.
        value: what it is worth; None for dates and periods.
        when: of a date, period or past duration: the symbolic time.
        unit: of money, a measure or a duration.
        implicit: the number is carried by a noun's form.
        what: an id of what is counted, where the number itself tells it.
        reason: why it is no quantity.
        hedge: the hedging words' place in the plain text.
    """

    first: int
    last: int
    start: int
    end: int
    kind: Kind | None
    value: Interval | None = None
    when: When | None = None
    unit: str | None = None
    implicit: bool = False
    what: str | None = None
    reason: str | None = None
    hedge: tuple[int, int] | None = None


def in_years(value: Interval | None, unit: str | None) -> tuple[Interval | None, str | None]:
    """A length in decades or centuries, told in years; any other as it is."""
    years = _YEARS.get(unit or "")
    if value is None or years is None:
        return value, unit
    low, high = (None if end is None else end * years for end in (value.lo, value.hi))
    return replace(value, lo=low, hi=high), "year"
