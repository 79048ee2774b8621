"""What is counted, where and when: from the words around a number, by few rules that a reader would give too.

*What* is told by :mod:`counted`, *where* by :mod:`places`, *when* by :mod:`whens`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from nisba.periods import Period
from nisba.reading.blocks import Block
from nisba.reading.counted import Counted
from nisba.reading.matches import Match, in_years
from nisba.reading.memory import Memory
from nisba.reading.moments import Around, Clock, Moment
from nisba.reading.places import Places
from nisba.reading.quantities import Kind, Quantity, Unread
from nisba.reading.report import Span
from nisba.reading.resolving import resolve
from nisba.reading.tokens import Tokens
from nisba.reading.whens import Whens

_STOPS = frozenset(".!?\n\u061f;\u061b")
_COUNTED = frozenset({Kind.CARDINAL, Kind.VAGUE, Kind.MEASURE, Kind.MONEY, Kind.PERCENT, Kind.MULTIPLE})


def last_day(matches: Iterable[Match]) -> date | None:
    """The last day that words name outright: the best guess of what "this year" means beside them."""
    clock = Clock(None)
    known = [resolve(match.when, clock) for match in matches if match.when and not isinstance(match.when, Around)]
    return max((period.end for period in known if period), default=None)


class Context:
    """A block's matches on their way to quantities.

    Args:
        block: the block.
        tokens: its tokens.
        matches: the readings found, in text order.
        memory: what was spoken of before the block.
    """

    def __init__(self, block: Block, tokens: Tokens, matches: list[Match], memory: Memory) -> None:
        self.block, self.tokens, self.matches, self._memory = block, tokens, matches, memory
        if block.opens:
            self._memory = replace(memory, places=(), counted=None)
        self.today = memory.today
        self.times, self._last_time = self._resolved()
        self.counted = Counted(tokens, matches, self._memory.counted)
        numbers = [match.first for match in matches if match.kind in _COUNTED]
        self.places = Places(tokens, numbers, self._memory)
        self.whens = Whens(tokens, matches, self.times, Clock(self.today), memory.spoken)

    def quantities(self) -> tuple[Quantity | Unread, ...]:
        """Every match, resolved and linked."""
        return tuple(self._quantity(number, match) for number, match in enumerate(self.matches))

    def memory(self) -> Memory:
        """What is left for the block after this one, once its quantities were asked for."""
        return Memory(
            today=self.today,
            before=self._last_time,
            spoken=self.whens.last_spoken(),
            first_places=self.places.first(),
            places=self.places.last(),
            counted=self.counted.left(),
        )

    def _quantity(self, number: int, match: Match) -> Quantity | Unread:
        start, end = self.tokens.span(match.start, match.end)
        span, surface = Span(self.block.start + start, self.block.start + end), self.block.text[start:end]
        if match.kind is None:
            return Unread(span, surface, match.reason or "not understood")
        what, when = match.what, self.times[number]
        where: tuple[str, ...] = ()
        if match.kind in _COUNTED:
            what, happened = self.counted.of(number)
            where = self.places.of(match.first, match.last)
            when = when or self.whens.of(number, happened=happened)
        value, unit = in_years(match.value, match.unit) if match.kind is Kind.DURATION else (match.value, match.unit)
        return Quantity(
            span,
            surface,
            match.kind,
            value,
            hedge=self._words(match.hedge),
            what=what,
            where=where,
            when=when,
            unit=unit,
            implicit=match.implicit,
        )

    def _words(self, place: tuple[int, int] | None) -> str | None:
        return None if place is None else self.tokens.original(*place)

    def _resolved(self) -> tuple[list[Period | None], Period | None]:
        """The days of each match that names a time, resolved in text order; and the last time named."""
        found: list[Period | None] = []
        before = self._memory.before
        for match in self.matches:
            period = None
            if match.when is not None:
                clock = Clock(self.today, self._ahead(match), self._behind(match), before)
                period = resolve(match.when, clock)
                pointing = isinstance(match.when, Moment) and (match.when.shift is not None or match.when.same)
                before = before if period is None or (pointing and before) else period
            found.append(period)
        return found, before

    def _behind(self, match: Match) -> bool:
        """The words before look back ("since"); where verbs lead, as in Arabic, so does any day but one told as coming."""
        verbs_lead = self.tokens.lexicon.grammar.order == "units-first"
        return verbs_lead or self.tokens.ends(match.first, "since")

    def _ahead(self, match: Match) -> bool:
        """The words before look forward ("by", "expected")."""
        for place in range(match.first - 1, max(match.first - 16, -1), -1):
            if self.tokens[place].text in _STOPS:
                return False
            if self.tokens.phrase(place, "future"):
                return True
        return False
