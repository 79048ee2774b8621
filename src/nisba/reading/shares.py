"""Parts told by two numbers: "one in five", "two out of three", "three over four"."""

from __future__ import annotations

from nisba.intervals import Interval
from nisba.reading.digits import Numeral
from nisba.reading.matches import Match
from nisba.reading.quantities import Kind
from nisba.reading.ranges import Ranges
from nisba.reading.tokens import Tokens

_WHOLES = frozenset({10, 100, 1000})  # what shares of more than one are told of
_COUNTED = frozenset({"nouns", "units", "measures", "currencies", "scale", "percent", "months"})
_ONE_IN = 1000  # "one in a million" is a saying; "one in 38" is a share


def one_in(tokens: Tokens, ranges: Ranges, place: int) -> Match | None:
    """The share that starts at a place; a multiple where it is a share of something named, else a number."""
    after = tokens.get(place, "unit")
    first = ranges.number(place) if after is not None or tokens[place].is_digits else None
    if first is None or first.fraction or first.value.denominator != 1:
        return None
    if thousand := tokens.phrase(first.last, "per_thousand"):
        value, end = Interval.exactly(first.value / _ONE_IN), tokens[thousand[0] - 1].end
        of = Kind.MULTIPLE if tokens[thousand[0]].text[0].isalpha() else Kind.CARDINAL
        return Match(place, thousand[0], first.start, end, of, value)
    second = _every(tokens, ranges, first) or _in(tokens, ranges, first) or _over(tokens, ranges, first)
    if second is None or not second.value:
        return None
    named = tokens[second.last].text[0].isalpha() and not tokens.lexicon.is_and(tokens[second.last].word)
    led = tokens[place - 1].text[0].isalpha() and first.value == 1
    kind = Kind.MULTIPLE if named or led else Kind.CARDINAL
    return Match(place, second.last, first.start, second.end, kind, Interval.exactly(first.value / second.value))


def _every(tokens: Tokens, ranges: Ranges, first: Numeral) -> Numeral | None:
    """As in "Three out of five", "one in every six"."""
    found = tokens.phrase(first.last, "every")
    second = ranges.number(found[0]) if found else None
    return second if second and second.value > first.value and second.value.denominator == 1 else None


def _in(tokens: Tokens, ranges: Ranges, first: Numeral) -> Numeral | None:
    """As in "One in five", "four in ten": more than one may also be counted in so many places ("four in ten towns")."""
    found = tokens.phrase(first.last, "one_in")
    second = ranges.number(found[0]) if found else None
    if second is None or second.value.denominator != 1 or not first.value < second.value <= _ONE_IN:
        return None
    after = tokens[second.last].word
    people = str(after.senses.get("nouns", ("",))[0]) in tokens.lexicon.persons
    whole = second.value in _WHOLES and (people or not (after.kinds & _COUNTED or _plural(tokens, second.last)))
    whole = whole and tokens.lexicon.grammar.order != "units-first"
    return second if first.value == 1 or whole else None


def _plural(tokens: Tokens, place: int) -> bool:
    """A word of no class that looks like a noun in the plural."""
    token = tokens[place]
    return not token.word.kinds and token.text.islower() and token.text.endswith("s")


def _over(tokens: Tokens, ranges: Ranges, first: Numeral) -> Numeral | None:
    """As in "One over three", with nothing behind it that the second could count."""
    found = tokens.phrase(first.last, "over_line")
    second = ranges.number(found[0]) if found else None
    counts = second is not None and tokens[second.last].text[0].isalpha()
    one = first.value == 1 and tokens.lexicon.grammar.order == "units-first"  # "one over twenty of them"
    return second if second and (one or not counts) and second.value.denominator == 1 else None
