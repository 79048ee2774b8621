"""The way of each number in the methodology: named steps in order, each with an address that stays."""

from __future__ import annotations

import pytest

from explaining.pages import LANGUAGES, STORIES, soup
from nisba.explaining import methodology

ORDER = {
    "rep": ["sentence", "quantity", "claim", "operation", "wording"],
    "cit": ["source", "quantity", "claim", "operation", "wording"],
    "com": ["operation", "wording"],
}
both = pytest.mark.parametrize(("story", "language"), [(s, la) for s in STORIES for la in LANGUAGES])


def _note(page, name):
    return page.find(id=f"n-{name}")


def _step(page, name, step) -> str:
    return " ".join(page.find(id=f"n-{name}--{step}").get_text().split())


@both
def test_every_number_has_every_step_in_order(written, story, language):
    """What was read has five, what was computed has its sum and its wording; a step's address is the number's and its own."""
    notes = soup(written[story, "methodology", language].html).select("li.note")
    for note in notes:
        (kind,) = ORDER.keys() & set(note["class"])
        assert [step["id"] for step in note.select(".step")] == [f"{note['id']}--{name}" for name in ORDER[kind]]


@both
def test_a_number_of_the_explainer_leads_to_its_steps(written, story, language):
    """Each note of the explainer names an address of the methodology that is there, under the same number."""
    told, whole = (soup(written[story, kind, language].html) for kind in ("explainer", "methodology"))
    for note in told.select("li.note"):
        page, _, anchor = note.select_one(".way a")["href"].partition("#")
        assert (page, anchor) == (f"methodology.{language}.html", note["id"])
        assert whole.find(id=anchor).select_one(".note-n").get_text() == note.select_one(".note-n").get_text()


def test_a_reported_number_says_what_was_read_and_where_it_goes(written):
    """Sixty boats: the characters, the value, who settled the place, the check it stands in."""
    page = soup(written["two-towns", "methodology", "en"].html)
    assert _step(page, "boats", "quantity") == "Quantity. 60 was read as 60 (count)."
    assert "An editor chose these words" in _step(page, "boats", "claim")
    assert "settled its places or period by hand" in _step(page, "boats", "claim")
    assert _step(page, "boats", "operation").endswith("What the checks that it stands in say: Does not add up.")
    assert _step(page, "boats", "wording") == "Wording. Printed in full, without rounding: 60."
    assert "It goes into 1.02." in _step(page, "rescues", "operation")


def test_a_hedge_is_told_with_the_words_that_hedge(written):
    """More than 900: the reading has no upper end, and so has the print."""
    page = soup(written["two-towns", "methodology", "en"].html)
    assert _step(page, "ashore", "quantity").startswith(
        "Quantity. 900 was read as more than 900 (count). The hedge is in"
    )
    assert "the text’s own words: More than." in _step(page, "ashore", "quantity")
    assert "Printed with its open end: more than 900." in _step(page, "ashore", "wording")


def test_the_characters_are_those_of_the_text(written, evidences):
    """The two places that the step names hold the number, in the text as received."""
    page, evidence = soup(written["two-towns", "methodology", "en"].html), evidences["two-towns"]
    start, end = (int(word) for word in _step(page, "boats", "sentence").split() if word.isdigit())
    assert evidence.lead.text[start:end] == "60"


def test_a_cited_number_says_who_entered_it_where(written):
    """A person typed it into a file, under a name."""
    page = soup(written["two-towns", "methodology", "en"].html)
    assert "150, entered by hand in cited.toml under harbour-board." in _step(page, "rescues-2024", "quantity")


def test_a_value_of_ours_is_no_value_as_read(raw, towns):
    """An editor who works with another value than the printed one is named in the operation."""
    path = raw / "story.toml"
    text = path.read_text("utf-8").replace(
        'quote = "40 of them"', 'quote = "40 of them"\ninstead = 39\nbecause = { en = "A slip.", ar = "زلّة." }'
    )
    path.write_text(text, "utf-8")
    page = soup(methodology(towns(), "en").html)
    assert "An editor’s value is put in place of the printed one" in _step(page, "boats-north", "operation")
