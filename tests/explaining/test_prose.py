"""Prose: numbers are names, never digits; conditions keep the words true; every mistake is named with its line."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import table
from explaining.pages import KINDS, soup
from nisba.errors import NisbaError, PageError
from nisba.explaining import explainer
from nisba.explaining.prose import numerals, read_binding, read_prose

FAULTS = table(Path(__file__).with_name("faults.toml"))["fault"]
SOURCES = table(Path(__file__).with_name("faults.toml"))["source"]
SUPPLIED = table(Path(__file__).with_name("faults.toml"))["supplied"]


def edited(raw: Path, at: str, write: str, file: str = "explainer.en.md") -> int:
    """Put other words in place of a line of a file of the story; the number of that line."""
    file = raw / file
    text = file.read_text(encoding="utf-8")
    assert text.split("\n").count(at) == 1, "the line to change must be there once"
    file.write_text(text.replace(f"\n{at}\n", f"\n{write}\n"), encoding="utf-8")
    return text.split("\n").index(at) + 1


@pytest.mark.parametrize("fault", FAULTS, ids=[fault["name"] for fault in FAULTS])
def test_a_mistake_stops_the_build_and_is_named_with_its_line(raw, towns, fault):
    """Nothing is published with a numeral that is tied to no source, a name that is not known or a broken directive."""
    for also in fault.get("also", []):
        edited(raw, also["at"], also["write"], also.get("file", "explainer.en.md"))
    line = edited(raw, fault["at"], fault["write"], fault.get("file", "explainer.en.md"))
    line += fault.get("further", 0) - fault.get("back", 0)
    with pytest.raises(PageError) as refused:
        KINDS[fault.get("kind", "explainer")](towns(), fault.get("language", "en"))
    found = [error for error in refused.value.errors if fault["says"] in str(error)]
    assert found, str(refused.value)
    assert fault.get("anywhere") or line in [error.line for error in found]
    assert all(error.remedy for error in found)


@pytest.mark.parametrize("fault", SOURCES, ids=[fault["name"] for fault in SOURCES])
def test_a_mistake_in_what_the_prose_rests_on_stops_the_story(raw, towns, fault):
    """A source that is not what was received, a figure that is gone, words that are not given: named with the file."""
    file = raw / fault["file"]
    text = file.read_text(encoding="utf-8")
    assert text.count(fault["at"]) == 1
    file.write_text(text.replace(fault["at"], fault["write"]), encoding="utf-8")
    with pytest.raises(NisbaError, match=fault["says"]) as refused:
        explainer(towns(), fault.get("language", "en"))
    assert fault.get("named", fault["file"]) in str(refused.value)


@pytest.mark.parametrize("fault", SUPPLIED, ids=[fault["name"] for fault in SUPPLIED])
@pytest.mark.parametrize("kind", KINDS)
def test_a_mistake_in_the_words_of_the_story_stops_both_pages(raw, towns, kind, fault):
    """Labels, notes, captions, names: a number in them is bound, or the file and the line are named, shown or not."""
    file = raw / fault.get("file", "story.toml")
    text = file.read_text(encoding="utf-8")
    assert text.count(fault.get("at", "\n[lead]\n")) == 1
    text = text.replace(fault["at"], fault["write"]) if "at" in fault else f"{text}\n{fault['add']}"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PageError) as refused:
        KINDS[kind](towns(), fault.get("language", "en"))
    (line,) = [nth for nth, one in enumerate(text.split("\n"), start=1) if fault["where"] in one]
    found = [error for error in refused.value.errors if fault["says"] in str(error)]
    assert [(error.path.name, error.line) for error in found] == [(file.name, line)], str(refused.value)


def test_all_mistakes_are_told_at_once(raw, towns):
    """A writer mends a page in one go."""
    edited(raw, "## What was said", "## What 60 boats did")
    edited(raw, "- How many boats put out again.", "- How many of {boast} and 7 more.")
    with pytest.raises(PageError) as refused:
        explainer(towns(), "en")
    assert len(refused.value.errors) == 3
    assert [error.line for error in refused.value.errors] == sorted(error.line for error in refused.value.errors)


def test_the_same_page_without_a_mistake_is_built(towns):
    """The faults above are what stops the build, not the page they are seeded into."""
    assert explainer(towns(), "en").parts


CONDITIONS = [
    ("so-far > 1", True),
    ("so-far >= 2", False),
    ("boats == 60 and rescues > 100", True),
    ("ashore > 800", True),
    ("ashore > 2000", False),  # "more than 900" has no ceiling, so this cannot be decided
]


@pytest.mark.parametrize(("condition", "holds"), CONDITIONS)
def test_words_are_printed_only_if_their_condition_holds(raw, towns, condition, holds):
    """What cannot be decided does not hold; otherwise stands for both."""
    written = f"::: when {condition}\nIt holds.\n:::\n::: otherwise\nIt does not hold.\n:::"
    edited(raw, "- How many boats put out again.", written)
    text = soup(explainer(towns(), "en").html).get_text()
    assert ("It holds." in text, "It does not hold." in text) == (holds, not holds)


def test_the_words_follow_the_baseline(raw, towns):
    """A run with another figure for the comparison never contradicts its own prose."""
    edited(raw, "- How many boats put out again.", "::: when rescues-2024 > 100\nMany.\n:::\n::: otherwise\nFew.\n:::")
    assert "Many." in explainer(towns(), "en").html


def test_a_bound_number_is_a_link_with_the_number_in_it(raw, towns):
    """Names, formulas, options and other words; what is given is printed as it stands."""
    said = "{boats}; {boats-south / boats | percent}; {rescues / boats | whole}; [sixty]{boats}; {=version 2}"
    edited(raw, "- How many boats put out again.", f"- {said}")
    item = soup(explainer(towns(), "en").html).find("section", attrs={"aria-labelledby": "unknown"}).li
    assert [link.get_text() for link in item.find_all("a", class_="n")] == ["60", "35%", "3", "sixty"]
    assert item.find(class_="given").get_text() == "version 2"


@pytest.mark.parametrize(
    ("line", "quotation"),
    [
        ("It says “تعادل الضعف” in full.", ("تعادل الضعف", "ar", "rtl")),
        ("It says «تعادل الضعف» in full.", ("تعادل الضعف", "ar", "rtl")),
        ("It says “of the whole” in full.", None),
        ("It says “الضعف, or more” in full.", None),
        ("It says “–” in full.", None),
    ],
)
def test_a_quotation_in_another_script_says_its_language(raw, towns, line, quotation):
    """Spoken in its own language and kept in its own order; words of the page's own script stay as they are."""
    edited(raw, "- How many boats put out again.", f"- {line}")
    item = soup(explainer(towns(), "en").html).find("section", attrs={"aria-labelledby": "unknown"}).li
    assert (item.q and (item.q.get_text(), item.q["lang"], item.q["dir"])) == quotation
    assert item.get_text() == (line if quotation is None else f"It says {quotation[0]} in full.")


