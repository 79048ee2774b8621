"""What ``docs/reading_numbers.md`` and ``docs/adding_words.md`` show is what the reader does."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from nisba.commands.read import as_line
from nisba.intervals import Interval
from nisba.reading import Report, read_quantities
from nisba.reading.lexicon import lexicon
from nisba.reading.own_words import OwnWords

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = re.findall(r"```read (\w+)\n(.+)\n((?:.+\n)*)```", (DOCS / "reading_numbers.md").read_text("utf-8"))
WORDS = re.findall(
    r"```toml\n# (words\.(\w+)\.toml)\n(.*?)```", (DOCS / "adding_words.md").read_text("utf-8"), re.DOTALL
)
HEDGES = re.findall(r"^\| ([^|]+) \| `([^`]+)` \|$", (DOCS / "reading_numbers.md").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("language", "text", "lines"), EXAMPLES, ids=[text for _, text, _ in EXAMPLES])
def test_an_example_is_read_as_it_stands(language, text, lines):
    """The lines under the sentence are those of `nisba read`, without the place."""
    read = read_quantities(Report("example", text, language, date(2024, 6, 20), ""))
    assert [as_line(quantity).split(maxsplit=1)[1] for quantity in read] == lines.splitlines()


@pytest.mark.parametrize(("phrases", "value"), HEDGES, ids=[value for _, value in HEDGES])
def test_every_hedge_of_the_table_gives_its_bound(phrases, value):
    """English on the left of the dot, Arabic on the right; a phrase stands before its number unless dots show where."""
    english, _, arabic = phrases.partition(" · ")
    for language, listed, mark, noun in (("en", english, ", ", "houses"), ("ar", arabic, "، ", "بيتا")):
        for phrase in filter(None, listed.split(mark)):
            shown = phrase if re.search(r"\d", phrase) else f"{phrase} 153 {noun}"
            shown = phrase.replace("…", "153") if "…" in phrase else shown
            found = read_quantities(Report("hedge", shown, language, None, ""))[0]
            assert found.value == Interval.parse(value), phrase


@pytest.mark.parametrize(("file", "language", "words"), WORDS)
def test_the_words_files_that_are_shown_load(file, language, words):
    """And know their words."""
    known = lexicon(language, (OwnWords(file, language, words),))
    assert known[{"en": "bed", "ar": "ناموسية"}[language]].kinds >= {"nouns"}
