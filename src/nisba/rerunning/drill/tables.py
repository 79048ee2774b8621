"""Faults in tables: a digit in a cell, two cells exchanged, a hedge left out, another place or kind of claim."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from nisba.gathering import Story
from nisba.intervals import Interval
from nisba.rerunning.drill.fault import Fault
from nisba.rerunning.drill.slips import miscopied

_CELL = re.compile(r'(?:^|,)(?P<cell>"(?:[^"]|"")*"|[^,\n]*)')
_MARK = re.compile(r"[~<>]=?")
_VALUE = re.compile(r'^value = "?(?P<value>[^"\n]+?)"?$', re.MULTILINE)
_PLACES = re.compile(r'^where = \["(?P<where>[^\]\n]+)"\]$', re.MULTILINE)

Cell = tuple[str, int, str]
"""Name of the column, where in the file the cell begins, what it holds."""


def in_csv(text: str, file: str, story: Story, chance: random.Random) -> Iterator[Fault]:
    """Faults in a table whose first line names the columns."""
    columns: list[str] = []
    at = 0
    for line in text.splitlines(keepends=True):
        found = [(match.start("cell"), match["cell"]) for match in _CELL.finditer(line.rstrip("\r\n"))]
        if columns and len(found) == len(columns):
            cells = [(name, at + start, held) for name, (start, held) in zip(columns, found, strict=True)]
            yield from _in_row([cell for cell in cells if cell[2]], file, story, chance)
        columns = columns or [held for _, held in found]
        at += len(line)


def _in_row(cells: list[Cell], file: str, story: Story, chance: random.Random) -> Iterator[Fault]:
    numbers = [cell for cell in cells if _is_number(*cell)]
    for _, at, held in numbers:
        yield Fault("digit", file, ((at, at + len(held), miscopied(held, chance)),))
        if mark := _MARK.match(held):
            yield Fault("hedge", file, ((at, at + mark.end(), ""),))
    for (_, at, held), (_, after, other) in pairwise(numbers):
        if held != other:
            yield Fault("swap", file, ((at, at + len(held), other), (after, after + len(other), held)))
    for name, at, held in cells:
        if name == "claim":
            others = [claim.id for claim in story.claims if claim.id != held]
            yield from _other("pace", file, (at, at + len(held)), others, chance)
        if name == "where":
            others = [place for place in sorted(story.places) if place not in held.split()]
            yield from _other("place", file, (at, at + len(held)), others, chance)


def _is_number(name: str, _at: int, held: str) -> bool:
    if name == "period":
        return False
    try:
        Interval.parse(held)
    except ValueError:
        return False
    return True


def in_cited(text: str, chance: random.Random) -> Iterator[Fault]:
    """Faults in the figures of ``cited.toml``: each altered several ways."""
    for found in _VALUE.finditer(text):
        start, end = found.span("value")
        for _ in range(4):
            yield Fault("cited", "cited.toml", ((start, end, miscopied(found["value"], chance)),))
        if mark := _MARK.match(found["value"]):
            yield Fault("hedge", "cited.toml", ((start, start + mark.end(), ""),))


def in_places(text: str, file: str, story: Story, chance: random.Random) -> Iterator[Fault]:
    """Faults in the places of facts and citations."""
    for found in _PLACES.finditer(text):
        others = [place for place in sorted(story.places) if place not in found["where"]]
        yield from _other("place", file, found.span("where"), others, chance)


def _other(kind: str, file: str, span: tuple[int, int], others: list[str], chance: random.Random) -> Iterator[Fault]:
    """Another of the story's words in the place of one, where it has another."""
    if others:
        yield Fault(kind, file, ((*span, chance.choice(others)),))
