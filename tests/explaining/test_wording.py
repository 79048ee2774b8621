"""Wording: numbers, periods and sums as people read them, and the one place that rounds."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from builders import number
from cases import rows
from nisba.checking.formulas import evaluate
from nisba.checking.numbers import Number, Status
from nisba.errors import FormulaError
from nisba.explaining.messages import MessageError
from nisba.explaining.sums import sum_of
from nisba.explaining.wording import DECIMALS, Wording, rounded
from nisba.intervals import Interval
from nisba.periods import Period

CASES = Path(__file__).with_name("wording.toml")
ENGLISH = Wording("en")
HALF = Period.parse("2024-01-01/2024-06-30")
NUMBERS = {
    found.id: found
    for found in (
        number("so-many", "153", "rescues", "northport", when=HALF),
        number("last-year", "121", "rescues", "northport", when=Period.parse("2023")),
        number("few", "13", "rescues", "northport", when=HALF),
        number("some", "14", "rescues", "northport", when=HALF),
        number("many", "9000", "people", "northport", when=None),
    )
}
FRACTIONS = st.fractions(min_value=-1000, max_value=1000, max_denominator=5000)


@rows(CASES, "value", "value", "show", "en", "ar", "arab")
def test_values(value, show, en, ar, arab):
    """An interval keeps its hedge and its range, in the words and digits of the language."""
    interval = Interval.parse(value)
    assert Wording("en").value(interval, show) == en
    assert Wording("ar").value(interval, show) == ar
    assert Wording("ar", "arab").value(interval, show) == arab


@rows(CASES, "period", "when", "en", "ar")
def test_periods(when, en, ar):
    """A period is named as briefly as it can be; Arabic months are those of the Levant."""
    assert [Wording(language).period(Period.parse(when)) for language in ("en", "ar")] == [en, ar]


@rows(CASES, "days", "count", "en", "ar")
def test_days(count, en, ar):
    """A count of days takes the plural form that the language asks for."""
    assert [Wording(language).days(count) for language in ("en", "ar")] == [en, ar]


@rows(CASES, "sum", "formula", "show", "en", "ar")
def test_sums(formula, show, en, ar):
    """A formula is printed with the values of its names, and its result."""
    result = evaluate(formula, NUMBERS, id="result", show=show)
    for language, expected in (("en", en), ("ar", ar)):
        tokens = sum_of(result, NUMBERS, Wording(language))
        assert " ".join(token.text for token in tokens) == expected
        linked = {token.id for token in tokens if token.kind in {"operand", "calendar"}}
        assert linked == set(result.operands)
        assert tokens[-1].id == "result"


def test_sum_of_a_reported_number():
    """A number that was not computed has no sum to show."""
    with pytest.raises(FormulaError):
        sum_of(NUMBERS["few"], NUMBERS, Wording("en"))


def test_floors_that_are_reached():
    """A floor that may be reached is "at least"; one that is not is "more than"."""
    assert Wording("en").number(Number("a", Status.REPORTED, Interval.parse(">44"))) == "more than 44"
    assert Wording("en").number(Number("a", Status.REPORTED, Interval.parse(">=44"))) == "at least 44"
    assert Wording("ar").number(Number("a", Status.COMPUTED, Interval.parse(">=44"))) == "44 على الأقل"


def test_unknown():
    """A value without any bound is said to be unknown, never a number."""
    assert Wording("en").value(Interval(None, None)) == "not known"


def test_rows_of_places_and_names():
    """Places stand in the story's order, joined as the language joins them."""
    names = {"south": {"en": "South", "ar": "الجنوب"}, "north": {"en": "North", "ar": "الشمال"}}
    assert Wording("en").places(frozenset({"north", "south"}), names) == "South and North"
    assert Wording("ar").places(frozenset({"north", "south"}), names) == "الجنوب والشمال"


def test_dates():
    """A day is written in full."""
    day = dt.date(2024, 7, 16)
    assert (Wording("en").date(day), Wording("ar").date(day)) == ("16 July 2024", "16 تموز 2024")


def test_another_digit_system():
    """Digits that a language does not have are refused."""
    with pytest.raises(MessageError, match="digits-roman"):
        Wording("en", "roman")


def test_thresholds():
    """A ratio just below a threshold that it is compared with is not rounded onto it."""
    ratio = Interval.exactly(Fraction(1999, 1000))
    assert Wording("en").value(ratio, "ratio") == "2.00"
    assert Wording("en").value(ratio, "ratio", against=[Fraction(2)]) == "1.999"


@given(FRACTIONS, st.sampled_from(sorted(set(DECIMALS.values()))))
def test_rounding_is_near(value, decimals):
    """A rounded value is no further than half a unit of its last digit, and a tie goes to the even digit."""
    shown, places = rounded(value, decimals)
    unit = Fraction(1, 10**places)
    assert abs(shown - value) <= unit / 2
    if abs(shown - value) == unit / 2:
        assert (shown / unit) % 2 == 0


@given(FRACTIONS, FRACTIONS)
def test_rounding_keeps_its_side(value, landmark):
    """However a value is rounded, it stays on its own side of zero, one and what it is compared with."""
    assume(value != landmark)
    shown, _ = rounded(value, 2, (Fraction(0), Fraction(1), landmark))
    for mark in (Fraction(0), Fraction(1), landmark):
        assert (shown > mark, shown < mark) == (value > mark, value < mark)


@given(st.fractions(min_value=0, max_value=10**6, max_denominator=1000), st.sampled_from(sorted(DECIMALS)))
def test_open_floors_stay_true(value, show):
    """What is said of an open floor is true of it: the figure printed is not above the floor, and there is one only."""
    text = ENGLISH.value(Interval(value, None, strict=True), show)
    (figure,) = (word.rstrip("%") for word in text.split() if word[0].isdigit())
    printed = Fraction(figure.replace(",", "")) / (100 if show == "percent" else 1)
    assert text.startswith("more than ")
    assert printed <= value


@pytest.mark.parametrize(
    ("value", "written"), [("6.45", "6.45%"), ("12", "12%"), ("7.1", "7.1%"), (">6.125", "more than 6.125%")]
)
def test_a_figure_that_a_source_prints_is_never_rounded(value: str, written: str) -> None:
    """A reported per cent keeps its decimals; the same number computed has one."""
    told = Number("rate", Status.REPORTED, Interval.parse(value), show="percentage")
    assert ENGLISH.number(told) == written
    assert ENGLISH.number(Number("rate", Status.COMPUTED, Interval.parse("6.45"), show="percentage")) == "6.4%"
