"""A newsroom's own words: a TOML file beside the report teaches nouns, places and actors, and nothing else changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from nisba.commands.read import command
from nisba.reading import Quantity, read_quantities, read_report
from nisba.reading.lexicon import LexiconError, lexicon
from nisba.reading.own_words import OwnWords

TEXT = "The clinic in Harrow Cross treated 14 sandflies bites and handed 320 bednets to 12 wardens."


def read(folder: Path, text: str, language: str = "en", **files: str) -> list[Quantity]:
    """What is read from a report with these words files beside it."""
    (folder / "report.txt").write_text(text, encoding="utf-8")
    for name, words in files.items():
        (folder / f"words.{name}.toml").write_text(words, encoding="utf-8")
    report = read_report(folder / "report.txt", name="report", language=language)
    return [quantity for quantity in read_quantities(report) if isinstance(quantity, Quantity)]


def test_a_noun_of_the_newsroom_is_known_in_both_numbers(tmp_path):
    """The plural is made by the engine, and the id is what the newsroom chose."""
    assert [q.what for q in read(tmp_path, "They saw 12 sandflies and one sandfly.")] == ["sandflies", "sandfly"]
    words = '[nouns]\nvector = ["sandfly"]'
    assert [q.what for q in read(tmp_path, "They saw 12 sandflies and one sandfly.", en=words)] == ["vector", "vector"]


def test_a_place_of_the_newsroom_is_known(tmp_path):
    """Its id stands in ``where``, however the name is written."""
    words = '[places]\nharrow_cross = ["harrow cross"]'
    (found,) = read(tmp_path, "In Harrow Cross 12 houses burned.", en=words)
    assert found.where == ("harrow_cross",)


def test_arabic_nouns_get_their_dual_and_their_tanween(tmp_path):
    """As those of the language file do."""
    words = '[nouns]\nbednet = ["ناموسية/ناموسيات"]\n[places]\nharjan = ["حرجان"]'
    first, second = read(tmp_path, "وزعت 40 ناموسية في حرجان، ثم ناموسيتين.", "ar", ar=words)
    assert (first.what, first.where) == ("bednet", ("harjan",))
    assert (second.what, second.implicit, str(second.value)) == ("bednet", True, "2")


def test_words_of_the_newsroom_come_before_ours(tmp_path):
    """A word that the language file lists under another id means what the newsroom says."""
    (ours,) = read(tmp_path, "There were 12 strikes.")
    assert ours.what == "strike"
    (theirs,) = read(tmp_path, "There were 12 strikes.", en='[nouns]\nwalkout = ["strike"]')
    assert theirs.what == "walkout"


def test_words_of_another_language_are_left_alone(tmp_path):
    """`words.ar.toml` says nothing about an English report."""
    (found,) = read(tmp_path, "There were 12 strikes.", ar='[nouns]\nraid = ["غارة/غارات"]')
    assert found.what == "strike"


def test_the_command_reads_them_too(tmp_path):
    """`nisba read` of a report takes the words file that lies beside it."""
    read(tmp_path, TEXT, en='[nouns]\nbednet = ["bednet"]')
    done = CliRunner().invoke(command, [str(tmp_path / "report.txt"), "--json"])
    assert "bednet" in [json.loads(line).get("what") for line in done.output.splitlines()]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("[nouns", "words.en.toml, .top.: is not TOML"),
        ('[numbers.unit]\n3 = ["trio"]', "words.en.toml, .top.: unknown numbers; use .*nouns"),
        ('[nouns]\nvector = ["sandfly", "sandfly"]', "listed twice"),
        ('[nouns]\nvector = ["sandfly"]\ngnat = ["sandfly"]', "already means"),
        ('[nouns]\nvector = ["москит"]', "letters outside the alphabet"),
    ],
)
def test_a_words_file_with_a_mistake_is_refused(words, said):
    """With its name, the table, and what to do."""
    with pytest.raises(LexiconError, match=said):
        lexicon("en", (OwnWords("words.en.toml", "en", words),))


def test_letters_may_be_added(tmp_path):
    """`alphabet` admits the letters that a name needs."""
    words = 'alphabet = "ø"\n[places]\nsorby = ["sørby"]'
    (found,) = read(tmp_path, "In Sørby 12 houses burned.", en=words)
    assert found.where == ("sorby",)
