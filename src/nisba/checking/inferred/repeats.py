"""The same fact given twice: a number taken up again by its definite article ("of the 211 cases")."""

from __future__ import annotations

from collections.abc import Iterator

from nisba.checking.inferred.judging import Relation, relation, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.verdicts import Verdict


def relations(passage: Passage) -> Iterator[Relation]:
    """Each number that is taken up again with "of", and the earlier one it repeats.

    A different number is no fault by itself: it may count something else.
    """
    for place, mention in enumerate(passage.mentions):
        if not mention.is_count or not passage.words.ends(passage.before(mention)[-3:], "of"):
            continue
        if earlier := _earlier(mention, passage.mentions[:place]):
            why = f"{shown(mention.value)} repeats the earlier {shown(earlier.value)}."
            yield relation("same", Verdict.HOLDS, mention, (earlier,), earlier.value, why)


def _earlier(mention: Mention, before: tuple[Mention, ...]) -> Mention | None:
    least = mention.value.lo
    if least is None or least <= 12:
        return None
    return next((m for m in reversed(before) if m.like(mention) and m.value == mention.value), None)
