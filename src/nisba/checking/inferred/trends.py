"""Trends over several numbers, and numbers said to lie above or below another: "fell: 1,294, 1,246 and 1,160"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nisba.checking.formulas import compare
from nisba.checking.inferred.judging import Relation, relation, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading import Kind

_SERIES = 3
_REACH = 14
_HEDGE = 3  # words of "or more,"


def relations(passage: Passage) -> Iterator[Relation]:
    """Series that a sentence says rose or fell, and pairs that it compares."""
    for sentence in dict.fromkeys(m.sentence for m in passage.mentions):
        yield from _series(passage, [m for m in passage.mentions if m.sentence == sentence])
    for mention in passage.mentions:
        if later := passage.following(mention)[:1]:
            yield from _compared(passage, mention, later[0])
            yield from _instance(passage, mention, later[0])
            yield from _went_on(passage, mention, later[0])


def _series(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Three numbers or more, each with a time of its own, after a word that tells which way they went.

    A series that does not keep one way is left open: "has risen" may mean from its first to its last.
    """
    alike = [m for m in mentions if m.like(mentions[0]) or (m.quantity.unit == "%" == mentions[0].quantity.unit)]
    times = [m.quantity.when.start for m in alike if m.quantity.when]
    if len(alike) < _SERIES or len(set(times)) != len(alike):
        return
    told = passage.before(alike[0])
    rises, falls = passage.words.has(told, "up"), passage.words.has(told, "down")
    if rises == falls:
        return
    ordered = [m for _, m in sorted(zip(times, alike, strict=True), key=lambda pair: pair[0])]
    steps = [compare(new.value, ">" if rises else "<", old.value) for old, new in pairwise(ordered)]
    verdict = Verdict.HOLDS if set(steps) == {Verdict.HOLDS} else Verdict.UNDECIDED
    way = "rose" if rises else "fell"
    row = ", ".join(shown(m.value) for m in ordered)
    does = "each step does" if verdict is Verdict.HOLDS else "not every step does"
    newest = ordered[-1]
    why = f"The text says it {way}, over {row}: {does}."
    yield relation("trend", verdict, newest, ordered[:-1], ordered[0].value, why)


def _went_on(passage: Passage, one: Mention, other: Mention) -> Iterator[Relation]:
    """As in "began at 580 in 1980 and decreased to 559 in 1981": told where the numbers agree."""
    gap = passage.between(one, other)
    rises, falls = passage.words.has(gap, "up"), passage.words.has(gap, "down")
    told = (
        passage.words.ends(gap, "to") and len(gap) <= _REACH and rises != falls and not passage.words.has(gap, "from")
    )
    times = {m.quantity.when for m in (one, other)}
    if not told or not _alike(one, other) or None in times or len(times) < 2:
        return
    if compare(other.value, ">" if rises else "<", one.value) is Verdict.HOLDS:
        way = "rose" if rises else "fell"
        why = f"The text says it {way}, from {shown(one.value)} to {shown(other.value)}: it did."
        yield relation("trend", Verdict.HOLDS, other, (one,), one.value, why)


def _alike(one: Mention, other: Mention) -> bool:
    return one.like(other) or one.quantity.kind is other.quantity.kind is Kind.PERCENT


def _instance(passage: Passage, bound: Mention, one: Mention) -> Iterator[Relation]:
    """As in "nine fell by 10% or more, including homicides, which fell by 21%": told where the example keeps the bound."""
    value, unit = bound.value, bound.quantity.unit
    if (value.lo is None) is (value.hi is None) or (bound.quantity.kind, unit) != (
        one.quantity.kind,
        one.quantity.unit,
    ):
        return
    gap = passage.between(bound, one)
    given = passage.words.find(gap, "part_of")
    kept = compare(one.value, ">=" if value.hi is None else "<=", Interval.exactly(value.lo or value.hi or 0))
    percent = bound.quantity.kind is Kind.PERCENT
    if percent and given and given[0] <= _HEDGE and len(gap) <= _REACH and kept is Verdict.HOLDS:
        why = f"{shown(one.value)} is {shown(value)}, as the text says of all."
        yield relation("trend", Verdict.HOLDS, one, (bound,), value, why)


def _compared(passage: Passage, one: Mention, other: Mention) -> Iterator[Relation]:
    """As in "43,000, which is below the peak of more than 70,000": told where the numbers agree."""
    gap = passage.between(one, other)
    found = passage.words.find(gap, "fewer", "more")
    if (
        not found
        or not 2 <= found[0] <= _REACH
        or len(gap) > 2 * _REACH
        or found[1] == len(gap)
        or not _alike(one, other)
    ):
        return
    below = passage.words.has(gap[found[0] : found[1]], "fewer")
    same = None in (one.quantity.what, other.quantity.what) or one.quantity.what == other.quantity.what
    reached = compare(one.value, "<" if below else ">", other.value)
    printed = (one.value.lo or 0) < (other.value.lo or 0) if below else (one.value.lo or 0) > (other.value.lo or 0)
    if same and (reached is Verdict.HOLDS or printed):
        way = "below" if below else "above"
        why = f"{shown(one.value)} is {way} {shown(other.value)}, as the text says."
        yield relation("trend", Verdict.HOLDS, one, (other,), other.value, why)
