"""The same fact given twice: a number taken up again by its definite article ("of the 211 cases"), or one told by its digits."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from nisba.checking.inferred.judging import Relation, relation, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.subjects import same_subject
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading import Kind

_SMALL = 12
_DIGITS = 4
_ROUND = 100  # smaller numbers are met by chance
_NEAR = 4  # sentences within which a percentage is taken up again


def relations(passage: Passage) -> Iterator[Relation]:
    """Each number that is taken up again, and the earlier ones it repeats: a difference of nothing.

    A different number is no fault by itself: it may count something else.
    """
    for place, mention in enumerate(passage.mentions):
        again = passage.words.ends(passage.before(mention)[-3:], "of")
        earlier = _earlier(mention, passage.mentions[:place])
        told = tuple(m for m in earlier if (again and m.is_count) or _telling(passage, mention, m))
        if told:
            why = f"{shown(mention.value)} repeats the earlier {shown(told[0].value)}."
            yield relation("difference", Verdict.HOLDS, mention, told, told[0].value, why)
    yield from _restated(passage)


def _restated(passage: Passage) -> Iterator[Relation]:
    """As in "Over 228,000 people were held … 228,450 people": the exact number behind a rounded one."""
    for exact in passage.mentions:
        if not exact.is_count or not exact.value.is_exact or exact.quantity.implicit:
            continue
        for loose in passage.mentions:
            near = loose.sentence != exact.sentence and _rounds_to(loose.value, exact.value.lo)
            if near and same_subject(passage, loose, exact):  # what is dear to know is asked last
                why = f"{shown(exact.value)} is {shown(loose.value)}, as the text says elsewhere."
                yield relation("difference", Verdict.HOLDS, exact, (loose,), loose.value, why)
                break


def _rounds_to(loose: Interval, exact: Fraction | None) -> bool:
    """More than a round number, and less than the next one."""
    least = loose.lo
    if least is None or exact is None or loose.hi is not None or least.denominator != 1 or least < _ROUND:
        return False
    zeros = len(str(least)) - len(str(least).rstrip("0"))
    return zeros > 0 and least <= exact < least + 10**zeros


def _telling(passage: Passage, mention: Mention, earlier: Mention) -> bool:
    """The same thing, or so many digits that they are hardly met twice by chance."""
    if mention.value.lo is None or mention.quantity.implicit or earlier.quantity.implicit:
        return False
    written = str(mention.value.lo / mention.step)
    if not mention.is_count:  # a percentage is taken up at once: "and 65% in 2025 … That's 65% of them"
        near = 0 < mention.sentence - earlier.sentence <= _NEAR
        return near and passage.words.has(passage.before(mention)[-3:], "share_start")
    telling = len(written) >= _DIGITS and len(written.rstrip("0")) >= _DIGITS - 1
    if mention.sentence == earlier.sentence:
        return telling and not mention.quantity.unit and same_subject(passage, mention, earlier)
    return telling or (mention.value.lo > 2 * _SMALL * mention.step and same_subject(passage, mention, earlier))


def _earlier(mention: Mention, before: tuple[Mention, ...]) -> tuple[Mention, ...]:
    least = mention.value.lo
    if least is None or least <= _SMALL:
        return ()
    alike = [m for m in before if m.like(mention) or m.quantity.kind is mention.quantity.kind is Kind.PERCENT]
    return tuple(m for m in alike if m.value == mention.value)
