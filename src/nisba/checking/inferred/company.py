"""Totals in company: several told in one sentence, and their parts place by place in the sentences after it.

Where some of them come to exactly what is said, the others are divided in the same way: small totals that are met are
then no chance, and one that is not met, with a part for each of the same places, is a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nisba.checking.inferred.breakdowns import is_age
from nisba.checking.inferred.judging import Relation, sum_of, sum_verdict, total
from nisba.checking.inferred.met import inside_another
from nisba.checking.inferred.met import relations as met
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.subjects import subjects
from nisba.checking.verdicts import Verdict

_COMPANY = 2  # sums that hold beside the one that does not
_FAR = 4  # times


@dataclass(frozen=True, slots=True)
class _Division:
    """What is told of one thing: in the sentence of totals, and in those of their parts."""

    whole: Mention
    parts: tuple[Mention, ...]

    @property
    def places(self) -> frozenset[frozenset[str]]:
        """Where the parts are told of; nothing where one of them has no place."""
        found = frozenset(part.number.scope.where for part in self.parts)
        return found if all(found) else frozenset()


def relations(passage: Passage) -> Iterator[Relation]:
    """Small totals that are met beside large ones, and totals that are not met beside those that are."""
    by_sentence: dict[int, list[Relation]] = {}
    for found in met(passage):
        if found.check.kind == "sum" and found.mentions[1].sentence > found.mentions[0].sentence:
            by_sentence.setdefault(found.mentions[0].sentence, []).append(found)
    inside = set(inside_another(passage)) if by_sentence else set()
    for sentence, sums in by_sentence.items():
        divided = [_Division(found.mentions[0], found.mentions[1:]) for found in sums]
        others = list(_others(passage, sentence, divided, inside))
        holding = [one for one in others if sum_verdict(one.whole, one.parts) is Verdict.HOLDS]
        yield from (sum_of(one.whole, one.parts) for one in holding)
        yield from _misfits([one for one in others if one not in holding], [*divided, *holding])


def _others(passage: Passage, sentence: int, divided: Sequence[_Division], inside: set[int]) -> Iterator[_Division]:
    """The other totals up to the first part, each the only one of its thing there, with all numbers of it among the parts."""
    known = {(one.whole.quantity.what, one.whole.value) for one in divided}
    parted = [part.sentence for one in divided for part in one.parts]
    within = range(min(parted), max(parted) + 1)
    counts = [m for m in passage.mentions if m.is_count and m.value.is_exact and not is_age(passage, m)]
    totals = [m for m in counts if sentence <= m.sentence < within.start]
    for whole in totals:
        things = subjects(passage, whole)
        others = [other for other in totals if other is not whole and other.value != whole.value]
        alone = not any(things & subjects(passage, other) for other in others)
        if (whole.quantity.what, whole.value) in known or not things or not alone or (whole.value.lo or 0) < _COMPANY:
            continue
        near = [m for m in counts if m.sentence in within and m.place not in inside and m.like(whole)]
        parts = tuple(m for m in near if things & subjects(passage, m))
        if len(parts) > 1:
            yield _Division(whole, parts)


def _misfits(others: Sequence[_Division], holding: Sequence[_Division]) -> Iterator[Relation]:
    """The totals that are not met though the others are, over the very same places."""
    places = {one.places for one in holding}
    if len(holding) < _COMPANY or len(places) != 1 or not all(len(one) > 1 for one in places):
        return
    for one in others:
        if {one.places} == places and _like(one):
            yield sum_of(one.whole, one.parts)


def _like(one: _Division) -> bool:
    """Not so far apart that the words must have been misunderstood."""
    least, parts = one.whole.value.lo or 0, total(one.parts).lo or 0
    return max(least, parts) <= _FAR * min(least, parts)
