"""What is counted, where and when: from the words around a number, by few rules that a reader would give too.

*What*: an event that leads to the number ("the death of 13", "killed 44"), else the noun that follows it, else the noun
it was said of ("the number of the wounded was 2108"). *Where*: places after the number in its sentence, else before it,
else those of the sentence before in the paragraph, else of the report's lead. *When*: a time in the sentence, else the
period that the report speaks of.
"""

from __future__ import annotations

from datetime import date

from nisba.periods import Period
from nisba.reading.matches import Match
from nisba.reading.moments import Around, Clock, Moment
from nisba.reading.places import Places
from nisba.reading.quantities import Kind, Quantity, Unread
from nisba.reading.report import Report, Span
from nisba.reading.resolving import resolve
from nisba.reading.tokens import Tokens

_BACK, _AHEAD = 5, 4
_STOPS = frozenset(".!?\n\u061f;\u061b")
_COMMAS = frozenset(",\u060c:()")
_COUNTED = frozenset({Kind.CARDINAL, Kind.VAGUE, Kind.MEASURE, Kind.MONEY, Kind.PERCENT, Kind.MULTIPLE})


class Context:
    """A report's matches on their way to quantities.

    Args:
        report: the report.
        tokens: its tokens.
        matches: the readings found, in text order.
    """

    def __init__(self, report: Report, tokens: Tokens, matches: list[Match]) -> None:
        self.report, self.tokens, self.matches = report, tokens, matches
        self.today = report.date or self._spoken_of()

    def quantities(self) -> tuple[Quantity | Unread, ...]:
        """Every match, resolved and linked."""
        times = self._times()
        places = Places(self.tokens, [match.first for match in self.matches])
        found: list[Quantity | Unread] = []
        spoken: Period | None = None
        for number, match in enumerate(self.matches):
            start, end = self.tokens.span(match.start, match.end)
            span, surface = Span(start, end), self.report.text[start:end]
            if match.kind is None:
                found.append(Unread(span, surface, match.reason or "not understood"))
                continue
            counted = match.kind in _COUNTED
            if times[number] and match.kind in (Kind.PERIOD, Kind.DURATION):
                spoken = times[number]
            found.append(
                Quantity(
                    span,
                    surface,
                    match.kind,
                    match.value,
                    hedge=self._words(match.hedge),
                    what=self._what(number) if counted else match.what,
                    where=places.of(match.first) if counted else (),
                    when=times[number] or (self._when(number, times, spoken) if counted else None),
                    unit=match.unit,
                    implicit=match.implicit,
                )
            )
        return tuple(found)

    def _words(self, place: tuple[int, int] | None) -> str | None:
        return None if place is None else self.report.words(Span(*self.tokens.span(*place)))

    # -- when ----------------------------------------------------------------------------------------------------

    def _spoken_of(self) -> date | None:
        """The last day that the text names outright: the best guess of what "this year" means in it."""
        clock = Clock(None)
        known = [
            resolve(match.when, clock) for match in self.matches if match.when and not isinstance(match.when, Around)
        ]
        return max((period.end for period in known if period), default=None)

    def _times(self) -> list[Period | None]:
        """The days of each match that names a time, resolved in text order."""
        found: list[Period | None] = []
        before: Period | None = None
        for match in self.matches:
            period = None
            if match.when is not None:
                period = resolve(match.when, Clock(self.today, self._ahead(match), before))
                pointing = isinstance(match.when, Moment) and (match.when.shift is not None or match.when.same)
                before = before if period is None or (pointing and before) else period
            found.append(period)
        return found

    def _ahead(self, match: Match) -> bool:
        """The words before look forward ("by", "expected")."""
        for place in range(match.first - 1, max(match.first - 16, -1), -1):
            if self.tokens[place].text in _STOPS:
                return False
            if self.tokens.phrase(place, "future"):
                return True
        return False

    def _when(self, number: int, times: list[Period | None], spoken: Period | None) -> Period | None:
        """The time nearest to a number in its sentence, else the period the report spoke of last (``spoken``)."""
        here = self.matches[number]
        for step in (1, -1):
            other = number + step
            if 0 <= other < len(self.matches) and times[other] and self._same_sentence(here, self.matches[other]):
                return times[other]
        return spoken

    def _same_sentence(self, one: Match, other: Match) -> bool:
        first, last = sorted((one.first, other.first))
        return last - first <= 40 and not any(self.tokens[place].text in _STOPS for place in range(first, last))

    # -- what ----------------------------------------------------------------------------------------------------

    def _what(self, number: int) -> str | None:
        """An id of the lexicon, else the noun that follows, as in the text."""
        match = self.matches[number]
        noun = match.what or self._noun_after(match)
        persons = self.tokens.lexicon.persons
        event = self._fate(match) if noun is None or noun in persons else None
        return event or noun or self._raw(match) or self._noun_before(match)

    def _fate(self, match: Match) -> str | None:
        """What happened to people: told before them, or after them in a clause that begins with them."""
        begins = self.tokens.lexicon.is_and(self.tokens[match.first - 1].word)
        before, after = self._event(match), self._event_after(match)
        return (after or before) if begins else (before or after)

    def _event(self, match: Match) -> str | None:
        """What happened to them, by a word shortly before the number, in the same clause."""
        for back in range(1, _BACK + 1):
            token = self.tokens[match.first - back]
            if token.text in _STOPS or token.text in _COMMAS or token.is_digits:
                return None
            event = token.word.senses.get("events")
            if event:
                return str(event)
            if back > 1 and "nouns" in token.word.senses:
                return None
        return None

    def _event_after(self, match: Match) -> str | None:
        """What happened to them, where the language says it after the noun ("nine people died")."""
        if self.tokens.lexicon.grammar.order == "units-first" or match.kind is not Kind.CARDINAL:
            return None
        for ahead in range(_AHEAD):
            token = self.tokens[match.last + ahead]
            if (
                token.is_digits
                or token.text in _STOPS
                or token.text in _COMMAS
                or self.tokens.lexicon.is_and(token.word)
            ):
                return None
            if event := token.word.senses.get("events"):
                return str(event)
        return None

    def _noun_after(self, match: Match) -> str | None:
        for ahead in range(_AHEAD):
            token = self.tokens[match.last + ahead]
            if token.is_digits or token.text in _STOPS or (token.text in _COMMAS and token.text != ")"):
                return None
            noun = token.word.senses.get("nouns")
            if noun and not (token.word.joins and ahead):
                return str(noun[0])
        return None

    def _noun_before(self, match: Match) -> str | None:
        for back in range(1, _BACK + 1):
            token = self.tokens[match.first - back]
            if token.text in _STOPS or token.is_digits:
                return None
            noun = token.word.senses.get("nouns")
            if noun:
                return str(noun[0])
        return None

    def _raw(self, match: Match) -> str | None:
        """The next word as it stands, if it can be a noun: letters, in no class, and no preposition of two letters."""
        token = self.tokens[match.last]
        if match.kind not in (Kind.CARDINAL, Kind.VAGUE) or token.word.definite:
            return None
        if len(token.text) < 3 or not token.text.isalpha() or token.word.senses or token.word.phrases:
            return None
        return self.report.words(Span(*self.tokens.span(token.start, token.end)))
