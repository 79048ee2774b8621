"""Claims without a story: the numbers of any report, named by their place in the text, scoped by what its words say."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from nisba.checking.numbers import Number, Quote, Scope, Status
from nisba.reading import Kind, Quantity, Report, Unread

_COUNTS = (Kind.CARDINAL, Kind.MONEY, Kind.MEASURE)


def inferred(report: Report, quantities: Iterable[Quantity | Unread]) -> tuple[Number, ...]:
    """The counts of a report whose words say what is counted, where and when; the others are left out, not guessed.

    A number is named ``q`` and its index among the quantities. Where several share a scope, the largest stands: the others
    are repetitions, or count a part that the words do not show to be one. A number smaller than one for only some of its
    places is left out for the same reason: a whole is never smaller than its part, so the words were not understood.
    """
    largest: dict[Scope, Number] = {}
    for index, quantity in enumerate(quantities):
        number = _claim(report, index, quantity) if isinstance(quantity, Quantity) else None
        if number and (number.scope not in largest or _least(largest[number.scope]) < _least(number)):
            largest[number.scope] = number
    held = sorted(largest.values(), key=lambda number: int(number.id[1:]))
    return tuple(number for number in held if not any(_exceeds(part, number) for part in held))


def _claim(report: Report, index: int, quantity: Quantity) -> Number | None:
    """The quantity as a number, or None where its words leave open what it counts, where or when."""
    if quantity.kind not in _COUNTS or quantity.value is None:
        return None
    if quantity.what is None or not quantity.where or quantity.when is None:
        return None
    span = quantity.span
    quote = Quote(report.name, span, report.sentence(span.start), report.paragraph(span.start), quantity.hedge)
    scope = Scope(quantity.what, frozenset(quantity.where), quantity.when)
    return Number(f"q{index}", Status.REPORTED, quantity.value, scope, quote=quote)


def _least(number: Number) -> Fraction:
    return number.value.lo if number.value.lo is not None else Fraction(0)


def _exceeds(part: Number, whole: Number) -> bool:
    same = (part.scope.what, part.scope.when) == (whole.scope.what, whole.scope.when)
    return same and part.scope.where < whole.scope.where and _least(part) > _least(whole)
