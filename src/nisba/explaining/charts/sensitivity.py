"""Sensitivity: how ratios turn out for any value of their baseline, and where they cross what is claimed of them.

Each row of the picture is a numerator. Of its marks, a ratio (or a constant such as ``2``) is a claim, drawn across; any
other number is a baseline that somebody gives, drawn upright.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from nisba.checking.numbers import Status
from nisba.explaining.charts import telling
from nisba.explaining.charts.given import Given
from nisba.explaining.charts.model import Chart, Drawn, Row, Table
from nisba.explaining.charts.sheet import DOTTED, Dash, Dot, Label, Sheet, Stroke
from nisba.explaining.charts.tokens import INK

_REACH, _POINTS, _LABEL = 250.0, 60, 13.0
_DASHES: dict[Status, Dash] = {Status.CITED: DOTTED, Status.COMPUTED: (7.0, 3.0)}


def plan(given: Given) -> Chart:
    """The chart: a curve for each row's number, with its ratio at each given baseline and where it crosses each claim.

    Raises:
        StoryError: a numerator or baseline is no exact positive number, or there is no baseline or no claim.
    """
    asked = [(id, mark, given.number(id)) for mark in given.picture.marks for id in mark.numbers]
    claims = [given.drawn(id, mark.label, mark.note) for id, mark, number in asked if number.show == "ratio"]
    bases = [given.drawn(id, mark.label, mark.note) for id, mark, number in asked if number.show != "ratio"]
    if not claims or not bases:
        raise given.refuse(
            "needs a claim and a baseline", 'add marks such as { numbers = ["2"] } and { numbers = ["total-2023"] }'
        )
    rows = given.rows(1, 1)
    for mark in (*(row.marks[0] for row in rows), *claims, *bases):
        if not mark.value.value or mark.value.value <= 0:
            raise given.refuse(f"draws {mark.shown}, which is no single positive number", "choose exact numbers")
    drawn = tuple(Row(row.label, row.note, _points(given, row.marks[0], bases, claims)) for row in rows)
    return given.chart(drawn, (*bases, *claims))


def _points(given: Given, numerator: Drawn, bases: list[Drawn], claims: list[Drawn]) -> tuple[Drawn, ...]:
    """The numerator, its ratio at each baseline, and the baseline at which it meets each claim."""
    against = tuple(_exact(claim) for claim in claims)
    found = [numerator]
    for base in bases:
        ratio = numerator.value / base.value
        found.append(
            Drawn(
                "", ratio, numerator.status, given.wording.value(ratio, "ratio", against=against), base.shown, "ratio"
            )
        )
    for claim in claims:
        meets = numerator.value / claim.value
        found.append(Drawn("", meets, Status.COMPUTED, given.wording.value(meets), claim.shown, "crossing"))
    return tuple(found)


def _exact(mark: Drawn) -> Fraction:
    return mark.value.value or Fraction(0)


@dataclass(frozen=True, slots=True)
class _Plane:
    """Where baselines (across) and ratios (upwards) are on the sheet."""

    left: float
    right: float
    foot: float
    least: float
    most: float
    top: float

    def x(self, base: float) -> float:
        return self.left + (base - self.least) / (self.most - self.least) * (self.right - self.left)

    def y(self, ratio: float) -> float:
        return self.foot - ratio / self.top * _REACH


def paint(chart: Chart, sheet: Sheet) -> None:
    """Draw it; the curves' names stand beside them, or in a key above where there is no room for that."""
    trial = Sheet(sheet.width, rtl=sheet.rtl)
    _lay(chart, sheet, key=not _lay(chart, trial, key=False))


def _lay(chart: Chart, sheet: Sheet, *, key: bool) -> bool:
    """Draw it, with or without a key; without one, say whether every name has found a clear place."""
    bases = [line for line in chart.lines if not _claim(chart, line)]
    claims = [line for line in chart.lines if _claim(chart, line)]
    y = _key(chart, sheet) if key else 0.0
    for base in bases:
        y = max(y, _name_base(chart, sheet, base, y))
    plane = _plane(chart, sheet, bases, y + 12)
    _grid(chart, sheet, plane, claims)
    for base in bases:
        x = plane.x(float(_exact(base)))
        sheet.line(x, y + 2, x, plane.foot, "cit", 1.4, DOTTED)
    for row in chart.rows:
        ink, dash = INK[row.marks[0].status], _DASHES.get(row.marks[0].status, ())
        sheet.add(Stroke(tuple(_curve(plane, row)), ink, 2.2, dash))
    _spots(chart, sheet, plane, bases)
    clear = True
    for row in chart.rows:
        clear = key or (_name_curve(chart, sheet, plane, row, (bases, claims)) and clear)
    sheet.finish(plane.foot + 22)
    return clear


