"""Figures cited from elsewhere, given as a table: a row becomes a citation of ``cited.toml``."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nisba.errors import StoryError
from nisba.gathering.fields import Fields
from nisba.intervals import Interval
from nisba.periods import Period
from nisba.proposing.names import name_of, slug
from nisba.proposing.wordings import Wordings, Words
from nisba.reading.encoding import decoded

COLUMNS = ("value", "what", "where", "when", "source", "address", "id", "name", "label")
"""The columns of the table; the last three may be missing, and ``source`` may be one column for each language."""


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One figure.

    Args:
        id: name of the citation.
        name: the number that it is a candidate for.
        value: the figure.
        what: what it counts.
        where: the places it covers.
        when: the period it covers.
        source: who gives it, by language.
        address: where it was read.
        label: what it is, by language.
    """

    id: str
    name: str
    value: Interval
    what: str
    where: tuple[str, ...]
    when: Period | None
    source: Words
    address: str
    label: Words


def read_figures(path: Path, wordings: Wordings) -> tuple[Figure, ...]:
    """Read a table of figures.

    Raises:
        ReportError: the file is no text.
        StoryError: it is missing, has no rows, or a cell is missing or cannot be read; the row is named.
    """
    try:
        written = decoded(path.read_bytes(), path)[0]
    except OSError as error:
        raise StoryError(path, f"cannot be opened ({error.strerror})", "give a table of figures as CSV") from error
    rows = list(csv.DictReader(written.lstrip("\ufeff").splitlines()))
    if not rows:
        raise StoryError(path, "has no rows", f"write the columns {', '.join(COLUMNS[:6])} and a figure a row")
    found: list[Figure] = []
    for line, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise StoryError(path, "has more or fewer cells than the first line has columns", "mend the commas", line)
        found.append(_figure(Fields(path, f"line {line}", row), found, wordings))
    return tuple(found)


def _source(fields: Fields, wordings: Wordings) -> Words:
    """Who gives a figure: one column for all languages of the pages, or one for each, such as ``source_en``."""
    columns = {one: fields.text(f"source_{one}", "") for one in wordings.languages}
    plain = fields.text("source", "")
    if not plain and not all(columns.values()):
        raise fields.problem("has no source", "fill in the column source, or one for each language, such as source_en")
    return {one: told or plain for one, told in columns.items()}


def _figure(fields: Fields, before: Sequence[Figure], wordings: Wordings) -> Figure:
    what, where, when = fields.text("what"), fields.list("where"), fields.period("when")
    source, label = _source(fields, wordings), fields.text("label", "")
    year = str(when.start.year) if when else ""
    id = slug(fields.text("id", "")) or name_of(
        (next(iter(source.values())), year, what), (one.id for one in before), "figure"
    )
    name = slug(fields.text("name", "")) or "-".join(part for part in (slug(what) or "figure", year) if part)
    told = wordings.own(label) if label else wordings.label(wordings.thing(what), where, when)
    figure = Figure(id, name, fields.interval("value"), what, where, when, source, fields.text("address"), told)
    fields.done()
    return figure
