"""Differences with a name: a deficit of revenue and spending; "three fewer than the 34"; "46 short of its 1,196"."""

from __future__ import annotations

from collections.abc import Iterator

from nisba.checking.inferred.breakdowns import same_noun
from nisba.checking.inferred.changes import Pair, change, direction
from nisba.checking.inferred.judging import Relation, judge, relation, rounded, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.subjects import kin
from nisba.checking.verdicts import Verdict
from nisba.reading import Kind

SIDES = (("income", "outgo"), ("exports", "imports"))
_NEAR = 8
_UNIT = 3  # words of a unit and the "lower" or "more" behind a size
_CLAUSE = 14  # words of "fewer than at last year's final, when"
_COMMAS = frozenset(",\u060c")


def relations(passage: Passage) -> Iterator[Relation]:
    """Deficits and surpluses of one sentence, and numbers said to lie so far above or below another."""
    for mention in passage.mentions:
        if mention.is_count:
            yield from _balance(passage, mention)
        yield from _distance(passage, mention)
        yield from _overbalance(passage, mention)


def _balance(passage: Passage, said: Mention) -> Iterator[Relation]:
    """A deficit is what goes out less what comes in; a surplus the other way round."""
    sign = side_of(passage, said, "deficit", "surplus")
    if not sign:
        return
    for come, go in SIDES:
        income, outgo = (_side(passage, said, name, {come, go} - {name}) for name in (come, go))
        if income and outgo:
            less, more = (income, outgo) if sign == "deficit" else (outgo, income)
            yield balance(said, more, less)


def _side(passage: Passage, said: Mention, name: str, others: set[str]) -> Mention | None:
    """The one number of the sentence, like the balance, that stands for a side of it."""
    same = [m for m in passage.mentions if m.sentence == said.sentence and m.place != said.place and m.like(said)]
    found = [m for m in same if side_of(passage, m, name, *others) == name]
    return found[0] if len(found) == 1 and len(same) == 2 else None


def side_of(passage: Passage, mention: Mention, *names: str) -> str:
    """Which one of these words stands just before a number, or else just behind it; none where several do."""
    for near in (passage.before(mention)[-_NEAR:], passage.after(mention)[:3]):
        found = [name for name in names if passage.words.has(near, name)]
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _distance(passage: Passage, size: Mention) -> Iterator[Relation]:
    """As in "31, three fewer than the 34 of 2024", "1,150 officers, 46 short of its 1,196" and "is 3 lower than the 34"."""
    words, after = passage.words, passage.after(size)
    later, earlier = passage.following(size)[:1], passage.preceding(size)[:1]
    found = words.find(after[:_UNIT], "fewer", "more")
    if not (later and earlier and found) or not earlier[0].like(later[0]):
        return
    percent = size.quantity.kind is Kind.PERCENT
    if not _joined(passage, size) or not (percent or later[0].like(size)) or "." in after:
        return
    below = words.has(after[:_UNIT], "fewer")
    told = _of_distance(size, later[0], earlier[0], below=below)
    behind = after[found[1] :]
    if words.has(behind, "and"):  # "17% lower than in 2009 and 22,660 …": the next number is told of something else
        return
    if len(after) <= _UNIT + 6 and not _COMMAS & set(behind):
        yield told
    elif words.has(behind, "when") and len(behind) <= _CLAUSE:  # ", when 21 were held" may count something else
        sure = told.verdict is Verdict.HOLDS or _alike(passage, earlier[0], later[0])
        yield from (told,) if sure else ()


def _overbalance(passage: Passage, size: Mention) -> Iterator[Relation]:
    """As in "3,812 runners, a rise of 20% over last year, which saw 3,210": the old value in a clause of its own."""
    words, after = passage.words, passage.after(size)
    later, sign = passage.following(size)[:1], direction(passage, size)
    told = later and sign and words.has(after[:_UNIT], "over") and words.has(after[-_UNIT:], "when")
    if not told or len(after) > _CLAUSE or "." in after:
        return
    alike = [m for m in passage.preceding(size) if m.like(later[0]) and _alike(passage, m, later[0])]
    if len(alike) == 1 and (size.quantity.kind is Kind.PERCENT or size.like(later[0])):
        yield change(size, Pair(later[0], alike[0]), sign)


def _alike(passage: Passage, one: Mention, other: Mention) -> bool:
    """Both count one thing, by the noun or by a word for one event."""
    return same_noun(passage, one, other) or kin(passage, one, other)


def _joined(passage: Passage, size: Mention) -> bool:
    left = passage.before(size)
    return left[-1:] in ((",",), ("\u060c",)) or passage.words.ends(left, "up", "down", "is")


def _of_distance(size: Mention, later: Mention, earlier: Mention, *, below: bool) -> Relation:
    if size.quantity.kind is Kind.PERCENT:
        return change(size, Pair(later, earlier), -1 if below else 1)
    less, more = (earlier, later) if below else (later, earlier)
    return balance(size, more, less)


def balance(said: Mention, more: Mention, less: Mention) -> Relation:
    """The check that a number is what one is more than another."""
    computed = more.value - less.value
    verdict = _verdict(said, more, less)
    says = {Verdict.HOLDS: "as the text says:", Verdict.FAILS: "but the text says"}.get(verdict, "against the text's")
    why = f"{shown(more.value)} less {shown(less.value)} is {shown(computed)}, {says} {shown(said.value)}."
    return relation("difference", verdict, said, (more, less), computed, why, lambda m: _verdict(*m))


def _verdict(said: Mention, more: Mention, less: Mention) -> Verdict:
    verdict = judge(rounded(said), more.value - less.value)
    if verdict is Verdict.FAILS and judge(rounded(said), rounded(more) - rounded(less)) is not Verdict.FAILS:
        return Verdict.UNDECIDED
    return verdict
