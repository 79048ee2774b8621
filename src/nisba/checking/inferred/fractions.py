"""Changes told as fractions: "fell to 48 from 60, a cut of a fifth"; "grew by a third, from 300 to 400".

A fraction in words is loosely meant: within a twentieth of it the change holds, beyond an eighth it fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from nisba.checking.inferred.changes import Pair, pairs
from nisba.checking.inferred.judging import Relation, judge, relation, rounded, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading import Kind

_NEAR = 5
_CLOSE, _FAR = Fraction(1, 20), Fraction(1, 8)


def relations(passage: Passage) -> Iterator[Relation]:
    """Every fraction told as the size of the one change of its sentence."""
    sizes = [m for m in passage.asides if m.quantity.kind is Kind.MULTIPLE and 0 < (m.value.value or 0) < 1]
    every = list(pairs(passage)) if sizes else []
    for size in sizes:
        near = [pair for pair in every if pair.new.sentence == size.sentence]
        if len(near) == 1 and _of_change(passage, size, near[0]):
            yield _told(size, near[0])


def _of_change(passage: Passage, size: Mention, pair: Pair) -> bool:
    """It stands right behind both ends as a noun ("a cut of a fifth"), or right before them ("by a third, from")."""
    first, last = pair.places
    if size.place > last:
        gap = passage.stretch(last, size.place)
        told = len(gap) <= _NEAR and passage.words.has(gap, "size", "up", "down") and not passage.words.has(gap, "turn")
        return told and "." not in gap
    gap = passage.stretch(size.place, first)
    led = passage.stretch(max(size.place - _NEAR, -1), size.place)
    return len(gap) <= 2 and passage.words.ends(gap, "from", "to") and passage.words.has(led, "up", "down")


def _told(size: Mention, pair: Pair) -> Relation:
    verdict, computed = _verdict(size, pair.new, pair.old)
    says = {Verdict.HOLDS: "as the text says:", Verdict.FAILS: "but the text says"}.get(verdict, "against the text's")
    ends = f"{shown(pair.old.value)} to {shown(pair.new.value)}"
    why = f"From {ends} is a change by {shown(computed)} of the former, {says} {shown(size.value)}."
    return relation("change", verdict, size, (pair.new, pair.old), computed, why)


def _verdict(size: Mention, new: Mention, old: Mention) -> tuple[Verdict, Interval]:
    if not old.value.lo or not (new.value.is_bounded and old.value.is_bounded):
        return Verdict.UNDECIDED, Interval(None, None)
    computed, exact = _moved(new.value, old.value), _moved(rounded(new), rounded(old))
    if judge(_widened(size.value, _CLOSE), computed) is Verdict.HOLDS:
        return Verdict.HOLDS, computed
    apart = judge(_widened(size.value, _FAR), exact) is Verdict.FAILS
    return (Verdict.FAILS if apart else Verdict.UNDECIDED), computed


def _moved(new: Interval, old: Interval) -> Interval:
    """By how much of what it was a number changed, whichever way."""
    moved = new / old - Interval.exactly(1)
    return moved if (moved.lo or 0) >= 0 else -moved


def _widened(value: Interval, by: Fraction) -> Interval:
    return Interval((value.lo or 0) * (1 - by), (value.hi or 0) * (1 + by), value.approx)
