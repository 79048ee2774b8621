"""Hedges: "more than", "at least", "about" turn a value into what is known of it."""

from __future__ import annotations

from dataclasses import replace

from nisba.intervals import Interval
from nisba.reading.matches import Match
from nisba.reading.quantities import Kind
from nisba.reading.tokens import Tokens

_KINDS = ("over", "at_least", "under", "at_most", "about")
_REACH = 3  # words between a number and a hedge that follows what it counts
_APART = 6  # words between a verb that bounds and the number, where its subject stands between
_LEADING = frozenset({"adjunct", "of", "to", "from", "that", "apart"})
_STOPS = frozenset('.!?\n\u061f;\u061b,\u060c:()"')
_BEFORE, _AFTER, _FAR, _SPLIT = (
    frozenset(f"{kind}_{where}" for kind in _KINDS) for where in ("before", "after", "far", "split")
)
_MARK, _SCALED, _ROUND = 100, 10**6, 3  # a mark ends in two noughts, or needs no noun; its digits before them
_MARKS = frozenset({Kind.CARDINAL, Kind.MONEY, Kind.PERCENT})
_LEAVING = frozenset({"adjunct", "particle", "apart", "and"})
_UNHEDGED = frozenset({Kind.DATE, Kind.PERIOD, Kind.ORDINAL, Kind.VAGUE, None})


def hedge_before(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """The longest hedge that starts at a place: (kind, place after it)."""
    without = tokens.phrase(place - 1, "no_hedge")
    if without is not None and without[0] > place:
        return None  # "without 5 of its players" is no "below 5"
    kinds = _BEFORE & tokens.kinds(place)
    found = [(phrase[0], kind.removesuffix("_before")) for kind in kinds if (phrase := tokens.phrase(place, kind))]
    return (max(found)[1], max(found)[0]) if found else None


def climbs(tokens: Tokens, place: int) -> bool:
    """As in "rose up to 4%": the words belong to the verb, and bound nothing."""
    return tokens.get(place, "change") is not None and tokens.get(place - 1, "change") is not None


def is_mark(tokens: Tokens, match: Match, place: int) -> bool:
    """A round number that can be passed ("passed 106 million", "crossed 2,000"), and no thing that can ("passed 3 laws").

    Args:
        tokens: the row.
        match: the number.
        place: where it should start, right after the verb.
    """
    low = match.value.lo if match.value else None
    if low is None or match.first != place or match.kind not in _MARKS or tokens.get(place, "article"):
        return False
    scaled = low >= _SCALED or match.kind is not Kind.CARDINAL
    names = tokens[match.last].text[0].isalpha() and not _LEAVING.intersection(tokens[match.last].word.senses)
    rounded = low % _MARK == 0 and len(str(int(low)).rstrip("0")) <= _ROUND
    return (scaled or not names) and (rounded or match.kind is Kind.PERCENT)


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
        if not _AFTER.isdisjoint(tokens.words[place].kinds):
            for kind in _KINDS:
                found = tokens.phrase(place, f"{kind}_after")
                adds = found and (tokens[found[0]].is_digits or tokens[found[0]].word.counts)  # "three plus four"
                leads = found and "from" in tokens.words[found[0]].senses  # "and more than 30"
                leads = leads and tokens.lexicon.has_and(tokens.texts[place])
                if found and not adds and not leads:
                    return apply(match, kind, (tokens.first(place), tokens[found[0] - 1].end))
        word = tokens.words[place]
        if not tokens.texts[place][0].isalpha() or word.joins or tokens.lexicon.is_and(word):
            break  # what follows "and" is said of the next number
    return match


def hedge_apart(tokens: Tokens, match: Match, done: int) -> Match:
    """The match with a verb that bounds it before its own subject ("exceeded the number of inhabitants 32 million").

    Args:
        tokens: the row.
        match: the number.
        done: the first token that no earlier match has used.
    """
    if match.kind in _UNHEDGED or match.hedge is not None or tokens[match.first].word.preposition:
        return match
    if split := _split(tokens, match, done):
        return split
    if tokens.lexicon.is_preposition(tokens.texts[match.first - 1]):
        return match  # "the team leads with 33 points": what the verb passes stands without a preposition
    for place in range(match.first - 1, max(match.first - _APART, done) - 1, -1):
        if found := _far(tokens, place - 1, place + 1) or _far(tokens, place, place + 1):
            kind, start = found
            return apply(match, kind, (tokens.first(start), tokens[place].end)) if place + 1 < match.first else match
        if tokens.texts[place] in _STOPS or not _LEADING.isdisjoint(tokens.words[place].senses):
            break
    return match


def _split(tokens: Tokens, match: Match, done: int) -> Match | None:
    """As in "their ages are not below 18", where the verb and its preposition stand around the subject."""
    if "than" not in tokens.words[match.first - 1].senses:
        return None
    for place in range(match.first - 2, max(match.first - _APART, done) - 1, -1):
        kinds = tokens.words[place].kinds
        for kind in _KINDS if not _SPLIT.isdisjoint(kinds) else ():
            found = tokens.phrase(place, f"{kind}_split")
            if found and found[0] < match.first:
                negated = next((k for k in _KINDS if _phrase_ends(tokens, place - 1, found[0], f"{k}_split")), None)
                start = place - 1 if negated else place
                words = (tokens.first(start), tokens[found[0] - 1].end)
                return apply(match, negated or kind, words)
        if tokens.texts[place] in _STOPS or tokens.texts[place][0].isdecimal():
            return None
    return None


def _phrase_ends(tokens: Tokens, place: int, last: int, kind: str) -> bool:
    """A phrase of a class takes exactly the tokens ``[place, last)``."""
    found = tokens.phrase(place, kind)
    return found is not None and found[0] == last


def _far(tokens: Tokens, place: int, last: int) -> tuple[str, int] | None:
    """The bounding verb of tokens ``[place, last)``: (kind, its first token)."""
    if _FAR.isdisjoint(tokens.words[place].kinds):
        return None
    for kind in _KINDS:
        found = tokens.phrase(place, f"{kind}_far")
        if found and found[0] == last:
            return kind, place
    return None
