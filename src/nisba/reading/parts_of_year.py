"""Parts of a year by their rank: "the first half of 2024", "Q3 2023", "the second quarter of the current year"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from nisba.reading.dates import Dates
from nisba.reading.moments import Moment
from nisba.reading.numeric_dates import Dated
from nisba.reading.ordinals import ordinal

_PARTS = {Fraction(1, 2): 2, Fraction(1, 4): 4, Fraction(1, 3): 3}
_HALF, _QUARTER = 2, 4
_UNITS = {"quarter": _QUARTER, "half": _HALF}

#: How many parts, which of them, and the place after the words that say so.
_Said = tuple[int, int, int]


def part_of_year(dates: Dates, place: int, year_at: Callable[[int], Dated | None]) -> tuple[Moment, int] | None:
    """(the part, the place after), given the rule that finds the year behind a place.

    A quarter told by its rank needs no year where nouns come first, for nothing else is told so.
    """
    noun_first = dates.noun_first
    count, number, after = _named(dates, place) or (_noun_first if noun_first else _rank_first)(dates, place)
    if not count or not 1 <= number <= count:
        return None
    if year := year_at(after):
        return replace(year.moment, part=(number, count)), year.last
    definite = dates.tokens[place].word.definite and not dates.tokens.ends(place, "same_before")
    alone = noun_first and definite and count == _QUARTER and ordinal(dates.tokens, place + 1) is not None
    return (Moment(unit="part", part=(number, count)), after) if alone and dates.of(after) == after else None


def _named(dates: Dates, place: int) -> _Said | None:
    """As in "Q3": a quarter by a name of its own."""
    named = dates.tokens.phrase(place, "named_quarters")
    return (_QUARTER, int(named[1]), named[0]) if named else None


def _noun_first(dates: Dates, place: int) -> _Said:
    """The noun before its rank."""
    tokens, rank = dates.tokens, ordinal(dates.tokens, place + 1)
    final = rank is None and tokens.get(place + 1, "final") is not None
    count = _PARTS.get(tokens.get(place, "fraction"), 0)
    if tokens.get(place, "quarter_noun") and tokens[place].word.definite:
        count = _QUARTER
    return count, rank.value if rank else count if final else 0, rank.last if rank else place + 2


def _rank_first(dates: Dates, place: int) -> _Said:
    """The rank before its noun."""
    tokens, rank = dates.tokens, ordinal(dates.tokens, place)
    final = rank is None and tokens.get(place, "final") is not None
    after = rank.last if rank else place + final
    after += rank is not None and tokens[after].text == "-"
    unit = tokens.get(after, "units")
    count = (_UNITS.get(unit[0]) if unit else None) or _PARTS.get(tokens.get(after, "fraction"), 0)
    return count, rank.value if rank else count if final else 0, after + 1
