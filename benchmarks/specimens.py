"""The annotated reports in ``reports/``: what a careful person reads in them, as places, kinds and values.

One TOML file a report. ``quantities`` lists them in text order as ``surface | kind | value``, the value as
:meth:`nisba.intervals.Interval.parse` writes it (``>460``, ``~70``, ``12..15``), for a date or a period its days, ``-``
where the text does not settle them; ``optional`` marks what may be read or left. ``nothing`` lists digits that count
nothing. ``holds``, ``fails`` and ``open`` list relations by the surfaces of their numbers; ``seven#2`` is the second seven.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from nisba.intervals import Interval
from nisba.periods import Period
from nisba.reading import Kind, Report

REPORTS = Path(__file__).parent / "reports"
TIMES = (Kind.DATE, Kind.PERIOD)


@dataclass(frozen=True, slots=True)
class Expected:
    """One quantity that a person reads: its characters, and what it is worth (``None`` is not asked)."""

    start: int
    end: int
    surface: str
    kind: Kind
    value: Interval | None
    when: Period | None
    optional: bool


@dataclass(frozen=True, slots=True)
class Specimen:
    """A report with everything that is to be read in it."""

    about: str
    report: Report
    expected: tuple[Expected, ...]
    nothing: tuple[tuple[int, int], ...]
    holds: tuple[tuple[Expected, ...], ...]
    fails: tuple[tuple[Expected, ...], ...]
    open: tuple[tuple[Expected, ...], ...]


def specimens(folder: Path = REPORTS) -> Iterator[Specimen]:
    """Every annotated report, by name.

    Raises:
        ValueError: an annotation does not fit its text.
    """
    for file in sorted(folder.glob("*.toml")):
        yield _specimen(file.stem, tomllib.loads(file.read_text(encoding="utf-8")))


def _specimen(name: str, said: dict[str, Any]) -> Specimen:
    text = said["text"].strip()
    report = Report(name, text, name.partition("-")[0], date.fromisoformat(str(said["date"])), "")
    expected = tuple(_expected(name, text, said["quantities"]))
    related = {
        verdict: tuple(tuple(_named(name, expected, label) for label in labels) for labels in said[verdict])
        for verdict in ("holds", "fails", "open")
    }
    return Specimen(said["about"], report, expected, tuple(_nothing(name, text, expected, said["nothing"])), **related)


def _expected(name: str, text: str, lines: list[str]) -> Iterator[Expected]:
    """Each surface is looked for after the one before, never inside a longer number or word."""
    after = 0
    for line in lines:
        surface, kind, value, *marks = (part.strip(" ") for part in line.split("|"))
        start, end = _place(name, text, surface, after)
        after = end
        days = Kind(kind) in TIMES
        yield Expected(
            start, end, surface, Kind(kind),
            None if days or value == "-" else Interval.parse(value),
            Period.parse(value) if days and value != "-" else None,
            "optional" in marks,
        )  # fmt: skip


def _place(name: str, text: str, surface: str, after: int) -> tuple[int, int]:
    """Where a surface stands next; Arabic prepositions may be written onto it."""
    found = re.compile(rf"(?:(?<!\w)|(?<=\b[وبلف])|(?<=ـ)){re.escape(surface)}(?![0-9٠-٩])").search(text, after)
    if found is None:
        raise ValueError(f"{name}: {surface!r} does not follow character {after}")
    return found.span()


def _nothing(name: str, text: str, expected: tuple[Expected, ...], surfaces: list[str]) -> Iterator[tuple[int, int]]:
    """Digits that count nothing, looked for outside of the quantities."""
    for surface in surfaces:
        after = 0
        while True:
            start, end = _place(name, text, surface, after)
            if all(end <= one.start or one.end <= start for one in expected):
                yield start, end
                break
            after = end


def _named(name: str, expected: tuple[Expected, ...], label: str) -> Expected:
    surface, _, place = label.partition("#")
    same = [one for one in expected if one.surface == surface]
    if len(same) < int(place or 1):
        raise ValueError(f"{name}: no quantity {label!r} to relate")
    return same[int(place or 1) - 1]
