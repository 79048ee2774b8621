"""Rendering: a sheet drawn by matplotlib, as SVG whose colours are the page's tokens, or as PNG in light colours.

The figure is 72 dots to the inch, so that a matplotlib point is a CSS pixel. For the SVG every colour is a code that
names a token; :mod:`nisba.explaining.charts.svg` reads the codes. A user's own matplotlib settings have no say.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from nisba.explaining.charts import lettering
from nisba.explaining.charts.sheet import Box, Dot, Fade, Label, Sheet, Stroke
from nisba.explaining.charts.svg import Code, compact
from nisba.explaining.markup import named

_DOTS = 72
_SETTINGS: Mapping[Any, Any] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "nisba",
    "hatch.linewidth": 1.6,
    "path.simplify": False,
    "text.hinting": "no_hinting",
}
_SHAPES = {"circle": "o", "diamond": "D", "square": "s"}
_SLICES = 48


def as_svg(sheet: Sheet, prefix: str, title: str, description: str) -> str:
    """The sheet as a small SVG.

    Args:
        sheet: the finished sheet.
        prefix: what ids inside begin with; no two drawings on a page may share it.
        title: the drawing's name.
        description: the drawing in words.
    """
    with _settings():
        drawn = io.StringIO()
        figure = _Drawing(sheet, coded=True).figure
        figure.savefig(drawn, format="svg", transparent=True, metadata={"Date": None})
        figure.clear()  # its parts hold each other, and would lie about until they are collected
    return compact(drawn.getvalue(), prefix, named(title), named(description), sheet.colours)


def as_png(sheet: Sheet, *, scale: int = 2) -> bytes:
    """The sheet as PNG on paper colour, with so many dots to a CSS pixel; it carries no date and no program's name."""
    with _settings():
        drawn = io.BytesIO()
        figure = _Drawing(sheet, coded=False).figure
        figure.savefig(
            drawn, format="png", dpi=_DOTS * scale, facecolor=sheet.colours["paper"][0], metadata={"Software": None}
        )
        figure.clear()
    return drawn.getvalue()


@contextmanager
def _settings() -> Iterator[None]:
    with mpl.rc_context():
        mpl.rcdefaults()
        for name, value in _SETTINGS.items():
            mpl.rcParams[name] = value
        yield


class _Drawing:
    """One sheet while it is drawn."""

    def __init__(self, sheet: Sheet, *, coded: bool) -> None:
        self.sheet, self.coded = sheet, coded
        height = sheet.height - sheet.top
        self.figure = Figure(figsize=(sheet.width / _DOTS, height / _DOTS), dpi=_DOTS)
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1), xlim=(0, sheet.width), ylim=(sheet.height, sheet.top))
        self.axes.axis("off")
        for shape in sheet.shapes:
            match shape:
                case Box():
                    self.box(shape)
                case Fade():
                    self.fade(shape)
                case Stroke():
                    self.stroke(shape)
                case Dot():
                    self.dot(shape)
                case Label():
                    self.label(shape)

    def x(self, x: float) -> float:
        return self.sheet.width - x if self.sheet.rtl else x

    def colour(self, token: str) -> str:
        if not token:
            return "none"
        return Code("plain", token).written() if self.coded else self.sheet.colours[token][0]

    def rectangle(self, shape: Box | Fade, **style: object) -> None:
        left = self.sheet.width - shape.x - shape.width if self.sheet.rtl else shape.x
        patch = Rectangle((left, shape.y), shape.width, shape.height, clip_on=False, **style)  # type: ignore[arg-type]
        self.axes.add_artist(patch)

    def box(self, box: Box) -> None:
        edge = {"ec": self.colour(box.stroke), "lw": box.thickness if box.stroke else 0.0}
        line = (0, box.dash) if box.dash else "solid"
        if box.hatch and self.coded:
            self.rectangle(box, fc=self.colour(box.fill), lw=0.0)
            self.rectangle(box, fc=Code("hatch", box.hatch).written(), ls=line, **edge)
        elif box.hatch:
            self.rectangle(
                box, fc=self.colour(box.fill), ls=line, hatch="///", hatchcolor=self.colour(box.hatch), **edge
            )
        else:
            self.rectangle(box, fc=self.colour(box.fill), ls=line, **edge)

    def fade(self, fade: Fade) -> None:
        to_left = fade.backwards != self.sheet.rtl
        if self.coded:
            self.rectangle(fade, fc=Code("fade-left" if to_left else "fade-right", fade.fill).written(), lw=0.0)
            return
        step = fade.width / _SLICES
        for n in range(_SLICES):
            at = _SLICES - 1 - n if fade.backwards else n
            piece = Fade(fade.x + at * step, fade.y, step, fade.height, fade.fill)
            self.rectangle(piece, fc=self.colour(fade.fill), alpha=0.6 * (1 - n / _SLICES), lw=0.0, antialiased=False)

    def stroke(self, stroke: Stroke) -> None:
        across, down = zip(*((self.x(x), y) for x, y in stroke.points), strict=True)
        line = Line2D(across, down, color=self.colour(stroke.colour), lw=stroke.thickness, clip_on=False)
        line.set_linestyle((0, stroke.dash) if stroke.dash else "solid")
        line.set(solid_capstyle="butt", dash_capstyle="butt", solid_joinstyle="miter")
        self.axes.add_artist(line)

    def dot(self, dot: Dot) -> None:
        size = dot.radius * 2 / (2**0.5 if dot.shape == "diamond" else 1)
        line = Line2D([self.x(dot.x)], [dot.y], marker=_SHAPES[dot.shape], ms=size, ls="none", clip_on=False)
        line.set(mfc=self.colour(dot.fill), mec=self.colour(dot.stroke), mew=dot.thickness)
        self.axes.add_artist(line)

    def label(self, label: Label) -> None:
        side = "right" if self.sheet.rtl else "left"
        properties = lettering.font(label.size, bold=label.bold)
        text = Text(self.x(label.x), label.y, label.text, color=self.colour(label.colour), fontproperties=properties)
        text.set(ha=side, va="baseline", parse_math=False, clip_on=False)
        self.axes.add_artist(text)
