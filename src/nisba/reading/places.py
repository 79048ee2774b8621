"""Which places a number is about: the groups of place names in a text, and the one nearest by sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from nisba.reading.tokens import Tokens

_STOPS = frozenset(".!?\n\u061f")
_COMMAS = frozenset(",;\u060c\u061b")


@dataclass(frozen=True, slots=True)
class _Group:
    """Place names joined by "and": their ids, and where they stand."""

    ids: tuple[str, ...]
    first: int
    sentence: int
    paragraph: int


class Places:
    """The place names of one text, and the rule that ties numbers to them.

    Args:
        tokens: the tokens of the text.
        numbers: the tokens at which its numbers start, ascending.
    """

    def __init__(self, tokens: Tokens, numbers: list[int]) -> None:
        self.tokens, self._numbers = tokens, numbers
        self._ends = [n for n, token in enumerate(tokens.row) if token.text in _STOPS]
        self._lines = [n for n, token in enumerate(tokens.row) if token.text == "\n"]
        self._groups = self._collect()
        self._firsts = [group.first for group in self._groups]

    def of(self, place: int) -> tuple[str, ...]:
        """The ids of the places that a number at a token is about; empty where the text names none."""
        sentence, paragraph = bisect_left(self._ends, place), bisect_left(self._lines, place)
        after = bisect_left(self._firsts, place)
        follows = (
            self._groups[after] if after < len(self._groups) and self._groups[after].sentence == sentence else None
        )
        before = self._groups[after - 1] if after else None
        if before and before.sentence == sentence and (not follows or self._leads(place, sentence, follows)):
            return before.ids
        if follows:
            return follows.ids
        if before and before.paragraph == paragraph:
            return before.ids
        return self._groups[0].ids if self._groups else ()

    def _leads(self, place: int, sentence: int, follows: _Group) -> bool:
        """The place before a number governs it, although another follows.

        It opens the sentence ("As for Iraq, 137 operations near Mosul"), or a comma stands before the other ("5 killed
        there, and in Iraq 7").
        """
        start = self._ends[sentence - 1] if sentence else -1
        opens = bisect_left(self._numbers, start) == bisect_left(self._numbers, place)
        return opens or any(self.tokens[n].text in _COMMAS for n in range(place, follows.first))

    def _collect(self) -> list[_Group]:
        found: list[_Group] = []
        place, last = 0, -1
        while place < len(self.tokens):
            word = self.tokens.row[place].word
            known = bool(word.senses or word.phrases)
            actor = self.tokens.phrase(place, "actors") if known else None
            name = self.tokens.phrase(place, "places") if known and not actor else None
            if name is None:
                place = actor[0] if actor else place + 1
                continue
            after, identity = name
            joined = word.joins or (self.tokens.lexicon.is_and(self.tokens[place - 1].word) and last == place - 1)
            if found and joined and last in (place, place - 1):
                group = found[-1]
                found[-1] = _Group((*group.ids, identity), group.first, group.sentence, group.paragraph)
            else:
                found.append(
                    _Group((identity,), place, bisect_left(self._ends, place), bisect_left(self._lines, place))
                )
            place = last = after
        return found
