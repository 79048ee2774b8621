"""Cards: a chart that stands alone, with its finding above it, and the key and the sources below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nisba.checking.numbers import Status
from nisba.explaining.charts import marks, telling
from nisba.explaining.charts.model import Chart
from nisba.explaining.charts.sheet import Label, Shape, Sheet, Stroke
from nisba.explaining.charts.tokens import INK
from nisba.explaining.markup import direction

_MARGIN = 32.0
_TITLE, _SUBTITLE, _CAPTION = 22.0, 14.5, 12.5


def card(chart: Chart, width: float, paint: Callable[[Chart, Sheet], None]) -> Sheet:
    """The sheet of a card.

    Args:
        chart: the chart.
        width: of the chart within the card, in CSS pixels.
        paint: draws the chart of this kind.
    """
    rtl = direction(chart.language) == "rtl"
    drawn, whole = Sheet(width, rtl=rtl), Sheet(width + 2 * _MARGIN, rtl=rtl, colours=chart.colours)
    paint(chart, drawn)
    y = whole.paragraph(_MARGIN, _MARGIN - 4, chart.title, _TITLE, room=width, bold=True) + 2
    y = whole.paragraph(_MARGIN, y, chart.subtitle, _SUBTITLE, "ink-2", room=width) + 18
    for shape in drawn.shapes:
        whole.add(_moved(shape, _MARGIN, y))
    y = _key(chart, whole, y + drawn.height + 18)
    y = whole.paragraph(_MARGIN, y + 6, chart.caption, _CAPTION, "ink-2", room=width)
    whole.finish(y + _MARGIN - 10)
    return whole


def _moved(shape: Shape, across: float, down: float) -> Shape:
    """The same shape elsewhere."""
    match shape:
        case Stroke():
            return replace(shape, points=tuple((x + across, y + down) for x, y in shape.points))
        case Label():
            left, top, right, bottom = shape.box
            box = (left + across, top + down, right + across, bottom + down)
            return replace(shape, x=shape.x + across, y=shape.y + down, box=box)
        case _:
            return replace(shape, x=shape.x + across, y=shape.y + down)


def _key(chart: Chart, sheet: Sheet, y: float) -> float:
    """The fills of the statuses that the chart shows."""
    x = _MARGIN
    for status in (Status.REPORTED, Status.COMPUTED, Status.CITED):
        if any(mark.status is status for mark in chart.marks):
            marks.fill(sheet, status, x, y + 2, 24, 13)
            label = sheet.text(x + 32, y + 13, telling.status(chart, status), 12.5, INK[status], bold=True)
            x += 32 + label.width + 24
    return y + (22 if x > _MARGIN else 0)
