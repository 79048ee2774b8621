"""Numbers by another route: plain fractions and calendar days, without nisba, as cells of a notebook.

A reviewer reads each cell and runs it. What has no single value, or needs more than the four operations and
days, is named as left to be done by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from nisba.checking.grammar import Binary, Call, Constant, Name, Node, names, parse
from nisba.checking.numbers import Number

HEAD = "from datetime import date\nfrom fractions import Fraction"
"""What every cell of the sums needs."""


@dataclass(frozen=True, slots=True)
class Route:
    """The same numbers by another route.

    Args:
        sums: Python that works a number out, by its name; it stops if it gets another value.
        by_hand: numbers that need more than that.
    """

    sums: tuple[tuple[Number, str], ...]
    by_hand: tuple[Number, ...]


def second_route(wanted: Iterable[str], numbers: Mapping[str, Number]) -> Route:
    """Work numbers out again, without nisba.

    Args:
        wanted: their names; those that are not computed are passed over.
        numbers: every number of the outputs.
    """
    found = [number for id in wanted if (number := numbers.get(id)) and number.formula is not None]
    plain = [number for number in found if _is_plain(number, numbers)]
    return Route(
        tuple((number, _source(number, numbers)) for number in plain),
        tuple(number for number in found if number not in plain),
    )


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
