"""Tables of the pages: rows of values are told apart, headings stand over their numbers, words are in the page's language."""

from __future__ import annotations

import re

import pytest

from explaining.pages import LANGUAGES, every_page, soup
from nisba.explaining.markup import join, tag


def test_what_stands_between_pieces_also_stands_between_those_of_a_row():
    """Three values in a list never run into one word."""
    assert join([tag("b", "ice"), tag("b", "sleet")], "snow", by=", ") == "<b>ice</b>, <b>sleet</b>, snow"
    assert join("ice", None, "", ["snow"], by="/") == "ice/snow"


@every_page
def test_allowed_values_are_told_apart(published, key):
    """A reader can see where one allowed value ends and the next begins."""
    for cell in soup(published[key]).select("table td:has(> code + code)"):
        assert cell.get_text() != "".join(code.get_text() for code in cell.select("code"))


@every_page
def test_a_heading_stands_over_its_numbers(published, key):
    """Where a column holds numbers its heading is set as they are."""
    for table in soup(published[key]).select("table.wide-t"):
        heads = table.select("thead th")
        for row in table.select("tbody tr"):
            for head, cell in zip(heads, row.find_all(["th", "td"], recursive=False), strict=True):
                assert "num" not in cell.get("class", []) or "num" in head.get("class", []), head


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_account_says_is_told_in_the_pages_language(published, evidences, language):
    """Words that fit no kind of claim are shown as the story renders them, or marked as another language's."""
    story = evidences["centcom-2024h1"].story
    page = soup(published["centcom-2024h1", "methodology", language])
    said = {row.th.contents[0]: row.td for row in page.select("table.accounts tbody tr")}
    for account in story.accounts:
        if not account.claim and account.wording:
            assert said[account.outlet[language]].get_text() == account.rendered.get(language, account.wording)


@every_page
def test_names_of_files_keep_their_direction(published, key):
    """03_work_the_ratios reads the same on a page that runs from right to left."""
    for name in soup(published[key]).select(".files a[href$='.ipynb'] bdi"):
        assert name["dir"] == "ltr"


@every_page
def test_no_braces_reach_a_page(published, key):
    """Names of numbers are for those who write; a reader never meets one."""
    assert not re.findall(r"{[=a-z][^{}]*}", soup(published[key]).main.get_text(" "))
