"""Quotes: the fewest words around a number that stand in the account once and hold no other number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nisba.reading import Quantity, Report, Span

_WORD = re.compile(r"\S+")
_MOST = 14  # words to either side
_AROUND = " \t()[]«»“”\"'’‘,;:.!?…\u060c\u061b\u061f"


def quote_of(report: Report, quantity: Quantity, valued: Sequence[Quantity]) -> str | None:
    """Words of a report's sentence by which one number is named, as ``story.toml`` wants them; None where there are none.

    Args:
        report: the text.
        quantity: the number.
        valued: all numbers of the text that have a value.
    """
    sentence = report.sentence(quantity.span.start)
    words = [(m.start() + sentence.start, m.end() + sentence.start) for m in _WORD.finditer(report.words(sentence))]
    inside = [n for n, (start, end) in enumerate(words) if start < quantity.span.end and end > quantity.span.start]
    if not inside or quantity.span.end > sentence.end:
        return None
    around = sorted(((left, right) for left in range(_MOST) for right in range(_MOST)), key=_preferred)
    for left, right in around:
        first, last = inside[0] - left, inside[-1] + right
        if first >= 0 and last < len(words):
            found = Span(words[first][0], words[last][1])
            for one in (_bare(report, found, quantity.span), found):
                if _names(report, one, valued):
                    return report.words(one)
    return None


def _bare(report: Report, found: Span, number: Span) -> Span:
    """A stretch without the punctuation and spaces around it; never less than the number."""
    start, end = found.start, found.end
    while start < number.start and report.text[start] in _AROUND:
        start += 1
    while end > number.end and report.text[end - 1] in _AROUND:
        end -= 1
    return Span(start, end)


def _preferred(around: tuple[int, int]) -> tuple[bool, int, int]:
    """At least the word behind, which is mostly what is counted; then as few as possible."""
    left, right = around
    return right == 0, left + right, left


def _names(report: Report, found: Span, valued: Sequence[Quantity]) -> bool:
    held = sum(found.start <= q.span.start and q.span.end <= found.end for q in valued)
    cut = any(q.span.start < edge < q.span.end for q in valued for edge in (found.start, found.end))
    return held == 1 and not cut and report.text.count(report.words(found)) == 1
