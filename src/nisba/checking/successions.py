"""Successions: two releases of a series that bear on one another, and whether the earlier may be taken from the later.

A count that adds up over time cannot fall when its period grows. Where a release counts under another word than the one
before, or in other places, the difference of the two is no count of anything: they are not subtracted, and what changed is
said.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from nisba.checking.formulas import compare
from nisba.checking.verdicts import Verdict
from nisba.gathering import Release
from nisba.intervals import Interval
from nisba.periods import Period
from nisba.reading.normalise import fold, plain


class Meeting(StrEnum):
    """How the period of a later release meets that of an earlier one."""

    EXTENDS = "begins with it and goes on"
    CLOSES = "begins before it and ends with it"
    HOLDS = "begins before it and ends after it"
    OVERLAPS = "overlaps it"
    FOLLOWS = "comes after it"


class Changed(StrEnum):
    """What a release does otherwise than the one before."""

    WORD = "word"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class Change:
    """What two releases give under one name, and do not count alike.

    Args:
        kind: the word for what is counted, or the places covered.
        language: BCP 47 language of the words; empty for places.
        was: the earlier release's word, or its places separated by spaces.
        now: the later release's.
    """

    kind: Changed
    language: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Succession:
    """One count of two releases.

    Args:
        later: id of the release that ends later; of two that end together, of the longer.
        earlier: id of the other.
        meeting: how their periods meet; ``FOLLOWS`` only where something changed.
        measure: what is counted.
        where: the places the later release covers.
        when: what is left of the later period, where that is one stretch and the two may be subtracted; else None.
        rest: the later count less the earlier; None where they may not be subtracted.
        verdict: fails where the rest is negative; undecided where it may be, or where there is none.
        changes: why the two do not count alike; empty where nothing is known to have changed.
    """

    later: str
    earlier: str
    meeting: Meeting
    measure: str
    where: frozenset[str]
    when: Period | None
    rest: Interval | None
    verdict: Verdict
    changes: tuple[Change, ...] = ()


def successions(releases: Iterable[Release], flows: Collection[str]) -> tuple[Succession, ...]:
    """Every count that two releases give of periods that meet, and every change from one release to the next.

    Args:
        releases: the releases, in any order.
        flows: the counts that add up over time; a stock, such as people in a camp, may fall.
    """
    held = sorted(releases, key=_order)
    met = (found for pair in itertools.combinations(held, 2) for found in _met(*pair, held, flows))
    return tuple(found for found in met if found.meeting is not Meeting.FOLLOWS or _next(found, held))


def changes(later: Release, earlier: Release, measure: str) -> tuple[Change, ...]:
    """The words for one count, and the places, in which two releases are known to differ."""
    was, now = earlier.called.get(measure, {}), later.called.get(measure, {})
    words = [
        Change(Changed.WORD, language, was[language], now[language])
        for language in now
        if language in was and fold(plain(was[language]).text) != fold(plain(now[language]).text)
    ]
    if set(earlier.where) != set(later.where):
        words.append(Change(Changed.PLACES, "", " ".join(sorted(earlier.where)), " ".join(sorted(later.where))))
    return tuple(words)


def _order(release: Release) -> tuple[int, int]:
    """The release that ends later, and of two that end together the longer, comes after."""
    return release.when.end.toordinal(), -release.when.start.toordinal()


def _meeting(later: Period, earlier: Period) -> Meeting:
    if later.start > earlier.end:
        return Meeting.FOLLOWS
    if later.start == earlier.start:
        return Meeting.EXTENDS
    if later.end == earlier.end:
        return Meeting.CLOSES
    return Meeting.HOLDS if later.start < earlier.start else Meeting.OVERLAPS


def _met(earlier: Release, later: Release, held: list[Release], flows: Collection[str]) -> Iterator[Succession]:
    if earlier.when == later.when or not _comparable(earlier, later, held):
        return
    meeting, where = _meeting(later.when, earlier.when), frozenset(later.where)
    for measure in (name for name in later.counts if name in earlier.counts and name in flows):
        changed = changes(later, earlier, measure)
        if changed or meeting is Meeting.OVERLAPS:
            yield Succession(later.id, earlier.id, meeting, measure, where, None, None, Verdict.UNDECIDED, changed)
        elif meeting is not Meeting.FOLLOWS:
            rest = later.counts[measure] - earlier.counts[measure]
            verdict = compare(rest, ">=", Interval.exactly(0))
            when = later.when.less(earlier.when)
            yield Succession(later.id, earlier.id, meeting, measure, where, when, rest, verdict)


def _comparable(earlier: Release, later: Release, held: list[Release]) -> bool:
    """They cover the same places; or each covers the most places of its period, and the other's period has no row for those.

    Nor rows that make them: a period that gives its parts alone covers the same places.
    """
    here, there = frozenset(earlier.where), frozenset(later.where)
    if here == there:
        return True
    early, late = ([frozenset(one.where) for one in held if one.when == release.when] for release in (earlier, later))
    widest = max(early, key=len) == here and max(late, key=len) == there
    apart = not made_up(here, late) and not made_up(there, early)
    return widest and bool(here & there) and here not in late and there not in early and apart


def made_up(whole: frozenset[str], places: Iterable[frozenset[str]]) -> bool:
    """The places that lie within a whole make it, none of them twice."""
    return sorted(place for part in places if part < whole for place in part) == sorted(whole)


def _next(found: Succession, held: list[Release]) -> bool:
    """No other release that the later one could be compared with ended between the two."""
    by_id = {release.id: release for release in held}
    earlier, later = by_id[found.earlier], by_id[found.later]
    between = (one for one in held if earlier.when.end < one.when.end < later.when.end)
    told = {change.kind for change in found.changes}
    return not any(
        _comparable(one, later, held)
        and found.measure in one.counts
        and (Changed.PLACES in told or found.measure in one.called)
        for one in between
    )
