"""What a methodology owns up to: the rules it rests on with their sources, what was not read, what stays unchecked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explaining.pages import LANGUAGES, STORIES, soup
from nisba.explaining import methodology
from nisba.explaining.components.rules import _works
from nisba.explaining.messages import Messages
from nisba.reading import Unread


def _section(page, name) -> str:
    return " ".join(page.find(id=name).parent.get_text(" ").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_told_in_every_language(language):
    """A rule of the list has a name and a sentence."""
    messages = Messages(language)
    assert all(f"rule-{name}" in messages and f"rule-{name}-name" in messages for name in _works())


def test_a_story_names_the_rules_it_rests_on_and_no_others(written):
    """The towns' sums use no statistical model and no percentage change; the first story uses both."""
    towns = soup(written["two-towns", "methodology", "en"].html)
    first = soup(written["centcom-2024h1", "methodology", "en"].html)
    rules = [{term["id"].removeprefix("rule-") for term in page.select(".rules dt")} for page in (towns, first)]
    assert rules[0] == {"fractions", "rounding", "interval", "calendar", "multiverse", "whole", "repairs"}
    assert rules[1] - rules[0] == {"change", "poisson"}


def test_a_work_is_cited_in_its_language(written):
    """On the Arabic page the name of an English work is marked as English; a rule of ours says that it is ours."""
    page = soup(written["two-towns", "methodology", "ar"].html)
    assert {cite["lang"] for cite in page.select(".rules cite")} == {"en"}
    assert "قاعدة من وضعنا" in page.find(id="rule-whole").find_next("dd").get_text()


def test_a_number_that_no_item_uses_is_listed(written):
    """The Evening Post says that twice as many were brought ashore, and no item of the story is that."""
    section = _section(soup(written["two-towns", "methodology", "en"].html), "unchecked")
    assert "Numbers of the report that no item uses" in section
    assert "twice as many as in all of 2024" in section


def test_a_check_that_stays_open_is_listed_with_its_reason(written):
    """Rudaw gives floors, and the report does not hold the base of its "double"."""
    section = _section(soup(written["centcom-2024h1", "methodology", "en"].html), "unchecked")
    assert "Rudaw Killed, both countries a number in it has an open end" in section
    assert "what it is a multiple of is not in the report" in section


def test_texts_that_are_not_held_are_named(written):
    """The coast guard's figures were typed in; its text is not in the folder."""
    section = _section(soup(written["two-towns", "methodology", "en"].html), "unchecked")
    assert "the program cannot read their figures again: Coast guard." in section


def test_a_numeral_that_was_not_read_is_led_to(towns):
    """Where something was not read, the section leads to the table that lists it with its reason."""
    evidence = towns()
    left = Unread(evidence.quantities[0].span, evidence.quantities[0].surface, "it is torn")
    page = soup(methodology(replace(evidence, unread=(left,)), "en").html)
    assert "it is torn" in _section(page, "words")
    assert page.find(id="unchecked").parent.select_one("a[href='#words']")


@pytest.mark.parametrize("story", STORIES)
def test_both_languages_list_the_same(written, story):
    """As many rows and rules in each."""
    pages = [soup(written[story, "methodology", language].html) for language in LANGUAGES]
    counts = [(len(page.select(".rules dt")), len(page.find(id="unchecked").parent.select("tr"))) for page in pages]
    assert counts[0] == counts[1]
