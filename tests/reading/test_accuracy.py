"""The figures that docs/accuracy.md quotes are those that the scorer prints, and none lies below its floor."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from accuracy import Score, score, table
from floors import ours
from nisba.reading import Kind
from peers import NUMBERS, f1
from specimens import TIMES, specimens

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    """The score of every annotated report, by name."""
    return {one.report.name: score(one) for one in specimens()}


def test_the_page_quotes_the_figures_that_the_scorer_prints(scores):
    """Run `python benchmarks/accuracy.py --write` where this fails."""
    assert table(scores) in (ROOT / "docs" / "accuracy.md").read_text("utf-8")


def test_no_figure_lies_below_its_floor():
    """What was read right once stays so, in each language."""
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))["accuracy"]
    assert {name: figure for name, figure in ours() if figure < floors[name]} == {}


def test_there_are_reports_enough_of_each_language_and_many_fields():
    """Ten in Arabic, eight in English, two in French; eight fields or more; as long as short news is."""
    reports = list(specimens())
    languages = [one.report.language for one in reports]
    assert languages.count("ar") >= 10
    assert languages.count("en") >= 8
    assert languages.count("fr") >= 2
    assert len({one.about for one in reports}) >= 8
    assert all(80 <= len(one.report.text.split()) <= 200 for one in reports)


def test_every_digit_of_the_reports_is_annotated():
    """Each belongs to a quantity, or is said to count nothing."""
    for one in specimens():
        spans = [*((q.start, q.end) for q in one.expected), *one.nothing]
        covered = {place for start, end in spans for place in range(start, end)}
        text = one.report.text
        assert {place for place, letter in enumerate(text) if letter.isdigit()} <= covered, one.report.name


def test_a_value_that_is_off_by_its_hedge_is_no_hit(scores):
    """The scorer is strict: what it calls right is no more than what is asked, and a perfect report scores 1."""
    assert all(one.counts["right"] <= min(one.counts["asked"], one.counts["read"]) for one in scores.values())
    asked = sum(not q.optional and q.kind is not Kind.VAGUE for one in specimens() for q in one.expected)
    assert sum(one.counts["asked"] for one in scores.values()) == asked


def test_readers_are_measured_by_the_same_rule():
    """Who tells each number's ends and each time's first day scores 1; who tells other values, 0."""
    reports = list(specimens())
    truth = [
        [[q.start, q.end, float(end)] for q in one.expected if q.value for end in {q.value.lo, q.value.hi} - {None}]
        for one in reports
    ]
    days = [[[q.start, q.end, str(q.when.start)] for q in one.expected if q.when] for one in reports]
    assert f1(reports, truth, NUMBERS) == 1
    assert f1(reports, days, TIMES) == 1
    assert (
        f1(reports, [[[start, end, 7 * value + 0.123] for start, end, value in said] for said in truth], NUMBERS) == 0
    )
