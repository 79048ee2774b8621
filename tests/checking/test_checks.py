"""Checks: whether the numbers of one account agree with each other."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import account, fact, number
from nisba.checking.checks import check_account, doubted, numbers_of, with_support
from nisba.checking.numbers import Number
from nisba.checking.repairs import sum_repairs
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.periods import Period

FACTS = [fact("thefts", "thefts"), fact("solved", "solved", part_of="thefts")]


def test_parts_that_do_not_make_the_whole_are_found(thefts: Mapping[str, Number]) -> None:
    """The towns make up the region, so 120 + 81 = 201 contradicts 211."""
    check = check_account("paper", thefts.values(), FACTS)[0]
    assert (check.id, check.verdict, check.computed) == ("sum-thefts", Verdict.FAILS, Interval.exactly(201))
    assert check.difference == Interval.exactly(10)


def test_a_failed_sum_lists_each_single_number_that_would_mend_it(thefts: Mapping[str, Number]) -> None:
    """Each repair changes one number, and says how it may have been miscopied."""
    check = check_account("paper", thefts.values(), FACTS)[0]
    assert {(r.number, str(r.becomes), r.slip) for r in check.repairs} == {
        ("thefts", "201", "digit"),
        ("thefts-harbour", "130", "digit"),
        ("thefts-market", "91", "digit"),
    }


def test_what_other_accounts_print_supports_a_repair(thefts: Mapping[str, Number]) -> None:
    """A repair that another account prints comes first, and names the account."""
    others = [account("rival", thefts_market="91"), account("echo", thefts_market="81")]
    check = with_support(check_account("paper", thefts.values(), FACTS), others)[0]
    assert (check.repairs[0].number, check.repairs[0].accounts) == ("thefts-market", ("rival",))


def test_only_supported_repairs_cast_doubt(thefts: Mapping[str, Number]) -> None:
    """A number is doubtful where the sum fails and another account prints the value that mends it."""
    checks = with_support(check_account("paper", thefts.values(), FACTS), [account("rival", thefts_market="91")])
    assert [one.id for one in doubted(thefts.values(), checks) if one.doubtful] == ["thefts-market"]


def test_a_part_does_not_exceed_its_whole(thefts: Mapping[str, Number]) -> None:
    """Solved thefts are part of all thefts: 90 of 211 can be, 212 cannot."""
    more = {**thefts, "solved": dataclasses.replace(thefts["solved"], value=Interval.exactly(212))}
    verdicts = [check_account("paper", held.values(), FACTS)[1].verdict for held in (thefts, more)]
    assert verdicts == [Verdict.HOLDS, Verdict.FAILS]


def test_a_floor_leaves_a_sum_open() -> None:
    """With "more than 80" in one town the sum may hold: it is undecided, and never shown as a pass."""
    held = [
        number("all", "211", "thefts", "harbour", "market"),
        number("one", "120", "thefts", "harbour"),
        number("two", ">80", "thefts", "market"),
    ]
    check = check_account("paper", held, [])[0]
    assert (check.verdict, check.repairs) == (Verdict.UNDECIDED, ())


@pytest.mark.parametrize(
    "parts",
    [
        [number("one", "120", "thefts", "harbour")],
        [number("one", "120", "thefts", "harbour"), number("two", "81", "thefts", "harbour")],
        [number("one", "120", "thefts", "harbour"), number("two", "81", "fires", "market")],
    ],
    ids=["a town is missing", "the same town twice", "another thing counted"],
)
def test_parts_that_need_not_make_the_whole_are_not_added(parts: list[Number]) -> None:
    """Where the places do not make up the whole's places exactly once, there is no sum to check."""
    assert check_account("paper", [number("all", "211", "thefts", "harbour", "market"), *parts], []) == ()


def test_a_multiple_without_a_base_cannot_be_checked() -> None:
    """A claim of "twice last year's" without last year's number is undecided."""
    twice = number("twice", "2", "multiple of thefts", "harbour")
    check = check_account("paper", [twice], [fact("twice", "multiple of thefts")])[0]
    assert (check.kind, check.verdict) == ("multiple", Verdict.UNDECIDED)


def test_another_account_is_checked_against_itself(thefts: Mapping[str, Number]) -> None:
    """Figures of another account take the scopes of the facts, and are added up on their own."""
    rival = account("rival", thefts="201", thefts_harbour="120", thefts_market="81")
    checks = check_account("rival", numbers_of(rival, thefts), FACTS)
    assert [(check.account, check.verdict) for check in checks] == [("rival", Verdict.HOLDS)]


@pytest.mark.parametrize(
    ("total", "parts", "number_id", "slip"),
    [
        (196, (59, 138), "p1", "digit"),
        (100, (21, 88), "p0", "transposed"),
        (100, (2, 77), "p0", "dropped"),
        (100, (223, 77), "p0", "doubled"),
        (229, (137, 137), "p1", "neighbour"),
        (100, (37, 12), "p0", "other"),
    ],
)
def test_a_slip_is_named(total: int, parts: tuple[int, ...], number_id: str, slip: str) -> None:
    """A repair says which slip of the hand would turn the mended value into the printed one."""
    held = tuple(number(f"p{i}", str(value), "x", "a") for i, value in enumerate(parts))
    repairs = sum_repairs(number("t", str(total), "x", "a"), held)
    assert {repair.number: repair.slip for repair in repairs}[number_id] == slip


@given(st.lists(st.integers(0, 500), min_size=2, max_size=5), st.integers(0, 2000))
def test_every_repair_mends_the_sum(parts: list[int], total: int) -> None:
    """Putting in any one repair makes the parts add up to the whole."""
    held = tuple(number(f"p{i}", str(value), "x", "a") for i, value in enumerate(parts))
    for repair in sum_repairs(number("t", str(total), "x", "a"), held):
        values = {"t": total, **{f"p{i}": value for i, value in enumerate(parts)}}
        values[repair.number] = int(str(repair.becomes))
        assert sum(values.values()) - values["t"] == values["t"]


def test_rates_of_parts_do_not_add_up_to_the_rate_of_the_whole() -> None:
    """7 per cent in one town and 5 in the other are no 12 in both."""
    towns = [number("all", "6", "unemployment", "market", "harbour"), number("a", "7", "unemployment", "market")]
    towns.append(number("b", "5", "unemployment", "harbour"))
    rates = [dataclasses.replace(one, show="percentage") for one in towns]
    assert [check.verdict for check in check_account("paper", towns, [])] == [Verdict.FAILS]
    assert check_account("paper", rates, []) == ()


@pytest.mark.parametrize(
    ("says", "before", "verdict"),
    [
        (">2", "40", Verdict.HOLDS),
        (">2", "50", Verdict.FAILS),
        ("2", "50", Verdict.HOLDS),
        ("2", "48", Verdict.UNDECIDED),
        (">2", ">40", Verdict.UNDECIDED),
    ],
)
def test_a_multiple_of_what_the_account_gives_is_decided(says: str, before: str, verdict: Verdict) -> None:
    """100 thefts are more than double 40, not more than double 50; how near "double" must come is for people to say."""
    held = [
        number("now", "100", "thefts", "harbour"),
        number("before", before, "thefts", "harbour", when=Period.parse("2024")),
        number("times", says, "multiple of thefts", "harbour"),
    ]
    (check,) = check_account("paper", held, [fact("times", "multiple of thefts")])
    assert (check.kind, check.verdict) == ("multiple", verdict)
