"""Which period a number holds for: the time of its own clause, else the sentence's, else the one the report speaks of.

A time belongs to the nearest number of its clause. A relative or contrasting word ("the peak, which passed 70,000 in 2019")
opens another clause, whose time is not lent outward. What is there ("hosts", "held in prisons") has no period by itself.
"""

from __future__ import annotations

from bisect import bisect_left

from nisba.periods import Period
from nisba.reading.matches import Match
from nisba.reading.moments import Clock
from nisba.reading.quantities import Kind
from nisba.reading.tokens import Tokens

_STOPS = frozenset(".!?\n\u061f;\u061b")
_COMMAS = frozenset(",\u060c:()")
_FAR = 48  # tokens between a number and a time that may still be its own
_CLAUSE = 12  # tokens in which a word tells that what is counted is a stock
_BETWEEN = 4  # other matches that may stand between a number and the time they share


class Whens:
    """The times of one text, and the rules that tie numbers to them.

    Args:
        tokens: the tokens of the text.
        matches: the readings found, in text order.
        times: the days of each match that names a time, None for the others.
        clock: today's, for times that last until now.
        spoken: the period spoken of last before the text.
    """

    def __init__(
        self, tokens: Tokens, matches: list[Match], times: list[Period | None], clock: Clock, spoken: Period | None
    ) -> None:
        self.tokens, self.matches, self.times, self.clock, self._before = tokens, matches, times, clock, spoken
        self._known = [n for n, period in enumerate(times) if period is not None]
        self._spoken = [
            n for n in self._known if matches[n].kind in (Kind.PERIOD, Kind.DURATION) and not self._compared(n)
        ]

    def of(self, number: int, *, happened: bool) -> Period | None:
        """The period of a counted match.

        Args:
            number: its place among the matches.
            happened: an event led to it; then it is never a stock.
        """
        here = self.matches[number]
        after = bisect_left(self._known, number)
        ahead = next((n for n in self._known[after : after + 2] if self._reaches(number, n)), None)
        behind = next((n for n in reversed(self._known[max(after - 3, 0) : after]) if self._reaches(n, number)), None)
        own = ahead is not None and ahead == number + 1 and not self._any(here.last, self.matches[ahead].first, _COMMAS)
        if ahead is not None and (own or (behind is None and not self._of_next(ahead))):
            return self._lasting(ahead)
        if behind is not None:
            return self._lasting(behind)
        if (not happened and self._is_stock(here)) or self._set_apart(here) or self._begun(here):
            return None
        spoken = bisect_left(self._spoken, number)
        return self.times[self._spoken[spoken - 1]] if spoken else self._before

    def last_spoken(self) -> Period | None:
        """The period that numbers after the text hold for, where they have none of their own."""
        return self.times[self._spoken[-1]] if self._spoken else self._before

    def _lasting(self, time: int) -> Period | None:
        """The period of a time; one that began then lasts until the day of the report ("since 16 May")."""
        period, today = self.times[time], self.clock.today
        first = self.matches[time].first
        since = self.tokens.ends(first, "since") or self.tokens.get(first, "since") is not None
        if not since or period is None or today is None or today < period.start or self._is_stretch(period, time):
            return period
        return Period(period.start, today)

    def _is_stretch(self, period: Period, time: int) -> bool:
        """The words name both ends already."""
        return self.matches[time].kind is not Kind.DATE or (period.end == self.clock.today)

    # -- clauses -------------------------------------------------------------------------------------------------

    def _reaches(self, one: int, other: int) -> bool:
        """Both stand in one sentence, no clause of its own begins between, and the time is none to compare with."""
        left, right = self.matches[one], self.matches[other]
        time = one if self.times[one] is not None else other
        if other - one > _BETWEEN or right.first - left.last > _FAR or self._compared(time):
            return False
        return not self._any(left.last, right.first, _STOPS) and not self._parts(left.last, right.first)

    def _compared(self, time: int) -> bool:
        """The time is only there to compare with ("than in 2022", "4 percent on 2022", "before 2011")."""
        return self.tokens.ends(self.matches[time].first, "versus")

    def _of_next(self, time: int) -> bool:
        """After a comma, a time with a number behind it in its clause is that number's."""
        if time + 1 >= len(self.matches) or not self._any(
            self.matches[time - 1].last, self.matches[time].first, _COMMAS
        ):
            return False
        first, last = self.matches[time].last, self.matches[time + 1].first
        ends = self._any(first, last, _STOPS) or self._any(first, last, _COMMAS)
        return last - first <= _FAR and not ends

    def _any(self, first: int, last: int, signs: frozenset[str]) -> bool:
        return any(self.tokens[place].text in signs for place in range(first, last))

    def _parts(self, first: int, last: int) -> bool:
        """A word that opens a clause about another figure stands between ("which", "compared with", "while")."""
        tokens = self.tokens
        return any(
            tokens.phrase(place, "apart") and not tokens.ends(place + 1, "share") for place in range(first, last)
        )

    def _set_apart(self, here: Match) -> bool:
        """The number is the other figure itself: "down from 171"."""
        return self.tokens.ends(here.first, "apart") or self._spaced(here)

    def _spaced(self, here: Match) -> bool:
        """The same with a hedge between."""
        return any(self.tokens.phrase(here.first - back, "apart") for back in (2, 3)) and here.hedge is not None

    def _begun(self, here: Match) -> bool:
        """As in "Since she took office, 7,477 came": a time of its own, told by what happened then."""
        for place in range(here.first - 1, max(here.first - _CLAUSE, -1), -1):
            if self.tokens[place].text in _STOPS:
                return False
            if self.tokens.get(place, "since") is not None:
                return True
        return False

    # -- stocks --------------------------------------------------------------------------------------------------

    def _is_stock(self, here: Match) -> bool:
        """What is counted is there, held, left or owned; it did not happen within a period."""
        tokens = self.tokens
        if tokens.ends(here.first, "own"):
            return True
        for place in range(here.first - 1, max(here.first - _CLAUSE, -1), -1):
            token = tokens[place]
            if token.text in _STOPS or token.is_digits:
                break
            if tokens.phrase(place, "stock"):
                return True
        for place in range(here.last, here.last + _CLAUSE):
            token = tokens[place]
            if token.text in _STOPS or token.text in _COMMAS or token.is_digits:
                break
            if tokens.phrase(place, "held"):
                return True
        return False
