"""Floors: numbers of which only a least or an approximate value is known, with room for what they leave open."""

from __future__ import annotations

from nisba.explaining.charts import marks, telling
from nisba.explaining.charts.bars import heading, tell
from nisba.explaining.charts.given import Given
from nisba.explaining.charts.model import Chart, Drawn, Table
from nisba.explaining.charts.sheet import Sheet

__all__ = ["paint", "plan", "table", "tell"]

_HEIGHT, _GAP, _VALUE = 28.0, 20.0, 17.0


def plan(given: Given) -> Chart:
    """The chart: each row of the picture has one number."""
    return given.chart(given.rows(1, 1))


def paint(chart: Chart, sheet: Sheet) -> None:
    """Draw it."""
    scale = marks.Scale.fitting(chart.marks, sheet.width - 2)
    y = 0.0
    for row in chart.rows:
        y = heading(sheet, y, row, 13.5) + 2
        drawing = marks.bar(sheet, scale, y, _HEIGHT, row.marks[0])
        y += _HEIGHT + marks.value(sheet, drawing, y, _HEIGHT, row.marks[0], _VALUE) + _GAP
    sheet.finish(y - _GAP + 3)


def table(chart: Chart) -> Table:
    """What, as stated, and its bounds; a bound that is not stated says so."""
    header = tuple(telling.column(chart, name) for name in ("what", "value", "floor", "ceiling"))
    rows = tuple((telling.label(row), row.marks[0].shown, *_bounds(chart, row.marks[0])) for row in chart.rows)
    return Table(header, rows)


def _bounds(chart: Chart, mark: Drawn) -> tuple[str, str]:
    unstated = chart.wording.messages("chart-not-stated")
    if mark.value.approx:
        return unstated, unstated
    low, high = (unstated if end is None else chart.wording.exact(end) for end in (mark.value.lo, mark.value.hi))
    return low, high
