"""Series: releases over time, what one adds to the one before, and each as a rate per month."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from nisba.checking.numbers import Status
from nisba.gathering import Release
from nisba.intervals import Interval
from nisba.periods import Period


@dataclass(frozen=True, slots=True)
class Rate:
    """One count of one period and place, as a rate per month.

    Args:
        release: id of the release, or ``<later>-less-<earlier>`` for what was had by subtraction.
        measure: what is counted.
        when: the period.
        where: the places.
        count: the count.
        per_month: count divided by the whole months of the period.
        status: cited, or computed where it was had by subtraction.
    """

    release: str
    measure: str
    when: Period
    where: frozenset[str]
    count: Interval
    per_month: Interval
    status: Status

    @property
    def per_day(self) -> Interval:
        """Count divided by the days of the period, so that a quarter and a year, or two Februaries, compare."""
        return self.count / Interval.exactly(self.when.days)


def rates(releases: Iterable[Release], flows: Collection[str]) -> tuple[Rate, ...]:
    """The series without overlaps: a release that another one begins is replaced by the remainder after it.

    Ordered by period, place and measure. Releases whose period is not whole months are left out.

    Args:
        releases: the releases, in any order.
        flows: the counts that add up over time; the others are stocks (people in a camp), which have no rate.
    """
    held = tuple(releases)
    extended = {later.id for later, _ in _pairs(held)}
    found = [rate for release in held if release.id not in extended for rate in _rates(release, flows, Status.CITED)]
    for later, earlier in _pairs(held):
        found += _rates(_remainder(later, earlier), flows, Status.COMPUTED)
    return tuple(sorted(found, key=lambda rate: (rate.when, -len(rate.where), sorted(rate.where), rate.measure)))


def _pairs(releases: tuple[Release, ...]) -> list[tuple[Release, Release]]:
    """A release, and the shorter one of the same places that covers its beginning."""
    return [
        (later, earlier)
        for later, earlier in itertools.permutations(releases, 2)
        if set(later.where) == set(earlier.where)
        and later.when.start == earlier.when.start
        and later.when.end > earlier.when.end
    ]


def _remainder(later: Release, earlier: Release) -> Release:
    """What the later release adds, for counts that both give exactly."""
    counts = {
        count: later.counts[count] - earlier.counts[count]
        for count in later.counts
        if count in earlier.counts and later.counts[count].is_exact and earlier.counts[count].is_exact
    }
    when = Period.after(earlier.when.end, later.when.end)
    return Release(f"{later.id}-less-{earlier.id}", when, later.where, counts, later.source, later.address)


def _rates(release: Release, flows: Collection[str], status: Status) -> list[Rate]:
    months = release.when.months
    if months is None:
        return []
    divisor, where = Interval.exactly(months), frozenset(release.where)
    return [
        Rate(release.id, measure, release.when, where, count, count / divisor, status)
        for measure, count in release.counts.items()
        if measure in flows
    ]
