"""Excerpts: the words that lead to a number, without the number, by which people tell it from others of its kind."""

from __future__ import annotations

import itertools
import re

from nisba.reading import Quantity, Report, Span

_WORD = re.compile(r"\S+")
_CLAUSE = re.compile(r"[,;:\u060c\u061b](?=\s)")
_STOPS = ".,;:\u060c\u061b\u061f!"
_MOST, _FEW, _BEHIND = 9, 3, 2  # words of an excerpt; words that tell enough; words behind the number
GAP = "…"


def excerpt(report: Report, quantity: Quantity, others: tuple[Span, ...] = ()) -> str:
    """The clause up to a number and where they are few the words behind it, every number of it left out: “The rate rose from … to …”.

    Args:
        report: the text.
        quantity: the number.
        others: the characters of the other numbers of the text.
    """
    sentence = report.sentence(quantity.span.start)
    breaks = [m.end() + sentence.start for m in _CLAUSE.finditer(report.words(sentence))]
    first = max((end for end in breaks if end <= quantity.span.start), default=sentence.start)
    words = list(_WORD.finditer(report.text, first, sentence.end))
    told = [_told(m, (quantity.span, *others)) for m in words]
    last = next((n for n, m in enumerate(words) if m.end() >= quantity.span.end), len(words) - 1)
    at = next((n for n, m in enumerate(words) if m.end() > quantity.span.start), last)
    # Joined to a number before it ("31 in schools and 15 in mosques"), it is told by what follows.
    joined = words[at].start() < quantity.span.start and GAP in told[:at]
    few = joined or sum(word != GAP for word in told[:last]) < _FEW
    closed = words[last][0][-1:] in _STOPS
    behind = itertools.takewhile(lambda word: word != GAP, told[last + 1 : last + 1 + _BEHIND])
    kept = _once([*told[at if joined else 0 : last + 1], *(behind if few and not closed else ())])
    if len(kept) > _MOST:
        kept = [*kept[: _MOST - _FEW], GAP, *kept[-_FEW:]]
    return " ".join(_once(kept)).rstrip(_STOPS)


def _once(words: list[str]) -> list[str]:
    """The words, each gap only once."""
    return [word for n, word in enumerate(words) if word != GAP or n == 0 or words[n - 1] != GAP]


def _told(word: re.Match[str], numbers: tuple[Span, ...]) -> str:
    numeral = any(span.start < word.end() and word.start() < span.end for span in numbers)
    return GAP if numeral or any(map(str.isdigit, word[0])) else word[0]
