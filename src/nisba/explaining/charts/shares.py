"""Shares: each row a total as one bar, its parts side by side; a part that is a range has a dotted sliver."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate

from nisba.checking.numbers import Status
from nisba.explaining.charts import marks, telling
from nisba.explaining.charts.bars import heading
from nisba.explaining.charts.given import Given
from nisba.explaining.charts.model import Chart, Drawn, Row, Table
from nisba.explaining.charts.sheet import Box, Sheet
from nisba.explaining.charts.tokens import INK
from nisba.intervals import Interval

_HEIGHT, _GAP = 40.0, 22.0
_SIZE = 14.5


def plan(given: Given) -> Chart:
    """The chart: each row holds the parts of one total; the picture's marks name the parts.

    Raises:
        StoryError: parts and names differ in number, or a part has an open end and so no share.
    """
    rows, heads = given.rows(2), given.heads()
    for row in rows:
        if len(row.marks) != len(heads):
            raise given.refuse(
                f"has {len(row.marks)} parts and {len(heads)} names for them", "add one mark for each part"
            )
        if not all(mark.value.is_bounded for mark in row.marks):
            raise given.refuse("has a part with an open end", 'draw it as kind = "floors"')
    return given.chart(rows, heads=heads)


def paint(chart: Chart, sheet: Sheet) -> None:
    """Draw it."""
    y = 0.0
    for row in chart.rows:
        y = heading(sheet, y, row) + 3
        y = _bar(chart, sheet, y, row) + _GAP
    sheet.finish(y - _GAP + 2)


def _bar(chart: Chart, sheet: Sheet, y: float, row: Row) -> float:
    reach = [mark.value.hi or Fraction(0) for mark in row.marks]
    total = sum(reach) or Fraction(1)
    starts = [sheet.width * float(begin / total) for begin in accumulate(reach, initial=Fraction(0))]
    below = []
    for nth, mark in enumerate(row.marks):
        begin, end = starts[nth] + (1 if nth else 0), starts[nth + 1] - (1 if nth + 1 < len(row.marks) else 0)
        solid = begin + (end - begin) * float((mark.value.lo or 0) / reach[nth]) if reach[nth] else begin
        _part(sheet, nth, mark, begin, solid, y)
        if end - solid > 0.1:
            marks.doubt(sheet, "fails", solid + 1, y, max(end - solid - 1, 3.0), _HEIGHT)
        words = telling.named(chart, chart.heads[nth].label, mark.shown)
        if not _inside(chart, sheet, nth, row, words, (begin, solid), y):
            below.append((begin, words))
    return _below(sheet, y + _HEIGHT, below)


def _below(sheet: Sheet, y: float, parts: list[tuple[float, str]]) -> float:
    """Name the parts that are too small for words on them: each below itself, clear of the one before."""
    clear, foot = 0.0, y
    for begin, words in parts:
        wide = sheet.measure(words, 13)
        start = max(min(begin, sheet.width - wide), 0.0)
        y = foot if start < clear else y
        foot = sheet.paragraph(start, y + 3, words, 13, room=min(wide + 1, sheet.width))
        clear = start + wide + 12
    return foot


def _part(sheet: Sheet, nth: int, mark: Drawn, begin: float, end: float, y: float) -> None:
    if mark.status is Status.REPORTED or mark.value.lo != mark.value.hi:
        tone = "cat-1" if nth % 2 == 0 else "cat-2"
        sheet.add(Box(begin + 0.5, y + 0.5, max(end - begin - 1, 0.5), _HEIGHT - 1, tone, "cat-1", 1.0))
    else:
        marks.fill(sheet, mark.status, begin, y, end - begin, _HEIGHT)


def _inside(chart: Chart, sheet: Sheet, nth: int, row: Row, words: str, span: tuple[float, float], y: float) -> bool:
    """Name a part and its share on the bar itself, where there is room."""
    mark, (begin, end) = row.marks[nth], span
    toned = mark.status is Status.REPORTED or mark.value.lo != mark.value.hi
    size = _SIZE if not sheet.narrow else 13.0
    wide = sheet.measure(words, size, bold=True)
    if begin + wide + 18 > end:
        return False
    share = shares(chart, row)[nth]
    room = end - begin - wide - 18 - 16
    shown = sheet.measure(share, 13) <= room
    base = y + _HEIGHT / 2 + size * 0.36
    on = f"on-cat-{nth % 2 + 1}" if toned else INK[mark.status]
    if not toned:
        sheet.add(Box(begin + 5, y + 5, wide + 8, _HEIGHT - 10, "paper"))
        if shown:
            sheet.add(
                Box(end - 13 - sheet.measure(share, 13), y + 5, sheet.measure(share, 13) + 8, _HEIGHT - 10, "paper")
            )
    sheet.text(begin + 9, base, words, size, on, bold=True)
    if shown:
        sheet.text(end - 9, base, share, 13, on, at="end")
    return True


def shares(chart: Chart, row: Row) -> tuple[str, ...]:
    """Each part's share of the total, as a range where a part is one."""
    found = []
    for nth, mark in enumerate(row.marks):
        others = [other.value for index, other in enumerate(row.marks) if index != nth]
        low, high = mark.value.lo or Fraction(0), mark.value.hi or Fraction(0)
        most = low + sum(other.hi or Fraction(0) for other in others)
        least = high + sum(other.lo or Fraction(0) for other in others)
        ends = (low / most if most else Fraction(0), high / least if least else Fraction(0))
        found.append(chart.wording.value(Interval(min(ends), max(ends)), "percent"))
    return tuple(found)


def total(row: Row) -> Interval:
    """The sum of a row's parts."""
    whole = row.marks[0].value
    for mark in row.marks[1:]:
        whole = whole + mark.value
    return whole


def tell(chart: Chart) -> str:
    """The chart in words."""
    items = []
    for row in chart.rows:
        pairs = zip(chart.heads, row.marks, shares(chart, row), strict=True)
        parts = [
            chart.wording.messages("chart-part", name=head.label, shown=mark.shown, share=share)
            for head, mark, share in pairs
        ]
        items.append(telling.named(chart, row.label, chart.wording.listed(parts)))
    return telling.sentence(chart, items)


def table(chart: Chart) -> Table:
    """What, each part with its share, and the total."""
    header = (telling.column(chart, "what"), *(head.label for head in chart.heads), telling.column(chart, "total"))
    rows = []
    for row in chart.rows:
        cells = [f"{mark.shown} ({share})" for mark, share in zip(row.marks, shares(chart, row), strict=True)]
        rows.append((telling.label(row), *cells, chart.wording.value(total(row))))
    return Table(header, tuple(rows))
