"""A report as a row of tokens: digits, words with what the lexicon knows of them, and signs."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from nisba.reading.lexicon import LEADS, OPENING, SIGNS, Lexicon, Word
from nisba.reading.normalise import CUTS, Plain, plain

#: How far beyond the ends of a text a rule may look. Python counts negative places from the end, so one margin serves both.
_MARGIN = 32
_BEYOND = Word("\0", "\0", {})


@dataclass(slots=True)
class Token:
    """One piece of the plain text.

    Args:
        start, end: its place in the plain text.
        text: its characters.
        word: what the lexicon knows of it.
        close: nothing stands between it and the token before.
        is_digits: it is a run of digits.
    """

    start: int
    end: int
    text: str
    word: Word
    close: bool
    is_digits: bool

    def get(self, kind: str) -> Any:
        """Its value in a class of words, or None."""
        return self.word.senses.get(kind)


class Tokens:
    """The tokens of one text, with the small questions that every rule of the grammar asks.

    Kept in columns, which are cut and looked up without a step of Python for each word; a :class:`Token` is made only
    where a rule looks. Columns reach a little beyond the text, with empty words that match nothing.

    Args:
        text: the text as received.
        lexicon: of its language.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.plain: Plain = plain(text)
        self.lexicon = lexicon
        self.digits: dict[int, Any] = {}  # what :mod:`digits` found at a place, kept for the rules that ask again
        self.numerals: dict[int, Any] = {}  # the same of :mod:`numerals`
        self._kinds: dict[int, frozenset[str]] = {}  # of words that begin phrases
        self._where: dict[str, list[int]] = {}  # places of words of a class, once asked for
        pieces = CUTS.split(self.plain.text)  # what stands between, a piece, what stands between, …
        ends = list(accumulate(map(len, pieces)))
        beyond = [ends[-2] if len(ends) > 1 else -1] * _MARGIN
        self._length = len(pieces) // 2
        self.texts: list[str] = pieces[1::2] + ["\0"] * _MARGIN
        self.words: list[Word] = [*map(lexicon.__getitem__, pieces[1::2]), *[_BEYOND] * _MARGIN]
        self.gaps: list[str] = [
            " ",
            *pieces[2:-1:2],
            *[" "] * _MARGIN,
        ]  # before each token; nothing is tight at the start
        self._starts: list[int] = ends[:-1:2] + beyond
        self._ends: list[int] = ends[1::2] + beyond
        self._made: list[Token | None] = [None] * (self._length + _MARGIN)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, place: int) -> Token:
        """The token at a place; a little beyond either end of the text, an empty one that matches nothing."""
        token = self._made[place]
        if token is None:
            token = self._made[place] = Token(
                self._starts[place],
                self._ends[place],
                self.texts[place],
                word := self.words[place],
                not self.gaps[place],
                word.is_digits,
            )
        return token

    @property
    def row(self) -> Tokens:
        """The tokens by their places."""
        return self

    def get(self, place: int, kind: str) -> Any:
        """The value of the token at a place in a class of words, or None."""
        return self.words[place].senses.get(kind)

    def kinds(self, place: int) -> frozenset[str]:
        """The classes of the word at a place, and of the phrases that begin there and are really gone on with.

        Rules ask this before they look closer: "the" may begin "the end of", but mostly does not.
        """
        word = self.words[place]
        if self.words[place + 1].folded not in word.follow:
            return word.own
        if place not in self._kinds:
            begun = {kind for rest, kind, _ in word.phrases if self._follows(place + 1, rest)}
            self._kinds[place] = word.own | begun
        return self._kinds[place]

    def may_begin(self, place: int) -> bool:
        """Something to read can begin at a word that is known for its phrases, now that it is seen which of them stand there.

        After "the" and "from", which lead to something, that must open a few words on.
        """
        word = self.words[place]
        opening = OPENING & self.kinds(place)
        if not opening:
            return word.inflected or self.texts[place][0] in SIGNS
        if word.inflected or not opening <= LEADS:
            return True
        reach = place + 3 + max((len(rest) for rest, kind, _ in word.phrases if kind in LEADS), default=0)
        ahead = self.words[place + 1 : reach]
        return any((word.opens and not word.leads) or "fractions" in word.kinds for word in ahead)

    def before(self, place: int, kind: str, reach: int) -> bool:
        """A word of a class stands among the so many tokens before a place."""
        if kind not in self._where:
            self._where[kind] = [at for at, word in enumerate(self.words) if kind in word.senses]
        where = self._where[kind]
        at = bisect_left(where, place)
        return at > 0 and where[at - 1] >= place - reach

    def phrase(self, place: int, kind: str) -> tuple[int, Any] | None:
        """The longest word or phrase of a class that starts at a place: (place after it, value)."""
        word = self.words[place]
        if kind not in word.kinds:
            return None
        if self.words[place + 1].folded in word.follow:
            for rest, sort, value in word.phrases:
                if sort == kind and self._follows(place + 1, rest):
                    return place + 1 + len(rest), value
        value = word.senses.get(kind)
        return None if value is None else (place + 1, value)

    def _follows(self, place: int, words: tuple[str, ...]) -> bool:
        return self.words[place].folded == words[0] and (
            len(words) == 1 or all(self.words[place + step].folded == word for step, word in enumerate(words))
        )

    def first(self, place: int) -> int:
        """Where in the plain text a token starts, its detachable clitics left out."""
        return self._starts[place] + self.words[place].skip

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original characters of a stretch of the plain text."""
        return self.plain.span(start, end)

    def original(self, start: int, end: int) -> str:
        """What was written at a stretch of the plain text."""
        first, last = self.plain.span(start, end)
        return self.plain.original[first:last]

    def between(self, left: int, right: int) -> str:  # noqa: ARG002 - reads as what it is
        """What stands between two tokens, which are neighbours."""
        return self.gaps[right]

    def ends(self, place: int, kind: str) -> bool:
        """A word or phrase of a class stands right before a place."""
        words = self.words
        return any(
            kind in words[place - back].kinds
            and (found := self.phrase(place - back, kind)) is not None
            and found[0] == place
            for back in (1, 2, 3)
        )
