"""A drawing surface in CSS pixels: what is to be drawn, as a list. Nothing here knows how it is drawn.

Coordinates run along the reading direction: x = 0 is where a line of text begins, left in English and right in Arabic;
whoever draws the sheet mirrors it. y runs downwards. A label is measured when it is put down, so that the layout can
make room for it, and so that what lies outside or over something else can be found (:meth:`Sheet.faults`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nisba.explaining.charts import lettering
from nisba.explaining.charts.tokens import TOKENS

Dash = tuple[float, ...]
DOTTED: Dash = (1.4, 2.2)
DASHED: Dash = (4.5, 3.0)
_TOUCH = 0.5  # boxes of letters may meet by half a pixel


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``hatch`` is the colour of its hatching."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    thickness: float = 1.5
    dash: Dash = ()
    hatch: str = ""


@dataclass(frozen=True, slots=True)
class Fade:
    """A rectangle that fades out along the reading direction, or against it."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    colour: str
    thickness: float = 1.0
    dash: Dash = ()


@dataclass(frozen=True, slots=True)
class Dot:
    """A sign at a point: ``circle``, ``diamond`` or ``square``."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str
    shape: str = "circle"
    thickness: float = 1.5


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text. ``x`` is where it begins in reading direction, ``y`` its baseline; the box is around the ink."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool
    width: float
    box: tuple[float, float, float, float]

    def covers(self, x: float, y: float, *, pad: float = 0.0) -> bool:
        """The point lies on the label or nearer than ``pad``."""
        left, top, right, bottom = self.box
        return left - pad <= x <= right + pad and min(top, self.y) - pad <= y <= max(bottom, self.y) + pad

    def meets(self, other: Label, *, pad: float = -_TOUCH) -> bool:
        """The two labels lie on one another, or nearer than ``pad``."""
        a, b = self.box, other.box
        across = min(a[2], b[2]) - max(a[0], b[0])
        down = min(a[3], b[3]) - max(a[1], b[1])
        return across > -pad and down > -pad


Shape = Box | Fade | Stroke | Dot | Label


class Sheet:
    """A sheet of paper of a given width, filled from the top.

    Args:
        width: in CSS pixels.
        rtl: the reading direction is right to left.
        colours: light and dark value of each token.
    """

    def __init__(self, width: float, *, rtl: bool, colours: Mapping[str, tuple[str, str]] = TOKENS) -> None:
        self.width, self.rtl, self.colours = width, rtl, colours
        self.top, self.height = 0.0, 0.0
        self.shapes: list[Shape] = []
        self._plumbs: list[tuple[float, float, float, str, float, Dash]] = []

    @property
    def narrow(self) -> bool:
        """Drawn for a phone."""
        return self.width < 500

    @property
    def labels(self) -> tuple[Label, ...]:
        """All text on the sheet."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Label))

    def add(self, shape: Shape) -> None:
        """Put a shape on top of what is there."""
        self.shapes.append(shape)

    def line(
        self, x0: float, y0: float, x1: float, y1: float, colour: str, thickness: float = 1.0, dash: Dash = ()
    ) -> None:
        """A straight line."""
        self.add(Stroke(((x0, y0), (x1, y1)), colour, thickness, dash))

    def measure(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide a line of text is."""
        return lettering.width(lettering.directed(lettering.clean(text), rtl=self.rtl), size, bold=bold)

    def label(
        self, x: float, y: float, text: str, size: float, colour: str = "ink", *, at: str = "start", bold: bool = False
    ) -> Label:
        """A line of text that is not put down yet.

        Args:
            x: where it begins, has its middle, or ends, as ``at`` says.
            y: its baseline.
            text: the words.
            size: of the letters, in CSS pixels.
            colour: a token.
            at: ``start``, ``middle`` or ``end``.
            bold: in bold letters.
        """
        text = lettering.directed(lettering.clean(text), rtl=self.rtl)
        width = lettering.width(text, size, bold=bold)
        start = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[at]
        left, top, right, bottom = lettering.ink(text, size, bold=bold)
        if self.rtl:
            left, right = width - right, width - left
        start += max(-start - left, 0.0) if start >= 0 else 0.0  # a J hangs over to the left, off the sheet
        start -= max(start + right - self.width, 0.0) if start + width <= self.width + _TOUCH else 0.0
        return Label(start, y, text, size, colour, bold, width, (start + left, y + top, start + right, y + bottom))

    def text(
        self, x: float, y: float, text: str, size: float, colour: str = "ink", *, at: str = "start", bold: bool = False
    ) -> Label:
        """Put down a line of text; arguments as for :meth:`label`."""
        label = self.label(x, y, text, size, colour, at=at, bold=bold)
        self.add(label)
        return label

    def leading(self, size: float) -> float:
        """Distance of baselines; Arabic letters reach higher and lower."""
        return size * (1.6 if self.rtl else 1.35)

    def rise(self, size: float) -> float:
        """From the top of a line to its baseline."""
        return size * (1.12 if self.rtl else 1.0)

    def paragraph(  # noqa: PLR0913 -- what a paragraph looks like
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str = "ink",
        *,
        room: float = 0.0,
        at: str = "start",
        bold: bool = False,
    ) -> float:
        """Put down text below ``y``, broken into lines; returns where it ends.

        Args:
            x: where lines begin, have their middle, or end.
            y: the top of the first line.
            text: the words; none, no space.
            size: of the letters.
            colour: a token.
            room: width of the lines; 0: up to the end of the sheet.
            at: ``start``, ``middle`` or ``end``.
            bold: in bold letters.
        """
        words = lettering.clean(text)
        if not words:
            return y
        for line in lettering.wrapped(words, size, room or self.width - x, bold=bold):
            self.text(x, y + self.rise(size), line, size, colour, at=at, bold=bold)
            y += self.leading(size)
        return y

    def plumb(self, x: float, y0: float, y1: float, colour: str, thickness: float = 1.0, dash: Dash = DASHED) -> None:
        """A vertical line that makes way for every label on the sheet, those put down later too."""
        self._plumbs.append((x, y0, y1, colour, thickness, dash))

    def finish(self, height: float) -> None:
        """Close the sheet at its final height."""
        self.height = height
        for plumb in self._plumbs:
            self._drop(*plumb)
        self._plumbs.clear()

    def _drop(self, x: float, y0: float, y1: float, colour: str, thickness: float, dash: Dash) -> None:
        """Draw a plumb line between the labels, on a strip of paper so that it shows on bars."""
        pads = sorted((label.box[1] - 3, label.box[3] + 3) for label in self.labels if label.covers(x, label.y, pad=3))
        pieces = []
        for top, bottom in pads:
            if top < y1 and bottom > y0:
                pieces.append((y0, top))
                y0 = max(y0, bottom)
        for start, end in [*pieces, (y0, y1)]:
            if end - start > 2:
                self.line(x, start, x, end, "paper", thickness + 1.8)
                self.line(x, start, x, end, colour, thickness, dash)

    def faults(self) -> tuple[str, ...]:
        """Every label that reaches off the sheet or lies on another one."""
        found = []
        labels = self.labels
        for n, label in enumerate(labels):
            left, top, right, bottom = label.box
            if (
                left < -_TOUCH
                or right > self.width + _TOUCH
                or top < self.top - _TOUCH
                or bottom > self.height + _TOUCH
            ):
                found.append(f"{label.text!r} reaches off the sheet: {label.box}")
            found += [f"{label.text!r} lies on {other.text!r}" for other in labels[n + 1 :] if label.meets(other)]
        return tuple(found)
