"""Bars: one number a row, as a horizontal bar from zero, with reference lines across all rows."""

from __future__ import annotations

from nisba.explaining.charts import marks, telling
from nisba.explaining.charts.given import Given
from nisba.explaining.charts.model import Chart, Drawn, Row, Table
from nisba.explaining.charts.sheet import Sheet

_HEIGHT = 34.0
_GAP = 26.0
_LABEL, _NOTE, _VALUE, _LINE = 14.5, 13.0, 20.0, 12.5


def plan(given: Given) -> Chart:
    """The chart: each row of the picture has one number."""
    return given.chart(given.rows(1, 1), given.lines())


def paint(chart: Chart, sheet: Sheet) -> None:
    """Draw it."""
    scale = marks.Scale.fitting(chart.marks, sheet.width)
    feet = _tops(chart, sheet, scale)
    y = max([foot for _, foot in feet], default=0.0)
    y += 6 if feet else 0
    first = y
    for row in chart.rows:
        y = heading(sheet, y, row) + 3
        drawing = marks.bar(sheet, scale, y, _HEIGHT, row.marks[0])
        y += _HEIGHT + marks.value(sheet, drawing, y, _HEIGHT, row.marks[0], _VALUE) + _GAP
    bottom = y - _GAP
    if scale.start > 0.5:  # some values lie below zero
        sheet.plumb(scale.start, first, bottom, "line", dash=())
    for line, foot in feet:
        sheet.plumb(_place(sheet, scale, line), min(foot, first) + 1, bottom + 5, "ink")
    sheet.finish(bottom + (7 if feet else 3))


def heading(sheet: Sheet, y: float, row: Row, size: float = _LABEL) -> float:
    """A row's label with its lesser label, on one line where both fit; returns where they end."""
    size, lesser = (size, _NOTE) if not sheet.narrow else (size - 0.5, _NOTE - 0.5)
    start = sheet.measure(row.label, size, bold=True) + 10
    beside = bool(row.note) and start + sheet.measure(row.note, lesser) <= sheet.width
    below = sheet.paragraph(0, y, row.label, size, bold=True)
    if beside:
        sheet.text(start, y + sheet.rise(size), row.note, lesser, "ink-2")
        return below
    return sheet.paragraph(0, below, row.note, lesser, "ink-2")


def telling_items(chart: Chart) -> list[str]:
    """Each row in words."""
    return [telling.item(chart, row.label, row.marks[0]) for row in chart.rows]


def tell(chart: Chart) -> str:
    """The chart in words."""
    return telling.sentence(chart, telling_items(chart))


def table(chart: Chart) -> Table:
    """What, how much, and where it comes from."""
    header = tuple(telling.column(chart, name) for name in ("what", "value", "source"))
    rows = [(telling.label(row), row.marks[0]) for row in chart.rows] + [(line.label, line) for line in chart.lines]
    return Table(header, tuple((name, mark.shown, telling.status(chart, mark.status)) for name, mark in rows))


def _place(sheet: Sheet, scale: marks.Scale, line: Drawn) -> float:
    end = line.value.lo if line.value.lo is not None else line.value.hi
    return 0.0 if end is None else min(max(scale.at(end), 0.5), sheet.width - 0.5)


def _tops(chart: Chart, sheet: Sheet, scale: marks.Scale) -> list[tuple[Drawn, float]]:
    """The labels of the reference lines, above everything, each clear of the others; with where each one ends."""
    room = sheet.width * (0.62 if sheet.narrow else 0.5)
    taken: list[tuple[float, float, float]] = []
    feet = []
    for line in sorted(chart.lines, key=lambda line: _place(sheet, scale, line)):
        words = telling.named(chart, line.label, line.shown)
        wide = min(room, sheet.measure(words, _LINE))
        middle = min(max(_place(sheet, scale, line), wide / 2), sheet.width - wide / 2)
        y = max(
            [low for start, end, low in taken if start < middle + wide / 2 + 12 and end > middle - wide / 2 - 12],
            default=0.0,
        )
        foot = sheet.paragraph(middle, y, words, _LINE, "ink", room=wide + 1, at="middle")
        taken.append((middle - wide / 2, middle + wide / 2, foot))
        feet.append((line, foot))
    return feet
