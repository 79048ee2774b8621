"""Totals told after or before their parts: "12.4 and 10.2, 22.6 together"; votes; percentages of one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from nisba.checking.inferred.breakdowns import comparable
from nisba.checking.inferred.changes import direction
from nisba.checking.inferred.judging import Relation, judge, relation, shown, sum_of, sum_verdict, total
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.words import Phrase
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading import Kind

_HUNDRED = 100
_BACK, _MOST = 2, 4  # sentences and parts that a sum gathers up
_VOTES = ("for", "against_vote", "abstained")


def relations(passage: Passage) -> Iterator[Relation]:
    """Sums whose total stands apart from a list of parts."""
    for mention in passage.mentions:
        if mention.is_count:
            yield from _together(passage, mention)
    for sentence in dict.fromkeys(mention.sentence for mention in passage.mentions):
        yield from _votes(passage, [m for m in passage.mentions if m.sentence == sentence])
    for sentence in dict.fromkeys(mention.sentence for mention in passage.mentions):
        yield from _tally(passage, [m for m in passage.mentions if m.sentence == sentence and m.is_count])
    yield from _percents(passage)


def _tally(passage: Passage, counts: Sequence[Mention]) -> Iterator[Relation]:
    """Won, drawn and lost, each once, and the matches behind them: "22 wins, 5 draws and 3 defeats in 30 matches"."""
    groups = passage.words.complements["games"]
    named = {m.place: [i for i, group in enumerate(groups) if group & set(passage.after(m)[:2])] for m in counts}
    parts = [m for m in counts if len(named[m.place]) == 1]
    wholes = [m for m in counts if passage.words.has(passage.after(m)[:1], "matches") and not named[m.place]]
    if len(parts) == len(groups) == len({named[m.place][0] for m in parts}) and len(wholes) == 1:
        yield sum_of(wholes[0], parts)


def _percents(passage: Passage) -> Iterator[Relation]:
    """Percentages of one sentence that divide one thing ("67 percent of …, 20 percent of them …") stay within a hundred."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in passage.mentions:
        if mention.quantity.kind is Kind.PERCENT and not direction(passage, mention):
            by_sentence.setdefault(mention.sentence, []).append(mention)
    for shares in by_sentence.values():
        yield from _remaining(passage, shares)
        shared = [m for m in shares if passage.words.has(passage.after(m)[:2], "of", "those")]
        if len(shares) > 2 and shared and total(shares).hi is not None:
            verdict = Verdict.HOLDS if (total(shares, printed=True).hi or 101) <= 100 else Verdict.UNDECIDED
            added = " + ".join(shown(m.value) for m in shares)
            why = f"{added} = {shown(total(shares, printed=True))} percent of a hundred."
            yield relation("part", verdict, shares[0], shares[1:], total(shares, printed=True), why)


def _remaining(passage: Passage, shares: Sequence[Mention]) -> Iterator[Relation]:
    """Percentages of which the last is "the remaining 30%": some of them, up to it, come to a hundred."""
    for at, last in enumerate(shares):
        left, parts = passage.before(last), shares[: at + 1]
        if len(parts) < 2 or not passage.words.has(left[-2:], "rest") or not all(m.value.is_exact for m in parts):
            continue
        verdicts = [_hundred(parts[start:]) for start in range(at)]
        whole = Verdict.HOLDS if Verdict.HOLDS in verdicts else verdicts[0]
        plain = all(passage.words.lists(passage.between(a, b)) and _bare(passage, a, b) for a, b in pairwise(parts))
        if whole is Verdict.HOLDS or (whole is Verdict.FAILS and plain and set(verdicts) == {Verdict.FAILS}):
            start = verdicts.index(whole)
            added = " + ".join(shown(m.value) for m in parts[start:])
            why = f"{added} = {shown(total(parts[start:], printed=True))} percent, and the last is told to be all that remains."
            yield relation("sum", whole, last, parts[start:-1], total(parts[start:], printed=True), why)


def _bare(passage: Passage, one: Mention, other: Mention) -> bool:
    """Nothing between two percentages tells of another time or another base."""
    gap = passage.between(one, other)
    return not passage.words.has(gap, "break", "those", "up", "down", "against") and "." not in gap


def _hundred(shares: Sequence[Mention]) -> Verdict:
    if total(shares, printed=True).value == _HUNDRED:
        return Verdict.HOLDS
    return judge(Interval.exactly(_HUNDRED), total(shares))


def _together(passage: Passage, said: Mention) -> Iterator[Relation]:
    """Two numbers joined by "and", then their sum. A running total ("bringing the toll to") also has older parts."""
    words, left = passage.words, passage.before(said)
    earlier = [m for m in passage.preceding(said) if m.like(said)][:2]
    told = words.has(left[-4:], "together") or words.has(passage.after(said)[:4], "together")
    if len(earlier) < 2 and told:
        yield from _gathered(passage, said)
    if len(earlier) < 2 or not told or words.has(left, "running") or "." in left:
        return
    second, first = earlier
    more = [m for m in passage.preceding(first) if m.like(said)]
    gap = passage.between(first, second)
    if not words.lists(gap) or words.has(gap, "break", "part_of"):
        return
    found = sum_of(said, (first, second))
    guessed = more or len(left) > 6 or not comparable(said, (first, second))
    if found.verdict is Verdict.FAILS and guessed:
        return
    yield found


def _gathered(passage: Passage, said: Mention) -> Iterator[Relation]:
    """A sum of what the sentences just before it told: "1,692 were killed. 3,430 were hurt. Together that is 5,122"."""
    near = [
        m for m in passage.mentions if m.place < said.place and said.sentence - m.sentence <= _BACK and m.like(said)
    ]
    for size in range(2, _MOST + 1):
        parts = near[-size:]
        if len(parts) == size and said.value.is_exact and sum_verdict(said, parts) is Verdict.HOLDS:
            yield sum_of(said, parts)
            return


def _votes(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Votes for, against and abstaining of all votes; those who stayed away may be missing from all members."""
    counts = [m for m in mentions if m.is_count]
    sides = (passage.before, passage.after)  # the word stands before each number, or behind each
    named = [(parts, _all_votes(passage, counts, parts)) for side in sides if (parts := _named(passage, counts, side))]
    parts, others = next(((parts, others) for parts, others in named if len(others) == 1), ((), []))
    if not parts:
        return
    cast = passage.words.has(passage.after(others[0])[:4], "cast")
    told = sum_of(others[0], parts)
    exceeds = (told.check.computed.lo or 0) > (others[0].value.hi or 0)
    open_ = told.verdict is Verdict.FAILS and not (cast or exceeds)
    yield sum_of(others[0], parts, Verdict.UNDECIDED) if open_ else told


def _all_votes(passage: Passage, counts: Sequence[Mention], parts: Sequence[Mention]) -> list[Mention]:
    """The other numbers that a word for "of" stands before."""
    return [m for m in counts if m not in parts and passage.words.ends(passage.before(m)[-3:], "of")]


def _named(passage: Passage, counts: Sequence[Mention], side: Callable[[Mention], Phrase]) -> tuple[Mention, ...]:
    """The three numbers that the words on one side of them call votes for, against and abstaining; none if not all."""
    found: dict[str, list[Mention]] = {name: [] for name in _VOTES}
    for mention in counts:
        words = side(mention)[-4:] if side == passage.before else side(mention)[:4]
        names = [name for name in _VOTES if passage.words.has(words, name)]
        if len(names) == 1:
            found[names[0]].append(mention)
    return tuple(held[0] for held in found.values()) if all(len(held) == 1 for held in found.values()) else ()