def test_html_in_prose_is_text(raw, towns):
    """A writer's angle brackets cannot become elements."""
    edited(raw, "- How many boats put out again.", "- How many <script>alert(“x”)</script> and <b>boats</b>.")
    html = explainer(towns(), "en").html
    assert "<script" not in html
    assert "&lt;b&gt;boats&lt;/b&gt;" in html


def test_lines_are_counted_through_the_words_at_the_top(tmp_path):
    """A mistake is looked for where it is reported."""
    file = tmp_path / "explainer.en.md"
    file.write_text('+++\ntitle = "A"\nlead = "B"\n+++\n\n## C {#c}\n\nD\n\n::: key\n', encoding="utf-8")
    prose = read_prose(file, bodies=frozenset(), lines=frozenset({"key"}))
    (section,) = prose.sections
    assert [prose.words[name].line for name in ("title", "lead")] == [2, 3]
    assert (section.id, section.title, section.line) == ("c", "C", 6)
    assert [block.line for block in section.blocks] == [8, 10]


def test_code_is_left_alone(tmp_path):
    """Colons and headings in a code block are part of the code."""
    file = tmp_path / "methodology.en.md"
    file.write_text("## A\n\n```\n::: nothing\n## B\n```\n", encoding="utf-8")
    (section,) = read_prose(file, bodies=frozenset(), lines=frozenset()).sections
    assert section.blocks[0].markdown == "```\n::: nothing\n## B\n```"


@pytest.mark.parametrize("inside", ["", " | percent", "boats | decimals 2", "boats | percent of", "boats | "])
def test_braces_that_mean_nothing_are_refused(inside):
    """An option is one of those that are known."""
    with pytest.raises(ValueError, match=r"braces are empty|no option"):
        read_binding(inside)


@given(st.text())
def test_every_digit_of_every_script_is_in_a_numeral(text):
    """The gate looks at what Unicode calls a number, not at ASCII."""
    digits = [character for character in text if unicodedata.category(character) in {"Nd", "Nl", "No"}]
    assert "".join(numerals(text)) == "".join(digits)


@given(st.text(alphabet=st.characters(exclude_categories=["Nd", "Nl", "No"])))
def test_a_text_without_digits_has_no_numerals(text):
    """Letters and signs alone never stop a build."""
    assert numerals(text) == ()
