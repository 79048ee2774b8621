"""Short ways to make the values that tests hand over: invented numbers, facts and accounts."""

from __future__ import annotations

from nisba.checking.numbers import Number, Scope, Status
from nisba.gathering import Account, Fact
from nisba.intervals import Interval
from nisba.periods import Period

YEAR = Period.parse("2025")


def number(name: str, value: str, what: str, *where: str, when: Period | None = YEAR) -> Number:
    """A reported number."""
    return Number(name, Status.REPORTED, Interval.parse(value), Scope(what, frozenset(where), when))


def fact(name: str, what: str, part_of: str = "", quote: str = "") -> Fact:
    """A fact; most tests hand over the numbers themselves and need no quote."""
    return Fact(name, quote, what, (), None, part_of, {}, {})


def account(name: str, claim: str = "", **figures: str) -> Account:
    """What another outlet printed."""
    values = {key.replace("_", "-"): Interval.parse(value) for key, value in figures.items()}
    return Account(name, {"en": name}, "en", "", "", claim, "", values, {})
