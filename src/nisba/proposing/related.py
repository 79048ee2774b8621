"""Facts that the report's own words relate: sums and parts, as ``nisba check`` finds them, in the names of facts."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nisba.checking.formulas import compare
from nisba.checking.inferred import Relation, relations
from nisba.checking.verdicts import Verdict
from nisba.proposing.arrival import Arrival
from nisba.proposing.facts import ProposedFact
from nisba.reading import Span


@dataclass(frozen=True, slots=True)
class Related:
    """One relation between facts.

    Args:
        relation: as found in the text.
        ids: the facts, the one said to follow first.
    """

    relation: Relation
    ids: tuple[str, ...]

    @property
    def kind(self) -> str:
        """As in :class:`~nisba.checking.checks.Check`."""
        return self.relation.check.kind

    @property
    def in_one_sentence(self) -> bool:
        """Its numbers stand in one sentence, so that no other is meant."""
        return len({mention.sentence for mention in self.relation.mentions}) == 1

    @property
    def is_plain_sum(self) -> bool:
        """Parts and a whole of which plain arithmetic says what the check says: nothing is hidden by rounding."""
        check = self.relation.check
        decided = self.relation.verdict is not Verdict.UNDECIDED
        return check.kind == "sum" and decided and compare(check.says, "==", check.computed) is self.relation.verdict


def found_in(arrival: Arrival) -> tuple[Relation, ...]:
    """Every relation between the numbers of a report."""
    return relations(arrival.report, arrival.quantities)


def related(found: Sequence[Relation], facts: Sequence[ProposedFact]) -> tuple[Related, ...]:
    """The relations all of whose numbers are facts."""
    names: Mapping[Span, str] = {span: fact.id for fact in facts for span in (fact.quantity.span, *fact.again)}
    whole = [one for one in found if all(mention.quantity.span in names for mention in one.mentions)]
    return tuple(Related(one, tuple(names[mention.quantity.span] for mention in one.mentions)) for one in whole)


def siblings(found: Sequence[Related]) -> frozenset[frozenset[str]]:
    """Pairs of facts that a sum tells as parts of one whole: neither is part of the other, whatever a sentence seems to say."""
    sums = (one.ids[1:] for one in found if one.kind == "sum")
    return frozenset(frozenset(pair) for parts in sums for pair in itertools.combinations(parts, 2))


def part_of(found: Sequence[Related]) -> dict[str, str]:
    """Of each fact that one of these relations tells as a part, the whole; that of a sum before others."""
    wholes: dict[str, str] = {}
    apart = siblings(found)
    for one in sorted(found, key=lambda one: one.kind != "sum"):
        if one.kind == "sum" or (one.kind == "part" and one.in_one_sentence):
            for part in one.ids[1:]:
                if part != one.ids[0] and frozenset((part, one.ids[0])) not in apart:
                    wholes.setdefault(part, one.ids[0])
    return {part: whole for part, whole in wholes.items() if wholes.get(whole) != part}
