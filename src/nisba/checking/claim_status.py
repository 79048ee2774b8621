"""As what a number is told: as a fact, as a pace, a target, a forecast or an estimate; by the words of its clause.

The reach of such words is that of a complement in its clause ("aims to plant 500 trees and 200 shrubs"): it ends with
the clause, with a contrast ("up from", "compared with") and before a number that the article marks as known. Where the
words leave it open, a number is a fact: that is what reports mostly tell, and what was checked before.
"""

from __future__ import annotations

from nisba.checking.claim_words import ClaimWords, Phrase, claim_words, cue_at, pieces_of
from nisba.checking.numbers import ClaimStatus
from nisba.reading import Report, Span

_NOUN = 5  # words of a counted noun, between a number and what is told of it ("500 new homes are planned")
_TRAILING = 12  # words between a number and "at this rate" at the end of its clause
_DONE = 3
_COMMAS = frozenset(",\u060c")
_STOPS = (*_COMMAS, ";", "\u061b", ":", ".")


def claim_status(report: Report, span: Span) -> ClaimStatus:
    """As what the words around a number tell it.

    Args:
        report: the report.
        span: the characters of the number.
    """
    words = claim_words(report.language)
    if words is None:
        return ClaimStatus.ACTUAL
    sentence = report.sentence(span.start)
    left, right = report.text[sentence.start : span.start], report.text[span.end : sentence.end]
    return told(pieces_of(left), pieces_of(right), words)


def told(left: Phrase, right: Phrase, words: ClaimWords) -> ClaimStatus:
    """As what a number is told, by the words of its sentence before and behind it."""
    if _ends(left, words.adjacent):
        return ClaimStatus.ACTUAL
    behind = _behind(right, words)
    if behind:
        return behind
    return ClaimStatus.ACTUAL if _has(right[:_DONE], words.done) else _before(left, words)


def _before(left: Phrase, words: ClaimWords) -> ClaimStatus:
    """What the last such words before a number tell, if their reach goes as far; "an estimated" tells one number."""
    status = ClaimStatus.ACTUAL
    for place in range(len(left) - 1, -1, -1):
        found = cue_at(left, place, words.before)
        if not found or (status is ClaimStatus.FORECAST and found[1] is not ClaimStatus.PACE):
            continue
        gap = left[found[0] :]
        passed = found[1] is ClaimStatus.ESTIMATE and any(word.isdigit() for word in gap)
        if passed or _broken(gap, words):
            return status
        status = found[1]
        if status is not ClaimStatus.FORECAST:  # "at this rate it will …" is a pace, wherever it is said
            return status
    return status


def _broken(gap: Phrase, words: ClaimWords) -> bool:
    """The clause ended between the words and the number."""
    return _has(gap, words.clause) or any(
        mark in _COMMAS and any(word.isdigit() for word in gap[:place]) and not _goes_on(gap[place + 1 :], words)
        for place, mark in enumerate(gap)
    )


def _goes_on(rest: Phrase, words: ClaimWords) -> bool:
    """Behind a comma the list goes on, or something is said in apposition; an "and" must lead to a number at once."""
    if not rest or rest[0].isdigit() or _starts(rest, words.goes_on):
        return True
    return _starts(rest, words.joins) and (len(rest) == 1 or any(word.isdigit() for word in rest[1:3]))


def _behind(right: Phrase, words: ClaimWords) -> ClaimStatus | None:
    """What such words tell behind a number and its noun; a pace may be told at the end of the clause."""
    for place, word in enumerate(right[:_TRAILING]):
        if word in _STOPS or word.isdigit() or (word,) in words.joins:
            return None
        found = cue_at(right, place, words.behind)
        if found and (place < _NOUN or found[1] is ClaimStatus.PACE):
            return found[1]
        if _has(right[: place + 1], words.clause):
            return None
    return None


def _has(row: Phrase, phrases: tuple[Phrase, ...]) -> bool:
    return any(row[at : at + len(phrase)] == phrase for at in range(len(row)) for phrase in phrases)


def _starts(row: Phrase, phrases: tuple[Phrase, ...]) -> bool:
    return any(row[: len(phrase)] == phrase for phrase in phrases)


def _ends(row: Phrase, phrases: tuple[Phrase, ...]) -> bool:
    return any(row[-len(phrase) :] == phrase for phrase in phrases)
