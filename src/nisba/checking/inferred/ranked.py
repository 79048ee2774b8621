"""The highest and the lowest of a list: "rain was heaviest in the north: 80 mm, against 45 in the west and 30 in the south".

A superlative may compare with what is not in the report, so that only agreement is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from nisba.checking.inferred.breakdowns import is_age, same_noun
from nisba.checking.inferred.judging import Relation, relation, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.verdicts import Verdict

_NEAR = 8  # words between the superlative and its number
_SERIES = 3


def relations(passage: Passage) -> Iterator[Relation]:
    """Every number told as the highest or the lowest that is so among three or more of its sentence."""
    for said in passage.mentions:
        if not said.is_count or not said.value.is_exact or is_age(passage, said):
            continue
        near = passage.before(said)[-_NEAR:]
        for name, sign in (("highest", 1), ("lowest", -1)):
            if passage.words.has(near, name):
                yield from _told(passage, said, sign)


def _told(passage: Passage, said: Mention, sign: int) -> Iterator[Relation]:
    others = [m for m in passage.following(said) if m.like(said) and m.value.is_exact and _alike(passage, said, m)]
    placed = [m for m in others if m.quantity.where != said.quantity.where or not said.quantity.where]
    beyond = [m for m in placed if sign * ((said.value.lo or 0) - (m.value.lo or 0)) > 0]
    if len(placed) >= _SERIES - 1 and len(beyond) == len(placed):
        way = "highest" if sign > 0 else "lowest"
        why = f"{shown(said.value)} is the {way} of the list, as the text says."
        yield relation("trend", Verdict.HOLDS, said, placed, placed[0].value, why)


def _alike(passage: Passage, one: Mention, other: Mention) -> bool:
    return None in (one.quantity.what, other.quantity.what) or bool(one.quantity.unit) or same_noun(passage, one, other)
