"""Texts in two scripts, and which language a text is taken for when nobody says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.cases import rows

from nisba.reading import Quantity, Report, read_quantities
from nisba.reading.blocks import blocks
from nisba.reading.lexicon import languages
from nisba.reading.script import language_of, script_of

SPECS = Path(__file__).parent.parent / "specs"
TODAY = date(2024, 6, 20)


def read(text: str, language: str) -> list[Quantity]:
    return [q for q in read_quantities(Report("mixed", text, language, TODAY, "")) if isinstance(q, Quantity)]


@rows(SPECS / "mixed.toml", "text", "about", "language", "text", "reads")
def test_each_stretch_is_read_in_its_own_language(about, language, text, reads):
    """Hedges, number words and dates of both languages are read, and what was spoken of carries over."""
    found = read(text, language)
    assert len(found) == len(reads), about
    for quantity, line in zip(found, reads, strict=True):
        surface, kind, value, hedge, what, when = ([part.strip() for part in line.split("|")] + [""] * 3)[:6]
        assert (quantity.surface, quantity.kind) == (surface, kind)
        assert value in (str(quantity.value), str(quantity.when))
        assert (quantity.hedge or "") == hedge
        assert what in ("", quantity.what)
        assert when in ("", str(quantity.when))
        assert quantity.surface == text[quantity.span.start : quantity.span.end]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_language_may_be_left_to_the_letters(language):
    """A report of language ``und`` reads as it does with its language given."""
    text = {"ar": "قتل أكثر من خمسة أشخاص في مايو 2023.", "en": "More than five people died in May 2023."}[language]
    assert language_of(text) == language
    assert read(text, "und") == read(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Voters cast 12 million ballots on Sunday.", "en"),
        ("45 injured in crash", "en"),
        ("Plus de 40 personnes ont été blessées dans la région.", "fr"),
        ("Des milliers de manifestants à Paris", "fr"),
        ("سجلت الأرصاد 70 ملم من الأمطار في مدينة Lyon", "ar"),
    ],
)
def test_small_words_tell_languages_of_one_script_apart(text, language):
    """A line of a report is enough."""
    assert language_of(text) == language


def test_a_text_without_letters_or_of_an_unknown_script_is_still_read():
    """Digits are read by the first language written in Latin letters."""
    for text in ("1,250", "約 1,250 人"):
        assert script_of(language_of(text)) == "Latn"
        assert [str(q.value) for q in read(text, "und")] == ["1250"]


@pytest.mark.parametrize("language", languages())
def test_a_text_in_one_script_is_one_block(language):
    """Nothing is cut where the letters do not change."""
    text = {"Arab": "قال الوزير إن 5 من العمال عادوا. ", "Latn": 'The 5 of them said: "no". '}[script_of(language)] * 20
    assert [(block.text, block.whole) for block in blocks((text,), language)] == [(text, True)]
