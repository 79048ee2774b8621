"""Lettering: the chart's own fonts, how wide words are in them, and where lines break.

Arabic is given to matplotlib as plain text in logical order; it shapes and orders it itself (from 3.11 on), so nothing
here may reshape or reorder. Text is cleaned of what could confuse a reader or the XML.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath, text_to_path

FONTS = Path(__file__).parents[1] / "fonts"
RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"
LEFT_TO_RIGHT_MARK = "\N{LEFT-TO-RIGHT MARK}"

_FORMS = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFE))  # ready-made Arabic letter forms, which must not be shaped again
_KEPT = {"\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}"}
_RTL, _LTR = {"R", "AL"}, {"L"}
_LONGEST = 500


def font(size: float, *, bold: bool = False) -> FontProperties:
    """The chart's font at a size in CSS pixels."""
    return FontProperties(fname=FONTS / f"NisbaCharts-{'Bold' if bold else 'Regular'}.ttf", size=size)


def clean(text: str) -> str:
    """A label without control and formatting characters, with plain Arabic letters, at a length that can be drawn."""
    letters = "".join(
        unicodedata.normalize("NFKC", letter) if any(a <= ord(letter) <= b for a, b in _FORMS) else letter
        for letter in text
    )
    spaced = " ".join(letters.split())
    kept = (
        letter for letter in spaced if letter in _KEPT or unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Cn"}
    )
    return "".join(kept)[:_LONGEST]


def directed(text: str, *, rtl: bool) -> str:
    """A label that is laid out in the page's direction whatever letter it begins with.

    The base direction is that of the first strong letter; an invisible mark in front decides where that letter belongs
    to the other script. A label without letters, such as a number, stays as it is.
    """
    kinds = [kind for kind in map(unicodedata.bidirectional, text) if kind in _RTL | _LTR]
    if rtl and kinds:
        return RIGHT_TO_LEFT_MARK + text
    return LEFT_TO_RIGHT_MARK + text if any(kind in _RTL for kind in kinds) else text


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How far a line of text reaches, in CSS pixels."""
    if not text:
        return 0.0
    return _reach(text, bold=bold) * (size / text_to_path.FONT_SCALE)


def ink(text: str, size: float, *, bold: bool = False) -> tuple[float, float, float, float]:
    """The box around the letters, from the start of the baseline, y downwards: left, top, right, bottom.

    It holds the control points of the outlines too, so it is never too small.
    """
    if not text.strip():
        return 0.0, 0.0, 0.0, 0.0
    left, top, right, bottom = (edge * (size / text_to_path.FONT_SCALE) for edge in _edges(text, bold=bold))
    return left, top, right, bottom


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """Lines no wider than the room, broken between words; a word that is wider than that stands alone."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


# Letters are not hinted, so a line is as wide at twice the size as twice the line; shaping it is the slow part, and the
# same words are measured for every place that they might take.


@lru_cache(maxsize=8192)
def _reach(text: str, *, bold: bool) -> float:
    """How far a line of text reaches at the size in which matplotlib keeps its outlines."""
    properties = font(text_to_path.FONT_SCALE, bold=bold)
    reach: float = text_to_path.get_text_width_height_descent(text, properties, ismath=False)[0]
    return reach


@lru_cache(maxsize=8192)
def _edges(text: str, *, bold: bool) -> tuple[float, float, float, float]:
    """The box around the letters at that size: left, top, right, bottom."""
    plain = text.replace("$", r"\$")  # else matplotlib takes what stands between two of them for a formula
    path = TextPath((0, 0), plain, size=text_to_path.FONT_SCALE, prop=font(text_to_path.FONT_SCALE, bold=bold))
    points = path.vertices[path.codes != TextPath.CLOSEPOLY]  # the vertex of a closing stroke means nothing
    (left, low), (right, high) = points.min(axis=0), points.max(axis=0)
    return float(left), float(-high), float(right), float(-low)
