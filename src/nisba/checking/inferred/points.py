"""Percentages that moved, and by how many points: "from 51.4% to 47.9%, a fall of 3.5 percentage points".

A size in percent of a percentage may mean points or a share of it: it is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from nisba.checking.inferred.changes import Pair, pairs, trend
from nisba.checking.inferred.judging import Relation, judge, relation, rounded, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading.normalise import PIECES, fold


def relations(passage: Passage) -> Iterator[Relation]:
    """The direction of every percentage told with what it was, and the points told of it."""
    every = [pair for pair in pairs(passage, percents=True) if not _among_points(passage, pair)]
    for pair in every:
        yield from trend(passage, pair)
    for size in passage.mentions:
        near = [pair for pair in every if pair.new.sentence == size.sentence and size not in (pair.old, pair.new)]
        if is_points(passage, size) and len(near) == 1 and _told_of(passage, size, near[0]):
            yield _moved(size, near[0])


def is_points(passage: Passage, mention: Mention) -> bool:
    """The number counts percentage points."""
    inside = tuple(fold(piece) for piece in PIECES.findall(mention.quantity.surface))
    behind = passage.words.find(passage.after(mention)[:2], "points")
    return passage.words.has(inside, "points") or (behind is not None and behind[0] == 0)


def _among_points(passage: Passage, pair: Pair) -> bool:
    return is_points(passage, pair.old) or is_points(passage, pair.new)


def _told_of(passage: Passage, size: Mention, pair: Pair) -> bool:
    """It stands between the two, right before them ("3 points to 61% from 58%"), or right behind as a noun."""
    first, last = pair.places
    if size.place > last:
        gap = passage.stretch(last, size.place)
        return passage.words.has(gap, "size", "up", "down") and not passage.words.has(gap, "turn") and "." not in gap
    return size.place > first or len(passage.stretch(size.place, first)) <= 5


def _moved(size: Mention, pair: Pair) -> Relation:
    verdict, moved = _verdict(size, pair.new, pair.old)
    says = {Verdict.HOLDS: "as the text says:", Verdict.FAILS: "but the text says"}.get(verdict, "against the text's")
    ends = f"{shown(pair.old.value)}% to {shown(pair.new.value)}%"
    why = f"From {ends} is {shown(moved)} points, {says} {shown(size.value)}."
    return relation("difference", verdict, size, (pair.new, pair.old), moved, why, lambda m: _verdict(*m)[0])


def _verdict(size: Mention, new: Mention, old: Mention) -> tuple[Verdict, Interval]:
    """Points are compared as printed; where rounding of the percentages could explain a gap, it is left open."""
    moved, room = _apart(new.value, old.value), _apart(rounded(new), rounded(old))
    if size.value == moved:
        return Verdict.HOLDS, moved
    half = size.step / 2
    verdict = judge(size.value + Interval(-half, half), room)
    return (verdict if verdict is Verdict.FAILS else Verdict.UNDECIDED), moved


def _apart(new: Interval, old: Interval) -> Interval:
    """How far two percentages lie from each other, whichever is the higher."""
    rises = (new.lo or 0) >= (old.lo or 0)
    return new - old if rises else old - new
