"""A number told again by place behind a comma: "5,946 strikes, 3,657 in Iraq and 2,289 in Syria".

The apposition tells the whole over again, but does not swear to it. Where the whole itself names those places, or where
one wrong digit would mend a large sum, the parts are called wrong; else a third place may be left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from nisba.checking.inferred.breakdowns import comparable, listed
from nisba.checking.inferred.judging import Relation, sum_of
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.verdicts import Verdict

_NOUN = 14  # words that may stand between a number and the comma behind it
_LARGE = 1000
_SLIPS = ("digit", "transposed")


def relations(passage: Passage) -> Iterator[Relation]:
    """Sums of the places that stand in apposition to a number."""
    for whole in passage.mentions:
        if not whole.is_count or (passage.preceding(whole)[:1] and _placed(passage, whole)):
            continue
        parts = listed(passage, whole, passage.following(whole))
        apart = len({m.quantity.where for m in parts}) == len(parts) > 1
        if apart and _apposed(passage, whole, parts) and comparable(whole, parts):
            yield _told(whole, parts)


def _apposed(passage: Passage, whole: Mention, parts: tuple[Mention, ...]) -> bool:
    """A comma, or a comma and "with", and then nothing but numbers each with its place."""
    gap = passage.between(whole, parts[0])
    if passage.following(whole)[0] != parts[0] or len(gap) > _NOUN or not gap:
        return False
    comma = gap[-1:] if passage.words.has(gap[-1:], "list") else gap[-2:-1]
    plain = passage.words.has(comma, "list") and (comma == gap[-1:] or passage.words.has(gap[-1:], "break"))
    inner = gap[:-2]
    clear = all(word.isalnum() for word in inner) and not passage.words.has(inner, "part_of")
    return plain and clear and all(_placed(passage, m) for m in parts)


def _placed(passage: Passage, mention: Mention) -> bool:
    """Right behind it stands "in" and a place: its noun is that of the whole."""
    behind = passage.after(mention)[:2]
    return passage.words.has(behind[:1], "in") and behind[-1].isalpha() and bool(mention.quantity.where)


def _told(whole: Mention, parts: tuple[Mention, ...]) -> Relation:
    found = sum_of(whole, parts)
    if found.verdict is not Verdict.FAILS:
        return found
    places = {place for m in parts for place in m.quantity.where}
    large = whole.value.lo is not None and whole.value.lo >= _LARGE
    slipped = large and any(repair.slip in _SLIPS for repair in found.check.repairs)
    if slipped or places == set(whole.quantity.where):
        return found
    return sum_of(whole, parts, Verdict.UNDECIDED)
