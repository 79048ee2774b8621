"""Pace or fact: whether words tell a number as what would be if things went on, or as what is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from nisba.reading import Span
from nisba.reading.normalise import PIECES, fold, plain

_LANG = Path(__file__).parent / "lang" / "pace"


def tells_pace(words: str, language: str) -> bool:
    """Some phrase of the language's list ("at this rate", "on pace to") stands among the words.

    Args:
        words: a sentence, or the part of one that tells the number.
        language: BCP 47 language; one without a list tells no pace.
    """
    return next(pace_spans(words, language), None) is not None


def pace_spans(words: str, language: str) -> Iterator[Span]:
    """Where such phrases stand, in order; of two that begin together the longer."""
    base = plain(words)
    pieces = list(PIECES.finditer(base.text))
    row = tuple(fold(piece[0]) for piece in pieces)
    phrases = _phrases(language.partition("-")[0])
    for at in range(len(row)):
        lengths = [len(phrase) for phrase in phrases if row[at : at + len(phrase)] == phrase]
        if lengths:
            first, last = pieces[at], pieces[at + max(lengths) - 1]
            yield Span(base.span(first.start(), first.end())[0], base.span(last.start(), last.end())[1])


@cache
def _phrases(language: str) -> tuple[tuple[str, ...], ...]:
    path = _LANG / f"{language}.toml"
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["pace"] if path.is_file() else []
    return tuple(tuple(fold(piece) for piece in PIECES.findall(plain(phrase).text)) for phrase in listed)
