"""Hedges: "more than", "at least", "about" turn a value into what is known of it."""

from __future__ import annotations

from dataclasses import replace

from nisba.intervals import Interval
from nisba.reading.matches import Match
from nisba.reading.quantities import Kind
from nisba.reading.tokens import Tokens

_KINDS = ("over", "at_least", "under", "at_most", "about")
_REACH = 3  # words between a number and a hedge that follows what it counts
_UNHEDGED = frozenset({Kind.DATE, Kind.PERIOD, Kind.ORDINAL, Kind.VAGUE, None})


def hedge_before(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """The longest hedge that starts at a place: (kind, place after it)."""
    found = [(phrase[0], kind) for kind in _KINDS if (phrase := tokens.phrase(place, f"{kind}_before"))]
    return (max(found)[1], max(found)[0]) if found else None


def apply(match: Match, kind: str, words: tuple[int, int]) -> Match:
    """The match as the hedge leaves it; dates, ranks and vague words are left alone."""
    if match.kind in _UNHEDGED or match.value is None:
        return match
    value = match.value
    if kind in ("over", "at_least"):
        value = Interval(value.lo, None, value.approx, strict=kind == "over")
    elif kind in ("under", "at_most"):
        value = Interval(None, value.hi, value.approx, strict=kind == "under")
    else:
        value = replace(value, approx=True)
    return replace(match, value=value, hedge=words)


def hedge_after(tokens: Tokens, match: Match) -> Match:
    """The match with a hedge that follows it: "66 votes at least", "10% or more", "300 plus"."""
    if match.kind in _UNHEDGED or match.hedge is not None:
        return match
    for place in range(match.last, match.last + _REACH + 1):
        for kind in _KINDS:
            found = tokens.phrase(place, f"{kind}_after")
            if found:
                return apply(match, kind, (tokens.first(place), tokens[found[0] - 1].end))
        if not tokens[place].text[0].isalpha() or tokens[place].word.joins:
            break
    return match
