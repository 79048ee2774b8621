"""The whole chain of one number: its value, its words or its sum, and those of every number it is made of."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nisba.checking.numbers import Number
from nisba.errors import StoryError
from nisba.reviewing.published import LISTING, Published

_ADDED = "~≈×% "


@dataclass(frozen=True, slots=True)
class Link:
    """One number of a chain.

    Args:
        number: the number.
        row: what ``tables/numbers.csv`` says of it; empty where it is not listed there.
        depth: how many sums lie between it and the number that was asked for.
    """

    number: Number
    row: Mapping[str, str]
    depth: int


def chains(published: Published, asked: str) -> tuple[tuple[Link, ...], ...]:
    """The chain of the number of that name, or of every number that a page prints so.

    Raises:
        StoryError: no number has that name, and none is printed so.
    """
    numbers = published.numbers()
    rows = {row["number"]: row for row in published.rows(LISTING)}
    found = [asked] if asked in numbers else [id for id in numbers if asked in _printed(rows.get(id, {}))]
    if not found:
        near = difflib.get_close_matches(asked, numbers, n=3)
        remedy = f"did you mean {' or '.join(near)}" if near else f"see {LISTING} for names and printed forms"
        raise StoryError(published.name, f"no number is called or printed {asked!r}", remedy)
    return tuple(tuple(_walk(id, numbers, rows, 0)) for id in found)


def _walk(id: str, numbers: Mapping[str, Number], rows: Mapping[str, Mapping[str, str]], depth: int) -> Iterator[Link]:
    yield Link(numbers[id], rows.get(id, {}), depth)
    for operand in dict.fromkeys(numbers[id].operands):
        if operand in numbers:
            yield from _walk(operand, numbers, rows, depth + 1)


def _printed(row: Mapping[str, str]) -> frozenset[str]:
    """The forms in which pages print a number, with and without the signs around it."""
    shown = [text for column, text in row.items() if column.startswith("shown_")]
    return frozenset(form for text in [*shown, row.get("exact", "")] for form in (text, text.strip(_ADDED)) if form)
