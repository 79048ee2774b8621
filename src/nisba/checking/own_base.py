"""Own base: whether what an account claims follows from the figures that the same account prints.

An outlet that writes "doubled" and prints 153 beside 121 gives its readers 153 / 121 = 1.26. Which of the two was meant is
for people to find out; that they part needs no other account.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from nisba.checking.claims import cited_numbers
from nisba.checking.differences import ends
from nisba.checking.numbers import Number, Scope
from nisba.gathering import ClaimKind, Story
from nisba.intervals import Interval

SHORT = Fraction(7, 8)
"""A multiple is loosely meant: only what falls short of it by more than an eighth is said to (see ``docs/checks.md``)."""


def base_of(story: Story) -> Number | None:
    """What the story's claims compare with, as the first of its candidates has it; None where the story names no baseline."""
    return next((replace(number, id=story.baseline) for number in cited_numbers(story.candidates)), None)


def falls_short(
    figures: Mapping[str, Interval], claim: ClaimKind, facts: Iterable[Number], base: Number
) -> Interval | None:
    """How many times its own base an account's own figure is, where its claim says clearly more; else None.

    Args:
        figures: what the account prints, by fact.
        claim: the kind of claim it makes; a pace is stretched over the days of the base's period.
        facts: what the facts count, where and when.
        base: the number that the claim compares with.
    """
    compared = [
        fact
        for fact in facts
        if (fact.scope.what, fact.scope.where) == (base.scope.what, base.scope.where)
        and fact.id in figures
        and fact.scope.when not in (None, base.scope.when)
    ]
    if len(compared) != 1 or base.id not in figures or claim.multiple is None or not claim.told:
        return None
    ratio = _times(figures[compared[0].id], figures[base.id])
    if ratio is not None and claim.told == "pace":
        ratio = _stretched(ratio, compared[0].scope, base.scope)
    least = min(ends(claim.multiple), default=Fraction(0))
    # What is under one ("half") may be meant either way round, and is judged beside the other accounts.
    if ratio is None or ratio.hi is None or least < 1:
        return None
    equals_one = least == 1 and claim.multiple.strict and ratio.hi == 1  # "more than last year", and as many
    return ratio if equals_one or ratio.hi < (least * SHORT if least > 1 else least) else None


def _times(figure: Interval, base: Interval) -> Interval | None:
    return figure / base if base.lo is not None and base.lo > 0 else None


def _stretched(ratio: Interval, own: Scope, base: Scope) -> Interval | None:
    if own.when is None or base.when is None:
        return None
    return ratio * Interval.exactly(Fraction(base.when.days, own.when.days))
