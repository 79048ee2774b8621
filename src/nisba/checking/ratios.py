"""Ratios and all other numbers the story asks for, computed in order, each from those before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nisba.checking.claims import cited_numbers, release_numbers, with_baseline
from nisba.checking.formulas import evaluate, resolved
from nisba.checking.numbers import Number
from nisba.checking.readings import read_ratios
from nisba.errors import FormulaError
from nisba.gathering import Story
from nisba.gathering.lines import line_of


def work_out(story: Story, reported: Iterable[Number], *, baseline: str, counting: str) -> dict[str, Number]:
    """Every number of the story by id: reported, cited, released, computed, and the ratio of each reading.

    Args:
        story: formulas, readings and figures cited from elsewhere.
        reported: the lead account's numbers.
        baseline: id of the cited figure that the comparison is made with; empty: the story's first.
        counting: ``days`` or ``months``: how ``length(…)`` measures periods.

    Raises:
        FormulaError: a formula cannot be read, names an unknown number or one computed only after it.
        ScopeError: a formula compares or adds what may not be.
    """
    held = [*reported, *cited_numbers(story.cited), *release_numbers(story.releases)]
    numbers = with_baseline(story, baseline, {number.id: number for number in held})
    for formula in story.formulas:
        try:
            found = evaluate(resolved(formula.formula, counting), numbers, id=formula.id, show=formula.show)
        except FormulaError as error:
            path, key = story.folder / "story.toml", f"computed.{formula.id}"
            error.at(path, line_of(path, key, "formula"), key)
            raise
        numbers[formula.id] = found
    return numbers | read_ratios(story, numbers)[0]


def by_id(numbers: Iterable[Number]) -> Mapping[str, Number]:
    """The same numbers, to look up by id."""
    return {number.id: number for number in numbers}
