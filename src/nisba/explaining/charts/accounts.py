"""Accounts: who prints what. A row for each fact, a line for each value, a dot for each account that prints it.

The reference account's value comes first, in filled dots; any other value is drawn in open diamonds and its accounts
are named. Facts that a picture does not ask for by name are those of the collation.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from nisba.checking.accounts import Collation
from nisba.checking.numbers import Status
from nisba.explaining.charts import telling
from nisba.explaining.charts.given import Given
from nisba.explaining.charts.model import Chart, Drawn, Row, Table
from nisba.explaining.charts.sheet import Dot, Sheet

_PITCH, _LINE, _SIZE = 11.0, 22.0, 13.5
_UNMEASURED = "unmeasured"  # the reference account gives no figure to compare with


def plan(given: Given) -> Chart:
    """The chart: every fact asked for, its values with the accounts that print them.

    Raises:
        StoryError: the story has no other accounts, or a fact is asked for that no account gives.
    """
    collation = given.known.collation
    if collation is None or len(collation.rows) < 2:
        raise given.refuse("compares accounts, of which there are none", "add accounts.csv, or leave the chart out")
    asked = {id: given.words(row.label) for row in given.picture.rows for id in row.numbers}
    facts = tuple(asked) or collation.facts
    labels = {fact: asked.get(fact) or _label(given, fact, facts) for fact in facts}
    alike = {fact for fact in facts if list(labels.values()).count(labels[fact]) > 1}
    labels |= {fact: given.words(found.label) for fact in alike if (found := given.known.fact(fact))}
    rows = tuple(_row(given, collation, fact, labels[fact]) for fact in facts)
    reference = given.words(given.known.story.account(collation.reference).outlet)
    return given.chart(rows, heads=(Row(reference, "", ()),))


def _row(given: Given, collation: Collation, fact: str, label: str) -> Row:
    tally = collation.tally(fact)
    if not tally:
        raise given.refuse(f"asks for {fact!r}, which no account gives", f"known facts: {', '.join(collation.facts)}")
    cells = {
        (row.account, cell.value): cell.differs for row in collation.rows for cell in row.cells if cell.fact == fact
    }
    marks = []
    for value, accounts in tally.items():
        names = tuple(given.words(given.known.story.account(account).outlet) for account in accounts)
        differs = any(cells[account, value] for account in accounts)
        shown = given.wording.value(value)
        marks.append(Drawn(fact, value, Status.REPORTED, shown, members=names, differs=differs))
    marks.sort(key=lambda mark: mark.differs)  # stable: the most accounts first
    measured = any(cell.fact == fact and cell.value is not None for cell in collation.rows[0].cells)
    return Row(label, "", tuple(mark if measured else replace(mark, note=_UNMEASURED) for mark in marks))


def _label(given: Given, fact: str, facts: tuple[str, ...]) -> str:
    """What a fact counts, with as much of its place and period as tells it from the others."""
    scopes = {id: given.numbers[id].scope for id in facts if id in given.numbers}
    if fact not in scopes:
        return fact
    story, scope = given.known.story, scopes.pop(fact)
    alike = [other for other in scopes.values() if other.what == scope.what]
    parts = [given.words(story.measures.get(scope.what, {})) or scope.what]
    if any(other.where < scope.where or scope.where < other.where for other in alike):
        parts.append(given.wording.places(scope.where, story.places))
    if scope.when and any(other.where == scope.where and other.when != scope.when for other in alike):
        parts.append(given.wording.period(scope.when))
    return given.wording.messages("chart-comma").join(parts)


def paint(chart: Chart, sheet: Sheet) -> None:
    """Draw it."""
    words = chart.wording.messages
    y = _key(sheet, 0.0, Dot(5, 0, 4, "rep", "rep"), words("chart-accounts-same", reference=chart.heads[0].label))
    y = _key(sheet, y, Dot(5, 0, 4, "paper", "fails", "diamond"), words("chart-accounts-other"))
    if any(mark.note == _UNMEASURED for mark in chart.marks):
        y = _key(sheet, y, Dot(5, 0, 4, "paper", "ink-2"), words("chart-accounts-unmeasured"))
    y += 10
    column = 0.0 if sheet.narrow else 190.0
    values = max(sheet.measure(mark.shown, _SIZE, bold=True) for mark in chart.marks) + 12
    most = max(len(mark.members) for mark in chart.marks)
    pitch = min(_PITCH, (sheet.width - column - values - 30) / most)
    for row in chart.rows:
        sheet.line(0, y, sheet.width, y, "rule")
        y += 6
        foot = sheet.paragraph(0, y, row.label, _SIZE, room=column - 14 if column else 0, bold=True)
        y = y if column else foot
        for mark in row.marks:
            deviates = mark.differs or mark is not row.marks[0]
            who = telling.listed(chart, mark.members) if deviates else chart.wording.exact(Fraction(len(mark.members)))
            y = _tally(sheet, mark, who, (column, column + values), pitch, y)
        y = max(y, foot) + 4
    sheet.finish(y)


def _key(sheet: Sheet, y: float, dot: Dot, words: str) -> float:
    sheet.add(Dot(dot.x, y + 8, dot.radius, dot.fill, dot.stroke, dot.shape))
    return sheet.paragraph(16, y, words, 12.5, "ink-2")


def _tally(sheet: Sheet, mark: Drawn, who: str, columns: tuple[float, float], pitch: float, y: float) -> float:
    """One value: the value, a dot for each account, and how many or which ones these are."""
    start, dots = columns
    middle = y + _LINE / 2
    ink = "fails" if mark.differs else "ink-2" if mark.note == _UNMEASURED else "rep"
    sheet.text(start, middle + 4.5, mark.shown, _SIZE, ink, bold=True)
    for nth in range(len(mark.members)):
        fill, shape = ("paper", "diamond") if mark.differs else (ink, "circle")
        fill = "paper" if mark.note == _UNMEASURED else fill
        sheet.add(Dot(dots + nth * pitch + 4, middle, min(pitch * 0.38, 4.0), fill, ink, shape))
    after = dots + len(mark.members) * pitch + 8
    if after + sheet.measure(who, 12.5) <= sheet.width:
        sheet.text(after, middle + 4.5, who, 12.5)
        return y + _LINE
    return sheet.paragraph(start, y + _LINE, who, 12.5, room=sheet.width - start) + 2


def tell(chart: Chart) -> str:
    """The chart in words."""
    return telling.sentence(
        chart, (telling.named(chart, row.label, chart.wording.listed(_told(chart, row))) for row in chart.rows)
    )


def _told(chart: Chart, row: Row) -> list[str]:
    found = []
    for mark in row.marks:
        count = chart.wording.counted("chart-accounts-count", len(mark.members))
        names = chart.wording.messages("chart-accounts-named", shown=count, names=chart.wording.listed(mark.members))
        found.append(
            chart.wording.messages("chart-accounts-value", value=mark.shown, accounts=names if mark.differs else count)
        )
    return found


def table(chart: Chart) -> Table:
    """What, a value, how many accounts print it, and which."""
    header = tuple(telling.column(chart, name) for name in ("what", "value", "accounts", "names"))
    lines = [(row, mark) for row in chart.rows for mark in row.marks]
    return Table(
        header,
        tuple(
            (
                row.label,
                mark.shown,
                chart.wording.exact(Fraction(len(mark.members))),
                telling.listed(chart, mark.members),
            )
            for row, mark in lines
        ),
    )
