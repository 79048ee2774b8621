"""Telling: what charts of all kinds say in words, for people who do not see them, and in their tables."""

from __future__ import annotations

from collections.abc import Iterable

from nisba.checking.numbers import Status
from nisba.explaining.charts.model import Chart, Drawn, Row


def status(chart: Chart, value: Status) -> str:
    """Where a number comes from, in a word or two."""
    return chart.wording.messages(f"chart-status-{value}")


def named(chart: Chart, name: str, shown: str) -> str:
    """A name and its value: ``Killed: 44``."""
    return chart.wording.messages("chart-item", name=name, shown=shown) if name else shown


def item(chart: Chart, name: str, mark: Drawn) -> str:
    """A name with its value and where it comes from."""
    return chart.wording.messages("chart-item-status", name=name, shown=mark.shown, status=status(chart, mark.status))


def listed(chart: Chart, items: Iterable[str]) -> str:
    """Items of a row of facts, one after another."""
    return chart.wording.messages("chart-separator").join(items)


def sentence(chart: Chart, items: Iterable[str]) -> str:
    """What kind of chart it is, what it shows, and its reference lines."""
    messages = chart.wording.messages
    parts = [messages("chart-alt", kind=messages(f"chart-kind-{chart.kind}"), items=listed(chart, items))]
    if chart.lines:
        lines = listed(chart, (named(chart, line.label, line.shown) for line in chart.lines))
        parts.append(messages("chart-alt-lines", items=lines))
    return " ".join(parts)


def label(row: Row) -> str:
    """A row's label with its lesser label."""
    return f"{row.label} ({row.note})" if row.note else row.label


def column(chart: Chart, name: str) -> str:
    """The heading of a column of the table."""
    return chart.wording.messages(f"chart-column-{name}")
