"""Number words on a page: found by our own reader, so that what it reads in a report cannot be typed into a page unbound.

Counts, shares, multiples, lengths of time, money and measures are numbers, in words as in digits. Ordinals, dates and
periods name a thing ("the second quarter"), a dual is a form of its noun, and vague words ("few") give no number: these
may stand. So may the idioms of ``idioms.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from nisba.reading import Kind, Quantity, Report, read_quantities
from nisba.reading.report import Span

_COUNTED = frozenset({Kind.CARDINAL, Kind.PERCENT, Kind.MULTIPLE, Kind.DURATION, Kind.MONEY, Kind.MEASURE})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph.

    Args:
        text: its characters.
        bound: how its numerals are accounted for; empty where they are not.
    """

    text: str
    bound: str = ""


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number written in words.

    Args:
        text: the words.
        piece: index of the piece that they begin in.
        bound: how they are accounted for; empty where any of them is not.
    """

    text: str
    piece: int
    bound: str


@lru_cache(
    maxsize=4096
)  # a sentence stands in the prose, on the page, and on the page of another kind: it is read once
def quantities_of(text: str, language: str) -> tuple[Quantity, ...]:
    """What our reader finds in a text of a page, lengths and counts alike, idioms left out."""
    found = read_quantities(Report("page", text, language, None, ""))
    idioms = [Span(*match.span()) for match in _idioms(language).finditer(text)]
    return tuple(item for item in found if isinstance(item, Quantity) and not _touches(item.span, idioms))


def number_words(pieces: Sequence[Piece], language: str) -> tuple[NumberWord, ...]:
    """The numbers in words of one paragraph.

    Args:
        pieces: the paragraph, whole and in order; a number may go over several of them.
        language: of the paragraph.
    """
    text = "".join(piece.text for piece in pieces)
    if not any(character.isalpha() for character in text):
        return ()
    starts = [sum(len(piece.text) for piece in pieces[:at]) for at in range(len(pieces))]
    found = []
    for quantity in quantities_of(text, language):
        if quantity.kind not in _COUNTED or quantity.implicit:
            continue
        parts = list(_parts(pieces, starts, quantity.span))
        loose = [(at, words) for at, words in parts if not pieces[at].bound]
        words = "".join(text for _, text in loose).strip()
        if _counts(words, language):
            found.append(NumberWord(words, loose[0][0], ""))
        elif all(pieces[at].bound for at, _ in parts) and not any(map(str.isdigit, quantity.surface)):
            found.append(NumberWord(quantity.surface, parts[0][0], pieces[parts[0][0]].bound))
    return tuple(found)


def says_a_number(text: str, language: str) -> bool:
    """A text has digits or a number word."""
    return any(map(str.isdigit, text)) or bool(number_words([Piece(text)], language))


def _parts(pieces: Sequence[Piece], starts: Sequence[int], span: Span) -> list[tuple[int, str]]:
    """What each piece holds of a span."""
    cut = [(at, max(span.start - start, 0), span.end - start) for at, start in enumerate(starts)]
    return [(at, pieces[at].text[low:high]) for at, low, high in cut if high > 0 and pieces[at].text[low:high].strip()]


def _counts(words: str, language: str) -> bool:
    """Words without digits are a number by themselves: "thousand" is, "months" is not. Digits are told elsewhere."""
    if any(map(str.isdigit, words)) or not any(map(str.isalpha, words)):
        return False
    return any(quantity.kind in _COUNTED and not quantity.implicit for quantity in quantities_of(words, language))


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)


@cache
def _idioms(language: str) -> re.Pattern[str]:
    listed = tomllib.loads((files("nisba.explaining") / "idioms.toml").read_text(encoding="utf-8")).get(language, [])
    longest_first = sorted(listed, key=len, reverse=True)
    words = "|".join(re.escape(phrase) for phrase in longest_first) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
