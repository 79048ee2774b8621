"""Tolls told again: "The toll has risen to 36 … The initial toll was 24". A toll counts on; what was told before is not more.

The same words may tell of another event, so that only agreement is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from nisba.checking.inferred.judging import Relation, relation, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.subjects import fates, same_subject
from nisba.checking.verdicts import Verdict

_NEAR = 8  # sentences
_OPENING = 6  # words in which a sentence that opens with "was" goes on with "already"
_CLAUSE = 8
_COMMAS = frozenset(",\u060c")


def relations(passage: Passage) -> Iterator[Relation]:
    """Each number of the dead or the hurt that a sentence tells of earlier, with the nearest that is told now."""
    for old in passage.mentions:
        if not old.is_count or not fates(passage, old) or not told_earlier(passage, old):
            continue
        now = [m for m in passage.mentions if _current(passage, m, old)]
        for new in sorted(now, key=lambda m: abs(m.place - old.place))[:1]:
            why = f"Earlier it was {shown(old.value)}, now it is {shown(new.value)}: no less."
            yield relation("trend", Verdict.HOLDS, new, (old,), old.value, why)


def told_earlier(passage: Passage, mention: Mention) -> bool:
    """Its sentence has such a word where it opens, or shortly before the number.

    In Arabic a sentence that opens with "was" and goes on with "already" tells what was before.
    """
    first = (*reversed(passage.preceding(mention)), mention)[0]
    apart = first is not mention and bool(_COMMAS & set(passage.stretch(first.place, mention.place)))
    opening = () if apart else passage.before(first)[:_CLAUSE]  # behind a comma another clause may tell what is now
    was = passage.words.find(opening[:1], "background")
    before = was is not None and passage.words.has(opening[1:_OPENING], "already")
    return before or passage.words.has((*opening, "\n", *passage.before(mention)[-_CLAUSE:]), "former")


def _current(passage: Passage, new: Mention, old: Mention) -> bool:
    """Of the same fate and no less, in another sentence that tells of nothing earlier."""
    if (
        not new.is_count
        or not 0 < abs(new.sentence - old.sentence) <= _NEAR
        or fates(passage, new) != fates(passage, old)
    ):
        return False
    grown = (new.value.lo or 0) > (old.value.lo or 0)
    return grown and same_subject(passage, new, old) and not told_earlier(passage, new)
