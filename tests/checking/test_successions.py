"""Successions: releases whose periods meet, and what one leaves after the other."""

from __future__ import annotations

import pytest

from builders import number
from nisba.checking.series import rates
from nisba.checking.successions import Meeting, as_releases, rest_checks, successions
from nisba.checking.verdicts import Verdict
from nisba.gathering import Release
from nisba.intervals import Interval
from nisba.periods import Period


def _release(name: str, period: str, where: str, **counts: str) -> Release:
    values = {count: Interval.parse(value) for count, value in counts.items()}
    return Release(name, Period.parse(period), tuple(where.split()), values, {}, "")


QUARTER = [
    _release("q1", "2025-01/2025-03", "iraq syria", killed="18"),
    _release("q1-iraq", "2025-01/2025-03", "iraq", killed="11"),
    _release("q1-syria", "2025-01/2025-03", "syria", killed="7"),
]


def _half(whole: str, iraq: str, syria: str) -> list[Release]:
    period = "2025-01/2025-06"
    values = ((whole, "iraq syria"), (iraq, "iraq"), (syria, "syria"))
    return [_release(f"h1-{where[:1]}", period, where, killed=value) for value, where in values]


@pytest.mark.parametrize(("syria", "verdict"), [("14", Verdict.HOLDS), ("13", Verdict.FAILS)])
def test_what_is_left_adds_up_over_places(syria: str, verdict: Verdict) -> None:
    """Less the first quarter, 44, 30 and 14 leave 26, 19 and 7, and 19 + 7 = 26; with 13 they leave 6, and do not add up."""
    (check,) = rest_checks([*QUARTER, *_half("44", "30", syria)], ["killed"])
    assert (check.verdict, check.says) == (verdict, Interval.exactly(26))


@pytest.mark.parametrize(
    ("later", "verdict"),
    [("30", Verdict.HOLDS), ("18", Verdict.HOLDS), ("17", Verdict.FAILS), (">10", Verdict.UNDECIDED)],
)
def test_a_count_does_not_fall_as_its_period_grows(later: str, verdict: Verdict) -> None:
    """Seventeen in six months cannot hold eighteen in three; more than ten may."""
    half = _release("h1", "2025-01/2025-06", "iraq syria", killed=later)
    (found,) = successions([half, QUARTER[0]], ["killed"])
    assert (found.meeting, found.verdict, str(found.when)) == (Meeting.EXTENDS, verdict, "2025-04-01/2025-06-30")


def test_a_stock_may_fall() -> None:
    """People in a camp are no flow: nothing is subtracted."""
    camps = [_release("a", "2025-01/2025-03", "roj", camp="40"), _release("b", "2025-01/2025-06", "roj", camp="30")]
    assert successions(camps, ["killed"]) == ()


def test_periods_that_only_overlap_are_said_to() -> None:
    """February to April and January to March share two months: neither can be taken from the other."""
    spring = _release("spring", "2025-02/2025-04", "iraq syria", killed="9")
    (found,) = successions([QUARTER[0], spring], ["killed"])
    assert (found.meeting, found.rest, found.verdict) == (Meeting.OVERLAPS, None, Verdict.UNDECIDED)


def test_other_places_and_later_periods_do_not_meet() -> None:
    """A release for one country says nothing of two, and one that begins after another ends adds to it."""
    later = _release("q2", "2025-04/2025-06", "iraq syria", killed="5")
    wider = _release("h1", "2025-01/2025-06", "iraq syria jordan", killed="50")
    assert successions([QUARTER[0], later, wider], ["killed"]) == ()


def test_an_account_is_set_beside_the_series() -> None:
    """An account's own numbers, by place and period, are checked against the releases before it."""
    when = Period.parse("2025-01/2025-06")
    told = [
        number("killed", "44", "killed", "iraq", "syria", when=when),
        number("killed-iraq", "30", "killed", "iraq", when=when),
        number("killed-syria", "13", "killed", "syria", when=when),
        number("at-large", "2500", "at-large", "iraq", when=None),
    ]
    releases = as_releases("paper", told)
    assert [release.id for release in releases] == ["paper-iraq-syria", "paper-iraq", "paper-syria"]
    (check,) = rest_checks([*QUARTER, *releases], ["killed"])
    assert (check.verdict, str(check.computed)) == (Verdict.FAILS, "25")


def test_unequal_periods_compare_by_the_day() -> None:
    """Eighteen in the 90 days of a quarter are one in five days."""
    (rate,) = rates(QUARTER[:1], ["killed"])
    assert rate.per_day == Interval.parse("1/5")
