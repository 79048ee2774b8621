"""Percentages and fractions that the numbers beside them come to, where no word says from which they were made.

"Turnout was 67.3 %, the highest in two decades: 1.52 million of an electorate of 2.26 million": agreement to the last
printed digit is worth telling; disagreement is no fault, for another base may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from nisba.checking.inferred.breakdowns import is_age, same_noun
from nisba.checking.inferred.changes import Pair, change, direction
from nisba.checking.inferred.judging import Relation, judge, relation, rounded, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.points import is_points
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading import Kind

_LEAST = 20  # of smaller numbers many percentages are met by chance
_NEAR = 6  # numbers of a sentence that are tried


def relations(passage: Passage) -> Iterator[Relation]:
    """Every percentage, "half" or "double" with two numbers near it that give just that."""
    for said in passage.mentions:
        if said.quantity.kind is Kind.PERCENT and said.value.is_exact and not is_points(passage, said):
            yield from _first(_percents(passage, said))
    for times in passage.asides:
        if times.quantity.kind is Kind.MULTIPLE and times.value.value not in (None, 1):
            yield from _first(_multiples(passage, times))


def _first(found: Iterator[Relation]) -> Iterator[Relation]:
    yield from (one for one, _ in zip(found, range(1), strict=False))


def _near(passage: Passage, said: Mention, back: int) -> list[Mention]:
    """The counts of its sentence and of so many before, the nearest first, that are large enough."""
    least = _LEAST if said.quantity.kind is Kind.PERCENT else 1
    near = [
        m
        for m in passage.mentions
        if m.is_count
        and 0 <= said.sentence - m.sentence <= back
        and not is_age(passage, m)
        and not is_points(passage, m)
        if m.value.value is not None and (m.value.lo or 0) >= least * m.step and not m.quantity.implicit
    ]
    return sorted(near, key=lambda m: (said.sentence - m.sentence, abs(m.place - said.place)))[:_NEAR]


def _percents(passage: Passage, said: Mention) -> Iterator[Relation]:
    compared = _compared(passage, said)
    way = direction(passage, said) or compared
    near = _near(passage, said, 1 if compared else 0)  # "This is 12% higher than the 26,501 of the spring"
    for new, old in _pairs(passage, near, sure=bool(compared)):
        if way:
            found = change(said, Pair(old, new), way)
            if found.verdict is Verdict.HOLDS:
                yield found
        elif new.value.hi is not None and old.value.lo is not None and new.value.hi < old.value.lo:
            yield from _share(said, new, old)


def _compared(passage: Passage, said: Mention) -> int:
    """As in "60 percent above capacity" and "12 percent below": which way, by the word right behind."""
    behind = passage.after(said)[:2]
    for way, name in ((1, "more"), (-1, "fewer")):
        found = passage.words.find(behind, name)
        if found and found[0] == 0:
            return way
    return 0


def _pairs(passage: Passage, near: Sequence[Mention], *, sure: bool = False) -> Iterator[tuple[Mention, Mention]]:
    """Two numbers of one thing, the nearest first; of a bare number the thing may be left unsaid.

    Where "above" or "below" compares the only two numbers there are, they need not be of one noun.
    """
    for one, other in permutations(near, 2):
        unsaid = None in (one.quantity.what, other.quantity.what) or bool(one.quantity.unit)
        unsaid = unsaid or (sure and len(near) == 2)
        if one.like(other) and (unsaid or same_noun(passage, one, other)):
            yield one, other


def _share(said: Mention, part: Mention, base: Mention) -> Iterator[Relation]:
    verdict, computed = _shared(said, part, base)
    if verdict is Verdict.HOLDS:
        why = (
            f"{shown(part.value)} of {shown(base.value)} is {shown(computed)}%, as the text says: {shown(said.value)}%."
        )
        yield relation("share", verdict, said, (part, base), computed, why, lambda m: _shared(*m)[0])


def _shared(said: Mention, part: Mention, base: Mention) -> tuple[Verdict, Interval]:
    if not base.value.lo:
        return Verdict.UNDECIDED, Interval(None, None)
    computed = part.value / base.value * Interval.exactly(100)
    return judge(rounded(said), computed), computed


def _multiples(passage: Passage, times: Mention) -> Iterator[Relation]:
    """Exactly so many times, and one of the two right before the word or the other right behind it."""
    for new, old in _pairs(passage, _near(passage, times, 0)):
        around = new.place < times.place < old.place
        if around and _times(times, new, old) is Verdict.HOLDS:
            computed = new.value / old.value
            why = f"{shown(new.value)} is {shown(computed)} times {shown(old.value)}, as the text says: {shown(times.value)}."
            yield relation("multiple", Verdict.HOLDS, times, (new, old), computed, why, lambda m: _times(*m))


def _times(times: Mention, new: Mention, old: Mention) -> Verdict:
    if not old.value.lo:
        return Verdict.UNDECIDED
    room = Fraction(1, 50) * (times.value.value or 0)
    computed = new.value / old.value
    return judge(times.value + Interval(-room, room), computed)
