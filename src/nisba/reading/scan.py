"""The reading of a stretch of text: one walk over its tokens, at each place the longest rule that fits, and nothing left over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from nisba.intervals import Interval
from nisba.reading.alone import Alone
from nisba.reading.amounts import Amounts
from nisba.reading.hedges import apply, climbs, hedge_after, hedge_apart, hedge_before, is_mark
from nisba.reading.identifiers import Identifiers
from nisba.reading.lexicon import OPENS_TIME
from nisba.reading.matches import Match
from nisba.reading.moments import Around, Moment, Nth
from nisba.reading.quantities import Kind
from nisba.reading.stretches import Timed
from nisba.reading.times import Times
from nisba.reading.tokens import Tokens

_HEDGES = 3
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_SIGNS = frozenset("-.\u066b")
_NUMBER_WORDS = frozenset({"unit", "teen", "ten", "tens", "hundred", "hundreds", "scale", "dual_scale", "ordinal"})


class Scan:
    """One walk over the tokens of a text."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.amounts = Amounts(tokens)
        self.times = Times(tokens)
        self.identifiers = Identifiers(tokens)

    def matches(self, *, whole: bool = False) -> list[Match]:
        """The readings found, left to right.

        Args:
            whole: the tokens are all of a text; then it may be nothing but a time.
        """
        if whole and (alone := Alone(self.times).whole()):
            return [self._timed(alone)]
        words = self.tokens.words
        self._counting = [place for place, word in enumerate(words) if word.counts]
        found: list[Match] = []
        done = 0
        for place in [place for place, word in enumerate(words) if word.opens]:
            match = self._hedged(place) if place >= done and self._may_open(place) else None
            if match is None:
                continue
            found += self._left_over(done, match.first)
            found.append(hedge_apart(self.tokens, match, done))
            done = max(match.last, place + 1)
        found += self._left_over(done, len(self.tokens))
        return found

    def _may_open(self, place: int) -> bool:
        """Not a full stop or a word like "from" with nothing behind it: most that could open something do not."""
        words = self.tokens.words
        here = words[place]
        if here.leads:
            return any(word.opens and not word.leads for word in words[place + 1 : place + 1 + here.leads])
        if here.is_digits:
            return True
        if here.phrases and not self.tokens.may_begin(place):
            return False
        if here.senses or here.phrases:
            return True
        return words[place + 1].is_digits or self.tokens.texts[place + 1][0] in _SIGNS

    def _left_over(self, first: int, last: int) -> Iterator[Match]:
        """Digits and number words that no rule took: listed, never dropped."""
        counting = self._counting
        for at in range(bisect_left(counting, first), bisect_left(counting, last)):
            place = counting[at]
            spoken = not _NUMBER_WORDS.isdisjoint(self.tokens.words[place].senses)
            reason = "a number word in another use" if spoken else "digits in another use"
            yield Match(place, place + 1, self.tokens.first(place), self.tokens[place].end, None, reason=reason)

    def _hedged(self, place: int, depth: int = 0) -> Match | None:
        """The match at a place, or after the hedge that starts there; hedges may stand in a row, but not many."""
        opens = self.tokens[place].word.opens_hedge and depth < _HEDGES
        hedge = hedge_before(self.tokens, place) if opens and not climbs(self.tokens, place) else None
        if hedge:
            kind, after = hedge
            after += self.tokens[after].text == "("
            after += self.tokens.lexicon.is_article(self.tokens[after].text)
            loose = self.tokens.get(after, "article") is not None and self.tokens.get(after, "definite") is None
            after += loose and "money_prefixes" in self.tokens[after + 1].word.kinds
            match = self._hedged(after, depth + 1) or self._implied_unit(after)
            words = (self.tokens.first(place), self.tokens[hedge[1] - 1].end)
            through = match and match.kind is Kind.DURATION and self.tokens.get(place, "through")
            if through and not self.tokens.ends(place, "lasting"):
                return match  # "jobs over five years": the time it takes, no bound
            if match and self.tokens.get(place, "passing") and not is_mark(self.tokens, match, hedge[1]):
                return self._at(place)
            if match and match.kind not in (Kind.DATE, Kind.PERIOD, None):
                return apply(match, kind, words) if match.hedge is None else match
        return self._at(place)

    def _implied_unit(self, place: int) -> Match | None:
        """As in "More than a week": a unit of time in the singular after a hedge counts one."""
        start = place + (self.tokens.get(place, "article") is not None)
        unit = self.tokens.get(start, "units")
        pointing = self.tokens.get(start + 1, "earlier") is not None  # "than a year earlier" is a time, not a length
        if unit is None or unit[1] != "one" or self.tokens[start].word.definite or pointing:
            return None
        first, end = self.tokens.first(start), self.tokens[start].end
        return Match(place, start + 1, first, end, Kind.DURATION, Interval.exactly(1), unit=unit[0], implicit=True)

    def _at(self, place: int) -> Match | None:
        """What is no quantity, then the longest of a time and an amount; where they tie, the time."""
        strange = self.identifiers.at(place)
        if strange:
            return strange
        token = self.tokens[place]
        opens_time = token.is_digits or (token.word.opens_time and not OPENS_TIME.isdisjoint(self.tokens.kinds(place)))
        timed = self.times.at(place) if opens_time else None
        amount = (
            self.amounts.at(place) if token.is_digits or token.word.opens_amount or token.text[0] in _SIGNS else None
        )
        if timed and (amount is None or timed.last >= amount.last or self._from_year(timed, amount)):
            return self._timed(timed)
        if amount:
            return hedge_after(self.tokens, amount)
        if token.is_digits:
            return Match(
                place, place + 1, token.start, token.end, None, reason="too long for a number, or of two digit sets"
            )
        return None

    def _from_year(self, timed: Timed, amount: Match) -> bool:
        """As in "from 8 in 2020 to 12 in 2023": the year is no end of a range of amounts."""
        year = isinstance(timed.when, Moment) and timed.when.year is not None and timed.last == timed.first + 1
        value = amount.value
        spread = value is not None and value.lo != value.hi and value.hi is not None
        return year and spread and value is not None and not _FIRST_YEAR <= (value.hi or 0) <= _LAST_YEAR

    def _timed(self, timed: Timed) -> Match:
        """A time as a match: a duration where it gives a number of units, a date where it is one moment."""
        start, end = self.tokens.first(timed.first), self.tokens[timed.last - 1].end
        if isinstance(timed.when, Around) and timed.number is not None:
            value = Interval.exactly(timed.number)
            return Match(timed.first, timed.last, start, end, Kind.DURATION, value, timed.when, timed.unit)
        whole = (
            isinstance(timed.when, Moment) and timed.when.part is None and not timed.when.edge and not timed.when.season
        )
        when = timed.when
        named = (
            whole
            and isinstance(when, Moment)
            and when.unit != "period"
            and (when.shift is None or bool(when.month or when.day))
        )
        day = isinstance(when, Nth) and when.unit == "day"
        kind = Kind.DATE if named or day else Kind.PERIOD
        return replace(Match(timed.first, timed.last, start, end, kind), when=timed.when)
