"""The same fact given twice: a number taken up again by its definite article ("of the 211 cases")."""

from __future__ import annotations

from collections.abc import Iterator

from nisba.checking.inferred.judging import Relation, relation, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.verdicts import Verdict


def relations(passage: Passage) -> Iterator[Relation]:
    """Each number that is taken up again, and the earlier one it repeats.

    A different number is no fault by itself: it may count something else.
    """
    for place, mention in enumerate(passage.mentions):
        again = passage.words.ends(passage.before(mention)[-3:], "of")
        earlier = _earlier(mention, passage.mentions[:place]) if mention.is_count else None
        if earlier and (again or _telling(mention, earlier)):
            why = f"{shown(mention.value)} repeats the earlier {shown(earlier.value)}."
            yield relation("same", Verdict.HOLDS, mention, (earlier,), earlier.value, why)


def _telling(mention: Mention, earlier: Mention) -> bool:
    """A number of three digits or more that counts the same thing is hardly met twice by chance."""
    same = mention.quantity.what == earlier.quantity.what is not None
    return same and mention.value.lo is not None and mention.value.lo >= 100 * mention.step


def _earlier(mention: Mention, before: tuple[Mention, ...]) -> Mention | None:
    least = mention.value.lo
    if least is None or least <= 12:
        return None
    return next((m for m in reversed(before) if m.like(mention) and m.value == mention.value), None)
