"""Votes and scores: "by 54 votes to 43, a majority of 11"; "52 percent for and 48 percent against"; "needs 66 of 130 votes"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from nisba.checking.inferred.judging import Relation, judge, part_of, relation, shown, total
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading import Kind

_NEAR = 8
_LABEL = 4
_HUNDRED = 100
_SHARES = (Fraction(1, 2), Fraction(3, 5), Fraction(2, 3), Fraction(3, 4))


def relations(passage: Passage) -> Iterator[Relation]:
    """Margins of two numbers, percentages of two sides, and votes that are needed."""
    for mention in passage.mentions:
        if mention.is_count and not mention.quantity.unit:
            yield from _margin(passage, mention)
            yield from _needed(passage, mention)
    for one in passage.mentions:
        for other in passage.following(one)[:1]:
            yield from _sides(passage, one, other)


def _margin(passage: Passage, said: Mention) -> Iterator[Relation]:
    """The two numbers right before it are joined by "to" or "against", and nothing else is."""
    earlier = [m for m in passage.preceding(said) if m.is_count][:2]
    if (
        len(earlier) < 2
        or not passage.words.has(passage.before(said)[-3:], "margin")
        or len(passage.before(said)) > _NEAR
    ):
        return
    less, more = earlier
    gap = passage.between(more, less)
    joined = len(gap) <= 3 and (passage.words.ends(gap, "to") or passage.words.ends(gap, "against"))
    if not joined or not (more.value.is_exact and less.value.is_exact and said.value.is_exact):
        return
    verdict, computed = _apart(said, more, less)
    says = "as the text says:" if verdict is Verdict.HOLDS else "but the text says"
    why = f"{shown(more.value)} to {shown(less.value)} is {shown(computed)} apart, {says} {shown(said.value)}."
    yield relation("difference", verdict, said, (more, less), computed, why, lambda m: _apart(*m)[0])


def _apart(said: Mention, more: Mention, less: Mention) -> tuple[Verdict, Interval]:
    rises = (more.value.lo or 0) >= (less.value.lo or 0)
    computed = more.value - less.value if rises else less.value - more.value
    return judge(said.value, computed), computed


def _sides(passage: Passage, one: Mention, other: Mention) -> Iterator[Relation]:
    """Those for and those against are at most all who voted; less than that, some abstained."""
    if not one.quantity.kind is other.quantity.kind is Kind.PERCENT or not passage.words.lists(
        passage.between(one, other)
    ):
        return
    favour, against = passage.words.complements["votes"][:2]
    near = [{*passage.after(m)[:_LABEL]} for m in (one, other)]
    if not ((favour & near[0] and against & near[1]) or (against & near[0] and favour & near[1])):
        return
    exact = total((one, other), printed=True)
    over = (total((one, other)).lo or 0) > _HUNDRED
    verdict = Verdict.FAILS if over else Verdict.HOLDS if exact.value == _HUNDRED else Verdict.UNDECIDED
    why = f"{shown(one.value)} + {shown(other.value)} = {shown(exact)} percent of all votes."
    yield relation("sum", verdict, one, (other,), exact, why)


def _needed(passage: Passage, votes: Mention) -> Iterator[Relation]:
    """Votes that are needed, and the members of the body named before: told where they are no more."""
    left = passage.before(votes)[-_NEAR:]
    if not passage.words.has(left, "needs") or not passage.words.has(passage.after(votes)[:2], "cast", "members"):
        return
    bodies = [
        m
        for m in reversed(passage.mentions)
        if m.is_count and 0 <= votes.sentence - m.sentence <= 1 and m.place != votes.place
        if passage.words.has(passage.after(m)[:2], "members") and (m.value.lo or 0) > (votes.value.lo or 0)
    ]
    for body in bodies[:1]:
        least = next((share for share in _SHARES if _least(body, share) == votes.value.lo), None)
        if least is None:
            yield part_of(body, votes)
        else:
            why = f"{shown(votes.value)} is the least that makes {_NAMES[least]} of {shown(body.value)}."
            yield relation("share", Verdict.HOLDS, votes, (body,), votes.value, why)


_NAMES = {
    Fraction(1, 2): "more than half",
    Fraction(3, 5): "three fifths",
    Fraction(2, 3): "two thirds",
    Fraction(3, 4): "three quarters",
}


def _least(body: Mention, share: Fraction) -> Fraction | None:
    """The fewest members who make a share of a body; of a half, the fewest who are more."""
    members = body.value.value
    if members is None:
        return None
    part = members * share
    return Fraction(part.__floor__() + 1 if share == Fraction(1, 2) else part.__ceil__())
