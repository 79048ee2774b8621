"""Readings: a ratio with each figure it could be made with, under each way of reading it, beside what is claimed of it.

A baseline that may not be compared, and a reading for which no figure is known, are listed with the reason: what was
left out belongs to the picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from nisba.checking.numbers import Status
from nisba.checking.readings import Cell
from nisba.explaining.charts import telling
from nisba.explaining.charts.given import Given
from nisba.explaining.charts.model import Chart, Drawn, Row, Table
from nisba.explaining.charts.sheet import Dot, Sheet
from nisba.intervals import Interval

_LINE, _SIZE, _GAP = 24.0, 13.0, 12.0
_UNKNOWN = Interval(None, None)


def plan(given: Given) -> Chart:
    """The chart: a row for each cited figure, a mark for each reading; lines at what the statements claim.

    Raises:
        StoryError: the story has no statements to judge.
    """
    cells = {(found.baseline, cell.reading): cell for found in given.known.findings for cell in found.cells}
    if not cells:
        raise given.refuse("shows readings, of which there are none", "add [readings.…] and [statements.…]")
    baselines = tuple(dict.fromkeys(baseline for baseline, _ in cells))
    rows = [_row(given, baseline, cells) for baseline in baselines]
    rows.sort(key=_left_out)  # stable: the refused ones last
    lines = given.lines() or tuple(_threshold(given, bound) for bound in sorted(set(given.known.thresholds)))
    return given.chart(tuple(rows), lines)


def _threshold(given: Given, bound: Fraction) -> Drawn:
    shown = given.wording.messages("chart-times", value=given.wording.exact(bound, "ratio"))
    return Drawn("", Interval.exactly(bound), Status.CALENDAR, shown)


def _row(given: Given, baseline: str, cells: Mapping[tuple[str, str], Cell]) -> Row:
    story = given.known.story
    if not baseline:
        raise given.refuse("compares with no cited figure", "name a baseline, or leave out the chart")
    figure = next(cited for cited in story.cited if cited.id == baseline)
    places = given.wording.places(figure.where, story.places)
    marks = tuple(
        _mark(given, cells[baseline, reading.id], given.words(reading.label), places)
        for reading in story.readings
        if (baseline, reading.id) in cells
    )
    return Row(given.words(figure.source), given.wording.value(figure.value), marks)


def _mark(given: Given, cell: Cell, label: str, places: str) -> Drawn:
    if cell.value is None:
        reason = given.wording.messages(f"chart-refused-{cell.refused}", places=places)
        return Drawn("", _UNKNOWN, Status.COMPUTED, "", label, reason)
    shown = given.wording.value(cell.value, "ratio", against=given.known.thresholds)
    return Drawn(cell.number, cell.value, Status.COMPUTED, shown, label)


def paint(chart: Chart, sheet: Sheet) -> None:
    """Draw it."""
    start = 0.0 if sheet.narrow else 214.0
    ends = [end for mark in chart.marks for end in (mark.value.lo, mark.value.hi) if end is not None]
    widest = max((sheet.measure(mark.shown, 14, bold=True) for mark in chart.marks), default=0.0) + 14
    unit = (sheet.width - start - widest - 6) / float(max(ends, default=Fraction(1)))
    everywhere = _everywhere(chart)
    y = sheet.leading(12.5) + 6
    for row in (row for row in chart.rows if not _left_out(row)):
        y = _heading(sheet, row, y)
        for mark in row.marks:
            if mark.label not in everywhere:
                y = _line(sheet, mark, start, unit, y)
        y += _GAP
    for line in chart.lines:
        x = start + float(line.value.lo or 0) * unit
        sheet.text(x, 12.5, telling.named(chart, line.label, line.shown), 12.5, at="middle", bold=True)
        sheet.plumb(x, 18, y - _GAP + 2, "ink")
    sheet.finish(_refused(chart, sheet, everywhere, y))


def _everywhere(chart: Chart) -> dict[str, str]:
    """Readings that have no ratio for the same reason whatever the baseline, with the reason."""
    first = chart.rows[0].marks
    return {
        mark.label: mark.note
        for mark in first
        if mark.note
        and all(other.note == mark.note for row in chart.rows for other in row.marks if other.label == mark.label)
    }


def _heading(sheet: Sheet, row: Row, y: float) -> float:
    """A cited figure: its number first, then whose it is."""
    value = sheet.text(0, y + sheet.rise(13.5), row.note, 14, "cit", bold=True)
    return sheet.paragraph(value.width + 10, y, row.label, 13.5) + 2


def _line(sheet: Sheet, mark: Drawn, start: float, unit: float, y: float) -> float:
    """One reading: a dot on a stem, or a bar between two ends."""
    y = sheet.paragraph(0, y + 2, mark.label, _SIZE, "ink-2", room=start - 12 if start else 0) if mark.label else y
    middle = y + 9 if not start else y - sheet.leading(_SIZE) / 2 - 1
    if mark.note:
        sheet.text(start + 8, middle + 4.5, mark.note, _SIZE, "ink-2")
        return y + (_LINE if not start else 2)
    low, high = mark.value.lo, mark.value.hi
    near = start + float(low if low is not None else 0) * unit
    far = start + float(high) * unit if high is not None else sheet.width - 60
    sheet.line(start, middle - 7, start, middle + 7, "line", 1.5)
    sheet.line(start, middle, near, middle, "line", 1.2)
    if far > near:
        sheet.line(near, middle, far, middle, "com", 4)
    for x, known in ((near, low is not None), (far, high is not None)):
        if known:
            sheet.add(Dot(x, middle, 5, "com-wash", "com", thickness=2))
    sheet.text(far + 12, middle + 5, mark.shown, 14, "com", bold=True)
    return y + (_LINE if not start else 2)


def _refused(chart: Chart, sheet: Sheet, everywhere: Mapping[str, str], y: float) -> float:
    """What is not in the picture, and why."""
    lines = [(row.note, row.label, row.marks[0].note) for row in chart.rows if _left_out(row)]
    if not lines and not everywhere:
        return y - _GAP + 4
    y = sheet.paragraph(0, y + 4, chart.wording.messages("chart-not-compared"), 13, bold=True) + 2
    for value, label, reason in lines:
        shown = sheet.text(0, y + sheet.rise(12.5), value, 13, "cit", bold=True)
        words = chart.wording.messages("chart-because", name=label, reason=reason)
        y = sheet.paragraph(shown.width + 10, y, words, 12.5, "ink-2") + 2
    for label, reason in everywhere.items():
        y = sheet.paragraph(0, y, chart.wording.messages("chart-because", name=label, reason=reason), 12.5, "ink-2") + 2
    return y + 2


def tell(chart: Chart) -> str:
    """The chart in words."""
    everywhere = _everywhere(chart)
    items = []
    for row in chart.rows:
        if _left_out(row):
            parts = [row.marks[0].note]
        else:
            parts = [
                telling.named(chart, mark.label, mark.shown or mark.note)
                for mark in row.marks
                if mark.label not in everywhere
            ]
        items.append(
            chart.wording.messages("chart-group", name=row.label, value=row.note, items=chart.wording.listed(parts))
        )
    items += [telling.named(chart, label, reason) for label, reason in everywhere.items()]
    return telling.sentence(chart, items)


def table(chart: Chart) -> Table:
    """Whose figure, the figure, the reading, and the ratio or why there is none."""
    header = tuple(telling.column(chart, name) for name in ("figure", "value", "reading", "ratio"))
    messages, everywhere = chart.wording.messages, _everywhere(chart)
    lines = []
    for row in chart.rows:
        if _left_out(row):
            lines.append((row.label, row.note, messages("chart-every-reading"), row.marks[0].note))
        else:
            lines += [
                (row.label, row.note, mark.label, mark.shown or mark.note)
                for mark in row.marks
                if mark.label not in everywhere
            ]
    lines += [(messages("chart-every-figure"), "", label, reason) for label, reason in everywhere.items()]
    return Table(header, tuple(lines))


def _left_out(row: Row) -> bool:
    """No reading has a ratio with this figure."""
    return all(mark.value == _UNKNOWN for mark in row.marks)
