"""A chart as data: what is drawn, with the words beside it. Drawing, alt text and data table all start from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nisba.checking.numbers import Status
from nisba.explaining.charts.tokens import TOKENS
from nisba.explaining.wording import Wording
from nisba.intervals import Interval
from nisba.periods import Period


@dataclass(frozen=True, slots=True)
class Drawn:
    """One number as drawn.

    Args:
        id: the number's id; empty for a value that has none.
        value: its value.
        status: where it comes from; decides the fill.
        shown: its value in words, rounded.
        label: what it is, where a row has several.
        note: a lesser label, such as why there is no value.
        when: its period, in a chart over time.
        members: who gives it, in a chart of accounts.
        differs: it deviates from what it is compared with.
    """

    id: str
    value: Interval
    status: Status
    shown: str
    label: str = ""
    note: str = ""
    when: Period | None = None
    members: tuple[str, ...] = ()
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row, group or curve: its label, a lesser label, and its numbers."""

    label: str
    note: str
    marks: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart in one language.

    Args:
        id: short ASCII name.
        kind: name of a module of this package, such as ``bars``.
        wording: how numbers are written, and in which language.
        title: the finding.
        subtitle: what is drawn and in which unit.
        caption: sources and caveats.
        rows: what is drawn.
        lines: reference lines, each with its label.
        heads: names of the parts or columns that every row has.
        colours: light and dark value of each token that it is drawn in.
    """

    id: str
    kind: str
    wording: Wording = field(repr=False, compare=False)
    title: str
    subtitle: str
    caption: str
    rows: tuple[Row, ...]
    lines: tuple[Drawn, ...] = ()
    heads: tuple[Row, ...] = ()
    colours: Mapping[str, tuple[str, str]] = field(default_factory=lambda: TOKENS, repr=False)

    @property
    def language(self) -> str:
        """The language of its words."""
        return self.wording.language

    @property
    def marks(self) -> tuple[Drawn, ...]:
        """Every number drawn, reference lines last."""
        return (*(mark for row in self.rows for mark in row.marks), *self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """A chart's numbers as a table: names of the columns, and rows whose first cell names the row."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
