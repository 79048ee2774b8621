"""Drawing: what other rooms ask of a chart, whatever its kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol

from nisba.checking.numbers import Number
from nisba.errors import StoryError
from nisba.explaining.charts import accounts, bars, floors, pairs, rates, readings, sensitivity, shares
from nisba.explaining.charts.card import card
from nisba.explaining.charts.given import Given
from nisba.explaining.charts.model import Chart, Table
from nisba.explaining.charts.render import as_png, as_svg
from nisba.explaining.charts.sheet import Sheet
from nisba.explaining.evidence import Evidence
from nisba.explaining.markup import direction
from nisba.explaining.wording import Wording
from nisba.gathering import Picture

Width = Literal["wide", "narrow"]
WIDTHS: Mapping[str, float] = {"wide": 680.0, "narrow": 340.0}
"""CSS pixels of each version."""


class Kind(Protocol):
    """What a module of a kind of chart offers."""

    def plan(self, given: Given) -> Chart:
        """The chart as data."""

    def paint(self, chart: Chart, sheet: Sheet) -> None:
        """Draw it, from y = 0 down, and finish the sheet."""

    def tell(self, chart: Chart) -> str:
        """What it shows in words."""

    def table(self, chart: Chart) -> Table:
        """The numbers that it shows."""


KINDS: Mapping[str, Kind] = {
    "accounts": accounts,
    "bars": bars,
    "floors": floors,
    "pairs": pairs,
    "rates": rates,
    "rates-per-day": rates,
    "readings": readings,
    "sensitivity": sensitivity,
    "shares": shares,
}
"""Every kind of chart by name."""


def chart_of(
    picture: Picture, numbers: Mapping[str, Number], wording: Wording, evidence: Evidence | None = None
) -> Chart:
    """The chart that a person asked for, as data.

    Args:
        picture: what is asked for.
        numbers: every named number.
        wording: how numbers are written, and in which language.
        evidence: what else is known; charts of accounts, rates and readings need it.

    Raises:
        StoryError: the kind is unknown, or the picture names an unknown number, lacks words or fits its kind badly.
    """
    if picture.kind not in KINDS:
        raise StoryError(
            "story.toml",
            f"[charts.{picture.id}] is of the unknown kind {picture.kind!r}",
            f"known: {', '.join(sorted(KINDS))}",
        )
    return KINDS[picture.kind].plan(Given(picture, numbers, wording, evidence))


def sheet_of(chart: Chart, width: Width = "wide") -> Sheet:
    """The chart laid out, before it is rendered."""
    sheet = Sheet(WIDTHS[width], rtl=direction(chart.language) == "rtl", colours=chart.colours)
    KINDS[chart.kind].paint(chart, sheet)
    return sheet


def draw(chart: Chart, width: Width = "wide") -> str:
    """The chart as SVG in the page's colours, 680 or 340 CSS pixels wide.

    Ids inside begin with the chart's id and the first letter of the width, so that both versions fit on one page.
    """
    return as_svg(sheet_of(chart, width), f"{chart.id}-{width[0]}", chart.title, alt_text(chart))


def png(chart: Chart) -> bytes:
    """The chart as PNG in light colours at double density, with title, subtitle, key and caption drawn in."""
    return as_png(card(chart, WIDTHS["wide"], KINDS[chart.kind].paint))


def alt_text(chart: Chart) -> str:
    """The finding, and the numbers drawn, in words."""
    return chart.wording.messages(
        "chart-alt-text", title=chart.title.rstrip("."), telling=KINDS[chart.kind].tell(chart)
    )


def data_table(chart: Chart) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The numbers drawn, as the names of the columns and the rows; the first cell of a row names it."""
    table = KINDS[chart.kind].table(chart)
    return table.header, table.rows
