"""Pairs: per measure one column for each period or case, all on one scale; on a phone the columns lie down as bars."""

from __future__ import annotations

from nisba.explaining.charts import marks, telling
from nisba.explaining.charts.bars import heading
from nisba.explaining.charts.given import Given
from nisba.explaining.charts.model import Chart, Row, Table
from nisba.explaining.charts.sheet import Sheet
from nisba.explaining.charts.tokens import INK

_REACH, _GAP, _BETWEEN = 140.0, 44.0, 8.0
_ACROSS = 3  # panels side by side
_BAR = 24.0


def plan(given: Given) -> Chart:
    """The chart: each row holds one number per column; the picture's marks name the columns.

    Raises:
        StoryError: numbers and names differ in number, or a number has no bound at all to draw.
    """
    rows, heads = given.rows(2), given.heads()
    for row in rows:
        if len(row.marks) != len(heads):
            raise given.refuse(
                f"has {len(row.marks)} numbers in a row and {len(heads)} names for them", "add one mark for each"
            )
        if not all(mark.value.is_bounded for mark in row.marks):
            raise given.refuse("has a number with an open end", 'draw it as kind = "floors"')
    return given.chart(rows, heads=heads)


def paint(chart: Chart, sheet: Sheet) -> None:
    """Draw it."""
    sheet.finish(_lying(chart, sheet) if sheet.narrow else _standing(chart, sheet))


def _standing(chart: Chart, sheet: Sheet) -> float:
    across = min(len(chart.rows), _ACROSS)
    room = (sheet.width - (across - 1) * _GAP) / across
    most = max(float(mark.value.hi or 0) for mark in chart.marks) or 1.0
    y = 0.0
    for first in range(0, len(chart.rows), across):
        panels = chart.rows[first : first + across]
        tops = [
            sheet.paragraph(nth * (room + _GAP), y, row.label, 14.5, room=room, bold=True)
            for nth, row in enumerate(panels)
        ]
        base = max(tops) + 22 + _REACH
        feet = [
            _panel(chart, sheet, row, nth * (room + _GAP), base, room, _REACH / most) for nth, row in enumerate(panels)
        ]
        y = max(feet) + 26
    return y - 24


def _panel(chart: Chart, sheet: Sheet, row: Row, x: float, base: float, room: float, unit: float) -> float:
    """One measure: its columns, their values above, their names below; returns where it ends."""
    wide = (room - _BETWEEN * (len(row.marks) - 1)) / len(row.marks)
    foot = base
    for nth, (mark, head) in enumerate(zip(row.marks, chart.heads, strict=True)):
        left, middle = x + nth * (wide + _BETWEEN), x + nth * (wide + _BETWEEN) + wide / 2
        low, high = float(mark.value.lo or 0) * unit, float(mark.value.hi or 0) * unit
        if low:
            marks.fill(sheet, mark.status, left, base - low, wide, low)
        if high > low:
            marks.doubt(sheet, INK[mark.status], left, base - high, wide, high - low)
        size = 17.0 if sheet.measure(mark.shown, 17, bold=True) <= wide + _BETWEEN else 13.0
        sheet.text(middle, base - high - 7, mark.shown, size, INK[mark.status], at="middle", bold=True)
        end = sheet.paragraph(middle, base + 5, head.label, 13, room=wide + 4, at="middle")
        foot = max(foot, sheet.paragraph(middle, end, head.note, 11.5, INK[mark.status], room=wide + 4, at="middle"))
    sheet.line(x, base, x + room, base, "ink", 1.2)
    return foot


def _lying(chart: Chart, sheet: Sheet) -> float:
    """For narrow sheets: each measure a group of bars, with the columns' names before them."""
    names = [sheet.measure(head.label, 12.5) for head in chart.heads] + [
        sheet.measure(head.note, 11) for head in chart.heads
    ]
    start = min(max(names) + 10, sheet.width * 0.4)
    values = max(sheet.measure(mark.shown, 16, bold=True) for mark in chart.marks)
    scale = marks.Scale.fitting(chart.marks, sheet.width - start - values - 12)
    scale = marks.Scale(start + scale.start, scale.unit, scale.tail)
    y = 0.0
    for row in chart.rows:
        y = heading(sheet, y, row) + 4
        top = y
        for mark, head in zip(row.marks, chart.heads, strict=True):
            end = sheet.paragraph(0, y, head.label, 12.5, room=start - 8)
            end = sheet.paragraph(0, end, head.note, 11, INK[mark.status], room=start - 8)
            drawing = marks.bar(sheet, scale, y, _BAR, mark)
            sheet.text(drawing.end + 8, y + _BAR / 2 + 5.8, mark.shown, 16, INK[mark.status], bold=True)
            y = max(end, y + _BAR) + 7
        sheet.line(start, top - 3, start, y - 4, "ink", 1.2)
        y += 14
    return y - 18


def tell(chart: Chart) -> str:
    """The chart in words."""
    items = []
    for row in chart.rows:
        values = [telling.item(chart, head.label, mark) for head, mark in zip(chart.heads, row.marks, strict=True)]
        items.append(telling.named(chart, row.label, chart.wording.listed(values)))
    return telling.sentence(chart, items)


def table(chart: Chart) -> Table:
    """What, and its value in each column; a column's heading names where its values come from."""
    header = (telling.column(chart, "what"), *(telling.label(head) for head in chart.heads))
    rows = (
        (telling.label(row), *(f"{mark.shown} ({telling.status(chart, mark.status)})" for mark in row.marks))
        for row in chart.rows
    )
    return Table(header, tuple(rows))
