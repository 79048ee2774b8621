"""Differences: how one account's figure for a fact stands to another's. What is printed is compared, never why."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from nisba.checking.numbers import Scope
from nisba.intervals import Interval


class Difference(StrEnum):
    """What a figure is, beside the reference's."""

    AGREES = "agrees"
    UNSEEN = "not seen"
    OPEN = "left open"
    ADDED = "only here"
    APART = "apart from the others"
    HEDGE_LOST = "hedge lost"
    HEDGE_ADDED = "hedge added"
    HEDGE_CHANGED = "hedge changed"
    OTHER_NUMBER = "another number"
    OTHER_PLACE = "number of another place"
    OTHER_THING = "number of another thing"
    OTHER_FACT = "number of another fact"
    OTHER_CLAIM = "another claim"
    INVERTED = "turned over"


NUMBERS = frozenset(
    {
        Difference.OTHER_NUMBER,
        Difference.OTHER_PLACE,
        Difference.OTHER_THING,
        Difference.OTHER_FACT,
        Difference.INVERTED,
    }
)
"""Another number is printed: what one hand seldom does twice in the same way."""
SILENT = frozenset({Difference.AGREES, Difference.UNSEEN, Difference.OPEN, Difference.ADDED})
"""Nothing that the reference prints is printed otherwise."""


class Telling(StrEnum):
    """Whether a claim is told as what happened or as what would, beside how the reference tells it."""

    ALIKE = "told alike"
    PACE_AS_FACT = "pace told as fact"
    FACT_AS_PACE = "fact told as pace"
    OPEN = "not compared"


def difference(value: Interval | None, expected: Interval | None) -> Difference:
    """How a figure stands to the reference's: the same, with another hedge, another, or alone."""
    if value is None:
        return Difference.UNSEEN
    if expected is None:
        return Difference.ADDED
    if value == expected:
        return Difference.AGREES
    if ends(value) != ends(expected):
        return Difference.OTHER_NUMBER
    if value.is_exact:
        return Difference.HEDGE_LOST
    return Difference.HEDGE_ADDED if expected.is_exact else Difference.HEDGE_CHANGED


def ends(value: Interval) -> tuple[Fraction, ...]:
    """The numerals a value is printed with, whatever its hedge: 9000 for "9000", "more than 9000" and "about 9000"."""
    return tuple(sorted({end for end in (value.lo, value.hi) if end is not None}))


def owner(
    fact: str, value: Interval, figures: Mapping[str, Interval], scopes: Mapping[str, Scope]
) -> tuple[Difference, str]:
    """Whose number it is, where it is not the fact's own: the reference prints the same numeral for another fact.

    Args:
        fact: the fact it is printed for.
        value: what is printed.
        figures: the reference's figures by fact.
        scopes: what facts count, where and when; facts without a scope are all called other facts.

    Returns:
        the difference and the id of the fact the number belongs to: one of the same place before one of the same thing
        before any other; ``OTHER_NUMBER`` and an empty id where the reference prints it nowhere.
    """
    order = (Difference.OTHER_THING, Difference.OTHER_PLACE, Difference.OTHER_FACT)
    found = [
        (_apart(scopes.get(fact), scopes.get(other)), other)
        for other, printed in figures.items()
        if other != fact and ends(printed) == ends(value)
    ]
    return min(found, key=lambda pair: order.index(pair[0]), default=(Difference.OTHER_NUMBER, ""))


def _apart(one: Scope | None, other: Scope | None) -> Difference:
    if one is None or other is None or one.when != other.when:
        return Difference.OTHER_FACT
    if one.where == other.where:
        return Difference.OTHER_THING
    return Difference.OTHER_PLACE if one.what == other.what else Difference.OTHER_FACT


def claim_difference(value: Interval, expected: Interval) -> Difference:
    """How a claimed multiple stands to the reference's: "half" for "double" is the same slip as 1/2 for 2."""
    found = difference(value, expected)
    if found is not Difference.OTHER_NUMBER:
        return found
    turned = tuple(sorted(1 / end for end in ends(expected) if end))
    return Difference.INVERTED if ends(value) == turned else Difference.OTHER_CLAIM
