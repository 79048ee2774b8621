"""Formulas: numbers computed exactly from named numbers, with the rules of what may be compared applied at each step."""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable, Mapping
from fractions import Fraction

from nisba.checking.grammar import Binary, Call, Constant, Name, Node, names, parse, written
from nisba.checking.numbers import Number, Scope, Status
from nisba.checking.scopes import PURE, combined
from nisba.checking.uncertainty import poisson_interval
from nisba.checking.verdicts import Verdict
from nisba.errors import FormulaError
from nisba.intervals import Interval

Valued = tuple[Interval, Scope]
_ARITHMETIC: Mapping[str, Callable[[Interval, Interval], Interval]] = {
    "+": Interval.__add__,
    "-": Interval.__sub__,
    "*": Interval.__mul__,
    "/": Interval.__truediv__,
}


def evaluate(
    formula: str,
    numbers: Mapping[str, Number],
    *,
    id: str = "",
    show: str = "ratio",
) -> Number:
    """Compute a number from others.

    Args:
        formula: exact arithmetic over names, see :mod:`nisba.checking.grammar`. Functions: ``days(x)``, ``months(x)``
            (length of the period of x), ``year-days(x)``, ``year-months(x)`` (of the calendar year it ends in),
            ``together(a, b, …)`` (a sum of what
            the report's words add up, whatever each part counts), ``either(a, b)`` (the range from one source to another), ``floored(x, n)`` (all values that round down to x
            in steps of n), ``ceil(x)`` (the least whole number not below x), ``poisson-interval(a, b)``.
        numbers: the numbers it may name.
        id: name of the result.
        show: how the result is printed.

    Raises:
        FormulaError: the formula cannot be read, names an unknown number or function, or divides by zero.
        ScopeError: it compares or adds what may not be.
    """
    node = parse(formula)
    value, scope = _Evaluation(formula, numbers).of(node)
    return Number(id, Status.COMPUTED, value, scope, formula=written(node), operands=names(node), show=show)


def resolved(formula: str, counting: str) -> str:
    """The formula with ``length(x)`` and ``year-length(x)`` measured in ``days`` or ``months``."""

    def walk(node: Node) -> Node:
        match node:
            case Call(function, arguments):
                return Call(function.replace("length", counting), tuple(walk(argument) for argument in arguments))
            case Binary(sign, left, right):
                return Binary(sign, walk(left), walk(right))
        return node

    return written(walk(parse(formula)))


def holds(condition: str, numbers: Mapping[str, Number]) -> Verdict:
    """Judge a condition such as ``attacks / attacks-2023 >= 2 and killed < 50``.

    An interval that lies on both sides of what it is compared with leaves the condition undecided.

    Raises:
        FormulaError: the condition cannot be read.
        ScopeError: it compares what may not be.
    """
    return _judge(parse(condition), _Evaluation(condition, numbers))


def compare(left: Interval, sign: str, right: Interval) -> Verdict:
    """Judge ``left sign right`` over all values that the two intervals allow."""
    gap = left - right
    least, most = gap.lo, gap.hi
    match sign:
        case ">" | ">=":
            inside = least is not None and (least > 0 or (least == 0 and (sign == ">=" or gap.strict)))
            outside = most is not None and (most < 0 or (most == 0 and (sign == ">" or gap.strict)))
        case "<" | "<=":
            return compare(right, sign.replace("<", ">"), left)
        case _:
            inside = least == most == 0
            outside = not left.overlaps(right)
    if inside and not gap.approx:
        return Verdict.HOLDS
    return Verdict.FAILS if outside and not gap.approx else Verdict.UNDECIDED


def _judge(node: Node, evaluation: _Evaluation) -> Verdict:
    match node:
        case Binary("and" | "or" as sign, left, right):
            both = {_judge(left, evaluation), _judge(right, evaluation)}
            decisive = Verdict.FAILS if sign == "and" else Verdict.HOLDS
            other = Verdict.HOLDS if sign == "and" else Verdict.FAILS
            return decisive if decisive in both else other if both == {other} else Verdict.UNDECIDED
        case Binary(">" | ">=" | "<" | "<=" | "==" as sign, left, right):
            return compare(evaluation.of(left)[0], sign, evaluation.of(right)[0])
    raise FormulaError(evaluation.formula, "is no condition", "compare two values with >, >=, <, <= or ==")


