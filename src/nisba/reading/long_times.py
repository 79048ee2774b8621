"""Times longer than a month: a season of a year, a century by its rank, the nineties, 2022-23."""

from __future__ import annotations

from nisba.reading.dates import Dates
from nisba.reading.moments import Moment, Stretch
from nisba.reading.numeric_dates import Dated
from nisba.reading.ordinals import ordinal

_CENTURY, _DECADE = 100, 10
_LAST = 1900  # the century that decades are of where none is named


def long_time(dates: Dates, place: int, year: Dated | None) -> tuple[Moment | Stretch, int] | None:
    """(the time, the place after) of a season, century or decade; ``year`` is what stands behind the first word."""
    return season(dates, place, year) or century(dates, place) or decade(dates, place)


def season(dates: Dates, place: int, year: Dated | None) -> tuple[Moment, int] | None:
    """As in "Summer 2023", "the winter of last year", given the year that follows."""
    name = dates.tokens.get(place, "seasons")
    if name is None or year is None or dates.tokens[place].word.definite:
        return None
    return Moment(season=name, year=year.moment.year, shift=year.moment.shift, unit="year"), year.last


def century(dates: Dates, place: int) -> tuple[Stretch, int] | None:
    """As in "The twenty-first century", where the noun comes first; from its year 00 to its year 99."""
    rank = ordinal(dates.tokens, place + 1) if dates.noun(place, "century") else None
    if rank is None or dates.tokens.lexicon.grammar.order != "units-first" or not rank.value <= _CENTURY // 4:
        return None
    first = _CENTURY * (rank.value - 1)
    if first < _CENTURY * _DECADE or dates.tokens.phrase(rank.last, "eras"):
        return None
    return Stretch(Moment(year=first), Moment(year=first + _CENTURY - 1)), rank.last


def decade(dates: Dates, place: int) -> tuple[Stretch, int] | None:
    """As in "The nineties", "the seventies of last century"; not those of a person's life."""
    tokens = dates.tokens
    ten = tokens.get(place, "decades")
    if ten is None or tokens.get(dates.of(place + 1), "age_of") is not None:
        return None
    start, last = _LAST, place + 1
    after = dates.of(place + 1)
    named = century(dates, after)
    if named and isinstance(named[0].first, Moment) and named[0].first.year:
        start, last = named[0].first.year, named[1]
    elif dates.noun(after, "century") and (relative := dates.relative(after + 1)):
        start, last = _LAST + _CENTURY * (relative[0] + 1), relative[1]
    elif not tokens[place].word.definite:
        return None
    return Stretch(Moment(year=start + ten), Moment(year=start + ten + _DECADE - 1)), last


def written_decade(dates: Dates, place: int) -> tuple[Stretch, int] | None:
    """As in "1980s"."""
    year, letter = dates.number(place, 1000, 2100, width=4), dates.tokens[place + 1]
    if year is None or year % _DECADE or letter.text != "s" or not letter.close:
        return None
    return Stretch(Moment(year=year), Moment(year=year + _DECADE - 1)), place + 2


def two_years(dates: Dates, place: int) -> tuple[Stretch, int] | None:
    """2022-23, 2022/2023: a season or a fiscal year."""
    tokens = dates.tokens
    place += dates.noun(place, "year")
    year, sign, short = dates.plain_year(place), tokens[place + 1], tokens[place + 2]
    if year and dates.noun_first and sign.text == "/" and short.close and short.text == str(year - 1):
        return Stretch(Moment(year=year - 1), Moment(year=year)), place + 3  # typed from right to left
    tight = sign.text in ("-", "/") and sign.close and short.close and short.is_digits
    if year is None or not tight or short.text not in (str(year + 1), str(year + 1)[2:]):
        return None
    return Stretch(Moment(year=year), Moment(year=year + 1)), place + 3
