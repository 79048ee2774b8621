"""Hedging in step: a hedge that a writer types before a number in one language must stand before it in the others.

What the source hedges is hedged by the number itself, in every language. A writer can add words: "almost {share}". Our own
reader reads each paragraph with its numbers in place; where it finds a number hedged that is not hedged by itself, the
hedge is the writer's, and the other languages must have one of the same kind for that number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nisba.explaining.number_words import Piece, quantities_of
from nisba.intervals import Interval


@dataclass(frozen=True, slots=True)
class Hedged:
    """A number that the prose hedges.

    Args:
        number: its id.
        kind: ``floor``, ``ceiling`` or ``about``.
        words: the hedge as typed.
        line: where, 1-based.
    """

    number: str
    kind: str
    words: str
    line: int


def hedged(
    pieces: Sequence[Piece], numbers: Sequence[tuple[str, Interval] | None], language: str
) -> Iterator[tuple[int, str, str]]:
    """The pieces of a paragraph that are numbers hedged by the words around them: index, kind and hedge.

    Args:
        pieces: the paragraph.
        numbers: for each piece, the number that it prints, or None.
        language: of the paragraph.
    """
    text, start = "".join(piece.text for piece in pieces), 0
    read = [item for item in quantities_of(text, language) if item.hedge and item.value is not None]
    for at, piece in enumerate(pieces):
        end = start + len(piece.text)
        number = numbers[at]
        for item in read if number else ():
            if item.span.start < end and start < item.span.end and number and item.value:
                kind = kind_of(item.value)
                if kind and kind != kind_of(number[1]):
                    yield at, kind, item.hedge or ""
        start = end


def kind_of(value: Interval) -> str:
    """How a value is less than exact; empty where it is exact or a range."""
    if value.hi is None and value.lo is not None:
        return "floor"
    if value.lo is None and value.hi is not None:
        return "ceiling"
    return "about" if value.approx else ""


def unmatched(own: Sequence[Hedged], others: Mapping[Path, Sequence[Hedged]]) -> Iterator[tuple[Hedged, Path]]:
    """The hedges that another language's prose lacks, with the file that lacks them."""
    for hedge in own:
        for path, theirs in others.items():
            if not any((other.number, other.kind) == (hedge.number, hedge.kind) for other in theirs):
                yield hedge, path
