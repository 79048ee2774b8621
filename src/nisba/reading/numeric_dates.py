"""Dates in digits only: 2024-03-31, 31/3/2024, 31.3.2024, 6/8."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nisba.reading.moments import Moment
from nisba.reading.tokens import Tokens

_FIRST_YEAR, _LAST_YEAR = 1800, 2100

_MONTHS = 12
_CENTURY, _SHORT = 2000, 50  # two digits up to this are of this century


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment and the tokens that name it."""

    moment: Moment
    first: int
    last: int


def era(tokens: Tokens, place: int) -> tuple[bool, int]:
    """(Hijri or not, place after) of an era mark; only the mark of the Islamic calendar is part of the date."""
    found = tokens.phrase(place, "eras")
    return (True, found[0]) if found and found[1] == "hijri" else (False, place)


def numeric(tokens: Tokens, place: int) -> Dated | None:
    """2024-03-31, 31/3/2024, 31.3.2024: the long number is the year; a month above 12 shows the order."""
    sign = tokens.texts[place + 1]
    if sign not in ("/", "-", ".") or tokens.gaps[place + 1]:
        return None
    row = [tokens[place + step] for step in range(5)]
    if row[3].text != sign or not all(token.close for token in row[1:]):
        return None
    if not all(row[step].is_digits and len(row[step].text) <= 4 for step in (0, 2, 4)):
        return None
    follow = tokens[place + 5]
    if follow.close and (follow.is_digits or (follow.text in "/-" and tokens[place + 6].is_digits)):
        return None
    moment = _ordered(tokens, *(row[step].text for step in (0, 2, 4)))
    islamic, last = era(tokens, place + 5)
    return Dated(replace(moment, hijri=islamic), place, last) if moment else None


def _ordered(tokens: Tokens, a: str, b: str, c: str) -> Moment | None:
    if len(a) == 4:
        year, month, day = int(a), int(b), int(c)
    elif len(c) == 4:
        year, month, day = int(c), int(b), int(a)
        if not tokens.lexicon.grammar.day_first:
            month, day = day, month
    else:
        return None
    if month > 12 >= day:
        month, day = day, month
    return Moment(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def month_and_year(tokens: Tokens, place: int) -> Dated | None:
    """9/2021: a month and a year, in one word that ends there."""
    sign, year = tokens[place + 1], tokens[place + 2]
    month, before, after = _low(tokens, place, 12), tokens[place - 1], tokens[place + 3]
    tight = sign.text == "/" and sign.close and year.close and year.is_digits and len(year.text) == 4
    apart = not (tokens[place].close and before.text in "/-.") and not (after.close and after.text in "/-")
    if month is None or not tight or not apart or not _FIRST_YEAR <= int(year.text) <= _LAST_YEAR:
        return None
    return Dated(Moment(year=int(year.text), month=month), place, place + 3)


def day_and_month(tokens: Tokens, place: int) -> Dated | None:
    """6/8 after a weekday: a day and a month."""
    sign, day, month = tokens[place + 1], _low(tokens, place, 31), _low(tokens, place + 2, 12)
    if day is None or month is None or sign.text not in "/-" or not (sign.close and tokens[place + 2].close):
        return None
    return Dated(Moment(month=month, day=day), place, place + 3)


def led_day(tokens: Tokens, place: int) -> Dated | None:
    """4/22 after "on" or "since", 22/04 anywhere, 08/12,2015: a day and a month in the language's order, with a year or none."""
    sign, second = tokens[place + 1], tokens[place + 2]
    a, b = _low(tokens, place, 31), _low(tokens, place + 2, 31)
    if a is None or b is None or sign.text not in "/-" or not (sign.close and second.close):
        return None
    after = tokens[place + 3]
    if (after.close and after.text in "/-.") or (tokens[place].close and tokens[place - 1].text in "/-."):
        return None
    month, day = (b, a) if (tokens.lexicon.grammar.day_first and b <= _MONTHS) or a > _MONTHS else (a, b)
    padded = sign.text == "/" and "0" in (tokens[place].text[0], second.text[0])
    led = (
        tokens.ends(place, "day_lead")
        and (sign.text == "/" or max(a, b) > _MONTHS)
        and not tokens.get(place - 1, "from")
    )
    year = tokens[place + 4] if after.text == "," and after.close else None
    full = year is not None and year.close and year.is_digits and len(year.text) == 4
    if month > _MONTHS or not (padded or led or full):
        return None
    return Dated(Moment(int(year.text) if full and year else None, month, day), place, place + (5 if full else 3))


def short_year(tokens: Tokens, place: int) -> Dated | None:
    """3-7-07, 22/04/19: the last of three pairs of digits is a year of this century, or the end of the last."""
    row = [tokens[place + step] for step in range(6)]
    a, b = _low(tokens, place, 31), _low(tokens, place + 2, 31)
    tight = row[1].text in "/-" and row[3].text == row[1].text and all(token.close for token in row[1:5])
    apart = not (row[5].close and row[5].text in "/-") and not (row[0].close and tokens[place - 1].text in "/-.")
    if a is None or b is None or not tight or not apart or not row[4].is_digits or len(row[4].text) != 2:
        return None
    month, day = (b, a) if (tokens.lexicon.grammar.day_first and b <= _MONTHS) or a > _MONTHS else (a, b)
    short = int(row[4].text)
    year = short + (_CENTURY if short <= _SHORT else _CENTURY - 100)
    return Dated(Moment(year, month, day), place, place + 5) if month <= _MONTHS else None


def year_first(tokens: Tokens, place: int) -> Dated | None:
    """2019-Sep-1: a month by its name between a year and a day."""
    row = [tokens[place + step] for step in range(5)]
    month, day = tokens.get(place + 2, "months"), _low(tokens, place + 4, 31)
    tight = row[1].text in "/-" and row[3].text == row[1].text and all(token.close for token in row[1:])
    if month is None or day is None or not tight or len(row[0].text) != 4:
        return None
    return Dated(Moment(int(row[0].text), month, day), place, place + 5)


def _low(tokens: Tokens, place: int, high: int) -> int | None:
    """One or two digits from 1 to a limit."""
    text = tokens[place].text
    return int(text) if len(text) <= 2 and tokens[place].is_digits and 1 <= int(text) <= high else None


#: The rules for dates that begin with digits.
NUMERIC = (numeric, month_and_year, led_day, short_year, year_first)
