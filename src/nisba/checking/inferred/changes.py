"""Change over time: "fell to 2,352 from 2,940, a drop of 20%"; "8,556 against 8,160, an increase of 396, or 4.9%"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nisba.checking.formulas import compare
from nisba.checking.inferred.judging import Judge, Relation, judge, percent_verdict, relation, rounded, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.words import Phrase
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading import Kind

_SHORT = 10
_MARKS = frozenset(",(\u060c")


@dataclass(frozen=True, slots=True)
class Pair:
    """A value and what it was before."""

    old: Mention
    new: Mention

    @property
    def places(self) -> tuple[int, int]:
        """First and last place in the row."""
        first, last = sorted((self.old.place, self.new.place))
        return first, last


def relations(passage: Passage) -> Iterator[Relation]:
    """Every change whose two ends and whose size stand in one sentence, and the direction its verb tells."""
    every = list(pairs(passage))
    for mention in passage.mentions:
        sign = direction(passage, mention)
        if sign and (pair := _governing(passage, mention, every)):
            yield from _moved_by(passage, mention, pair, sign)
    for pair in every:
        yield from trend(passage, pair)
    yield from _above_named(passage)


def _moved_by(passage: Passage, size: Mention, pair: Pair, sign: int) -> Iterator[Relation]:
    """The check of a size; where the words tell of a rise and of a fall, either may be meant: only agreement is told."""
    left = passage.before(size)
    if not (passage.words.has(left, "up") and passage.words.has(left, "down")):
        yield change(size, pair, sign)
        return
    both = [change(size, pair, sign), change(size, pair, -sign)]
    yield from [found for found in both if found.verdict is Verdict.HOLDS][:1]


def _above_named(passage: Passage) -> Iterator[Relation]:
    """As in "spending rises by 8 percent over the 2025 budget of 78.3 billion": the new value is given by its noun, elsewhere.

    Whether the noun means that number is a guess, so that only agreement is told.
    """
    words = passage.words
    for size in passage.mentions:
        later = passage.following(size)[:1]
        sign = direction(passage, size) if size.quantity.kind is Kind.PERCENT else 0
        gap = passage.between(size, later[0]) if later else ()
        if not (sign and later) or not later[0].is_count or not words.has(gap[:2], "over") or len(gap) > _SHORT:
            continue
        for new in passage.mentions:
            if new.place < size.place and new.like(later[0]) and new.sentence != size.sentence:
                found = change(size, Pair(later[0], new), sign)
                if found.verdict is Verdict.HOLDS:
                    yield found
                    break


def pairs(passage: Passage, *, percents: bool = False) -> Iterator[Pair]:
    """Every value of one sentence with what it was before: of counts, or of percentages."""
    for mention in passage.mentions:
        if mention.is_count is not percents:
            found = _from_to(passage, mention) or _to_from(passage, mention) or _against(passage, mention)
            if found:
                yield found


def _next_like(passage: Passage, mention: Mention) -> Mention | None:
    return next((m for m in passage.following(mention) if akin(m, mention)), None)


def akin(one: Mention, other: Mention) -> bool:
    """In the same unit, or one of them without its unit, which a change need not repeat ("4,410 tons, up from 4,200")."""
    if not (one.is_count and other.is_count):
        return one.quantity.kind is other.quantity.kind is Kind.PERCENT
    return one.like(other) or (
        one.rate == other.rate
        and (
            Kind.CARDINAL in (one.quantity.kind, other.quantity.kind)
            and None in (one.quantity.what, other.quantity.what)
        )
    )


def _from_to(passage: Passage, old: Mention) -> Pair | None:
    """As in "from 1,584 to 1,980"."""
    new = _next_like(passage, old)
    words = passage.words
    if not new or not words.ends(passage.before(old), "from"):
        return None
    gap = passage.between(old, new)
    moved = words.has(_clause(passage, old), "up", "down") or words.has(passage.after(new), "up", "down")
    whole = words.ends(gap, "to") and not words.has(gap, "turn", "up", "down")
    return Pair(old, new) if moved and whole and len(gap) <= _SHORT else None


def _to_from(passage: Passage, new: Mention) -> Pair | None:
    """As in "to 2,352 from 2,940" and "18,240, down 5% from 19,200"."""
    old = _next_like(passage, new)
    words = passage.words
    if not old or sized(passage, new):  # "rose by 14,700, increasing from 219,900": no new value, but the size
        return None
    gap = passage.between(new, old)
    marks = [at for at, word in enumerate(gap) if word in _MARKS]
    told = gap[marks[-1] + 1 :] if marks else gap
    close = len(gap) <= _SHORT + 4 or (len(told) == 2 and old.quantity.kind is new.quantity.kind)  # ", up from"
    if not words.ends(gap, "from") or not close or words.has(gap, "turn", "points"):
        return None
    moved = words.has(told[:3], "size") or (len(told) <= 4 and words.has(told, "up", "down"))
    moved = moved and (bool(marks) or words.has(told[:2], "size"))
    verb = words.has(_clause(passage, new), "up", "down") and words.ends(passage.before(new), "to")
    return Pair(old, new) if moved or (verb and len(gap) <= _SHORT) else None


def _against(passage: Passage, new: Mention) -> Pair | None:
    """As in "8,556 ships of 488 million tons against 8,160 ships of 459 million tons": each with its like."""
    words = passage.words
    for old in passage.following(new):
        alike = old.like(new) or (akin(old, new) and not new.is_count)
        if not words.has(passage.between(new, old) if new.is_count else passage.before(old), "against"):
            if alike:
                return None
            continue
        if _turned(passage, passage.between(new, old)):
            return None
        if alike:
            same = new.quantity.what == old.quantity.what or None in (new.quantity.what, old.quantity.what)
            return Pair(old, new) if same or new.quantity.unit else None
    return None


def _turned(passage: Passage, gap: Phrase) -> bool:
    """Behind "compared with last year," another clause begins: its number is not what is compared with."""
    found = passage.words.find(gap, "against")
    told = gap[found[1] :] if found else ()
    if passage.words.has(told, "when"):
        return False
    comma = next((at for at, word in enumerate(told) if word in _MARKS and word != "("), len(told))
    return passage.words.has(told[comma:], "up", "down", "turn", "break")


def _clause(passage: Passage, mention: Mention) -> Phrase:
    """The words before a number and before the change just in front of it ("rose by 396, from …")."""
    left = passage.before(mention)
    earlier = passage.preceding(mention)[:1]
    if earlier and (len(left) <= 4 or earlier[0].quantity.kind is Kind.PERCENT):
        return (*passage.before(earlier[0]), *left)
    return left


def direction(passage: Passage, mention: Mention) -> int:
    """1 where the number is the size of a rise, -1 of a fall, 0 where it is neither, or what was reached."""
    words, left = passage.words, passage.before(mention)
    behind = passage.after(mention)[:1]
    if words.ends(left, "article") and words.has(behind, "up", "down"):
        return 1 if words.has(behind, "up") else -1
    if words.has(passage.after(mention)[:2], "points") or (
        words.ends(left, "to", "from") and not words.ends(left, "size")  # French "une hausse de"
    ):
        return 0
    at = {1: words.last(left, "up"), -1: words.last(left, "down")}
    best = max(at, key=lambda sign: at[sign])
    if at[best] >= 0 and len(left) - at[best] <= 6:
        return best
    earlier = passage.preceding(mention)[:1]
    percent = mention.quantity.kind is Kind.PERCENT
    joined = earlier and "." not in left and len(left) <= (6 if percent else 1) and (percent or words.lists(left))
    if not joined or words.has(left, "break", "against") or (percent and earlier[0].quantity.kind is Kind.PERCENT):
        return 0
    return direction(passage, earlier[0])


def _governing(passage: Passage, size: Mention, every: list[Pair]) -> Pair | None:
    """The change whose size a number gives: the only one of its sentence and unit, or the one that stands around it."""
    near = [p for p in every if p.new.sentence == size.sentence and size not in (p.old, p.new)]
    earlier = passage.preceding(size)[:1]
    if size.is_count:
        near = _of_unit(near, size)
    elif earlier and sized(passage, earlier[0]):
        near = _of_unit(near, earlier[0])
    around = [p for p in near if p.places[0] < size.place < p.places[1]]
    if around:
        return around[0] if len(around) == 1 else None
    return near[0] if len(near) == 1 and _adjoins(passage, size, near[0]) else None


def _of_unit(pairs: list[Pair], size: Mention) -> list[Pair]:
    return [p for p in pairs if p.new.like(size)] or [p for p in pairs if akin(p.new, size)]


def sized(passage: Passage, mention: Mention) -> bool:
    """A count that tells how far something moved."""
    return mention.is_count and direction(passage, mention) != 0


def _adjoins(passage: Passage, size: Mention, pair: Pair) -> bool:
    """The size is told of this change: right before it ("by 396, from …"), or after it as a noun ("an increase of …")."""
    first, last = pair.places
    words = passage.words
    if size.place < first:
        gap = passage.stretch(size.place, first)
        own = words.has(gap[:-1], "from", "against")  # "fell 12% from a year ago to …" has a base of its own
        return not own and len(gap) <= 5 and not words.has(gap, "up", "down", "turn") and not words.lists(gap[1:])
    gap = passage.stretch(last, size.place)
    between = [m for m in passage.mentions if last < m.place < size.place and m.quantity.kind is not Kind.PERCENT]
    foreign = [m for m in between if not sized(passage, m)]
    told = words.has(gap, "size") or (words.ends(gap, "article") and len(gap) <= 4)
    return told and not words.has(gap, "turn") and "." not in gap and len(foreign) <= 1 and not _same(foreign, pair)


def _same(foreign: list[Mention], pair: Pair) -> bool:
    return any(mention.like(pair.new) for mention in foreign)


def change(size: Mention, pair: Pair, direction: int) -> Relation:
    """The check that a difference or a percentage is the size of a change; ``direction`` is 1 of a rise, -1 of a fall."""
    new, old = pair.new, pair.old
    unit = "" if size.is_count else "%"
    verdict, moved = _sized_verdict(size, new, old, direction)
    why = f"From {shown(old.value)} to {shown(new.value)} is a change of {shown(moved)}{unit}, {_but(verdict, size)}{unit}."
    again: Judge = lambda m: _sized_verdict(m[0], m[1], m[2], direction)[0]  # noqa: E731
    return relation("difference" if size.is_count else "change", verdict, size, (new, old), moved, why, again)


def _sized_verdict(size: Mention, new: Mention, old: Mention, direction: int) -> tuple[Verdict, Interval]:
    """The verdict on a size, and what it comes to."""
    change_of = _moved if size.is_count else _percent
    computed, exact = (change_of(end(new), end(old), direction) for end in (lambda m: m.value, rounded))
    if not size.is_count:
        return percent_verdict(size, computed, exact), computed
    verdict = judge(rounded(size), computed)
    return verdict if verdict is not Verdict.FAILS else _lenient(judge(rounded(size), exact)), computed


def change_verdict(said: Mention, new: Mention, size: Mention, direction: int) -> tuple[Verdict, Interval]:
    """The verdict on the percentage of a change of which the new value and the size are told, and what it comes to."""
    ends = ((new.value, size.value), (rounded(new), rounded(size)))
    computed, exact = (
        _percent(value, value - moved if direction > 0 else value + moved, direction) for value, moved in ends
    )
    return percent_verdict(said, computed, exact), computed


def _lenient(verdict: Verdict) -> Verdict:
    return Verdict.UNDECIDED if verdict is Verdict.HOLDS else verdict


def _moved(new: Interval, old: Interval, direction: int) -> Interval:
    return new - old if direction > 0 else old - new


def _percent(new: Interval, old: Interval, direction: int) -> Interval:
    if old.lo is None or old.lo <= 0:
        return Interval(None, None)
    return _moved(new / old, Interval.exactly(1), direction) * Interval.exactly(100) if new.is_bounded else _open()


def _open() -> Interval:
    return Interval(None, None)


def _but(verdict: Verdict, said: Mention) -> str:
    says = {Verdict.HOLDS: "as the text says:", Verdict.FAILS: "but the text says"}.get(verdict, "against the text's")
    return f"{says} {shown(said.value)}"


def trend(passage: Passage, pair: Pair) -> Iterator[Relation]:
    """The direction that the words between or before the two ends tell."""
    words, first = passage.words, min(pair.old, pair.new, key=lambda m: m.place)
    last = pair.new if first is pair.old else pair.old
    told = passage.between(first, last) if first is pair.new else ()
    told = told if words.has(told, "up", "down") else passage.before(first)
    rises, falls = words.has(told, "up"), words.has(told, "down")
    if rises == falls:
        return
    verdict = compare(pair.new.value, ">" if rises else "<", pair.old.value)
    way = "rose" if rises else "fell"
    ends = f"{shown(pair.old.value)} to {shown(pair.new.value)}"
    does = {Verdict.HOLDS: "it did", Verdict.FAILS: "it did not"}.get(verdict, "that is open")
    why = f"The text says it {way}, from {ends}: {does}."
    yield relation("trend", verdict, pair.new, (pair.old,), pair.old.value, why)
