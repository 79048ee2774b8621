"""A value with how far it moved: "7,941 incidents, an increase of 764 (10.6 per cent)". What it was before is not said.

The percentage is of the value before, which is the value less the rise (or with the fall).
"""

from __future__ import annotations

from collections.abc import Iterator

from nisba.checking.inferred.changes import change_verdict, direction, pairs, sized
from nisba.checking.inferred.judging import Relation, relation, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.verdicts import Verdict
from nisba.reading import Kind

_NEAR = 2  # words between the size and its percentage: "(", "or", "or by"


def relations(passage: Passage) -> Iterator[Relation]:
    """Every value, its difference and the percentage beside that, where the value before is not told."""
    told = {m.place for pair in pairs(passage) for m in (pair.old, pair.new)}
    for percent in passage.mentions:
        size = next(iter(passage.preceding(percent)), None)
        if percent.quantity.kind is not Kind.PERCENT or not size or not _beside(passage, size, percent):
            continue
        value = next(iter(passage.preceding(size)), None)
        if value and value.place not in told and value.like(size) and _states(passage, value, size):
            yield from _judged(percent, value, size, direction(passage, size))


def _beside(passage: Passage, size: Mention, percent: Mention) -> bool:
    """The percentage stands right behind the size, in brackets or after "or"."""
    gap = passage.between(size, percent)
    behind = gap[-_NEAR:]
    return size.is_count and len(gap) <= 2 * _NEAR and passage.words.has(behind, "share") and sized(passage, size)


def _states(passage: Passage, value: Mention, size: Mention) -> bool:
    """The size follows as a noun ("an increase of") and the value is no size of a change itself."""
    gap = passage.between(value, size)
    plain = not sized(passage, value) and not passage.words.has(gap, "turn", "from", "against")
    return plain and passage.words.has(gap, "size") and "." not in gap


def _judged(percent: Mention, value: Mention, size: Mention, sign: int) -> Iterator[Relation]:
    verdict, computed = change_verdict(percent, value, size, sign)
    if verdict is Verdict.UNDECIDED:
        return
    way = f"{shown(value.value)} after a {'rise' if sign > 0 else 'fall'} of {shown(size.value)}"
    says = "as the text says:" if verdict is Verdict.HOLDS else "but the text says"
    why = f"{way} is a change of {shown(computed)}%, {says} {shown(percent.value)}%."
    yield relation(
        "change", verdict, percent, (value, size), computed, why, lambda m: change_verdict(m[0], m[1], m[2], sign)[0]
    )
