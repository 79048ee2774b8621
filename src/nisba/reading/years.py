"""Years that stand bare: four digits that the words around make a year rather than a count, and years in words.

English and its neighbours write counts of four digits with a mark mostly (2,019 people), so that four bare digits of the
last century or this one are a year, unless what follows is counted by them or what leads to them bounds a number.
"""

from __future__ import annotations

from nisba.reading.hedges import hedge_before
from nisba.reading.numerals import Numerals
from nisba.reading.tokens import Tokens

_RECENT = range(1900, 2051)
_ROUND = 100
_CENTURIES = range(10, 21)  # words that begin a year told in two halves ("nineteen ninety-nine")
_FIRST, _LAST = 1000, 2100
_COUNTED = ("scale", "currencies", "percent", "measures")
_LETTERS = 4  # of the shortest plural that shows itself as one


def names_year(tokens: Tokens, place: int, year: int) -> bool:
    """Whether four bare digits are a year; the caller knows that they could be."""
    after = tokens[place + 1].word
    unit = after.senses.get("units", ("", "one"))
    led, firm, recent = tokens.ends(place, "year_before"), tokens.ends(place, "year_in"), year in _RECENT
    if any(kind in after.senses for kind in _COUNTED) or unit[1] == "many" or tokens.ends(place, "counting"):
        return False
    if _bounded(tokens, place) and (not year % _ROUND or not led):
        return False
    if _many(tokens, place + 1):
        return recent and firm
    return led or firm or (recent and (bool(year % _ROUND) or _after_name(tokens, place)))


def _after_name(tokens: Tokens, place: int) -> bool:
    """As in "Since Sydney 2000": a name right before, and not at the head of a sentence."""
    before, first = tokens[place - 1], tokens[place - 2]
    return before.text.istitle() and (first.text[0].isalpha() or first.text == ",") and not tokens[place].close


def _bounded(tokens: Tokens, place: int) -> bool:
    """A hedge stands right before."""
    return any((hedge := hedge_before(tokens, place - back)) is not None and hedge[1] == place for back in range(1, 5))


def _many(tokens: Tokens, place: int) -> bool:
    """A noun in the plural: a listed one, or a word of no class that looks like one."""
    token = tokens[place]
    noun = token.word.senses.get("nouns")
    if noun:
        return bool(noun[1] == "many")
    strange = not token.word.senses and not token.word.phrases
    return strange and len(token.text) >= _LETTERS and token.text.islower() and token.text.endswith("s")


def spoken_year(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """(year, place after) of "nineteen seventy-eight" or "two thousand and eighteen"."""
    century = tokens.get(place, "teen") or tokens.get(place, "tens") or tokens.get(place, "ten")
    decade = Numerals(tokens).at(place + 1) if century in _CENTURIES else None
    two_halves = decade is not None and decade.spoken and decade.value.denominator == 1
    if decade and century and two_halves and _CENTURIES[0] <= decade.value < _ROUND:
        return int(century * _ROUND + decade.value), decade.last
    whole = Numerals(tokens).at(place)
    if whole and whole.spoken and whole.value.denominator == 1 and _FIRST <= whole.value <= _LAST:
        return int(whole.value), whole.last
    return None
