"""Nouns that carry their number: the Arabic dual, and one person told in a toll."""

from __future__ import annotations

from nisba.intervals import Interval
from nisba.reading.matches import Match
from nisba.reading.quantities import Kind
from nisba.reading.tokens import Tokens

_TWO = 2
_FAMILIES = (("nouns", Kind.CARDINAL), ("currencies", Kind.MONEY), ("units", Kind.DURATION))


def dual(tokens: Tokens, place: int) -> Match | None:
    """A noun in the dual counts two: indefinite, for "the two" are known already."""
    word = tokens[place].word
    for family, kind in _FAMILIES:
        noun = word.senses.get(family)
        twice = (
            tokens.get(place + 1, "unit") == _TWO and not tokens[place + 1].word.joins
        )  # "two persons two": told below
        if noun and noun[1] == "two" and not word.definite and not twice:
            unit = None if family == "nouns" else noun[0]
            what = noun[0] if family == "nouns" else None
            start, end = tokens.first(place), tokens[place].end
            return Match(place, place + 1, start, end, kind, Interval.exactly(2), unit=unit, implicit=True, what=what)
    return None


def lone(tokens: Tokens, place: int) -> Match | None:
    """One person, by the noun alone, where the words before are a toll ("the death of a person", "among them a child")."""
    word = tokens[place].word
    noun = word.senses.get("nouns")
    if (
        noun is None
        or noun[1] != "one"
        or word.definite
        or "events" in word.senses
        or noun[0] not in tokens.lexicon.persons
    ):
        return None
    told = tokens.ends(place, "toll") or tokens.ends(place, "share")
    reported = tokens.ends(place, "that") and tokens.get(place + 1, "events") is not None
    listed = word.joins and (dual(tokens, place - 1) or lone(tokens, place - 1)) is not None
    if not (told or reported or listed):
        return None
    start, end = tokens.first(place), tokens[place].end
    return Match(place, place + 1, start, end, Kind.CARDINAL, Interval.exactly(1), implicit=True, what=noun[0])
