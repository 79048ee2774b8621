"""Successions: what a release says of a period that another one covers in part, and whether the two can both be right.

A count that adds up over time cannot fall when its period grows. What a longer release leaves after a shorter one must add up
over places as the releases themselves do: so a slip in one of them is seen from a second side.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from nisba.checking.checks import Check, check_account
from nisba.checking.formulas import compare
from nisba.checking.numbers import Number, Scope, Status
from nisba.checking.verdicts import Verdict
from nisba.gathering import Release
from nisba.intervals import Interval
from nisba.periods import Period


class Meeting(StrEnum):
    """How the periods of two releases meet."""

    EXTENDS = "extends"
    OVERLAPS = "overlaps"


@dataclass(frozen=True, slots=True)
class Succession:
    """One count of two releases of the same places whose periods meet.

    Args:
        later: id of the release that ends later.
        earlier: id of the other.
        meeting: the later begins with the earlier and goes on, or the two overlap otherwise and cannot be subtracted.
        measure: what is counted.
        where: the places.
        when: what is left of the later period; None where they only overlap.
        rest: the later count less the earlier; None where they only overlap.
        verdict: fails where the rest is negative, undecided where it may be, or where they only overlap.
    """

    later: str
    earlier: str
    meeting: Meeting
    measure: str
    where: frozenset[str]
    when: Period | None
    rest: Interval | None
    verdict: Verdict


def successions(releases: Iterable[Release], flows: Collection[str]) -> tuple[Succession, ...]:
    """Every count that two releases give of the same places and of periods that meet, in the order of the releases.

    Args:
        releases: the releases, in any order.
        flows: the counts that add up over time; a stock, such as people in a camp, may fall.
    """
    held = tuple(releases)
    return tuple(
        found
        for earlier, later in itertools.permutations(held, 2)
        if frozenset(earlier.where) == frozenset(later.where) and earlier.when.end < later.when.end
        for found in _met(later, earlier, flows)
    )


def rest_checks(releases: Iterable[Release], flows: Collection[str]) -> tuple[Check, ...]:
    """Whether what is left of the parts makes what is left of the whole: 19 + 7 = 26 bears 7 out, and with it 14."""
    numbers = [
        Number(
            f"{found.later}-less-{found.earlier}-{found.measure}",
            Status.COMPUTED,
            found.rest,
            Scope(found.measure, found.where, found.when),
        )
        for found in successions(releases, flows)
        if found.rest is not None
    ]
    return check_account("rests", numbers, ())


def as_releases(account: str, numbers: Iterable[Number]) -> tuple[Release, ...]:
    """An account's numbers as releases, one for each period and set of places, to be set beside those of the series.

    Args:
        account: its id; a release is named by it and its places.
        numbers: its numbers; those without a period or places are left out.
    """
    grouped: dict[tuple[Period, frozenset[str]], dict[str, Interval]] = {}
    for number in numbers:
        if number.scope.when is not None and number.scope.where:
            grouped.setdefault((number.scope.when, number.scope.where), {})[number.scope.what] = number.value
    return tuple(
        Release("-".join((account, *sorted(where))), when, tuple(sorted(where)), counts, {}, "")
        for (when, where), counts in grouped.items()
    )


def _met(later: Release, earlier: Release, flows: Collection[str]) -> Iterator[Succession]:
    shared = [measure for measure in later.counts if measure in earlier.counts and measure in flows]
    where = frozenset(later.where)
    for measure in shared if later.when.start <= earlier.when.end else ():
        if later.when.start == earlier.when.start:
            rest = later.counts[measure] - earlier.counts[measure]
            when = Period.after(earlier.when.end, later.when.end)
            verdict = compare(rest, ">=", Interval.exactly(0))
            yield Succession(later.id, earlier.id, Meeting.EXTENDS, measure, where, when, rest, verdict)
        elif later.when.start > earlier.when.start:
            yield Succession(later.id, earlier.id, Meeting.OVERLAPS, measure, where, None, None, Verdict.UNDECIDED)
