"""Accounts of one announcement, side by side."""

from __future__ import annotations

import dataclasses

import pytest

from builders import account, number
from nisba.checking.accounts import collate
from nisba.checking.differences import Difference, Telling
from nisba.checking.kinship import shared_slips
from nisba.gathering import ClaimKind
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


FACTS = [
    number("fires", "44", "fires", "harbour", "market"),
    number("fires-harbour", "30", "fires", "harbour"),
    number("hurt-harbour", "12", "hurt", "harbour"),
    number("hurt-market", "7", "hurt", "market"),
]
ORIGIN = account("origin", fires="44", fires_harbour="30", hurt_harbour="12", hurt_market="~7")


@pytest.mark.parametrize(
    ("fact", "printed", "found", "of"),
    [
        ("fires", "44", Difference.AGREES, ""),
        ("fires", "45", Difference.OTHER_NUMBER, ""),
        ("fires", "~44", Difference.HEDGE_ADDED, ""),
        ("hurt-market", "7", Difference.HEDGE_LOST, ""),
        ("hurt-market", ">7", Difference.HEDGE_CHANGED, ""),
        ("hurt-harbour", "30", Difference.OTHER_THING, "fires-harbour"),
        ("hurt-harbour", "7", Difference.OTHER_PLACE, "hurt-market"),
        ("hurt-market", "30", Difference.OTHER_FACT, "fires-harbour"),
        ("boats", "3", Difference.ADDED, ""),
    ],
)
def test_a_difference_has_a_kind(fact: str, printed: str, found: Difference, of: str) -> None:
    """Another number, one of another place or thing, a hedge lost, added or changed, a figure only one account gives."""
    other = account("other", **{fact.replace("-", "_"): printed})
    row = collate([ORIGIN, other], "origin", facts=FACTS).rows[1]
    cell = next(cell for cell in row.cells if cell.fact == fact)
    assert (cell.difference, cell.of) == (found, of)


def test_a_fact_given_twice_is_compared_twice() -> None:
    """An account with 44 fires in its lead and 30 further down agrees once and once gives the harbour's number for all."""
    other = dataclasses.replace(account("other", fires="44"), again={"fires": (Interval.exactly(30),)})
    collation = collate([ORIGIN, other], "origin", facts=FACTS)
    assert [(name, str(cell.value), cell.difference, cell.of) for name, cell in collation.departures()] == [
        ("other", "30", Difference.OTHER_PLACE, "fires-harbour")
    ]
    assert list(collation.tally("fires").values()) == [("origin", "other"), ("other",)]


def test_what_was_not_seen_is_no_difference() -> None:
    """A figure that an account does not give is called not seen, and is no departure."""
    collation = collate([ORIGIN, account("other", fires="44")], "origin", facts=FACTS)
    assert {cell.difference for cell in collation.rows[1].cells[1:]} == {Difference.UNSEEN}
    assert list(collation.departures()) == []


CLAIMS = [
    ClaimKind("pace-over-double", {}, "pace", Interval.parse(">2")),
    ClaimKind("pace-double", {}, "pace", Interval.parse("2")),
    ClaimKind("double", {}, "fact", Interval.parse("2")),
    ClaimKind("over-double", {}, "fact", Interval.parse(">2")),
    ClaimKind("half", {}, "pace", Interval.parse("1/2")),
    ClaimKind("more", {}, "fact", Interval.parse(">1")),
    ClaimKind("unexplained", {}),
]


@pytest.mark.parametrize(
    ("claim", "found", "telling"),
    [
        ("pace-over-double", Difference.AGREES, Telling.ALIKE),
        ("pace-double", Difference.HEDGE_LOST, Telling.ALIKE),
        ("double", Difference.HEDGE_LOST, Telling.PACE_AS_FACT),
        ("over-double", Difference.AGREES, Telling.PACE_AS_FACT),
        ("half", Difference.INVERTED, Telling.OPEN),
        ("more", Difference.OTHER_CLAIM, Telling.OPEN),
        ("unexplained", Difference.OTHER_CLAIM, Telling.OPEN),
        ("", Difference.UNSEEN, Telling.OPEN),
    ],
)
def test_a_claim_loses_its_hedge_or_its_pace(claim: str, found: Difference, telling: Telling) -> None:
    """A pace is told as fact only where the multiple is the same; "more than last year" is another claim."""
    accounts = [account("origin", claim="pace-over-double", fires="44"), account("other", claim=claim, fires="44")]
    row = collate(accounts, "origin", claims=CLAIMS).rows[1]
    assert (row.claim_difference, row.telling) == (found, telling)


def test_a_fact_told_as_a_pace_is_found_too() -> None:
    """The other way round: what the reference has as done, another account has as a rate."""
    accounts = [account("origin", claim="double", fires="44"), account("other", claim="pace-double", fires="44")]
    assert collate(accounts, "origin", claims=CLAIMS).rows[1].telling is Telling.FACT_AS_PACE


def test_a_shared_slip_names_who_shares_it_and_who_does_not() -> None:
    """Two accounts print 45 where the reference and a third print 44: the two probably share a text."""
    slip, *others = shared_slips(
        collate([ORIGIN, account("a", fires="45"), account("b", fires="45"), account("c", fires="44")], "origin")
    )
    assert (slip.fact, slip.accounts, slip.against) == ("fires", ("a", "b"), 2)
    assert others == []


@pytest.mark.parametrize(
    "accounts",
    [
        [account("a", fires="45"), account("b", fires="46")],
        [account("a", fires="44"), account("b", fires="44")],
        [account("a", hurt_market="7"), account("b", hurt_market="7")],
        [account("a", boats="3"), account("b", boats="3")],
    ],
    ids=["other slips", "both right", "the same hedge left out", "a figure from elsewhere"],
)
def test_what_many_hands_do_by_themselves_shows_no_kinship(accounts: list[object]) -> None:
    """Being right together, leaving out a hedge, or quoting a figure of another source is no shared slip."""
    assert shared_slips(collate([ORIGIN, *accounts], "origin")) == ()
