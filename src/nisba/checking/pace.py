"""Pace or fact: whether words tell a number as what would be if things went on, or as what is."""

from __future__ import annotations

from collections.abc import Iterator

from nisba.checking.claim_words import claim_words, cue_at
from nisba.checking.numbers import ClaimStatus
from nisba.reading import Span
from nisba.reading.normalise import PIECES, fold, plain

_AHEAD = (ClaimStatus.PACE, ClaimStatus.FORECAST)


def tells_pace(words: str, language: str) -> bool:
    """Some phrase of the language's list ("at this rate", "is expected to") stands among the words.

    Args:
        words: a sentence, or the part of one that tells the number.
        language: BCP 47 language; one without a list tells no pace.
    """
    return next(pace_spans(words, language), None) is not None


def told_as(words: str, language: str) -> str:
    """How the words tell what they tell: ``pace`` or ``fact``, as a story's kinds of claim say it."""
    return "pace" if tells_pace(words, language) else "fact"


def pace_spans(words: str, language: str) -> Iterator[Span]:
    """Where such phrases stand, in order; of two that begin together the longer."""
    listed = claim_words(language)
    cues = listed.before if listed else {}
    base = plain(words)
    pieces = list(PIECES.finditer(base.text))
    row = tuple(fold(piece[0]) for piece in pieces)
    for at in range(len(row)):
        found = cue_at(row, at, cues)
        if found and found[1] in _AHEAD:
            first, last = pieces[at], pieces[found[0] - 1]
            yield Span(base.span(first.start(), first.end())[0], base.span(last.start(), last.end())[1])
