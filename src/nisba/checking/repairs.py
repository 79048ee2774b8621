"""Which single slip would explain a check that fails: one number off by a digit, or taken from its neighbour."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from nisba.checking.numbers import Number
from nisba.intervals import Interval

_LIKELIHOOD = ("neighbour", "digit", "transposed", "dropped", "doubled", "other")
_MOST = 3  # of one number; a percentage has many bases that round to it
_LONGEST = 12  # digits of a number whose slips are tried


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


def sum_repairs(total: Number, parts: tuple[Number, ...], step: Fraction = Fraction(1)) -> tuple[Repair, ...]:
    """The single-number repairs of ``sum(parts) = total``, the likeliest slip first; ``step`` is the unit of the last digit.

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
        Repair(n.id, n.value, Interval.exactly(value), _slip(_whole(values[n.id]), value, n.id, values, step))
        for n, value in found
        if value >= 0
    ]
    return tuple(sorted(repairs, key=lambda repair: (_LIKELIHOOD.index(repair.slip), repair.number)))


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as it stands in print: what its slips are made of.

    Args:
        number: the number.
        step: the unit of its last printed digit.
        computed: what the other numbers make of it, where they do: the one value to offer for it.
    """

    number: Number
    step: Fraction = Fraction(1)
    computed: Interval | None = None


def repairs_of(printed: Sequence[Printed], mends: Callable[[str, Interval], bool]) -> tuple[Repair, ...]:
    """The single-number repairs of any failed check, the likeliest slip first, then the smallest change.

    Args:
        printed: the numbers of the check; those not exact are left as they are.
        mends: whether the check holds with the number of that id given that value.
    """
    values = {entry.number.id: entry.number.value.value for entry in printed}
    found = [repair for entry in printed if entry.number.value.is_exact for repair in _repairs(entry, values, mends)]
    return tuple(sorted(found, key=lambda r: (_LIKELIHOOD.index(r.slip), _moved(r), r.number)))


def _repairs(
    entry: Printed, values: dict[str, Fraction | None], mends: Callable[[str, Interval], bool]
) -> list[Repair]:
    was = _whole(entry.number.value.value)
    if entry.computed is not None:
        value = entry.computed.value
        tried = [_rounded(value, entry.step)] if value is not None and value >= 0 else []
    else:
        tried = list(dict.fromkeys((*_neighbours(entry, values), *_slips(was, entry.step))))
    mended = [value for value in tried if value != was and mends(entry.number.id, Interval.exactly(value))]
    found = [
        Repair(entry.number.id, entry.number.value, Interval.exactly(value), _told(entry, value, values))
        for value in mended
    ]
    return sorted(found, key=lambda r: (_LIKELIHOOD.index(r.slip), _moved(r)))[:_MOST]


def _neighbours(entry: Printed, values: dict[str, Fraction | None]) -> Iterator[Fraction]:
    return (value for name, value in values.items() if value is not None and name != entry.number.id)


def _told(entry: Printed, value: Fraction, values: dict[str, Fraction | None]) -> str:
    if entry.computed is None and value in _neighbours(entry, values):
        return "neighbour"
    was = _whole(entry.number.value.value)
    return _slip(was / entry.step, value / entry.step, entry.number.id, {})


def _rounded(value: Fraction, step: Fraction) -> Fraction:
    return step * ((value / step + Fraction(1, 2)).__floor__())


def _slips(value: Fraction, step: Fraction) -> Iterator[Fraction]:
    """Every value whose printed digits differ by one slip: a digit changed, dropped or doubled, two exchanged."""
    written = str(value / step)
    if not written.isdecimal() or len(written) > _LONGEST:
        return
    size = range(len(written))
    for at in size:
        yield from (step * int(written[:at] + d + written[at + 1 :]) for d in "0123456789" if d != written[at])
    for at in size:
        for other in range(at + 1, len(written)):
            digits = list(written)
            digits[at], digits[other] = digits[other], digits[at]
            yield step * int("".join(digits))
    for at in range(len(written) + 1):
        yield from (step * int(written[:at] + d + written[at:]) for d in "0123456789")
    if len(written) > 1:
        yield from (step * int(written[:at] + written[at + 1 :]) for at in size)


def _moved(repair: Repair) -> Fraction:
    return abs(_whole(repair.becomes.value) - _whole(repair.was.value))


def _whole(value: Fraction | None) -> Fraction:
    if value is None:
        raise TypeError("only exact numbers can be repaired")
    return value


def _slip(
    was: Fraction, becomes: Fraction, name: str, values: dict[str, Fraction | None], step: Fraction = Fraction(1)
) -> str:
    if any(value == was and other != name for other, value in values.items()):
        return "neighbour"
    return slip(was / step, becomes / step)


def slip(was: Fraction, becomes: Fraction) -> str:
    """How one whole number is miscopied as another: ``digit``, ``transposed``, ``dropped``, ``doubled`` or ``other``."""
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
