"""The headline numbers by another route: a notebook of plain fractions and calendar days, without nisba.

A reviewer opens it, reads each cell and runs it. What has no single value, or needs more than the four operations and
days, is named as left to be done by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from nisba.checking.grammar import Binary, Call, Constant, Name, Node, names, parse
from nisba.checking.numbers import Number

Cell = tuple[str, str, str]
"""Kind (``markdown`` or ``code``), id and source."""
_HEAD = "from datetime import date\nfrom fractions import Fraction"
_INTRO = (
    "# {story}: each headline number by another route\n\n"
    "The operands are those of tables/numbers.csv; read their sources first. Every cell stops if it gets another value."
)


def second_route(story: str, wanted: Iterable[str], numbers: Mapping[str, Number]) -> tuple[Cell, ...]:
    """The cells of the notebook.

    Args:
        story: the story's folder name, for the heading.
        wanted: names of the headline numbers.
        numbers: every number of the outputs.
    """
    cells: list[Cell] = [("markdown", "question", _INTRO.format(story=story)), ("code", "exact", _HEAD)]
    by_hand = []
    for id in wanted:
        number = numbers.get(id)
        if number is None or number.formula is None:
            continue
        if _is_plain(number, numbers):
            cells += [
                ("markdown", f"what-{id}", f"**{id}** = `{number.formula}`"),
                ("code", id, _source(number, numbers)),
            ]
        else:
            by_hand.append(f"- **{id}** = `{number.formula}`, given as {number.value}")
    if by_hand:
        cells.append(("markdown", "by-hand", "\n".join(["Left to be done by hand:", "", *by_hand])))
    return tuple(cells)


def _is_plain(number: Number, numbers: Mapping[str, Number]) -> bool:
    """Whether fractions and days are enough: every value is one value, every function counts days."""
    node = parse(number.formula or "")
    used = [numbers[name] for name in names(node)]
    return all(one.value.value is not None for one in (*used, number)) and all(
        call.function in _DAYS and isinstance(call.arguments[0], Name) and _period_of(call, numbers)
        for call in _calls(node)
    )


_DAYS = ("days", "year-days")


def _source(number: Number, numbers: Mapping[str, Number]) -> str:
    node = parse(number.formula or "")
    lines = [
        f'{_python(name)} = Fraction("{numbers[name].value.value}")  # {numbers[name].status}' for name in names(node)
    ]
    lines.append(f"{_python(number.id)} = {_expression(node, numbers)}")
    lines.append(f'assert {_python(number.id)} == Fraction("{number.value.value}")')
    return "\n".join([*lines, _python(number.id)])


def _expression(node: Node, numbers: Mapping[str, Number]) -> str:
    match node:
        case Constant(value):
            return f'Fraction("{value}")'
        case Name(id):
            return _python(id)
        case Call() as call:
            first, last = _period_of(call, numbers)
            return f"((date({_day(last)}) - date({_day(first)})).days + 1)"
        case Binary(sign, left, right):
            return f"({_expression(left, numbers)} {sign} {_expression(right, numbers)})"


def _period_of(call: Call, numbers: Mapping[str, Number]) -> tuple[date, ...]:
    """First and last day of the period that a call counts; nothing where the number has none."""
    match call.arguments:
        case (Name(id),) if period := numbers[id].scope.when:
            whole = period.year if call.function == "year-days" else period
            return (whole.start, whole.end)
    return ()


def _calls(node: Node) -> Iterator[Call]:
    match node:
        case Call() as call:
            yield call
        case Binary(_, left, right):
            yield from _calls(left)
            yield from _calls(right)


def _day(day: date) -> str:
    return f"{day.year}, {day.month}, {day.day}"


def _python(id: str) -> str:
    return id.replace("-", "_")
