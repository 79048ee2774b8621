"""Headline against body: the number over a report, and the one in it that it should be.

A headline rounds, adds up and picks: it is called wrong only where the body gives no such number, no sum of it, and the
same thing with digits exchanged, dropped or doubled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from nisba.checking.inferred.judging import Relation, relation, rounded, shown, sum_of, sum_verdict
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.subjects import same_subject
from nisba.checking.repairs import slip
from nisba.checking.verdicts import Verdict

_LONGEST = 25  # words of a headline
_STOPS = (".", "!", "\u061f", "?")
_LEAD = 3  # sentences of the body that a headline tells of
_SLIPS = {"transposed": 10, "dropped": 100, "doubled": 100}  # the least number that such a slip is seen in
_HEDGED = 2  # times, between the two numbers of a hedge and of what it stands for
_MOST = 40  # numbers of a body whose pairs are tried


def relations(passage: Passage) -> Iterator[Relation]:
    """Every number of the headline, with what the body gives for it."""
    heading, body = _heading(passage)
    for said in heading:
        same = [m for m in body if m.like(said)]
        if equal := next((m for m in same if _agrees(said, m)), None):
            why = f"The headline's {shown(said.value)} is the body's {shown(equal.value)}."
            yield relation("difference", Verdict.HOLDS, said, (equal,), equal.value, why)
        elif parts := _adds_up(said, same):
            yield sum_of(said, parts)
        elif slipped := [
            m for m in same if m.sentence <= _LEAD and same_subject(passage, said, m) and _slipped(said, m)
        ]:
            why = f"The headline says {shown(said.value)}, but the body says {shown(slipped[0].value)}."
            yield relation("difference", Verdict.FAILS, said, slipped[:1], slipped[0].value, why, _repeated)


def _heading(passage: Passage) -> tuple[list[Mention], list[Mention]]:
    """The counts of the first line, where it is a headline, and those of the rest."""
    lines = [line for line in passage.report.text.splitlines() if line.strip()]
    first = lines[0].strip() if len(lines) > 1 else ""
    if not first or first.endswith(_STOPS) or len(first.split()) > _LONGEST:
        return [], []
    end = passage.report.text.index(first) + len(first)
    counts = [m for m in passage.mentions if m.is_count]
    return [m for m in counts if m.quantity.span.start < end], [m for m in counts if m.quantity.span.start >= end]


def _agrees(said: Mention, other: Mention) -> bool:
    """The same number, or one of them rounded or hedged so that both may be meant; "at least 3" is not "about 30"."""
    one, two = (m.value.lo or m.value.hi or 0 for m in (said, other))
    near = one <= _HEDGED * two and two <= _HEDGED * one
    return (near and rounded(said).overlaps(rounded(other))) or _repeated((said, other)) is Verdict.HOLDS


def _repeated(mentions: Sequence[Mention]) -> Verdict:
    one, other = mentions
    return Verdict.HOLDS if one.value == other.value else Verdict.FAILS


def _adds_up(said: Mention, body: Sequence[Mention]) -> tuple[Mention, ...]:
    """Two or three neighbouring numbers of the body that come to the headline's."""
    for size in (2, 3):
        for start in range(min(len(body), _MOST) - size + 1):
            parts = tuple(body[start : start + size])
            if sum_verdict(said, parts) is Verdict.HOLDS:
                return parts
    pairs = combinations(body[:_MOST], 2)
    return next((pair for pair in pairs if sum_verdict(said, pair) is Verdict.HOLDS), ())


def _slipped(said: Mention, other: Mention) -> bool:
    """Both exact and not too short, and one a likely miscopying of the other."""
    one, two = said.value.value, other.value.value
    if one is None or two is None or not (said.value.is_exact and other.value.is_exact) or said.step != other.step:
        return False
    least = _SLIPS.get(slip(one / said.step, two / said.step))
    return least is not None and min(one, two) / said.step >= least
