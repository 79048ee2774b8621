"""Multiples: "410, double the 205 of last year"; "tripled from 120 to 360"; "2.5 times as many as the 40 of May".

A multiple in words is loosely meant: within a twentieth it holds, beyond an eighth it fails, between it is left open. One
with decimals is rounded as printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from nisba.checking.inferred.changes import akin
from nisba.checking.inferred.judging import Relation, judge, relation, rounded, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.words import Phrase
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading import Kind
from nisba.reading.normalise import fold

_CLOSE = Fraction(1, 20)
_FAR = Fraction(1, 8)
_REACH = 6
_TURN = 3  # words of ", going from"


def relations(passage: Passage) -> Iterator[Relation]:
    """Every multiple whose two numbers its words join."""
    for times in passage.asides:
        if times.quantity.kind is not Kind.MULTIPLE or times.value.lo == times.value.hi == 1:
            continue
        found = _moved(passage, times) or _of(passage, times)
        if found:
            new, old, tight = found
            told = _judged(times, new, old)
            if tight or told.verdict is Verdict.HOLDS:
                yield told


def _of(passage: Passage, times: Mention) -> tuple[Mention, Mention, bool] | None:
    """As in "410, double the 205": the number before it and the base behind it."""
    new = next((m for m in reversed(passage.mentions) if m.place < times.place), None)
    old = next((m for m in passage.mentions if m.place > times.place), None)
    if not new or not old or new.sentence != times.sentence != old.sentence or old.sentence != times.sentence:
        return None
    left = passage.stretch(new.place, times.place)
    joined = passage.words.ends(left, "equals") and len(left) <= _REACH
    while left and passage.words.ends(left, "equals", "list"):
        left = left[:-1]
    if not new.like(old) or not joined or passage.words.has(left, "list", "turn"):
        return None
    right = passage.stretch(times.place, old.place)
    tight = _exactly(passage, right, "base")
    if not tight and (len(right) > _REACH or passage.words.has(right, "list", "break")):
        return None
    return new, old, tight


def _moved(passage: Passage, times: Mention) -> tuple[Mention, Mention, bool] | None:
    """As in "doubled from 40 to 80" and "doubled to 80 from 40": the verb and both ends."""
    later = [m for m in passage.mentions if m.place > times.place and m.sentence == times.sentence][:2]
    if len(later) < 2 or not akin(later[0], later[1]) or not passage.words.has((fold(times.quantity.surface),), "grew"):
        return None
    first, second = passage.stretch(times.place, later[0].place), passage.between(*later)
    if first[:1] == (",",) and len(first) <= _TURN and passage.words.ends(first, "from"):  # "doublé, passant de"
        first = first[-1:]
    if len(first) > 1 or len(second) > _REACH + 1 or passage.words.has(second, "list", "turn"):
        return None
    if _exactly(passage, first, "from") and passage.words.ends(second, "to"):
        return later[1], later[0], True
    if _exactly(passage, first, "to") and passage.words.ends(second, "from"):
        return later[0], later[1], True
    return None


def _exactly(passage: Passage, words: Phrase, name: str) -> bool:
    return words in passage.words.cues[name]


def _judged(times: Mention, new: Mention, old: Mention) -> Relation:
    verdict, computed = _verdict(times, new, old)
    says = {Verdict.HOLDS: "as the text says:", Verdict.FAILS: "but the text says"}.get(verdict, "against the text's")
    why = f"{shown(new.value)} is {shown(computed)} times {shown(old.value)}, {says} {shown(times.value)}."
    return relation("multiple", verdict, times, (new, old), computed, why)


def _verdict(times: Mention, new: Mention, old: Mention) -> tuple[Verdict, Interval]:
    if not old.value.lo or old.value.lo < 0:
        return Verdict.UNDECIDED, Interval(None, None)
    computed, exact = new.value / old.value, rounded(new) / rounded(old)
    if times.step < 1:
        verdict = judge(rounded(times), computed)
        loose = verdict is Verdict.FAILS and judge(rounded(times), exact) is not Verdict.FAILS
        return (Verdict.UNDECIDED if loose else verdict), computed
    if judge(_widened(times.value, _CLOSE), computed) is Verdict.HOLDS:
        return Verdict.HOLDS, computed
    apart = judge(_widened(times.value, _FAR), exact) is Verdict.FAILS
    return (Verdict.FAILS if apart else Verdict.UNDECIDED), computed


def _widened(value: Interval, by: Fraction) -> Interval:
    """A multiple with the room its wording leaves; "more than double" leaves none below."""
    if not value.is_bounded:
        return value
    return Interval((value.lo or 0) * (1 - by), (value.hi or 0) * (1 + by), value.approx)
