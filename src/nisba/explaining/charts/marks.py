"""Marks: how a number looks. One rule for every chart.

Reported: solid. Computed: hatched. Cited: dotted outline. A range is solid up to its low end and dotted from there to
its high end. A value without a ceiling fades out behind its floor and ends in an arrow; one without a floor fades in.
An approximate value has a soft end.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from nisba.checking.numbers import Status
from nisba.explaining.charts.model import Drawn
from nisba.explaining.charts.sheet import DOTTED, Box, Fade, Sheet, Stroke
from nisba.explaining.charts.tokens import INK

OPEN = 0.26  # how much of the sheet an open end takes
_SOFT = 12.0  # how far an approximate end reaches to either side, in pixels
_PAD = 10.0


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale from zero along the reading direction.

    Args:
        start: where zero is, in pixels.
        unit: pixels for one.
        tail: how far an open end reaches beyond its floor, in pixels.
    """

    start: float
    unit: float
    tail: float

    def at(self, value: Fraction) -> float:
        """Where a value is."""
        return self.start + float(value) * self.unit

    @classmethod
    def fitting(cls, marks: tuple[Drawn, ...], width: float) -> Scale:
        """The scale on which all values fit into the width.

        Values below zero lie before zero; an open end has its tail within the width.
        """
        bounds = [end for mark in marks for end in (mark.value.lo, mark.value.hi) if end is not None]
        least, most = min([Fraction(0), *bounds]), max([Fraction(0), *bounds])
        reach = most - least or Fraction(1)
        tail = width * OPEN if any(mark.value.lo is not None and mark.value.hi is None for mark in marks) else 0.0
        soft = _SOFT if any(mark.value.approx for mark in marks) else 0.0
        unit = (width - max(tail, soft)) / float(reach)
        return cls(-float(least) * unit, unit, tail)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where a mark ended up: its solid part, and its end with tail and arrow."""

    begin: float
    solid: float
    end: float


def fill(sheet: Sheet, status: Status, x: float, y: float, width: float, height: float) -> None:
    """A rectangle in the fill of a status."""
    ink = INK[status]
    match status:
        case Status.REPORTED:
            sheet.add(Box(x, y, width, height, ink))
        case Status.CITED:
            inside = (x + 0.75, y + 0.75, max(width - 1.5, 0.5), height - 1.5)
            sheet.add(Box(*inside, fill=f"{ink}-wash", stroke=ink, dash=DOTTED))
        case _:
            inside = (x + 0.6, y + 0.6, max(width - 1.2, 0.5), height - 1.2)
            sheet.add(Box(*inside, fill=f"{ink}-wash", stroke=ink, thickness=1.2, hatch=ink))


def doubt(sheet: Sheet, colour: str, x: float, y: float, width: float, height: float) -> None:
    """The part of a range that may or may not be there."""
    sheet.add(Box(x + 0.75, y + 0.75, max(width - 1.5, 0.5), height - 1.5, "", colour, 1.5, DOTTED))


def arrow(sheet: Sheet, x: float, y: float, colour: str, size: float = 6.5) -> None:
    """The tip of an open end."""
    sheet.add(Stroke(((x - size, y - size), (x, y), (x - size, y + size)), colour, 1.8))


def bar(sheet: Sheet, scale: Scale, y: float, height: float, mark: Drawn) -> Drawing:
    """One number as a horizontal bar from zero."""
    low, high, ink = mark.value.lo, mark.value.hi, INK[mark.status]
    zero = scale.at(Fraction(0))
    if low is None and high is None:
        return Drawing(zero, zero, zero)
    if low is None:
        end = scale.at(high or Fraction(0))
        sheet.add(Fade(zero, y, end - zero, height, ink, backwards=True))
        sheet.line(end, y, end, y + height, ink, 2)
        return Drawing(zero, zero, end)
    floor = scale.at(low)
    begin, solid = min(zero, floor), max(zero, floor)
    if solid - begin > 0.5:
        fill(sheet, mark.status, begin, y, solid - begin, height)
    if high is None:
        sheet.add(Fade(solid, y, scale.tail, height, ink))
        arrow(sheet, solid + scale.tail - 1, y + height / 2, ink)
        return Drawing(begin, solid, solid + scale.tail)
    if high != low:
        doubt(sheet, ink, floor, y, scale.at(high) - floor, height)
        return Drawing(begin, solid, max(solid, scale.at(high)))
    if mark.value.approx:
        sheet.add(Fade(solid, y, _SOFT, height, ink))
        return Drawing(begin, solid, solid + _SOFT)
    return Drawing(begin, solid, solid)


def value(sheet: Sheet, drawing: Drawing, y: float, height: float, mark: Drawn, size: float) -> float:
    """Put a number's words beside its bar, inside it, or below it; returns how much height it took below the bar."""
    ink = INK[mark.status]
    wide = sheet.measure(mark.shown, size, bold=True)
    middle = y + height / 2 + size * 0.36
    if drawing.end + _PAD + wide <= sheet.width:
        sheet.text(drawing.end + (_PAD if drawing.end else 0), middle, mark.shown, size, ink, bold=True)
        return 0.0
    inside = size * 0.88
    wide = sheet.measure(mark.shown, inside, bold=True)
    if drawing.begin + wide + 2 * _PAD <= drawing.solid:
        on = paper(sheet, mark.status, drawing.begin + _PAD, y, wide, height)
        sheet.text(drawing.begin + _PAD, y + height / 2 + inside * 0.36, mark.shown, inside, on, bold=True)
        return 0.0
    sheet.text(min(drawing.begin, sheet.width - wide), y + height + inside * 1.15, mark.shown, inside, ink, bold=True)
    return sheet.leading(inside)


def paper(sheet: Sheet, status: Status, x: float, y: float, width: float, height: float) -> str:
    """Make the ground of a bar fit for words on it; returns the colour that the words must have."""
    if status is Status.REPORTED:
        return "paper"
    sheet.add(Box(x - 5, y + 4, width + 10, height - 8, "paper"))
    return INK[status]
