"""Nouns that carry their number: the Arabic dual, and one person told in a toll."""

from __future__ import annotations

from nisba.intervals import Interval
from nisba.reading.digits import written
from nisba.reading.matches import Match
from nisba.reading.quantities import Kind
from nisba.reading.tokens import Tokens

_TWO = 2
_HUNDRED = 100
_LONGEST = 16  # people told one by one
_FAMILIES = (("nouns", Kind.CARDINAL), ("currencies", Kind.MONEY), ("units", Kind.DURATION))


def dual(tokens: Tokens, place: int) -> Match | None:
    """A noun in the dual counts two: indefinite, for "the two" are known already; and not what "702" before it counts."""
    word = tokens[place].word
    if _agrees(tokens, place - 1):
        return None
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


def _agrees(tokens: Tokens, place: int) -> bool:
    """Digits that end in 02: the noun behind them is in the dual because of their last part (Wright II, § 96)."""
    number = written(tokens, place) if tokens[place].is_digits else None
    return number is not None and number.value > _HUNDRED and number.value % _HUNDRED == _TWO


def lone(tokens: Tokens, place: int) -> Match | None:
    """One person, by the noun alone, where the words before are a toll ("the death of a person", "among them a child")."""
    what = _person(tokens, place)
    if what is None or not (_told(tokens, place) or _listed(tokens, place)):
        return None
    start, end = tokens.first(place), tokens[place].end
    return Match(place, place + 1, start, end, Kind.CARDINAL, Interval.exactly(1), implicit=True, what=what)


def _person(tokens: Tokens, place: int) -> str | None:
    """The id of one person, indefinite, whose noun tells nothing that happened."""
    word = tokens.words[place]
    noun = word.senses.get("nouns")
    if noun is None or noun[1] != "one" or word.definite or "events" in word.senses:
        return None
    return str(noun[0]) if noun[0] in tokens.lexicon.persons else None


def _told(tokens: Tokens, place: int) -> bool:
    """The words before are a toll, or a report of what happened to the person."""
    reported = tokens.ends(place, "that") and tokens.get(place + 1, "events") is not None
    return tokens.ends(place, "toll") or tokens.ends(place, "share") or reported


def _listed(tokens: Tokens, place: int) -> bool:
    """Another who counts stands before it, joined by "and"; a list of people is looked through only so far back."""
    for later in range(place, place - _LONGEST, -1):
        if not tokens.words[later].joins:
            return False
        if dual(tokens, later - 1) or (_person(tokens, later - 1) and _told(tokens, later - 1)):
            return True
        if _person(tokens, later - 1) is None:
            return False
    return False
