"""Parts told by two numbers: "one in five", "two out of three", "three over four"."""

from __future__ import annotations

from nisba.intervals import Interval
from nisba.reading.digits import Numeral
from nisba.reading.matches import Match
from nisba.reading.quantities import Kind
from nisba.reading.ranges import Ranges
from nisba.reading.tokens import Tokens

_ONE_IN = 1000  # "one in a million" is a saying; "one in 38" is a share


def one_in(tokens: Tokens, ranges: Ranges, place: int) -> Match | None:
    """The share that starts at a place; a multiple where it is a share of something named, else a number."""
    after = tokens.get(place, "unit")
    first = ranges.number(place) if after is not None or tokens[place].is_digits else None
    if first is None or first.fraction or first.value.denominator != 1:
        return None
    second = _every(tokens, ranges, first) or _in(tokens, ranges, first) or _over(tokens, ranges, first)
    if second is None or not second.value:
        return None
    named = tokens[second.last].text[0].isalpha() and not tokens.lexicon.is_and(tokens[second.last].word)
    kind = Kind.MULTIPLE if named else Kind.CARDINAL
    return Match(place, second.last, first.start, second.end, kind, Interval.exactly(first.value / second.value))


def _every(tokens: Tokens, ranges: Ranges, first: Numeral) -> Numeral | None:
    """As in "Three out of five", "one in every six"."""
    found = tokens.phrase(first.last, "every")
    second = ranges.number(found[0]) if found else None
    return second if second and second.value > first.value and second.value.denominator == 1 else None


def _in(tokens: Tokens, ranges: Ranges, first: Numeral) -> Numeral | None:
    """As in "One in five": only of one, for more than one may be counted in so many places."""
    found = tokens.phrase(first.last, "one_in") if first.value == 1 else None
    second = ranges.number(found[0]) if found else None
    return second if second and 1 < second.value <= _ONE_IN and second.value.denominator == 1 else None


def _over(tokens: Tokens, ranges: Ranges, first: Numeral) -> Numeral | None:
    """As in "One over three", with nothing behind it that the second could count."""
    found = tokens.phrase(first.last, "over_line")
    second = ranges.number(found[0]) if found else None
    counts = second is not None and tokens[second.last].text[0].isalpha()
    return second if second and not counts and second.value.denominator == 1 else None
