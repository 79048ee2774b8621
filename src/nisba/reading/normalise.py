"""One spelling for many, with the way back: every character of the folded text knows where it stood.

Folding is done in two steps, because a clitic must be decided before alefs are made equal (Arabic wa-ahad, "and one",
would become wahid, "one"): :func:`plain` drops marks and unifies letters that only differ by keyboard; :func:`fold` is
applied to single words, after their clitics are known.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

# Joiners, directional marks, variation selectors and the Arabic tatweel carry no meaning for a reader of numbers.
_INVISIBLE = (
    "\u0640\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_TATWEEL = "\u0640"
_LONE_TATWEEL = f" {_TATWEEL} "  # typed for a dash between words or numbers
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2212"
_COMPOSED = {
    "\u0627\u0654": "\u0623",
    "\u0627\u0655": "\u0625",
    "\u0627\u0653": "\u0622",
    "\u0648\u0654": "\u0624",
    "\u064a\u0654": "\u0626",
}


def _marks() -> list[int]:
    """Combining marks of the Arabic and Latin ranges, all dropped."""
    ranges = (
        range(0x0300, 0x0370),
        range(0x0610, 0x061B),
        range(0x064B, 0x0660),
        range(0x06D6, 0x06EE),
        range(0x08D3, 0x0900),
    )
    return [code for span in ranges for code in span if unicodedata.category(chr(code)) in ("Mn", "Cf")]


def _keyboards() -> dict[int, str]:
    """Letters, digits and hyphens that look the same to a reader: Persian yeh and kaf, presentation digits, dashes."""
    table = {ord("\u06cc"): "\u064a", ord("\u06a9"): "\u0643", ord("\u06c1"): "\u0647"}
    table |= {ord(mark): "-" for mark in _HYPHENS}
    for code in (0x0660, 0x06F0, 0xFF10):
        table |= {code + value: str(value) for value in range(10)}
    return table | {ord("\u2019"): "'", ord("\u02bc"): "'"}


_RUN = re.compile("[" + "".join(sorted(frozenset(_INVISIBLE) | set(map(chr, _marks())))) + "]+")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_SAME_AS = {chr(code): letter for code, letter in _keyboards().items()}
_LOOKING_ALIKE = frozenset(_SAME_AS)
_WORD = str.maketrans("\u0623\u0625\u0622\u0671\u0629\u0649", "\u0627\u0627\u0627\u0627\u0647\u064a")


#: What a text is cut into: runs of digits, runs of letters, line ends, and any other character by itself.
PIECES = re.compile(r"\d+|[^\W\d_]+|\n|\S")
#: The same, for ``split``, which then keeps the pieces: what stands between, a piece, what stands between, …
CUTS = re.compile(f"({PIECES.pattern})")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without marks, and the original place of each character kept.

    Args:
        original: the text as received.
        text: the same with marks dropped and look-alikes unified; digits are ASCII.
        cuts: places in ``text`` before which something was dropped, ascending.
        shifts: how many characters had been dropped in all, up to each cut.
        one_digit_set: its digits are all ASCII, so that no number can mix two sets.
    """

    original: str
    text: str
    cuts: tuple[int, ...]
    shifts: tuple[int, ...]
    one_digit_set: bool = False

    def origin(self, place: int) -> int:
        """The index in the original of a character of ``text``."""
        cut = bisect_right(self.cuts, place)
        return place + self.shifts[cut - 1] if cut else place

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the original that ``text[start:end]`` came from, with the marks written on the last."""
        first, last = self.origin(start), self.origin(end - 1) + 1
        while last < len(self.original) and (
            self.original[last] == _TATWEEL or unicodedata.category(self.original[last]) == "Mn"
        ):
            last += 1
        return first, last


def plain(text: str) -> Plain:
    """Drop marks and unify look-alikes; no letter is made equal to another that a reader tells apart."""
    kept = text
    for mark in _LOOKING_ALIKE.intersection(
        text
    ):  # mostly none or few, which is quicker than to translate every letter
        kept = kept.replace(mark, _SAME_AS[mark])
    kept = kept.replace(_LONE_TATWEEL, " - ")
    if kept.isalpha() and _RUN.search(kept) is None:  # one word, as in the lists of a language
        return Plain(text, kept, (), (), one_digit_set=True)
    if "\r" in text:  # of old Macintoshes; beside a line feed it is nothing
        kept = _LONE_RETURN.sub("\n", kept)
    pieces: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    done = length = dropped = 0
    for run in _RUN.finditer(kept):
        piece = kept[done : run.start()]
        composed = _COMPOSED.get(kept[max(run.start() - 1, 0) : run.start() + 1])
        pieces.append(piece[:-1] + composed if composed and piece else piece)
        length, dropped, done = length + len(piece), dropped + len(run[0]), run.end()
        cuts.append(length)
        shifts.append(dropped)
    pieces.append(kept[done:])
    return Plain(text, "".join(pieces), tuple(cuts), tuple(shifts), _OTHER_DIGIT.search(text) is None)


def fold(word: str) -> str:
    """One spelling of a word for looking it up: lower case, no accents, alefs and final forms equal."""
    folded = word.translate(_WORD).lower()
    if folded.isascii() or folded[0] > "\u024f":
        return folded
    return "".join(letter for letter in unicodedata.normalize("NFD", folded) if not unicodedata.combining(letter))
