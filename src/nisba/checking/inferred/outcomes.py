"""All cases of an illness are those who recovered, those who died and those still ill, wherever a bulletin gives the four.

Bulletins define the three differently, so that only agreement is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from nisba.checking.inferred.judging import Relation, sum_of, sum_verdict
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.subjects import DEAD, ILL, RECOVERED, fates
from nisba.checking.verdicts import Verdict

_LEAST = 100  # smaller sums are met by chance
_MOST = 12


def relations(passage: Passage) -> Iterator[Relation]:
    """The first total that one number of each outcome comes to exactly."""
    counts = [m for m in passage.mentions if m.is_count and m.value.is_exact and not m.quantity.unit]
    told = {m.place: fates(passage, m) for m in counts}
    recovered, dead, ill = ([m for m in counts if told[m.place] == {fate}][:_MOST] for fate in (RECOVERED, DEAD, ILL))
    wholes = [m for m in counts if not told[m.place] & {RECOVERED, DEAD, ILL} and (m.value.lo or 0) >= _LEAST]
    yield from _first(wholes, [(one, two, three) for one in recovered for two in dead for three in ill])


def _first(wholes: list[Mention], triples: list[tuple[Mention, Mention, Mention]]) -> Iterator[Relation]:
    for whole in wholes:
        for parts in triples:
            if sum_verdict(whole, parts) is Verdict.HOLDS:
                yield sum_of(whole, parts)
                return
