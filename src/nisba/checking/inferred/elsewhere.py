"""Changes and balances whose numbers stand in other sentences: a growth rate a paragraph before its figures, a deficit after them.

Which numbers are meant is a guess, so that only agreement to the last printed digit is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nisba.checking.inferred.balances import SIDES, balance, side_of
from nisba.checking.inferred.changes import Pair, change, direction, pairs
from nisba.checking.inferred.judging import Relation
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.verdicts import Verdict
from nisba.reading import Kind

_NEAR = 3  # sentences
_REACH = 24  # words of "during April 2021 as compared to the exports of"
_LEAST = 20  # smaller numbers give many percentages by chance


def relations(passage: Passage) -> Iterator[Relation]:
    """Every percentage that rose or fell, and every deficit, that numbers of the sentences around come to."""
    every = [pair for pair in pairs(passage) if _telling(pair.old) and _telling(pair.new)]
    for size in passage.mentions:
        if size.quantity.kind is Kind.PERCENT and size.value.is_exact:
            sign = direction(passage, size) or _behind(passage, size)
            near = [*_based(passage, size), *_near(every, size)] if size.step < 1 else []
            if sign:
                yield from _agreed(size, sign, [*near, *_of_noun(passage, size)])
        elif size.is_count:
            yield from _balance(passage, size)


def _behind(passage: Passage, size: Mention) -> int:
    """As in "a 1.49 percent decline": 1 of a rise, -1 of a fall, 0 of neither."""
    near = passage.after(size)[:2]
    return 1 if passage.words.has(near, "up") else -1 if passage.words.has(near, "down") else 0


def _telling(mention: Mention) -> bool:
    return mention.value.is_exact and (mention.value.lo or 0) >= _LEAST * mention.step


def _near(every: Sequence[Pair], size: Mention) -> list[Pair]:
    """The changes told with both their ends, in the sentences around, the nearest first."""
    near = [pair for pair in every if abs(pair.new.sentence - size.sentence) <= _NEAR]
    return sorted(near, key=lambda pair: abs(pair.new.place - size.place))


def _based(passage: Passage, size: Mention) -> Iterator[Pair]:
    """As in "imports fell by 8.34 percent when compared to the 5.66 billion of March": what is new stands before it."""
    for old in passage.following(size)[:1]:
        gap = passage.between(size, old)
        if not (_telling(old) and passage.words.has(gap, "against", "over") and len(gap) <= _REACH):
            continue
        for new in reversed(passage.mentions):
            if new.place < size.place and size.sentence - new.sentence <= _NEAR and new.like(old) and _telling(new):
                yield Pair(old, new)


def _of_noun(passage: Passage, size: Mention) -> Iterator[Pair]:
    """As in "They counted 41 species … A survey in 1987 found 28 species, so that the total has grown by 46 percent"."""
    for old in passage.preceding(size)[:1]:
        alike = [m for m in passage.mentions if m.place < old.place and m.like(old) and _telling(m) and _telling(old)]
        named = [m for m in alike if m.quantity.what and m.quantity.what == old.quantity.what and not old.quantity.unit]
        yield from (Pair(old, new) for new in named[:1])


def _agreed(size: Mention, sign: int, tried: Sequence[Pair]) -> Iterator[Relation]:
    for pair in tried:
        found = change(size, pair, sign)
        if found.verdict is Verdict.HOLDS:
            yield found
            return


def _balance(passage: Passage, said: Mention) -> Iterator[Relation]:
    """A deficit or a surplus, and the nearest number before it of each side."""
    sign = side_of(passage, said, "deficit", "surplus") or _side(passage, said, ("deficit", "surplus"))
    before = [m for m in reversed(passage.mentions) if m.place < said.place and said.sentence - m.sentence <= _NEAR]
    alike = [m for m in before if m.like(said)]
    for come, go in SIDES if sign else ():
        incomes, outgoes = (
            [m for m in alike if _side(passage, m, (come, go, "deficit", "surplus")) == name] for name in (come, go)
        )
        for income, outgo in [(one, two) for one in incomes for two in outgoes]:
            less, more = (income, outgo) if sign == "deficit" else (outgo, income)
            found = balance(said, more, less)
            if found.verdict is Verdict.HOLDS:
                yield found
                return


def _side(passage: Passage, mention: Mention, names: Sequence[str]) -> str:
    """Which of these words stands last before a number in its sentence, other numbers among them."""
    start = (*reversed(passage.preceding(mention)), mention)[0]
    left = (*passage.before(start), *passage.stretch(start.place, mention.place)) if start is not mention else ()
    left = left or passage.before(mention)
    at = {name: passage.words.last(left, name) for name in names}
    best = max(at, key=lambda name: at[name])
    return best if at[best] >= 0 else ""
