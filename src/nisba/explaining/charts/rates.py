"""Rates: a series over time as a rate per month or per day. A column is as wide as its period, so that its area is the count.

A stretch between two periods for which there is no figure is drawn as a band of its own: a gap is no zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nisba.checking.numbers import Status
from nisba.checking.series import Rate
from nisba.explaining.charts import lettering, marks, telling
from nisba.explaining.charts.given import Given
from nisba.explaining.charts.model import Chart, Drawn, Row, Table
from nisba.explaining.charts.sheet import DASHED, Box, Label, Sheet, Stroke
from nisba.explaining.charts.tokens import INK
from nisba.intervals import Interval
from nisba.periods import Period, uncovered

_REACH, _GAP, _SMALL, _ARROW = 96.0, 26.0, 11.0, 16.0
_BY_DAY = "rates-per-day"


def plan(given: Given) -> Chart:
    """The chart: a row for each measure asked for, or for each that has rates; of all places together.

    Raises:
        StoryError: there are no rates, or a measure is asked for that has none.
    """
    found = [rate for rate in given.known.rates if _per(given, rate) is not None]  # weeks are told by the day alone
    order = list(given.known.story.measures)
    known = sorted(
        {rate.measure for rate in found}, key=lambda name: (order.index(name) if name in order else len(order), name)
    )
    asked = {measure: row.label for row in given.picture.rows for measure in row.numbers} or dict.fromkeys(known)
    if not asked or not set(asked) <= set(known):
        raise given.refuse("shows rates that there are not", f"measures with rates: {', '.join(known) or 'none'}")
    rows = []
    for measure, label in asked.items():
        chosen = _widest([rate for rate in found if rate.measure == measure])
        drawn = (*(_mark(given, rate) for rate in chosen), *_gaps(given, [rate.when for rate in chosen]))
        words = label or given.known.story.measures.get(measure, {})
        rows.append(Row(given.words(words) or measure, "", tuple(sorted(drawn, key=_begins))))
    return given.chart(tuple(rows))


def _widest(rates: list[Rate]) -> list[Rate]:
    """The rates of the most places: parts of them are no other series."""
    places = max((rate.where for rate in rates), key=lambda where: (len(where), sorted(where)))
    return sorted((rate for rate in rates if rate.where == places), key=lambda rate: rate.when)


def _mark(given: Given, rate: Rate) -> Drawn:
    value = _per(given, rate)
    if value is None:
        raise TypeError(f"{rate.release} covers no whole months, and was not chosen")
    shown, count = given.wording.value(value, "rate"), given.wording.value(rate.count)
    return Drawn(f"{rate.release}-{rate.measure}", value, rate.status, shown, note=count, when=rate.when)


def _per(given: Given, rate: Rate) -> Interval | None:
    """The rate in the chart's unit; None where the period has none in it."""
    return rate.per_day if given.picture.kind == _BY_DAY else rate.per_month


def _gaps(given: Given, periods: list[Period]) -> Iterator[Drawn]:
    """The stretches between the periods, as marks without a value."""
    for when in uncovered(periods):
        shown = given.wording.messages("chart-gap")
        yield Drawn(f"gap-{when.start}", Interval(None, None), Status.CITED, shown, note="–", when=when)


def _begins(mark: Drawn) -> date:
    return mark.when.start if mark.when else date.min


def _is_gap(mark: Drawn) -> bool:
    return mark.value.lo is None and mark.value.hi is None


def paint(chart: Chart, sheet: Sheet) -> None:
    """Draw it."""
    periods = [mark.when for mark in chart.marks if mark.when]
    first, last = min(period.start for period in periods), max(period.end for period in periods)
    begin = date(first.year, 1, 1) if (first - date(first.year, 1, 1)).days < 32 else first
    unit = sheet.width / ((last - begin).days + 1)
    y = 0.0
    for row in chart.rows:
        y = sheet.paragraph(0, y, row.label, 14, bold=True)
        rising = any(mark.value.lo is not None and mark.value.hi is None for mark in row.marks)
        y = _panel(sheet, row, y + 24 + (_ARROW if rising else 0), begin, unit)
        y = _years(chart, sheet, y, begin, last, unit) + _GAP
    sheet.finish(y - _GAP + 4)


