"""Parts of a whole that stands in another sentence: "nine of them …", "among the dead were 12", the new in a running total,
the one that leads a ranking.

Only a pronoun right behind a number, after a sentence with a single number, can make a part too large: elsewhere the
whole is a guess, and only agreement is told.
"""  # noqa: D205

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nisba.checking.inferred.breakdowns import is_age
from nisba.checking.inferred.judging import Relation, part_of, total
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.subjects import fates, same_subject
from nisba.checking.verdicts import Verdict

_REACH = 3  # sentences between what is new and the total it is added to
_NAMING = 5  # words before a number that name it
_OPENING = 4  # words before the first number of a sentence that begins with what it is part of


def relations(passage: Passage) -> Iterator[Relation]:
    """Every part whose whole an earlier sentence gives."""
    for mention in passage.mentions:
        if not mention.is_count or is_age(passage, mention):
            continue
        yield from _of_them(passage, mention)
        yield from _opened(passage, mention)
        yield from _running(passage, mention)
        yield from _leading(passage, mention)


def _earlier(passage: Passage, part: Mention) -> list[Mention]:
    """Earlier numbers of the same thing, in the order of the text."""
    return [m for m in passage.mentions if m.place < part.place and same_subject(passage, m, part)]


def _holding(wholes: Sequence[Mention], part: Mention) -> Iterator[Relation]:
    """The first number that the part fits in: reports name the whole first. Nothing where it fits in none."""
    held = [m for m in wholes if m.value.lo is not None and part.value.hi is not None and m.value.lo >= part.value.hi]
    if held:
        found = part_of(held[0], part)
        if found.verdict is Verdict.HOLDS:
            yield found


def _of_them(passage: Passage, part: Mention) -> Iterator[Relation]:
    """As in "Eleven of the 13 areas fell. Nine of them …": the pronoun stands for what the sentence before counts."""
    behind = passage.words.find(passage.after(part)[:3], "those")
    before = [m for m in passage.mentions if m.sentence == part.sentence - 1 and m.is_count]
    if not behind or behind[0] != 0 or passage.preceding(part) or not before:
        return
    if len(passage.before(part)) > _OPENING or not all(m.like(part) for m in before):
        return
    if len(before) == 1:
        yield part_of(before[0], part)
    else:
        fitting = [m for m in before if part_of(m, part).verdict is Verdict.HOLDS]
        yield from (part_of(m, part) for m in fitting[:1])


def _opened(passage: Passage, part: Mention) -> Iterator[Relation]:
    """As in "Among the dead were 12 children": a sentence that begins by naming the whole it tells parts of."""
    first = (passage.preceding(part) or (part,))[-1]
    left = passage.before(first)
    found = passage.words.find(left[:_OPENING], "among", "part_of")
    if found and found[0] == 0:
        yield from _holding([m for m in _earlier(passage, part) if m.sentence < part.sentence], part)


def _running(passage: Passage, total: Mention) -> Iterator[Relation]:
    """As in "26 new cases …, bringing the total to 211": what is new is part of the total."""
    first = next((m for m in (*reversed(passage.preceding(total)), total) if _reached(passage, m)), None)
    if not first or (total.quantity.unit and first is not total):
        return
    for new in _new(passage, total):
        near = new.place < first.place and total.sentence - new.sentence < _REACH
        fits = part_of(total, new).verdict is Verdict.HOLDS and total.value != new.value
        if near and fits and same_subject(passage, new, total) and _one_fate(passage, new, total):
            yield part_of(total, new)


def _one_fate(passage: Passage, new: Mention, total: Mention) -> bool:
    """New cases add to all cases and new deaths to all deaths; within a sentence the total need not say so again."""
    mine, theirs = fates(passage, new), fates(passage, total)
    return mine == theirs or (not theirs and new.sentence == total.sentence)


def _new(passage: Passage, total: Mention) -> Sequence[Mention]:
    """What may be new in it: of an amount, which names no thing, only the one just before it in its sentence."""
    if not total.quantity.unit:
        return passage.mentions
    return [m for m in passage.preceding(total) if m.like(total)][:1]


def _reached(passage: Passage, mention: Mention) -> bool:
    left = tuple(word for word in passage.before(mention) if word != "(")
    return passage.words.has(left, "running") and passage.words.ends(left[-2:], "to", "together")


def _leading(passage: Passage, part: Mention) -> Iterator[Relation]:
    """As in "Baghdad was worst hit, with 335 killed and 756 wounded" and "the harbour alone reported 4,104".

    All that such a ranking lists are parts of what was given before it.
    """
    words = passage.words
    upto = (*reversed(passage.preceding(part)), part)
    first = next((m for m in upto if words.has(passage.before(m), "leads", "alone")), None)
    if first is None and words.has(passage.after(part)[:4], "leads"):
        first = part
    if first is None or (first is not part and words.has(passage.between(first, part), "against", "of")):
        return
    wholes = [m for m in _earlier(passage, part) if m.place < first.place and _holds_list(passage, m, first)]
    named = _naming(passage, first) | set(passage.after(first)[:_NAMING])
    shared = {m.place: len(named & _naming(passage, m)) for m in wholes}
    yield from _holding(sorted(wholes, key=lambda m: -shared[m.place]), part)  # a stable sort: else the first named


def _naming(passage: Passage, mention: Mention) -> set[str]:
    """The words that name a number, without those that stand beside any."""
    noise = {word for phrase in passage.words.cues["noise"] for word in phrase}
    return set(passage.before(mention)[-_NAMING:]) - noise


def _holds_list(passage: Passage, whole: Mention, first: Mention) -> bool:
    """All that the ranking lists of one thing fits in together: else it ranks parts of something larger."""
    listed = [m for m in (first, *passage.following(first)) if m.like(whole) and same_subject(passage, m, whole)]
    least = total(listed, printed=True).lo if listed else None
    return least is None or whole.value.lo is None or least <= whole.value.lo