class _Evaluation:
    """One formula being computed; kept only for the messages, which name the whole formula."""

    def __init__(self, formula: str, numbers: Mapping[str, Number]) -> None:
        self.formula, self.numbers = formula, numbers

    def of(self, node: Node) -> Valued:
        match node:
            case Constant(value):
                return Interval.exactly(value), PURE
            case Name(id):
                number = self.number(id)
                return number.value, number.scope
            case Call(function, arguments):
                return self.call(function, arguments)
            case Binary(sign, left, right):
                return self.binary(sign, left, right)

    def number(self, id: str) -> Number:
        if id not in self.numbers:
            near = difflib.get_close_matches(id, self.numbers, 3) or sorted(self.numbers)[:5]
            raise FormulaError(
                self.formula, f"names {id!r}, which is no number here", f"did you mean {', '.join(near)}"
            )
        return self.numbers[id]

    def binary(self, sign: str, left: Node, right: Node) -> Valued:
        if sign not in _ARITHMETIC:
            raise FormulaError(
                self.formula, f"compares with {sign!r} where a number is needed", "keep comparisons outermost"
            )
        (a, left_scope), (b, right_scope) = self.of(left), self.of(right)
        try:
            return _ARITHMETIC[sign](a, b), combined(sign, left_scope, right_scope, self.formula)
        except ZeroDivisionError as error:
            raise FormulaError(self.formula, "divides by zero", "choose another base") from error

    def call(self, function: str, arguments: tuple[Node, ...]) -> Valued:
        match function, arguments:
            case (("days" | "months" | "year-days" | "year-months"), (Name(id),)):
                return Interval.exactly(self.length(function, id)), PURE
            case "either", (a, b):
                (first, scope), (second, _) = self.of(a), self.of(b)
                return first.hull(second), scope
            case "together", parts if len(parts) > 1:
                return sum((self.of(part)[0] for part in parts[1:]), start=self.of(parts[0])[0]), PURE
            case "floored", (a, Constant(step)):
                value, scope = self.of(a)
                return _floored(value, step), scope
            case "ceil", (a,):
                value, scope = self.of(a)
                return Interval(_ceil(value.lo), _ceil(value.hi), value.approx), scope
            case "poisson-interval", (Name(a), Name(b)):
                return self.poisson(self.number(a), self.number(b)), PURE
        raise FormulaError(self.formula, f"calls {function!r} in a way that is not known", "see the functions in docs")

    def length(self, function: str, name: str) -> int:
        period = self.number(name).scope.when
        if period is None:
            raise FormulaError(
                self.formula, f"needs the period of {name}, which has none", "give it a period (when = …)"
            )
        period = period.year if function.startswith("year-") else period
        length = period.months if function.endswith("months") else period.days
        if length is None:
            raise FormulaError(self.formula, f"the period of {name} is not whole months", "count days")
        return length

    def poisson(self, a: Number, b: Number) -> Interval:
        combined("/", a.scope, b.scope, self.formula)
        counts = [number.value.value for number in (a, b)]
        if any(count is None or count.denominator != 1 for count in counts):
            raise FormulaError(self.formula, "needs two exact counts", "leave it out for hedged numbers")
        first, second = (int(count) for count in counts if count is not None)
        return poisson_interval(first, self.length("days", a.id), second, self.length("days", b.id))


def _floored(value: Interval, step: Fraction) -> Interval:
    if value.lo is None:
        raise ValueError("a number without a floor cannot have been rounded down")
    return Interval(value.lo, value.lo + step)


def _ceil(end: Fraction | None) -> Fraction | None:
    return None if end is None else Fraction(math.ceil(end))
