"""Verdicts are exact: whole counts to the unit, rounded ones to half a unit of their last digit, hedges left open."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import rows, table
from nisba.checking.inferred import Relation
from nisba.checking.inferred.passage import printed_step
from nisba.checking.inferred.words import WordsError, parse_words, words_of
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval

TABLE = Path(__file__).parent / "judging.toml"
COUNTS = st.integers(min_value=3_000, max_value=40_000)  # four bare digits below may be a year
ARABIC_DIGITS = str.maketrans("0123456789", "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669")


def sums(relations: tuple[Relation, ...]) -> set[Verdict]:
    """The verdicts on the sums of a text."""
    return {relation.verdict for relation in relations if relation.check.kind == "sum"}


@rows(TABLE, "step", "surface", "value", "step")
def test_the_last_printed_digit(surface, value, step):
    """The step of a numeral is the unit of its last digit, its scale word counted in."""
    assert printed_step(surface, Interval.parse(value)) == Fraction(step)


@settings(deadline=None)
@given(COUNTS, COUNTS)
def test_a_true_sum_never_fails(found, males, females):
    """Parts that add up hold, in either language and script."""
    sentence = table(TABLE)["sentence"]
    english = sentence["en"].format(males + females, males, females)
    arabic = sentence["ar"].format(males + females, males, females)
    for language, text in (("en", english), ("ar", arabic), ("ar", arabic.translate(ARABIC_DIGITS))):
        assert sums(found(language, text)) == {Verdict.HOLDS}


@settings(deadline=None)
@given(COUNTS, COUNTS, st.integers(min_value=1, max_value=20), st.booleans())
def test_a_tight_sum_with_one_number_changed_fails(found, males, females, slip, above):
    """Any change of one number of a sum that leaves nothing over is found."""
    said = males + females + (slip if above else -slip)
    sentence = table(TABLE)["sentence"]
    for language in ("en", "ar"):
        assert sums(found(language, sentence[language].format(said, males, females))) == {Verdict.FAILS}


def test_a_false_sum_comes_with_its_repairs(found):
    """Each number of a false sum can mend it; a single wrong digit is offered first."""
    text = table(TABLE)["sentence"]["en"].format(310, 170, 130)
    (fault,) = (relation for relation in found("en", text) if relation.verdict is Verdict.FAILS)
    becomes = [(repair.was.value, repair.becomes.value, repair.slip) for repair in fault.check.repairs]
    assert set(becomes) == {(310, 300, "digit"), (170, 180, "digit"), (130, 140, "digit")}
    assert fault.why == "170 + 130 = 300, but the text says 310."


def test_a_text_without_numbers_has_no_relations(found):
    """Nothing is checked where nothing is counted."""
    assert found("en", "The harbour was quiet.") == ()
    assert found("en", "") == ()


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_each_language_gives_every_class(language):
    """The files of relation words are complete."""
    assert words_of(language).cues["part_of"]


def test_an_unknown_class_is_refused():
    """A class that no rule asks for is a mistake of spelling, and is said to be one."""
    tables = table(Path(__file__).parents[3] / "src" / "nisba" / "checking" / "lang" / "en.toml")
    tables["cues"]["partof"] = ["including"]
    with pytest.raises(WordsError, match="partof"):
        parse_words(tables, "en")


def test_a_language_without_words_is_refused():
    """There is no guessing in a language whose words are not listed."""
    with pytest.raises(WordsError, match="use one of: ar, en, fr"):
        words_of("de")
