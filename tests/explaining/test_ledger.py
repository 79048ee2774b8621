"""The ledger: which numbers a page shows, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import number
from nisba.checking.formulas import evaluate
from nisba.checking.numbers import Status
from nisba.errors import FormulaError, ScopeError
from nisba.explaining.ledger import Ledger, anchor

NUMBERS = {
    one.id: one
    for one in (
        number("boats", "60", "boats", "northport", "southport"),
        number("boats-north", "40", "boats", "northport"),
        number("rescues", "153", "rescues", "northport", "southport"),
    )
}
SHARE = evaluate("boats-north / boats", NUMBERS, id="share", show="percent")


def ledger() -> Ledger:
    return Ledger({**NUMBERS, "share": SHARE})


def test_a_number_gets_its_index_when_it_first_appears_and_keeps_it():
    """Notes are numbered in the order in which a reader meets the numbers."""
    page = ledger()
    shown = [page.show(name) for name in ("rescues", "boats", "rescues")]
    assert [(place.index, place.nth) for place in shown] == [(1, 1), (2, 1), (1, 2)]
    assert shown[2].anchor == "r-rescues-2"
    assert [place.anchor for place in page.places("rescues")] == ["r-rescues-1", "r-rescues-2"]


def test_a_number_that_only_a_note_names_gets_a_note_and_no_place():
    """Operands are followed further, also those that the text never shows."""
    page = ledger()
    page.show("share")
    met = []
    for found in page:
        met.append(found.id)
        for operand in found.operands:
            page.mention(operand)
    assert met == ["share", "boats-north", "boats"]
    assert page.places("boats") == ()


def test_a_formula_that_the_story_names_is_that_number():
    """Writing the same sum in prose does not make a second number of it."""
    assert ledger().computed("boats-north/boats").id == "share"
    assert ledger().computed("boats").id == "boats"


def test_a_new_formula_is_computed_once_and_gets_a_lasting_name():
    """An inline sum has an anchor that says what it is."""
    page = ledger()
    half = page.computed("rescues / 2")
    assert (half.id, half.value.value) == ("rescues-over-2", 153 / 2)
    assert page.computed("rescues / 2") is half
    assert page.number("rescues-over-2") is half


def test_the_length_of_a_period_is_counted_off_the_calendar():
    """2025 has 365 days; such a number keeps the period it measures."""
    days = ledger().computed("days(rescues)")
    assert (days.status, days.value.value, days.scope.when.days) == (Status.CALENDAR, 365, 365)


def test_an_unknown_name_is_answered_with_the_near_ones():
    """A mistyped name is the commonest mistake."""
    with pytest.raises(FormulaError, match="did you mean boats-north"):
        ledger().number("boats-nort")


def test_unlike_things_are_refused_in_prose_as_everywhere():
    """People are not added to boats."""
    with pytest.raises(ScopeError):
        ledger().computed("rescues + boats")


@given(st.lists(st.sampled_from([*NUMBERS, "share"]), max_size=30))
def test_every_place_has_its_own_anchor(names):
    """However often a number is shown, no two places are confused, and each note knows all of its places."""
    page = ledger()
    anchors = [page.show(name).anchor for name in names]
    assert len(set(anchors)) == len(anchors)
    assert sorted(anchors) == sorted(place.anchor for found in page for place in page.places(found.id))
    assert [page.index(found.id) for found in page] == list(range(1, len(page) + 1))


@pytest.mark.parametrize(
    ("formula", "name"),
    [("a / b", "a-over-b"), ("(a - b) * 2", "a-minus-b-times-2"), ("days(a)", "days-a"), ("a-1 + b", "a-1-plus-b")],
)
def test_an_anchor_says_the_sum_in_plain_letters(formula, name):
    """Anchors can be typed, shared and read."""
    assert anchor(formula) == name
