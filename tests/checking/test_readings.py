"""Readings: a comparison in every honest reading with every figure, and what the whole multiverse comes to."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import number
from cases import table
from nisba.checking.deciding import decisions
from nisba.checking.numbers import Number
from nisba.checking.ratios import work_out
from nisba.checking.readings import Finding, judge
from nisba.checking.verdicts import Robustness, Verdict
from nisba.gathering import Cited, Reading, Statement, Story, load_story
from nisba.intervals import Interval
from nisba.periods import Period

CASES: list[dict[str, Any]] = table(Path(__file__).with_name("readings.toml"))["case"]
TOWNS = load_story(Path(__file__).resolve().parents[1] / "stories" / "two-towns", "two-towns")
HALF = Period.parse("2025-01/2025-06")
READINGS = (
    ("so-far", "so-far", "count / base"),
    ("months", "pace", "count * year-months(count) / months(count) / base"),
    ("days", "pace", "count * year-days(count) / days(count) / base"),
)


def _story(figures: list[list[str]], readings: Any, holds: str) -> Story:
    """A story that asks one thing: whether a count, read so or so, is so many times a figure."""
    cited = tuple(
        Cited(
            id, "base", Interval.parse(value), "count", tuple(where.split()), Period.parse(when), {}, "", {}, {}, {}, {}
        )
        for id, value, where, when in figures
    )
    asked = tuple(Reading(id, kind, formula, {}) for id, kind, formula in readings)
    statement = Statement("more", holds, tuple(reading.id for reading in asked), {})
    return dataclasses.replace(
        TOWNS, baseline="base", cited=cited, releases=(), formulas=(), readings=asked, statements=(statement,)
    )


def _judged(story: Story, count: Number) -> tuple[Finding, ...]:
    return judge(story, work_out(story, [count], baseline="", counting="days"))


def _case(case: dict[str, Any]) -> tuple[Story, tuple[Finding, ...]]:
    value, where, when = case["count"]
    story = _story(case["figures"], case["readings"], case["holds"])
    return story, _judged(story, number("count", value, "count", *where.split(), when=Period.parse(when)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_reading_with_every_figure(case: dict[str, Any]) -> None:
    """Each ratio exactly, or the reason why there is none, and whether the statement holds on it."""
    _, findings = _case(case)
    assert [
        [finding.baseline, cell.reading, cell.refused or str(cell.value), str(cell.verdict)]
        for finding in findings
        for cell in finding.cells
    ] == case["cells"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_the_whole_comes_to(case: dict[str, Any]) -> None:
    """Robust, false or dependent; in how many it holds; the fewest choices that decide it, and those that tie with them."""
    story, findings = _case(case)
    (found,) = decisions(findings, story.readings)
    told = [str(found.robustness), found.holds, found.of, found.undecided, list(found.choices), list(found.ties)]
    assert told == case["found"]


def test_the_story_of_two_towns_comes_to_the_same() -> None:
    """Its own file asks what the first case asks: 153 against 150 is 51/50 so far and 51/25 at that pace."""
    rescues = number("rescues", "153", "rescues", "northport", "southport", when=HALF)
    numbers = {one.id: one for one in (rescues,)} | work_out(
        dataclasses.replace(TOWNS, formulas=()), [rescues], baseline="", counting="days"
    )
    (found,) = decisions(judge(TOWNS, numbers), TOWNS.readings)
    assert (found.robustness, found.holds, found.of, found.choices) == (Robustness.DEPENDS, 1, 2, ("kind",))


_COUNTS = st.integers(min_value=1, max_value=10**6)


def _verdicts(count: int, base: int, holds: str = ">= 2") -> list[Verdict]:
    story = _story([["one", str(base), "leeds", "2024"]], READINGS, holds)
    (finding,) = _judged(story, number("count", str(count), "count", "leeds", when=HALF))
    return [cell.verdict for cell in finding.cells]


@given(_COUNTS, _COUNTS, st.integers(min_value=2, max_value=1000))
def test_so_many_times_both_changes_nothing(count: int, base: int, times: int) -> None:
    """Counted in dozens or in thousands, a comparison is the same."""
    assert _verdicts(count, base) == _verdicts(count * times, base * times)


@given(_COUNTS, _COUNTS, st.integers(min_value=0, max_value=10**6))
def test_a_greater_figure_makes_nothing_hold(count: int, base: int, more: int) -> None:
    """What fails against a figure fails against a greater one, in every reading."""
    pairs = zip(_verdicts(count, base), _verdicts(count, base + more), strict=True)
    assert not any((before, after) == (Verdict.FAILS, Verdict.HOLDS) for before, after in pairs)


@given(_COUNTS, _COUNTS)
def test_a_verdict_is_exact(count: int, base: int) -> None:
    """It turns where the fractions do, and nowhere else: no rounding comes between."""
    exact = [Fraction(count, base), Fraction(2 * count, base), Fraction(365 * count, 181 * base)]
    assert _verdicts(count, base) == [Verdict.HOLDS if ratio >= 2 else Verdict.FAILS for ratio in exact]


@given(_COUNTS, st.lists(_COUNTS, min_size=1, max_size=4), st.randoms())
def test_the_order_of_figures_and_readings_decides_nothing(count: int, bases: list[int], chance: Any) -> None:
    """However the story lists them, the same holds in as many, and the same choices decide."""
    figures = [[f"f{place}", str(base), "leeds", "2024"] for place, base in enumerate(bases)]
    mixed, turned = chance.sample(figures, len(figures)), chance.sample(READINGS, len(READINGS))
    found = []
    for story in (_story(figures, READINGS, "> 1"), _story(mixed, turned, "> 1")):
        findings = _judged(story, number("count", str(count), "count", "leeds", when=HALF))
        found.append(decisions(findings, story.readings))
    assert found[0] == found[1]