def _panel(sheet: Sheet, row: Row, y: float, begin: date, unit: float) -> float:
    """One measure over time; returns where its base line is."""
    bounds = [float(end) for mark in row.marks for end in (mark.value.lo, mark.value.hi) if end is not None]
    scale = _REACH / (max(bounds, default=1.0) or 1.0)
    base = y + _REACH
    spans = []
    for mark in row.marks:
        if mark.when is None:
            continue
        x, wide = (mark.when.start - begin).days * unit, mark.when.days * unit
        if _is_gap(mark):
            _gap(sheet, mark.shown, x, base, wide)
            continue
        low, high = float(mark.value.lo or 0) * scale, float(mark.value.hi or mark.value.lo or 0) * scale
        if low:
            marks.fill(sheet, mark.status, x, base - low, max(wide - 1, 2), low)
        if high > low:
            marks.doubt(sheet, INK[mark.status], x, base - high, max(wide - 1, 2), high - low)
        if mark.value.hi is None and low:
            tip = base - low - 14
            sheet.add(
                Stroke(
                    ((x + wide / 2 - 5, tip + 5), (x + wide / 2, tip), (x + wide / 2 + 5, tip + 5)),
                    INK[mark.status],
                    1.8,
                )
            )
        spans.append((x + wide / 2, base - high - (_ARROW if mark.value.hi is None else 0), mark))
    _values(sheet, spans)
    sheet.line(0, base, sheet.width, base, "ink", 1.2)
    return base


def _gap(sheet: Sheet, words: str, x: float, base: float, wide: float) -> None:
    """A band where no figure is known, named where its name fits."""
    edges = (x + 1, base - _REACH, max(wide - 2, 1), _REACH)
    sheet.add(Box(*edges, "wash", "line", 1.0, DASHED))
    lines = lettering.wrapped(lettering.clean(words), _SMALL, wide - 4)
    if max(sheet.measure(line, _SMALL) for line in lines) <= wide - 4:
        sheet.paragraph(x + wide / 2, base - _REACH / 2 - _SMALL, words, _SMALL, "ink-2", room=wide - 4, at="middle")


def _values(sheet: Sheet, spans: list[tuple[float, float, Drawn]]) -> None:
    """The numbers above their columns; one that would lie on another goes higher, with a line down to its column."""
    placed: list[Label] = []
    for middle, top, mark in sorted(spans, key=lambda span: span[1], reverse=True):
        size = 13.0 if not sheet.narrow else 11.5
        half = sheet.measure(mark.shown, size, bold=True) / 2
        middle_of_text = min(max(middle, half), sheet.width - half)
        y = top - 5
        label = sheet.label(middle_of_text, y, mark.shown, size, INK[mark.status], at="middle", bold=True)
        while any(label.meets(other, pad=2.5) for other in placed):
            y -= size * 0.5
            label = sheet.label(middle_of_text, y, mark.shown, size, INK[mark.status], at="middle", bold=True)
        if top - y > 12:
            sheet.line(middle, y + 3, middle, top - 1, INK[mark.status])
        sheet.add(label)
        placed.append(label)


def _years(chart: Chart, sheet: Sheet, base: float, begin: date, last: date, unit: float) -> float:
    """The years below the base line, each between its ticks."""
    for year in range(begin.year, last.year + 1):
        start = max((date(year, 1, 1) - begin).days, 0) * unit
        end = min((date(year + 1, 1, 1) - begin).days * unit, sheet.width)
        if start:
            sheet.line(start, base, start, base + 6, "ink")
        words = chart.wording.year(date(year, 1, 1))
        if sheet.measure(words, 12.5) + 6 <= end - start:
            sheet.text((start + end) / 2, base + 17, words, 12.5, "ink-2", at="middle")
    return base + 20


def tell(chart: Chart) -> str:
    """The chart in words."""
    items = []
    for row in chart.rows:
        parts = [
            chart.wording.messages(_said(chart, mark), period=chart.wording.period(mark.when), shown=mark.shown)
            for mark in row.marks
            if mark.when
        ]
        items.append(telling.named(chart, row.label, chart.wording.listed(parts)))
    return telling.sentence(chart, items)


def _said(chart: Chart, mark: Drawn) -> str:
    """The message that tells a mark."""
    if _is_gap(mark):
        return "chart-rate-none"
    return "chart-rate-per-day" if chart.kind == _BY_DAY else "chart-rate"


def table(chart: Chart) -> Table:
    """What, when, the count, the rate, and where it comes from."""
    per = "per-day" if chart.kind == _BY_DAY else "per-month"
    header = tuple(telling.column(chart, name) for name in ("what", "period", "count", per, "source"))
    lines = [(row, mark, chart.wording.period(mark.when)) for row in chart.rows for mark in row.marks if mark.when]
    return Table(
        header,
        tuple(
            (row.label, when, mark.note, mark.shown, "–" if _is_gap(mark) else telling.status(chart, mark.status))
            for row, mark, when in lines
        ),
    )
