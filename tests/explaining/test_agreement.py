"""Agreement: words in place of a number say it, with its hedge, and mislead nobody; counts take the form of their noun."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import table
from nisba.checking.numbers import Number, Status
from nisba.explaining.agreement import disagreement
from nisba.explaining.wording import Wording
from nisba.intervals import Interval

CASES = table(Path(__file__).with_name("agreement.toml"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['value']} {case['words']}" for case in CASES])
def test_words_stand_for_a_number_only_where_they_say_it(case):
    """Rounded no further than shown, hedged as the source hedges, on the right side of what they are compared with."""
    number = Number("wards", Status.COMPUTED, Interval.parse(case["value"]))
    problem = disagreement(case["words"], number, case.get("language", "en"), map(Fraction, case.get("thresholds", [])))
    assert (problem == "") is case["agrees"], problem
    assert case.get("says", "") in problem


@given(st.integers(0, 9), st.integers(0, 9))
def test_a_spelled_count_is_read_back_as_itself(count, other):
    """What we spell, our reader reads; another count's words never pass."""
    wording = Wording("en")
    number = Number("wards", Status.COMPUTED, Interval.exactly(count))
    if count:
        assert disagreement(wording.spelled(count), number, "en") == ""
    if other and other != count:
        assert disagreement(wording.spelled(other), number, "en")


@pytest.mark.parametrize(
    ("count", "masculine", "feminine"),
    [(1, "واحد", "واحدة"), (3, "ثلاثة", "ثلاث"), (8, "ثمانية", "ثماني"), (10, "عشرة", "عشر"), (11, "11", "11")],
)
def test_arabic_numerals_differ_in_gender_from_what_they_count(count, masculine, feminine):
    """Three to ten take the gender that their noun has not; one and two agree with it."""
    wording = Wording("ar")
    assert (wording.spelled(count, "m"), wording.spelled(count, "f")) == (masculine, feminine)


@pytest.mark.parametrize(
    ("language", "categories"),
    [("en", "other one other other other"), ("ar", "zero one two few many")],
)
def test_plural_categories_are_those_of_the_language(language, categories):
    """Unicode CLDR: Arabic has six, English two."""
    assert [Wording(language).category(count) for count in (0, 1, 2, 3, 11)] == categories.split()
