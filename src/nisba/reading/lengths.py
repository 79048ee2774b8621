"""Lengths of time told in more than a number and its unit: "one week", "an hour and a half", "half an hour".

In Arabic the number one follows its noun, and a half is added to the noun or to its dual.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from nisba.intervals import Interval
from nisba.reading.matches import Match
from nisba.reading.quantities import Kind
from nisba.reading.tokens import Tokens


def one_length(tokens: Tokens, place: int) -> Match | None:
    """A unit of time in the singular with "one" or a part behind it ("one week", "a day and a half")."""
    unit, word = tokens.get(place, "units"), tokens[place].word
    if unit is None or unit[1] != "one" or word.definite or tokens.lexicon.grammar.order != "units-first":
        return None
    one = tokens.get(place + 1, "unit") == 1 and not tokens[place + 1].word.joins
    last = place + 1 + one
    start, end = tokens.first(place), tokens[last - 1].end
    match = Match(place, last, start, end, Kind.DURATION, Interval.exactly(1), unit=unit[0])
    longer = and_part(tokens, match)
    return longer if one or longer is not match else None


def and_part(tokens: Tokens, match: Match) -> Match:
    """The length with the part of its unit that is added to it ("two years and a half", "a month and half the month")."""
    value, place = match.value, match.last
    part: Fraction | None = tokens.get(place, "fraction") if tokens[place].word.joins else None
    exact = match.kind is Kind.DURATION and value is not None and value.lo is not None and value.lo == value.hi
    if not exact or value is None or value.lo is None or part is None or part >= 1 or value.lo.denominator != 1:
        return match
    again = tokens.get(place + 1, "units")
    if again is not None and (again[0] != match.unit or tokens[place + 1].word.joins):
        return match
    hour = match.unit == "hour" and tokens.get(place + 1, "clock") is not None  # "the hour" also leads to a time of day
    last = place + 1 + (again is not None or hour)
    end = tokens[last - 1].end
    return replace(match, last=last, end=end, value=Interval.exactly(value.lo + part), implicit=False)


def measure_and_part(tokens: Tokens, match: Match, place: int) -> Match:
    """The measure with the part of its unit that is added to it ("six metres and a half"); its words end at ``place``."""
    value, word = match.value, tokens[place].word
    part: Fraction | None = tokens.get(place, "fraction") if word.joins else None
    again = tokens.phrase(place + 1, "measures")
    whole = value is not None and value.lo is not None and value.lo == value.hi and value.lo.denominator == 1
    if not whole or value is None or value.lo is None or part is None or part >= 1:
        return match
    if again and (again[1][0] != match.unit or tokens[place + 1].word.joins):
        return match
    if not again and tokens[place + 1].text[0].isalpha() and not tokens.get(place + 1, "adjunct"):
        return match  # "two tonnes and half the crop"
    last = again[0] if again else place + 1
    return replace(match, last=last, end=tokens[last - 1].end, value=Interval.exactly(value.lo + part))


def part_of_one(tokens: Tokens, match: Match) -> Match | None:
    """As in "Half an hour", where the unit follows its part without an article."""
    unit, word = tokens.get(match.last, "units"), tokens[match.last].word
    if unit is None or unit[1] != "one" or word.definite or word.joins:
        return None
    if tokens.lexicon.grammar.order != "units-first" or tokens.phrase(match.last + 1, "months"):
        return None
    return replace(match, last=match.last + 1, end=tokens[match.last].end, kind=Kind.DURATION, unit=unit[0])
