"""Notes: the whole sentence with the number marked where it stands, the sum with its operands, who passed it on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import number
from explaining.pages import soup
from nisba.explaining.edition import edition
from nisba.explaining.markup import visible
from nisba.explaining.notes import note
from nisba.explaining.quoting import marked, open_end, quotation
from nisba.intervals import Interval
from nisba.reading.report import Report, Span


def noted(evidence, name, language="en"):
    """One number's note."""
    page = edition(evidence, language, "explainer")
    page.tie(name)
    return soup(note(page, page.ledger.number(name))).li


def test_a_reported_number_quotes_its_whole_sentence(towns):
    """The sentence is not cut, and the number in it is marked, with its hedge."""
    found = noted(towns(), "ashore")
    quote = found.find("blockquote", class_="q")
    assert quote.get_text() == "More than 900 people were brought ashore, twice as many as in all of 2024."
    assert [mark.get_text() for mark in quote.find_all("mark")] == ["More than 900"]
    assert "a floor with no ceiling" in found.get_text()
    assert "Evening Post, paragraph 3" in found.get_text()


def test_a_quotation_in_another_language_says_which(towns):
    """A reader of the Arabic page, or a screen reader, knows that the sentence is English."""
    quote = noted(towns(), "boats", "ar").find("blockquote", class_="q")
    assert (quote["lang"], quote["dir"]) == ("en", "ltr")
    assert "lang" not in noted(towns(), "boats").find("blockquote", class_="q").attrs


def test_a_number_in_doubt_says_so(towns):
    """Forty and twenty-one make sixty-one, not sixty, and the coast guard gives twenty for Southport."""
    assert "In doubt" in noted(towns(), "boats-south").get_text()
    assert "In doubt" not in noted(towns(), "rescues").get_text()


def test_a_computed_number_shows_its_sum_and_its_exact_value(towns):
    """153 ÷ 150 is 1.02, and each operand leads to its own note."""
    found = noted(towns(), "so-far")
    assert found.find(class_="f").get_text() == "153 ÷ 150 = 1.02"
    assert [link["href"] for link in found.find(class_="f").find_all("a")] == ["#n-rescues", "#n-rescues-2024"]
    assert found.find(class_="exact") is None


def test_a_rounded_number_shows_what_it_was_before(towns):
    """21 ÷ 60 is 7/20, shown as 0.35 without loss; 40 ÷ 60 is 2/3, which is rounded."""
    page = edition(towns(), "en", "explainer")
    for formula, fraction in (("boats-south / boats", None), ("boats-north / boats", "2/3")):
        number = page.ledger.mention(page.ledger.computed(formula).id)
        found = soup(note(page, number)).find(class_="exact")
        assert (found and found.bdi.get_text()) == fraction


def test_a_cited_number_leads_to_its_source(towns):
    """Who says it, and where it was read."""
    found = noted(towns(), "rescues-2024")
    assert found.find(class_="where").a["href"] == "https://example.org/board"
    assert found.find(class_="where").get_text() == "Harbour board"
    assert "this page" in found.find(class_="chain").get_text()


def test_a_note_leads_back_to_every_place(towns):
    """Three places, three links."""
    page = edition(towns(), "en", "explainer")
    for _ in range(3):
        page.tie("boats")
    links = soup(note(page, page.ledger.number("boats"))).find(class_="backs").find_all("a")
    assert [link["href"] for link in links] == ["#r-boats-1", "#r-boats-2", "#r-boats-3"]


SENTENCE = "Of 137 operations, 13 failed; 13 more were called off."


@given(st.data())
def test_a_quotation_is_the_source_character_for_character(data):
    """Whatever is marked, and whatever the source holds, taking the marks away gives the sentence."""
    text = data.draw(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    report = Report("post", text, "en", None, "")
    found = soup(quotation(FakeEdition, report, Span(0, len(text)), [Span(start, end)]))
    for mark in found.select(".ctl"):
        mark.replace_with(chr(int(mark.get_text().removeprefix("U+"), 16)))
    assert found.get_text() == text
    assert found.mark.get_text() == text[start:end]


@pytest.mark.parametrize(
    ("hidden", "mark"),
    [
        ("\u202e", "U+202E"),  # reverses what follows
        ("\u2066", "U+2066"),
        ("\u061c", "U+061C"),
        ("\u200b", "U+200B"),  # divides a number unseen
        ("\ufeff", "U+FEFF"),
        ("\u00ad", "U+00AD"),
        ("\x07", "U+0007"),
        ("\x1b", "U+001B"),
        ("\r", "U+000D"),
        ("\u2028", "U+2028"),
        ("\U000e0031", "U+E0031"),  # a tag: a digit that nobody sees
        ("\ue000", "U+E000"),
    ],
)
def test_what_a_source_hides_is_shown(hidden, mark):
    """Controls cannot reorder or hide a quotation: they stand as marks, and the quotation is isolated."""
    text = f"killed 1{hidden}3 people"
    found = soup(quotation(FakeEdition, Report("post", text, "ar", None, ""), Span(0, len(text)), [Span(7, 10)]))
    assert found.find(class_="ctl").get_text() == mark
    assert hidden not in found.get_text()
    assert found.blockquote["dir"] == "rtl"


def test_what_arabic_is_written_with_stays():
    """Joiners and number signs are no controls."""
    assert visible("می\u200cخواهم \u0600") == "می\u200cخواهم \u0600"


class FakeEdition:
    """All that a quotation asks of an edition."""

    language = "en"


def test_the_mark_stands_at_the_offset_and_nowhere_else():
    """13 is not marked inside 137, nor where it stands a second time."""
    start = SENTENCE.index("13 failed")
    report = Report("post", SENTENCE, "en", None, "")
    found = quotation(FakeEdition, report, Span(0, len(SENTENCE)), [Span(start, start + 2)])
    assert str(found) == (
        '<blockquote class="q">Of 137 operations, <mark>13</mark> failed; 13 more were called off.</blockquote>'
    )


PARAPHRASES = [
    ("gives 14 killed", "14", "14"),
    ("of 137, 13 were", "13", "13"),
    ("137 alone", "13", None),
    ("gives 2,500 in all", "2500", "2,500"),
    ("gives 12,500 in all", "2500", None),
    ("1.13 or 13.5", "13", None),
    ("more than 9000", ">9000", "9000"),
]


@pytest.mark.parametrize(("words", "value", "mark"), PARAPHRASES)
def test_a_paraphrase_marks_the_number_only_where_it_stands_by_itself(words, value, mark):
    """A part of another number is never marked."""
    found = soup(marked(words, Interval.parse(value)))
    assert found.get_text() == words
    assert (found.mark and found.mark.get_text()) == mark


@pytest.mark.parametrize(
    ("value", "kind"), [("153", ""), (">9000", "floor"), ("<50", "ceiling"), ("~2500", "about"), ("13..14", "")]
)
def test_an_open_end_has_a_name(value, kind):
    """Hedged numbers are drawn as ranges, each in its own way."""
    assert open_end(number("a", value, "boats").value) == kind
    assert open_end(Interval(None, None)) == "unbounded"