def _plane(chart: Chart, sheet: Sheet, bases: list[Drawn], y: float) -> _Plane:
    """A plane that holds every given baseline and every crossing, with room around them."""
    met = [float(_exact(mark)) for row in chart.rows for mark in row.marks if mark.note == "crossing"]
    spots = [*met, *(float(_exact(base)) for base in bases)]
    least, most = min(spots) * 0.75, max(spots) * 1.2
    top = max(float(_exact(row.marks[0])) for row in chart.rows) / least
    return _Plane(34, sheet.width - 2, y + _REACH, least, most, top * 1.02)


def _curve(plane: _Plane, row: Row) -> list[tuple[float, float]]:
    numerator, reach = float(_exact(row.marks[0])), plane.most - plane.least
    steps = [plane.least + reach * n / _POINTS for n in range(_POINTS + 1)]
    return [(plane.x(step), plane.y(numerator / step)) for step in steps]


def _key(chart: Chart, sheet: Sheet) -> float:
    y = 0.0
    for row in chart.rows:
        status = row.marks[0].status
        sheet.add(Stroke(((0, y + 9), (28, y + 9)), INK[status], 2.2, _DASHES.get(status, ())))
        y = sheet.paragraph(36, y, row.label, _LABEL, INK[status])
    return y + 4


def _name_base(chart: Chart, sheet: Sheet, base: Drawn, y: float) -> float:
    """What a given baseline is, above the plane; its line begins below."""
    words = telling.named(chart, base.label, base.shown)
    bases = [line for line in chart.lines if not _claim(chart, line)]
    x = _plane(chart, sheet, bases, y).x(float(_exact(base)))
    wide = min(sheet.measure(words, _LABEL), sheet.width)
    return sheet.paragraph(max(min(x - wide / 2, sheet.width - wide), 0.0), y, words, _LABEL, "cit", room=wide + 1)


def _claim(chart: Chart, line: Drawn) -> bool:
    return any(mark.note == "crossing" and mark.label == line.shown for mark in chart.rows[0].marks)


