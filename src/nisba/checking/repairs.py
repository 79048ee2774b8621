"""Which single slip would explain a sum that fails: one number off by a digit, or taken from its neighbour."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from nisba.checking.numbers import Number
from nisba.intervals import Interval

_LIKELIHOOD = ("neighbour", "digit", "transposed", "dropped", "doubled", "other")


@dataclass(frozen=True, slots=True)
class Repair:
    """One number changed so that a failed check holds.

    Args:
        number: id of the number to change.
        was: its value as printed.
        becomes: the value that mends the check.
        slip: ``neighbour``, ``digit``, ``transposed``, ``dropped``, ``doubled`` or ``other``: how one is miscopied as
            the other.
        accounts: ids of other accounts that print the value that mends it.
    """

    number: str
    was: Interval
    becomes: Interval
    slip: str
    accounts: tuple[str, ...] = ()


def sum_repairs(total: Number, parts: tuple[Number, ...]) -> tuple[Repair, ...]:
    """The single-number repairs of ``sum(parts) = total``, the likeliest slip first.

    Only exact whole numbers are repaired: what would mend a hedged number is not one value.
    """
    everyone = (total, *parts)
    values = {number.id: number.value.value for number in everyone}
    if not all(number.value.is_exact for number in everyone):
        return ()
    missing = _whole(values[total.id]) - sum(_whole(values[part.id]) for part in parts)
    found = [(total, _whole(values[total.id]) - missing)]
    found += [(part, _whole(values[part.id]) + missing) for part in parts]
    repairs = [
        Repair(n.id, n.value, Interval.exactly(value), _slip(_whole(values[n.id]), value, n.id, values))
        for n, value in found
        if value >= 0
    ]
    return tuple(sorted(repairs, key=lambda repair: (_LIKELIHOOD.index(repair.slip), repair.number)))


def _whole(value: Fraction | None) -> Fraction:
    if value is None:
        raise TypeError("only exact numbers can be repaired")
    return value


def _slip(was: Fraction, becomes: Fraction, name: str, values: dict[str, Fraction | None]) -> str:
    if any(value == was and other != name for other, value in values.items()):
        return "neighbour"
    a, b = str(was), str(becomes)
    if len(a) == len(b):
        wrong = [i for i in range(len(a)) if a[i] != b[i]]
        if len(wrong) == 1:
            return "digit"
        if len(wrong) == 2 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]:
            return "transposed"
    if any(b[:i] + b[i + 1 :] == a for i in range(len(b))):
        return "dropped"
    return "doubled" if any(a[:i] + a[i + 1 :] == b for i in range(len(a))) else "other"
