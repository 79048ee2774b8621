"""Remainders: what a release of a series leaves when the shorter ones inside its period are taken away.

What is left must add up over places as the releases themselves do, and shorter releases that leave nothing of the longer must
make it: so a slip in one of them is seen from a second side.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from nisba.checking.checks import Check, check_account, sum_check
from nisba.checking.claims import release_numbers
from nisba.checking.numbers import Number, Scope, Status
from nisba.checking.successions import changes
from nisba.gathering import Release
from nisba.intervals import Interval
from nisba.periods import Period


@dataclass(frozen=True, slots=True)
class Remainder:
    """One count of a release, less those of shorter ones.

    Args:
        release: id of the release.
        parts: ids of the shorter ones, in order of their periods.
        measure: what is counted.
        where: the places.
        when: what is left of the period; None where nothing is.
        rest: the count less the others'.
    """

    release: str
    parts: tuple[str, ...]
    measure: str
    where: frozenset[str]
    when: Period | None
    rest: Interval

    @property
    def id(self) -> str:
        """``<release>-less-<part>``, with every part."""
        return "-".join((self.release, "less", *self.parts))


def remainders(releases: Iterable[Release], flows: Collection[str]) -> tuple[Remainder, ...]:
    """What each count of a release leaves that shorter releases of the same places, counted alike, leave in one stretch.

    Args:
        releases: the releases, in any order.
        flows: the counts that add up over time.
    """
    held = tuple(releases)
    return tuple(
        found
        for release in held
        for measure in release.counts
        if measure in flows
        for found in _remainder(release, measure, held)
    )


def place_checks(releases: Iterable[Release], flows: Collection[str]) -> tuple[Check, ...]:
    """Whether the places of each release make its whole, for each count that all of them give."""
    held = [number for number in release_numbers(releases) if number.scope.what in flows]
    return check_account("", held, ())


def rest_checks(releases: Iterable[Release], flows: Collection[str]) -> tuple[Check, ...]:
    """Whether what is left of the parts makes what is left of the whole: 19 + 7 = 26 bears 7 out, and with it 14.

    And whether shorter releases that fill a longer one's period make its count.
    """
    held = tuple(releases)
    by_id = {release.id: release for release in held}
    found = remainders(held, flows)
    left = [
        Number(f"{one.id}-{one.measure}", Status.COMPUTED, one.rest, Scope(one.measure, one.where, one.when))
        for one in found
        if one.when is not None
    ]
    filled = [_filled(by_id, one) for one in found if one.when is None]
    return (*check_account("rests", left, ()), *filled)


def beside_releases(
    account: str, numbers: Iterable[Number], releases: Iterable[Release], flows: Collection[str]
) -> tuple[Check, ...]:
    """The same checks with an account's numbers in place of the releases of its period and places.

    Args:
        account: its id.
        numbers: its numbers.
        releases: the series.
        flows: the counts that add up over time.
    """
    own = as_releases(account, numbers)
    replaced = {(one.when, frozenset(one.where)) for one in own}
    others = [one for one in releases if (one.when, frozenset(one.where)) not in replaced]
    ids = tuple(f"sum-{one.id}-" for one in own)
    return tuple(check for check in rest_checks((*others, *own), flows) if check.id.startswith(ids))


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


def _remainder(release: Release, measure: str, held: tuple[Release, ...]) -> Iterator[Remainder]:
    parts = sorted(_disjoint(release, measure, held), key=lambda part: part.when)
    left = release.when.without(*(part.when for part in parts))
    if not parts or len(left) > 1:
        return
    rest = release.counts[measure]
    for part in parts:
        rest -= part.counts[measure]
    ids = tuple(part.id for part in parts)
    yield Remainder(release.id, ids, measure, frozenset(release.where), left[0] if left else None, rest)


def _disjoint(release: Release, measure: str, held: tuple[Release, ...]) -> list[Release]:
    """Shorter releases inside the period, the longest first, no two of which share a day."""
    inside = [
        one
        for one in held
        if one.when != release.when
        and release.when.holds(one.when)
        and set(one.where) == set(release.where)
        and measure in one.counts
        and not changes(release, one, measure)
    ]
    chosen: list[Release] = []
    for one in sorted(inside, key=lambda part: (-part.when.days, part.when)):
        if not any(one.when.shares(other.when) for other in chosen):
            chosen.append(one)
    return chosen


def _filled(releases: dict[str, Release], found: Remainder) -> Check:
    def number(name: str) -> Number:
        release = releases[name]
        scope = Scope(found.measure, found.where, release.when)
        return Number(f"{name}-{found.measure}", Status.CITED, release.counts[found.measure], scope, citation=name)

    return sum_check("releases", number(found.release), tuple(number(part) for part in found.parts))