def _grid(chart: Chart, sheet: Sheet, plane: _Plane, claims: list[Drawn]) -> None:
    claimed = {_exact(claim) for claim in claims}
    for whole in range(int(plane.top) + 1):
        if Fraction(whole) not in claimed:
            sheet.line(plane.left, plane.y(whole), plane.right, plane.y(whole), "ink" if whole == 0 else "rule")
            _times(chart, sheet, plane, Fraction(whole), bold=False)
    for claim in claims:
        y = plane.y(float(_exact(claim)))
        sheet.line(plane.left, y, plane.right, y, "ink", 1.4)
        _times(chart, sheet, plane, _exact(claim), bold=True)
    step = _step(plane.most - plane.least, 4 if sheet.narrow else 7)
    for tick in range(int(plane.least // step + 1) * step, int(plane.most) + 1, step):
        words = chart.wording.exact(Fraction(tick))
        if plane.x(tick) + sheet.measure(words, 12.5) / 2 <= sheet.width:
            sheet.text(plane.x(tick), plane.foot + 17, words, 12.5, "ink-2", at="middle")


def _times(chart: Chart, sheet: Sheet, plane: _Plane, value: Fraction, *, bold: bool) -> None:
    words = chart.wording.messages("chart-times", value=chart.wording.exact(value, "ratio"))
    label = sheet.label(
        plane.left - 7, plane.y(float(value)) + 4.5, words, 12.5, "ink" if bold else "ink-2", at="end", bold=bold
    )
    if not any(label.meets(other) for other in sheet.labels):
        sheet.add(label)


def _step(reach: float, most: int) -> int:
    """The least of 1, 2, 5, 10, 20, 50 … with no more than so many steps to the reach."""
    step, factors = 1, (2, 5, 10)
    while reach / step > most:
        step = next(
            (step_ for power in [10 ** (len(str(step)) - 1)] for f in factors if (step_ := power * f) > step), step * 10
        )
    return step


def _spots(chart: Chart, sheet: Sheet, plane: _Plane, bases: list[Drawn]) -> None:
    """The ratios at the given baselines, and the crossings, each with its number."""
    for row in chart.rows:
        ink, numerator = INK[row.marks[0].status], float(_exact(row.marks[0]))
        ratios = [mark for mark in row.marks if mark.note == "ratio"]
        for base, mark in zip(bases, ratios, strict=True):
            x, y = plane.x(float(_exact(base))), plane.y(float(_exact(mark)))
            sheet.add(Dot(x, y, 4.5, ink, "paper"))
            _beside(sheet, (x, y), mark.shown, 15, ink)
        for mark in row.marks:
            if mark.note == "crossing":
                x, y = plane.x(float(_exact(mark))), plane.y(numerator / float(_exact(mark)))
                sheet.add(Dot(x, y, 4, "paper", "ink"))
                _beside(sheet, (x, y), mark.shown, 12.5, "ink")


def _beside(sheet: Sheet, at: tuple[float, float], words: str, size: float, colour: str) -> None:
    """Put a number near its dot, in the first place where nothing is yet."""
    (x, y), wide = at, sheet.measure(words, size, bold=True)
    up, down, before, after = y - 9, y + size + 6, x - 10 - wide, x + 10
    spots = [(after, up), (before, down), (after, down), (x - wide / 2, y - 12), (before, up)]
    labels = [sheet.label(*spot, words, size, colour, bold=True) for spot in spots]
    inside = [label for label in labels if label.x >= 0 and label.x + wide <= sheet.width]
    clear = [label for label in inside if not any(label.meets(other) for other in sheet.labels)]
    sheet.add((clear or inside or labels)[0])


def _name_curve(chart: Chart, sheet: Sheet, plane: _Plane, row: Row, lines: tuple[list[Drawn], list[Drawn]]) -> bool:
    """Put a curve's name above it, or below it, from the middle outwards; say whether there was a clear place."""
    ink, numerator = INK[row.marks[0].status], float(_exact(row.marks[0]))
    room = plane.right - plane.left - sheet.measure(row.label, _LABEL) - 8
    for drop in (-9, _LABEL + 9):
        for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.0, 1.0):
            x = plane.left + 8 + max(room, 0.0) * share
            base = plane.least + (x - plane.left) / (plane.right - plane.left) * (plane.most - plane.least)
            label = sheet.label(x, plane.y(numerator / base) + drop, row.label, _LABEL, ink)
            if not _hits(chart, sheet, plane, lines, label):
                sheet.add(label)
                return True
    return False


def _hits(chart: Chart, sheet: Sheet, plane: _Plane, lines: tuple[list[Drawn], list[Drawn]], label: Label) -> bool:
    """The label would lie on another one, on a curve, or on a line."""
    bases, claims = lines
    left, top, right, bottom = label.box
    if any(label.meets(other, pad=5) for other in sheet.labels) or bottom > plane.foot - 2 or right > sheet.width:
        return True
    if any(left - 4 < plane.x(float(_exact(base))) < right + 4 for base in bases):
        return True
    if any(top - 3 < plane.y(float(_exact(claim))) < bottom + 3 for claim in claims):
        return True
    return any(label.covers(x, y, pad=2) for other in chart.rows for x, y in _curve(plane, other))


def tell(chart: Chart) -> str:
    """The chart in words."""
    items = []
    for row in chart.rows:
        parts = [
            chart.wording.messages(f"chart-sensitivity-{mark.note}", value=mark.shown, at=mark.label)
            for mark in row.marks[1:]
        ]
        items.append(telling.named(chart, row.label, chart.wording.listed(parts)))
    return telling.sentence(chart, items)


def table(chart: Chart) -> Table:
    """The curve, what is asked, and the answer."""
    header = tuple(telling.column(chart, name) for name in ("what", "question", "value"))
    lines = [
        (row.label, chart.wording.messages(f"chart-question-{mark.note}", at=mark.label), mark.shown)
        for row in chart.rows
        for mark in row.marks[1:]
    ]
    return Table(header, tuple(lines))
