"""What is counted: what happened to people, or the noun of a number.

An event that leads to the number ("the death of 13", "killed 44"), else the noun that follows it, else the noun of the
number before ("157,000 in 2023"), else the noun that it was said of ("the number of the wounded was 2108").
"""

from __future__ import annotations

from nisba.reading.matches import Match
from nisba.reading.quantities import Kind
from nisba.reading.tokens import Tokens

_BACK, _AHEAD = 5, 4
_RUN = 2  # words of a compound behind its first noun
_NEAR = 64  # tokens between two numbers that may count the same
_STOPS = frozenset(".!?\n\u061f;\u061b")
_COMMAS = frozenset(",\u060c:()")
_SHARING = frozenset({Kind.CARDINAL, Kind.VAGUE})


class Counted:
    """The nouns and events around the numbers of one text.

    Args:
        tokens: its tokens.
        matches: the readings found, in text order.
        last: what the number before them counts, where they go on with its paragraph.
    """

    def __init__(self, tokens: Tokens, matches: list[Match], last: str | None) -> None:
        self.tokens, self.matches, self._carried = tokens, matches, last
        self._after_numbers = {match.last for match in matches if match.value is not None}
        self._before: tuple[int, str] | None = (
            None  # the last number with a noun: its place among the matches, the noun
        )

    def of(self, number: int) -> tuple[str | None, bool]:
        """(an id of the lexicon, else the noun as in the text, or None; whether an event led to it), in text order."""
        match = self.matches[number]
        noun = match.what or self._noun_beside(match) or self._noun_after(match) or self._of_more(number)
        persons, fates = self.tokens.lexicon.persons, self.tokens.lexicon.fates
        event = self._fate(match) if noun is None or (noun in persons and noun not in fates) else None
        what = (
            event or noun or self._raw(match) or self._led(number) or self._shared(number) or self._noun_before(match)
        )
        if what and match.kind in _SHARING and not match.implicit:
            self._before = (number, noun or what)
        return what, event is not None

    # -- what happened -------------------------------------------------------------------------------------------

    def _fate(self, match: Match) -> str | None:
        """What happened to people: told before them, or after them in a clause that begins with them."""
        begins = self.tokens.lexicon.is_and(self.tokens[match.first - 1].word)
        before, after = self._event(match), self._event_after(match)
        return (after or before) if begins else (before or after)

    def _event(self, match: Match) -> str | None:
        """What happened to them, by a word shortly before the number, in the same clause, and not itself counted."""
        for back in range(1, _BACK + 1):
            place = match.first - back
            token = self.tokens[place]
            counted = place in self._after_numbers and not token.word.joins
            if token.text in _STOPS or token.text in _COMMAS or token.is_digits or counted:
                return None
            event = self.tokens.phrase(place, "events")
            if event and event[0] <= match.first:
                return None if "of_things" in token.word.senses and self._raw(match) else str(event[1])
            if back > 1 and "nouns" in token.word.senses:
                return None
        return None

    def _event_after(self, match: Match) -> str | None:
        """What happened to them, where the language says it after the noun ("nine people died")."""
        if self.tokens.lexicon.grammar.order == "units-first" or match.kind is not Kind.CARDINAL:
            return None
        for ahead in range(2 * _AHEAD):
            token = self.tokens[match.last + ahead]
            ends = token.is_digits or token.text in _STOPS or token.text in _COMMAS
            if ends or self.tokens.lexicon.is_and(token.word):
                return None
            if event := token.word.senses.get("events"):
                return str(event)
        return None

    # -- what it is ----------------------------------------------------------------------------------------------

    def _noun_after(self, match: Match) -> str | None:
        for ahead in range(_AHEAD):
            token = self.tokens[match.last + ahead]
            senses = token.word.senses
            if token.is_digits or token.text in _STOPS or (token.text in _COMMAS and token.text != ")"):
                return None
            if "adjunct" in senses or token.word.preposition:
                return None
            if (noun := senses.get("nouns")) and not (token.word.joins and ahead):
                return self._head(match.last + ahead) or str(noun[0])
        return None

    def _head(self, place: int) -> str | None:
        """The plural that a noun in the singular leads to: of "11 state officials" or "5 school bus drivers", the last."""
        tokens = self.tokens
        if tokens.lexicon.grammar.order == "units-first" or tokens[place].word.senses["nouns"][1] != "one":
            return None
        for later in range(place + 1, place + _RUN + 1):
            word = tokens[later].word
            noun = word.senses.get("nouns")
            if noun and noun[1] == "many" and "events" not in word.senses:
                return str(noun[0])
            if not tokens[later].text.isalpha() or (word.senses and not noun) or word.joins:
                return None
        return None

    def _noun_beside(self, match: Match) -> str | None:
        """The noun right before a number that follows it: "one" and "two" in words, and digits with the article."""
        tokens, low = self.tokens, match.value.lo if match.value else None
        article = tokens.lexicon.is_article(tokens.texts[match.first - 1]) and tokens.words[match.first].is_digits
        small = low in (1, 2) and not tokens.words[match.first].is_digits and match.last == match.first + 1
        if tokens.lexicon.grammar.order != "units-first" or not (article or small) or match.implicit:
            return None
        noun = tokens.get(match.first - 1 - article, "nouns")
        return str(noun[0]) if noun else None

    def _of_more(self, number: int) -> str | None:
        """As in "8.2 million of 13.4 million voters": a part is of what its whole is."""
        match = self.matches[number]
        of = self.tokens.phrase(match.last, "of") if self.tokens.get(match.last, "adjunct") is None else None
        whole = self.matches[number + 1] if of and number + 1 < len(self.matches) else None
        start = of[0] + (self.tokens.get(of[0], "determiner") is not None) if of else 0
        return self._noun_after(whole) if whole and whole.first == start and whole.kind in _SHARING else None

    def _noun_before(self, match: Match) -> str | None:
        for back in range(1, _BACK + 1):
            token = self.tokens[match.first - back]
            aside = token.text == "(" and match.kind is Kind.MEASURE  # "the town (370 km east of the capital)"
            if token.text in _STOPS or token.is_digits or aside:
                return None
            if noun := token.word.senses.get("nouns"):
                return str(noun[0])
        return None

    def _raw(self, match: Match) -> str | None:
        """The next word as it stands, if it can be a noun: letters, in no class, and no preposition of two letters."""
        token = self.tokens[match.last]
        if match.kind not in _SHARING or token.word.definite:
            return None
        if len(token.text) < 3 or not token.text.isalpha() or token.word.senses or token.word.phrases:
            return None
        return self.tokens.original(token.start, token.end)

    def _led(self, number: int) -> str | None:
        """The noun that opens this very sentence comes before one of the sentence before ("Robberies went from 9 to 12")."""
        if self._before is None or self.tokens.lexicon.grammar.order == "units-first":
            return None
        places = range(self.matches[self._before[0]].last, self.matches[number].first)
        ended = any(self.tokens.texts[place] in _STOPS for place in places[-2 * _BACK :])
        first = self.matches[number].first
        many = any(
            self.tokens.get(first - back, "nouns") and self.tokens.get(first - back, "nouns")[1] == "many"
            for back in range(1, _BACK + 1)
        )
        return self._noun_before(self.matches[number]) if ended and many else None

    def _shared(self, number: int) -> str | None:
        """A bare number counts what the number before it counted, in the same paragraph ("157,000 in 2023")."""
        match, before = self.matches[number], self._before
        if match.kind not in _SHARING or match.implicit or not self._bare(match):
            return None
        first = self.matches[before[0]].last if before else 0
        return (before[1] if before else self._carried) if self._near(first, match.first) else None

    def _near(self, first: int, last: int) -> bool:
        """Both places are of one paragraph, and not far apart."""
        return last - first <= _NEAR and "\n" not in self.tokens.texts[first:last]

    def left(self) -> str | None:
        """What the last number counts, for numbers that go on with the paragraph after these tokens."""
        first = self.matches[self._before[0]].last if self._before else 0
        return (self._before[1] if self._before else self._carried) if self._near(first, len(self.tokens)) else None

    def _bare(self, match: Match) -> bool:
        """No noun of its own follows: a sign, an "and", or a word that leads away from it."""
        token = self.tokens[match.last]
        leads = any(kind in token.word.senses for kind in ("adjunct", "other", "particle", "share", "of", "places"))
        each = "article" in token.word.senses and self.tokens.get(match.last + 1, "units") is not None  # "85 a day"
        return (
            leads or each or not token.text[0].isalpha() or token.word.joins or self.tokens.lexicon.is_and(token.word)
        )
