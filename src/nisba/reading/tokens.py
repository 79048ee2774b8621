"""A report as a row of tokens: digits, words with what the lexicon knows of them, and signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nisba.reading.lexicon import Lexicon, Word
from nisba.reading.normalise import PIECES, Plain, plain

#: How far beyond the ends of a text a rule may look. Python counts negative places from the end, so one margin serves both.
_MARGIN = 32


@dataclass(slots=True)
class Token:
    """One piece of the plain text.

    Args:
        start, end: its place in the plain text.
        text: its characters.
        word: what the lexicon knows of it.
        close: nothing stands between it and the token before.
    """

    start: int
    end: int
    text: str
    word: Word
    close: bool

    @property
    def is_digits(self) -> bool:
        """It is a run of digits."""
        return self.text[0].isdecimal()

    def get(self, kind: str) -> Any:
        """Its value in a class of words, or None."""
        return self.word.senses.get(kind)


class Tokens:
    """The tokens of one text, with the small questions that every rule of the grammar asks."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.plain: Plain = plain(text)
        self.lexicon = lexicon
        self.row: list[Token] = []
        self.digits: dict[int, Any] = {}  # what :mod:`digits` found at a place, kept for the rules that ask again
        self.numerals: dict[int, Any] = {}  # the same of :mod:`numerals`
        end = -1
        append, find = self.row.append, lexicon.__getitem__
        for piece in PIECES.finditer(self.plain.text):
            start, spelling = piece.start(), piece[0]
            append(Token(start, piece.end(), spelling, find(spelling), start == end))
            end = piece.end()
        self._length = len(self.row)
        self.row += [Token(end, end, "\0", Word("\0", "\0", {}), close=False)] * _MARGIN

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, place: int) -> Token:
        """The token at a place; a little beyond either end of the text, an empty one that matches nothing."""
        return self.row[place]

    def get(self, place: int, kind: str) -> Any:
        """The value of the token at a place in a class of words, or None."""
        return self.row[place].word.senses.get(kind)

    def phrase(self, place: int, kind: str) -> tuple[int, Any] | None:
        """The longest word or phrase of a class that starts at a place: (place after it, value)."""
        word = self.row[place].word
        if word.phrases:
            for rest, sort, value in word.phrases:
                if sort == kind and self._follows(place + 1, rest):
                    return place + 1 + len(rest), value
        value = word.senses.get(kind)
        return None if value is None else (place + 1, value)

    def _follows(self, place: int, words: tuple[str, ...]) -> bool:
        return all(self[place + step].word.folded == word for step, word in enumerate(words))

    def first(self, place: int) -> int:
        """Where in the plain text a token starts, its detachable clitics left out."""
        token = self[place]
        return token.start + token.word.skip

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original characters of a stretch of the plain text."""
        return self.plain.span(start, end)

    def between(self, left: int, right: int) -> str:
        """What stands between two tokens, which are neighbours."""
        return self.plain.text[self[left].end : self[right].start]

    def ends(self, place: int, kind: str) -> bool:
        """A word or phrase of a class stands right before a place."""
        return any((found := self.phrase(place - back, kind)) is not None and found[0] == place for back in (1, 2, 3))
