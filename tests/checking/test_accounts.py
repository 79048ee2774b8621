"""Accounts of one announcement, side by side."""

from __future__ import annotations

import pytest

from builders import account
from nisba.checking.accounts import collate
from nisba.intervals import Interval

ACCOUNTS = [
    account("echo", claim="rising", fires="44", boats="9"),
    account("origin", claim="falling", fires="44", boats=">9"),
    account("rival", fires=">=44"),
]


def test_the_reference_comes_first_and_nothing_is_filled_in() -> None:
    """The reference account is the first row, and a figure that was not seen stays missing."""
    rows = collate(ACCOUNTS, "origin").rows
    assert [row.account for row in rows] == ["origin", "echo", "rival"]
    assert rows[2].cells[1].value is None


def test_another_figure_and_another_hedge_differ() -> None:
    """A "9" differs from "more than 9", "at least 44" from "44"; a missing figure does not differ."""
    rows = collate(ACCOUNTS, "origin").rows
    assert {row.account: [cell.differs for cell in row.cells] for row in rows[1:]} == {
        "echo": [False, True],
        "rival": [True, False],
    }


def test_another_kind_of_claim_differs_and_none_does_not() -> None:
    """An account that makes another claim differs; one that makes none does not."""
    assert [row.claim_differs for row in collate(ACCOUNTS, "origin").rows] == [False, True, False]


def test_a_tally_counts_who_prints_what() -> None:
    """The value most accounts print comes first, with their names."""
    tally = collate(ACCOUNTS, "origin").tally("fires")
    assert list(tally.items()) == [
        (Interval.exactly(44), ("origin", "echo")),
        (Interval.parse(">=44"), ("rival",)),
    ]


def test_the_reference_must_be_there() -> None:
    """An unknown reference is refused."""
    with pytest.raises(ValueError, match="nobody"):
        collate(ACCOUNTS, "nobody")
