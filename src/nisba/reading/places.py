"""Which places a number is about: the groups of place names in a text, and the one nearest by sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from nisba.reading.memory import Memory
from nisba.reading.tokens import Tokens

_STOPS = frozenset(".!?\n\u061f")
_COMMAS = frozenset(",;\u060c\u061b")
_TEH_MARBUTA = "\u0629"
_DATELINE = 12  # words behind a place within which a dateline ends
_LONGEST, _SHORTEST = 3, 3  # words and letters of a name that no list has


@dataclass(frozen=True, slots=True)
class _Group:
    """Place names joined by "and": their ids, and where they stand."""

    ids: tuple[str, ...]
    first: int
    last: int
    sentence: int
    paragraph: int


class Places:
    """The place names of one text, and the rule that ties numbers to them.

    Args:
        tokens: the tokens of the text.
        numbers: the tokens at which its numbers start, ascending.
        memory: the places named before the text.
    """

    def __init__(self, tokens: Tokens, numbers: list[int], memory: Memory) -> None:
        self.tokens, self._numbers, self._memory = tokens, numbers, memory
        self._latin = tokens.lexicon.grammar.script == "Latn"
        self._led: frozenset[str] | None = None
        self._ends = [n for n, text in enumerate(tokens.texts) if text in _STOPS]
        self._lines = [n for n, text in enumerate(tokens.texts) if text == "\n"]
        self._groups = self._collect()
        self._firsts = [group.first for group in self._groups]

    def of(self, place: int, last: int) -> tuple[str, ...]:
        """The ids of the places that a number of tokens ``[place, last)`` is about; empty where the text names none."""
        sentence, paragraph = bisect_left(self._ends, place), bisect_left(self._lines, place)
        after = bisect_left(self._firsts, place)
        follows = self._groups[after] if after < len(self._groups) else None
        if follows and (follows.sentence != sentence or self._of_next(last, follows)):
            follows = None
        before = self._groups[after - 1] if after else None
        if before and before.sentence == sentence and (not follows or self._leads(place, last, before, follows)):
            return before.ids
        if follows:
            return follows.ids
        if before and before.paragraph == paragraph:
            return before.ids
        if not paragraph and not before and self._memory.places:
            return self._memory.places
        return self.first() if before or self._memory.first_places else ()

    def first(self) -> tuple[str, ...]:
        """The places named first of all, here or before the text."""
        return self._memory.first_places or (self._groups[0].ids if self._groups else ())

    def last(self) -> tuple[str, ...]:
        """The places named last in the paragraph that the text breaks off in."""
        if self._groups and self._groups[-1].paragraph == len(self._lines):
            return self._groups[-1].ids
        return () if self._lines else self._memory.places

    def _leads(self, place: int, last: int, before: _Group, follows: _Group) -> bool:
        """The place before a number governs it, although another follows.

        It stands right before the number ("Jordan 640,000"), opens the sentence ("As for Iraq, 137 operations near
        Mosul"), or a comma stands before the other ("5 killed there, and in Iraq 7").
        """
        gap = self.tokens[before.last]
        hedged = place == before.last + 1 and gap.text not in _COMMAS and not self.tokens.lexicon.is_and(gap.word)
        beside = hedged or (place == before.last and not gap.word.joins)
        start = self._ends[before.sentence - 1] if before.sentence else -1
        opens = bisect_left(self._numbers, start) == bisect_left(self._numbers, place)
        return beside or opens or any(self.tokens[n].text in _COMMAS for n in range(last, follows.first))

    def _of_next(self, last: int, follows: _Group) -> bool:
        """The place leads to another number that stands right after it ("…, Jordan 640,000 and Iraq 270,000")."""
        number = bisect_left(self._numbers, follows.last)
        beside = number < len(self._numbers) and self._numbers[number] == follows.last
        return beside and self.tokens[last].text != "(" and not self.tokens[follows.last].word.joins

    def _collect(self) -> list[_Group]:
        found: list[_Group] = []
        after, last = 0, -1
        for place in [place for place, word in enumerate(self.tokens.words) if word.names]:
            if place < after:
                continue
            word = self.tokens.words[place]
            actor = self.tokens.phrase(place, "actors")
            name = self._name(place) if not actor else None
            if name is None:
                after = actor[0] if actor else place + 1
                continue
            if filed := self._dateline(place, name[0]):
                after = filed
                continue
            after, identity = name
            joined = word.joins or (self.tokens.lexicon.is_and(self.tokens[place - 1].word) and last == place - 1)
            if found and joined and last in (place, place - 1):
                group = found[-1]
                found[-1] = replace(group, ids=(*group.ids, identity), last=after)
            else:
                sentence, paragraph = bisect_left(self._ends, place), bisect_left(self._lines, place)
                found.append(_Group((identity,), place, after, sentence, paragraph))
            last = after = self._listed_on(found, after)
        return found

    def _listed_on(self, found: list[_Group], after: int) -> int:
        """Further names behind a place's that no list has ("in Northport and Southport"); the place after the last.

        A name alone may be anybody's ("in Northport and Berg said"): it is a place's where the text has it behind a word
        that leads to a place, where the clause ends with it, or where it ends a list.
        """
        while self._latin and (
            self.tokens[after].text in _COMMAS or self.tokens.lexicon.is_and(self.tokens[after].word)
        ):
            ends = self._capitals(after + 1)
            if ends == after + 1 or self.tokens.phrase(after + 1, "places"):
                break
            name = self._written(after + 1, ends)
            final = self.tokens[after].text not in _COMMAS
            closed = final and (self.tokens[ends].text in _STOPS | _COMMAS or len(found[-1].ids) > 1)
            if not closed and name not in self._led_to():
                break
            found[-1] = replace(found[-1], ids=(*found[-1].ids, name), last=ends)
            after = ends
        return after

    def _led_to(self) -> frozenset[str]:
        """The names that stand behind a word that leads to a place, anywhere in the text."""
        if self._led is None:
            leads = (self.tokens.phrase(n, "place_lead") for n, word in enumerate(self.tokens.words) if word.names)
            starts = [lead[0] for lead in leads if lead]
            self._led = frozenset(self._written(start, self._capitals(start)) for start in starts)
        return self._led

    def _capitals(self, start: int) -> int:
        """Where a name that no list has and that starts here ends; the start itself where none does."""
        after = start
        while after < start + _LONGEST and self._unlisted(after) and (self._latin or after == start):
            after += 1
        return after

    def _written(self, first: int, after: int) -> str:
        """The words of a name as the text has them; empty where there are none."""
        return self.tokens.original(self.tokens[first].start, self.tokens[after - 1].end) if after > first else ""

    def _name(self, place: int) -> tuple[int, str] | None:
        """A listed place, or one that no list has after a word that leads to a place ("near Athens", "the city of …")."""
        listed = self.tokens.phrase(place, "places")
        counted = (
            not self._latin and place > 0 and (self.tokens[place - 1].text.isdigit() or place - 1 in self._numbers)
        )
        lead = self.tokens.phrase(place, "place_lead") if listed is None and not counted else None
        if lead is None or not self._unlisted(lead[0]):
            return listed
        after = self._capitals(lead[0])
        return after, self._written(lead[0], after)

    def _dateline(self, place: int, after: int) -> int:
        """Where a dateline ends, 0 where none begins: "PARIS, 3 June (Agency) - …" says where a report was filed, and no more."""
        if place and self.tokens[place - 1].text != "\n":
            return 0
        ahead = [self.tokens[n].text for n in range(after, min(after + _DATELINE, len(self.tokens.texts)))]
        opens = ahead.index("(") if "(" in ahead else -1
        closes = ahead.index(")") if ")" in ahead else -1
        bare = opens == 0 or (opens > 0 and ahead[0] == ",")
        return after + closes if bare and 0 <= opens < closes and ahead[closes + 1 : closes + 2] == ["-"] else 0

    def _unlisted(self, place: int) -> bool:
        """A word of no class that is written as a name is: a capital, or (without capitals) no adjective's ending."""
        token = self.tokens[place]
        if token.word.senses or token.word.phrases or len(token.text) < _SHORTEST or not token.text.isalpha():
            return False
        if self._latin:
            return token.text[0].isupper() and not token.text.isupper()
        return token.word.definite or not token.text.endswith(_TEH_MARBUTA)
