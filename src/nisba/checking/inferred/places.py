"""Sums over places: 13 in Syria and 30 in Iraq against 44 in both, wherever in the report they stand."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from nisba.checking.checks import check_account
from nisba.checking.inferred.breakdowns import comparable
from nisba.checking.inferred.judging import Relation, sum_of
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.numbers import Number, Scope


def relations(passage: Passage) -> Iterator[Relation]:
    """The sums of numbers of one thing and period whose places make up those of another number."""
    mentions = {mention.number.id: mention for mention in passage.mentions}
    for check in check_account(passage.report.name, _claims(passage.mentions), ()):
        whole, parts = mentions[check.total], [mentions[part] for part in check.parts]
        if comparable(whole, parts):
            yield sum_of(whole, parts)


def _claims(mentions: tuple[Mention, ...]) -> tuple[Number, ...]:
    """The counts of a report whose words say what is counted, where and when; the others are left out, not guessed.

    Where several share a scope, the largest stands: the others
    are repetitions, or count a part that the words do not show to be one. A number smaller than one for only some of its
    places is left out for the same reason: a whole is never smaller than its part, so the words were not understood.
    """
    largest: dict[Scope, Number] = {}
    for mention in mentions:
        number = mention.number
        known = bool(number.scope.what and number.scope.where) and number.scope.when is not None
        if not (mention.is_count and known):
            continue
        if number.scope not in largest or _least(largest[number.scope]) < _least(number):
            largest[number.scope] = number
    held = sorted(largest.values(), key=lambda number: int(number.id[1:]))
    return tuple(number for number in held if not any(_exceeds(part, number) for part in held))


def _least(number: Number) -> Fraction:
    return number.value.lo if number.value.lo is not None else Fraction(0)


def _exceeds(part: Number, whole: Number) -> bool:
    same = (part.scope.what, part.scope.when) == (whole.scope.what, whole.scope.when)
    return same and part.scope.where < whole.scope.where and _least(part) > _least(whole)
