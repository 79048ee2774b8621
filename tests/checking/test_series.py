"""Series: releases as rates, what they leave of one another, what may not be subtracted, and the stretches nobody counts."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import number
from cases import table
from nisba.checking.numbers import Status
from nisba.checking.remainders import as_releases, beside_releases, place_checks, rest_checks
from nisba.checking.series import gaps, rates
from nisba.checking.successions import successions
from nisba.checking.verdicts import Verdict
from nisba.gathering import Release
from nisba.intervals import Interval
from nisba.periods import Period

CASES: list[dict[str, Any]] = table(Path(__file__).with_name("series.toml"))["case"]
FLOWS = ["count"]


def _release(name: str, period: str, where: str, count: str, *called: str) -> Release:
    words = {"count": dict(zip(("en", "ar"), called, strict=True))} if called else {}
    return Release(
        name, Period.parse(period), tuple(where.split()), {"count": Interval.parse(count)}, {}, "", called=words
    )


def _releases(case: dict[str, Any]) -> list[Release]:
    return [_release(*row) for row in case["releases"]]


def _named(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", [case for case in CASES if "rates" in case], ids=_named)
def test_releases_are_rates_by_the_day(case: dict[str, Any]) -> None:
    """Each count over the days of its own period, exactly; what shorter releases begin or end is what they leave."""
    found = rates(_releases(case), FLOWS)
    assert [[rate.release, str(rate.when), str(rate.count), str(rate.per_day)] for rate in found] == case["rates"]


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_what_may_not_be_subtracted_is_told(case: dict[str, Any]) -> None:
    """Another word, other places, days shared, fewer in a longer period: said, with what changed, and not subtracted."""
    found = [one for one in successions(_releases(case), FLOWS) if one.changes or one.verdict is not Verdict.HOLDS]
    assert [
        [one.later, one.earlier, str(one.meeting), str(one.verdict), [f"{c.was} > {c.now}" for c in one.changes]]
        for one in found
    ] == case.get("apart", [])
    assert all(one.rest is None for one in found if one.changes)


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_a_gap_is_told_as_a_gap(case: dict[str, Any]) -> None:
    """Only what lies between two releases of the same places and is covered by none."""
    assert [str(gap.when) for gap in gaps(_releases(case), FLOWS)] == case.get("gaps", [])


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_what_is_left_adds_up_over_places_and_over_time(case: dict[str, Any]) -> None:
    """What is left of the parts makes what is left of the whole, and releases that fill a period make its count."""
    found = rest_checks(_releases(case), FLOWS)
    assert [[str(check.says), str(check.computed), str(check.verdict)] for check in found] == case.get("sums", [])


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_the_order_of_releases_changes_nothing(case: dict[str, Any]) -> None:
    """Rows of a table have no order: the last first gives the same rates, gaps and remarks."""
    releases = _releases(case)
    for work in (rates, gaps, successions):
        assert sorted(map(str, work(releases, FLOWS))) == sorted(map(str, work(releases[::-1], FLOWS)))


def test_a_month_has_a_rate_and_a_week_has_none_per_month() -> None:
    """Thirty in three months are ten a month; a week is no whole month, and is told by the day alone."""
    found = rates(
        [_release("q1", "2025-01/2025-03", "leeds", "30"), _release("w", "2025-06-02/2025-06-08", "leeds", "7")], FLOWS
    )
    assert [rate.per_month for rate in found] == [Interval.exactly(10), None]


def test_what_was_subtracted_is_computed() -> None:
    """A count that a release gives is cited, one had by subtraction is not."""
    q1, h1 = _release("q1", "2025-01/2025-03", "leeds", "30"), _release("h1", "2025-01/2025-06", "leeds", "72")
    assert [rate.status for rate in rates([h1, q1], FLOWS)] == [Status.CITED, Status.COMPUTED]


def test_a_stock_has_neither_rate_nor_gap_and_may_fall() -> None:
    """People in a camp are no flow: nothing is subtracted, and nothing is missing between two days."""
    camps = [_release("a", "2025-01/2025-03", "roj", "40"), _release("b", "2025-01/2025-06", "roj", "30")]
    assert rates(camps, []) == gaps(camps, []) == successions(camps, []) == ()


def _quarter() -> list[Release]:
    rows = (("q1", "iraq syria", "18"), ("q1-iraq", "iraq", "11"), ("q1-syria", "syria", "7"))
    return [_release(name, "2025-01/2025-03", where, count) for name, where, count in rows]


@pytest.mark.parametrize(("syria", "verdict", "left"), [("14", Verdict.HOLDS, "26"), ("13", Verdict.FAILS, "25")])
def test_an_account_is_set_beside_the_series(syria: str, verdict: Verdict, left: str) -> None:
    """Less the first quarter, 44, 30 and 14 leave 26, 19 and 7, and 19 + 7 = 26; with 13 they leave 6, which makes 25."""
    when = Period.parse("2025-01/2025-06")
    told = [
        number("all", "44", "count", "iraq", "syria", when=when),
        number("all-iraq", "30", "count", "iraq", when=when),
        number("all-syria", syria, "count", "syria", when=when),
        number("at-large", "2500", "at-large", "iraq", when=None),
    ]
    assert [release.id for release in as_releases("paper", told)] == ["paper-iraq-syria", "paper-iraq", "paper-syria"]
    published = [*_quarter(), _release("h1", "2025-01/2025-06", "iraq syria", "99")]
    (check,) = beside_releases("paper", told, published, FLOWS)
    assert (check.verdict, str(check.says), str(check.computed)) == (verdict, "26", left)


def test_the_places_of_a_release_make_its_whole() -> None:
    """11 and 7 are the quarter's 18; with 8 they are not; a stock and a release of one place are not added up."""
    assert [(check.id, str(check.computed), check.verdict) for check in place_checks(_quarter(), FLOWS)] == [
        ("sum-q1-count", "18", Verdict.HOLDS)
    ]
    slipped = [*_quarter()[:2], _release("q1-syria", "2025-01/2025-03", "syria", "8")]
    assert [check.verdict for check in place_checks(slipped, FLOWS)] == [Verdict.FAILS]
    assert place_checks(_quarter(), []) == place_checks(_quarter()[:1], FLOWS) == ()


_DAYS = st.integers(min_value=1, max_value=400)


@given(st.lists(st.tuples(_DAYS, st.integers(min_value=0, max_value=10**6)), min_size=1, max_size=6), st.integers(0, 5))
def test_stretches_add_up_to_the_release_that_holds_them(parts: list[tuple[int, int]], left_out: int) -> None:
    """Of a period cut into stretches of any length, one of which is not given: its count is what the whole leaves."""
    start, releases = date(2020, 1, 1), []
    for place, (days, count) in enumerate(parts):
        end = start + timedelta(days=days - 1)
        releases.append(_release(f"p{place}", f"{start}/{end}", "leeds", str(count)))
        start = end + timedelta(days=1)
    total = sum(count for _, count in parts)
    whole = _release("whole", f"2020-01-01/{start - timedelta(days=1)}", "leeds", str(total))
    given_ = [one for place, one in enumerate(releases) if place != left_out % len(parts)] or releases
    found = rates([*given_, *([whole] if len(parts) > 1 else [])], FLOWS)
    assert sum((rate.count.lo or Fraction(0) for rate in found), Fraction(0)) == total
    assert sum(rate.when.days for rate in found) == sum(days for days, _ in parts)
    assert all(rate.per_day.lo == (rate.count.lo or 0) / rate.when.days for rate in found)
