"""Charts the story asks for: which numbers, in which kind of chart, with which words."""

from __future__ import annotations

from dataclasses import dataclass

from nisba.gathering.fields import Fields
from nisba.gathering.texts import Choice, Words


@dataclass(frozen=True, slots=True)
class Row:
    """One row, group or line of a chart.

    Args:
        numbers: ids of the numbers it draws, in order.
        label: what it is, by language.
        note: a lesser label, by language.
    """

    numbers: tuple[str, ...]
    label: Words
    note: Words


@dataclass(frozen=True, slots=True)
class Picture:
    """One chart.

    Args:
        id: short ASCII name, also of its files.
        kind: ``bars``, ``shares``, ``pairs``, ``floors``, ``accounts``, ``rates``, ``rates-per-day`` or ``readings``.
        rows: what it draws.
        marks: numbers drawn as reference lines, each with its label.
        title: the finding, by language; the first whose condition holds.
        subtitle: what is drawn and in which unit, by language.
        caption: sources and caveats, by language.
    """

    id: str
    kind: str
    rows: tuple[Row, ...]
    marks: tuple[Row, ...]
    title: tuple[Choice, ...]
    subtitle: Words
    caption: Words


def read_picture(name: str, fields: Fields) -> Picture:
    """Read one ``[charts.<id>]`` table.

    Raises:
        StoryError: a key is missing, unknown or of the wrong type.
    """
    picture = Picture(
        name,
        fields.text("kind"),
        tuple(_row(fields, i, table) for i, table in enumerate(fields.take("rows", list, []))),
        tuple(_row(fields, i, table) for i, table in enumerate(fields.take("marks", list, []))),
        fields.choices("title"),
        fields.words("subtitle"),
        fields.words("caption"),
    )
    fields.done()
    return picture


def _row(parent: Fields, index: int, table: dict[str, object]) -> Row:
    fields = Fields(parent.path, f"{parent.place}, row {index + 1}", table)
    row = Row(fields.list("numbers"), fields.words("label", {}), fields.words("note", {}))
    fields.done()
    return row
