"""Claims: which number of the account is which fact, settled by quoting its words."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from builders import fact
from nisba.checking.claims import settle, unsettled
from nisba.checking.ratios import work_out
from nisba.checking.readings import judge, over_baselines
from nisba.checking.verdicts import Robustness, Verdict
from nisba.errors import StoryError
from nisba.gathering import Story, load_story
from nisba.intervals import Interval
from nisba.reading import Report, read_quantities, read_report

PROJECT = Path(__file__).parents[1] / "stories" / "two-towns"


@pytest.fixture
def story() -> Story:
    """The invented story of two towns."""
    return load_story(PROJECT, "two-towns")


@pytest.fixture
def report(story: Story) -> Report:
    """Its lead account."""
    lead = story.lead
    return read_report(story.folder / lead.file, name=lead.id, language=lead.language, date=lead.date)


def test_a_quote_names_the_one_number_in_it(story: Story, report: Report) -> None:
    """Each fact takes its value from the account, with the characters that give it and the whole sentence."""
    numbers = {number.id: number for number in settle(story, report, read_quantities(report))}
    assert {name: str(number.value) for name, number in numbers.items()} == {
        "rescues": "153",
        "boats": "60",
        "boats-north": "40",
        "boats-south": "21",
        "ashore": ">900",
    }
    quote = numbers["boats-south"].quote
    assert quote is not None
    assert report.words(quote.span) == "21"
    assert report.words(quote.sentence) == "It sent out 60 boats, 40 of them in Northport and 21 in Southport."


def test_a_person_may_work_with_another_value(story: Story, report: Report) -> None:
    """Where the printed number is known to be wrong the fact takes the value given instead; the quote stays as printed."""
    facts = tuple(
        dataclasses.replace(one, instead=Interval.parse("39"), because={"en": "The outlet corrected it."})
        if one.id == "boats-north"
        else one
        for one in story.facts
    )
    numbers = settle(dataclasses.replace(story, facts=facts), report, read_quantities(report))
    north = next(number for number in numbers if number.id == "boats-north")
    assert str(north.value) == "39"
    assert north.quote is not None
    assert report.words(north.quote.span) == "40"


def test_the_hedge_is_marked_with_the_number(story: Story, report: Report) -> None:
    """What readers see marked is the number with the words that make it less than exact."""
    ashore = next(n for n in settle(story, report, read_quantities(report)) if n.id == "ashore")
    assert ashore.quote is not None
    assert report.words(ashore.quote.span) == "More than 900"


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("counted 153 ships", "is not in the account"),
        ("port", "stands in the account 4 times"),
        ("sent out", "quote holds no number"),
        ("60 boats, 40 of them", "quote holds '60', '40'"),
    ],
)
def test_a_quote_that_settles_nothing_is_refused(story: Story, report: Report, quote: str, says: str) -> None:
    """A quote must stand in the account once and hold exactly one number."""
    wrong = dataclasses.replace(story, facts=(fact("wrong", "things", quote=quote),))
    with pytest.raises(StoryError) as error:
        settle(wrong, report, read_quantities(report))
    assert says in str(error.value)


def test_numbers_nobody_named_are_listed(story: Story, report: Report) -> None:
    """What no fact names is listed: here "twice"."""
    assert [quantity.surface for quantity in unsettled(story, report, read_quantities(report))] == ["twice"]


def test_every_number_of_the_story_is_worked_out(story: Story, report: Report) -> None:
    """Formulas and readings are computed from what was reported and cited: 153 / 150, and 306 / 150 by pace."""
    numbers = work_out(story, settle(story, report, read_quantities(report)), baseline="", counting="days")
    assert numbers["so-far"].value == numbers["so-far-with-harbour-board"].value == Interval.parse("51/50")
    assert numbers["pace-with-harbour-board"].value == Interval.parse("51/25")
    assert "so-far-with-lifeboat-crew" not in numbers


def test_a_baseline_that_is_none_is_refused(story: Story, report: Report) -> None:
    """A baseline that is no candidate for the comparison is refused with those that are."""
    facts = settle(story, report, read_quantities(report))
    with pytest.raises(StoryError, match="harbour-board, lifeboat-crew"):
        work_out(story, facts, baseline="coast-guard", counting="days")


def test_a_statement_is_judged_under_every_reading_and_baseline(story: Story, report: Report) -> None:
    """Doubled by pace but not so far, with the region's count; with one town's count there is nothing to compare."""
    numbers = work_out(story, settle(story, report, read_quantities(report)), baseline="", counting="days")
    whole, part = judge(story, numbers)
    assert [(cell.reading, cell.verdict.value) for cell in whole.cells] == [("so-far", "fails"), ("pace", "holds")]
    assert whole.robustness is Robustness.DEPENDS
    assert {cell.refused for cell in part.cells} == {"other-place"}
    assert part.robustness is Robustness.UNKNOWN


def test_one_kind_of_reading_can_be_asked_for(story: Story, report: Report) -> None:
    """With one kind of reading, a statement is judged under that kind alone."""
    numbers = work_out(story, settle(story, report, read_quantities(report)), baseline="", counting="days")
    assert [cell.reading for finding in judge(story, numbers, kind="pace") for cell in finding.cells] == [
        "pace",
        "pace",
    ]


def test_what_holds_with_one_figure_and_fails_with_another_depends(story: Story, report: Report) -> None:
    """Over all figures, a statement is robust only if every reading with every figure agrees."""
    numbers = work_out(story, settle(story, report, read_quantities(report)), baseline="", counting="days")
    findings = judge(story, numbers, kind="pace")
    assert over_baselines(findings, "doubled") is Robustness.ROBUST
    against = dataclasses.replace(
        findings[0], cells=(dataclasses.replace(findings[0].cells[0], verdict=Verdict.FAILS),)
    )
    assert over_baselines((*findings, against), "doubled") is Robustness.DEPENDS
