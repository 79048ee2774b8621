"""A language file that contradicts itself is refused, with the place and the remedy."""

from __future__ import annotations

import pytest

from nisba.reading.lexicon import LexiconError, languages, lexicon, parse

SMALL = {"language": "xx", "alphabet": "abcdefghijklmnopqrstuvwxyz"}


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({"numbers": {"unit": {"1": ["one"]}, "tens": {"20": ["one"]}}}, "already stands in numbers.unit"),
        ({"hedges": {"over": {"before": ["some"]}, "about": {"before": ["some"]}}}, "already stands in hedges.over"),
        ({"numbers": {"unit": {"1": ["oné"]}}}, "letters outside the alphabet"),
        ({"numbers": {"units": {"1": ["one"]}}}, "unknown units"),
        ({"grammar": {"ordering": "units-first"}}, "unknown ordering"),
        ({"wordz": {}}, "unknown wordz"),
        ({"nouns": {"attack": ["raid"], "strike": ["raid"]}}, "already means"),
        ({"nouns": {"attack": ["raid", "raid"]}}, "listed twice"),
        ({"clitics": {"prefix": ["x"]}}, "unknown prefix"),
        ({"time": {"moons": {"1": ["may"]}}}, "unknown moons"),
    ],
)
def test_a_contradiction_is_refused(tables, said):
    """A word in two classes or with two meanings, a strange letter, an unknown table: one sentence names it."""
    with pytest.raises(LexiconError, match=said):
        parse(SMALL | tables, "xx")


def test_a_word_may_be_ambiguous_on_purpose():
    """Naming it in ``ambiguous`` lets a word stand in two classes."""
    tables = {"ambiguous": ["second"], "numbers": {"ordinal": {"2": ["second"]}, "unit": {"2": ["second"]}}}
    assert set(parse(SMALL | tables, "xx")["second"].senses) == {"ordinal", "unit"}


@pytest.mark.parametrize("language", languages())
def test_every_language_file_is_sound(language):
    """The files that ship load, and know the first numbers."""
    known = {"ar": ("ثلاثة", "unit"), "en": ("three", "unit"), "fr": ("trois", "unit")}
    word, kind = known.get(language, ("3", ""))
    assert lexicon(language)[word].senses.get(kind, 3) == 3


def test_an_unknown_language_names_the_known_ones():
    """The error lists what can be read."""
    with pytest.raises(LexiconError, match="use one of: ar, en, fr"):
        lexicon("tlh")


def test_the_clitic_is_decided_before_alefs_are_folded():
    """As in "And one" with its hamza is not the word for "one" that begins with the same letters."""
    words = lexicon("ar")
    assert words["وأحد"].joins
    assert not words["واحد"].joins
    assert words["والخمسين"].skip == 1
