"""Own base: a claim beside the figures of the account that makes it."""

from __future__ import annotations

import pytest

from builders import number
from nisba.checking.own_base import falls_short
from nisba.gathering import ClaimKind
from nisba.intervals import Interval
from nisba.periods import Period

HALF = Period.parse("2025-01-01/2025-06-30")
ARRIVALS = number("arrivals", "900", "arrivals", "port", when=HALF)
BEFORE = number("arrivals-2024", "1000", "arrivals", "port", when=Period.parse("2024"))


@pytest.mark.parametrize(
    ("told", "multiple", "now", "before", "found"),
    [
        ("fact", "2", "1500", "1000", "3/2"),
        ("fact", "2", "1750", "1000", None),  # an eighth short of double: loosely meant
        ("fact", ">2", "2600", "1000", None),  # more than was claimed falls short of nothing
        ("fact", ">1", "1000", "1000", "1"),
        ("fact", ">1", "1001", "1000", None),
        ("fact", "1/2", "1500", "1000", None),  # under one: which way round is meant is not said
        ("", "2", "1500", "1000", None),
    ],
)
def test_a_claim_that_says_more_than_its_figures(
    told: str, multiple: str, now: str, before: str, found: str | None
) -> None:
    """Short by more than an eighth, it is told with what the figures come to; else nothing is said."""
    claim = ClaimKind("claim", {}, told, Interval.parse(multiple))
    figures = {"arrivals": Interval.parse(now), "arrivals-2024": Interval.parse(before)}
    ratio = falls_short(figures, claim, [ARRIVALS], BEFORE)
    assert ratio == (Interval.parse(found) if found else None)


def test_a_pace_is_stretched_over_the_days_of_the_base() -> None:
    """900 in 181 days of 2025 are 900 * 366 / 181 in as many days as 2024 has, 1.82 times its 1,000: near enough to double."""
    figures = {"arrivals": Interval.parse("900"), "arrivals-2024": Interval.parse("1000")}
    double, triple = (ClaimKind("pace", {}, "pace", Interval.parse(times)) for times in ("2", "3"))
    assert falls_short(figures, double, [ARRIVALS], BEFORE) is None
    assert falls_short(figures, triple, [ARRIVALS], BEFORE) == Interval.parse("900") * Interval.parse("366/181000")


def test_an_open_base_only_lowers_the_ratio() -> None:
    """Against more than 1,000, 1,500 are less than one and a half times, and no three times; below 1,000, nothing is known."""
    claim = ClaimKind("claim", {}, "fact", Interval.parse("3"))
    now = {"arrivals": Interval.parse("1500")}
    assert falls_short({**now, "arrivals-2024": Interval.parse(">1000")}, claim, [ARRIVALS], BEFORE) is not None
    assert falls_short({**now, "arrivals-2024": Interval.parse("<1000")}, claim, [ARRIVALS], BEFORE) is None


def test_figures_of_other_places_or_things_are_no_base() -> None:
    """Arrivals at one port are not set against those of another, nor against departures."""
    claim = ClaimKind("claim", {}, "fact", Interval.parse("2"))
    figures = {"arrivals": Interval.parse("900"), "other": Interval.parse("1000")}
    for what, where in (("arrivals", "harbour"), ("departures", "port")):
        base = number("other", "1000", what, where, when=Period.parse("2024"))
        assert falls_short(figures, claim, [ARRIVALS], base) is None
