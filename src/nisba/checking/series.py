"""Series: releases over time, each as a rate per month and per day, and the stretches between them that none covers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from nisba.checking.numbers import Status
from nisba.checking.remainders import Remainder, remainders
from nisba.checking.successions import made_up
from nisba.gathering import Release
from nisba.intervals import Interval
from nisba.periods import Period, uncovered


@dataclass(frozen=True, slots=True)
class Rate:
    """One count of one period and place, as a rate.

    Args:
        release: id of the release, or ``<later>-less-<earlier>`` for what was had by subtraction.
        measure: what is counted.
        when: the period.
        where: the places.
        count: the count.
        per_month: count divided by the months of the period; None where it is not whole months.
        status: cited, or computed where it was had by subtraction.
    """

    release: str
    measure: str
    when: Period
    where: frozenset[str]
    count: Interval
    per_month: Interval | None
    status: Status

    @property
    def per_day(self) -> Interval:
        """Count divided by the days of the period, so that a quarter and a year, or two Februaries, compare."""
        return self.count / Interval.exactly(self.when.days)


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch between releases for which none gives a count.

    Args:
        where: the places.
        when: the stretch.
        measures: what is not counted for it and is before and after, in alphabetical order.
    """

    where: frozenset[str]
    when: Period
    measures: tuple[str, ...]


def rates(releases: Iterable[Release], flows: Collection[str]) -> tuple[Rate, ...]:
    """Every count as a rate; one that shorter releases begin or end is replaced by what is left after them.

    A count is left as it stands where the rest would be hedged or negative, or where the shorter release does not count alike;
    one that shorter releases fill is left out. Where the series covers places together for which a period gives only its parts,
    their sum stands as computed. Ordered by period, place and measure.

    Args:
        releases: the releases, in any order.
        flows: the counts that add up over time; the others are stocks (people in a camp), which have no rate.
    """
    held = tuple(releases)
    left = {(one.release, one.measure): one for one in remainders(held, flows) if _tells(one)}
    found = [
        _rate(release, measure, left.get((release.id, measure)))
        for release in held
        for measure in release.counts
        if measure in flows
    ]
    kept = [rate for rate in found if rate is not None]
    kept += _wholes(kept, frozenset(frozenset(release.where) for release in held))
    return tuple(sorted(kept, key=lambda rate: (rate.when, -len(rate.where), sorted(rate.where), rate.measure)))


def gaps(releases: Iterable[Release], flows: Collection[str]) -> tuple[Gap, ...]:
    """Every stretch between two releases of the same places that no release covers, in order.

    Args:
        releases: the releases, in any order.
        flows: the counts that add up over time; a stock is of a day, and has no gaps.
    """
    covered: dict[tuple[frozenset[str], str], list[Period]] = {}
    for release in releases:
        for measure in release.counts:
            if measure in flows:
                covered.setdefault((frozenset(release.where), measure), []).append(release.when)
    open_: dict[tuple[frozenset[str], Period], list[str]] = {}
    for (where, measure), periods in covered.items():
        for stretch in uncovered(periods):
            open_.setdefault((where, stretch), []).append(measure)
    found = (Gap(where, when, tuple(sorted(measures))) for (where, when), measures in open_.items())
    return tuple(sorted(found, key=lambda gap: (gap.when, -len(gap.where), sorted(gap.where))))


def _wholes(given: Sequence[Rate], wheres: frozenset[frozenset[str]]) -> Iterator[Rate]:
    """What the places of a period come to together, where only each of them is given."""
    for when, measure in dict.fromkeys((rate.when, rate.measure) for rate in given):
        there = [rate for rate in given if (rate.when, rate.measure) == (when, measure)]
        for where in sorted(wheres - {rate.where for rate in there}, key=sorted):
            parts = sorted((rate for rate in there if rate.where < where), key=lambda rate: rate.release)
            if made_up(where, (part.where for part in parts)):
                count = sum((part.count for part in parts[1:]), start=parts[0].count)
                yield _as_rate("-plus-".join(p.release for p in parts), measure, when, where, count, Status.COMPUTED)


def _tells(found: Remainder) -> bool:
    """Nothing is left, or an exact count of which there can be so many."""
    return found.when is None or (found.rest.is_exact and found.rest.lo is not None and found.rest.lo >= 0)


def _rate(release: Release, measure: str, left: Remainder | None) -> Rate | None:
    where = frozenset(release.where)
    if left is None:
        return _as_rate(release.id, measure, release.when, where, release.counts[measure], Status.CITED)
    if left.when is None:
        return None
    return _as_rate(left.id, measure, left.when, where, left.rest, Status.COMPUTED)


def _as_rate(id: str, measure: str, when: Period, where: frozenset[str], count: Interval, status: Status) -> Rate:
    monthly = count / Interval.exactly(when.months) if when.months else None
    return Rate(id, measure, when, where, count, monthly, status)
