"""The accounts of the first story, set beside the reprint of the statement: against what was read off them by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases import table
from nisba.checking import Collation, base_of, collate, settle, shared_slips
from nisba.checking.differences import Difference, Telling
from nisba.gathering import load_story
from nisba.intervals import Interval
from nisba.reading import read_quantities, read_report

ROOT = Path(__file__).parents[2]
EXPECTED = table(Path(__file__).with_name("accounts.toml"))


@pytest.fixture(scope="module")
def collation() -> Collation:
    """All 33 accounts beside the reprint."""
    story = load_story(ROOT, "centcom-2024h1")
    lead = story.lead
    report = read_report(story.folder / lead.file, name=lead.id, language=lead.language, date=lead.date)
    facts = settle(story, report, read_quantities(report))
    return collate(story.accounts, story.reference, facts=facts, claims=story.claims, base=base_of(story))


def test_which_figures_differ_and_how(collation: Collation) -> None:
    """Eleven figures differ: five belong to another fact, two to no fact, two gain a hedge, and two lose one."""
    found = [[account, c.fact, str(c.value), c.difference.value, c.of] for account, c in collation.departures()]
    assert found == EXPECTED["departures"]


def test_who_tells_a_pace_as_a_fact(collation: Collation) -> None:
    """Five accounts tell as done what the statement tells as a pace."""
    told = [row.account for row in collation.rows if row.telling is Telling.PACE_AS_FACT]
    assert told == EXPECTED["pace-as-fact"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Difference.INVERTED, "turned-over"),
        (Difference.OTHER_CLAIM, "another-claim"),
        (Difference.HEDGE_LOST, "more-than-lost"),
    ],
)
def test_what_became_of_more_than_double(collation: Collation, kind: Difference, name: str) -> None:
    """One account has half for double, one claims something else, and seventeen lose the "more than"."""
    assert [row.account for row in collation.rows if row.claim_difference is kind] == EXPECTED[name]


def test_whose_claim_its_own_figures_fall_short_of(collation: Collation) -> None:
    """Two accounts that print 153 beside 121 tell it as twice, or almost; a pace of 2.5 times is no less than double."""
    found = {row.account: row.own for row in collation.rows if row.own is not None}
    assert found == dict.fromkeys(EXPECTED["short-of-own"], Interval.parse("153") / Interval.parse("121"))


def test_who_shares_a_slip(collation: Collation) -> None:
    """Two pairs of accounts share a number that no other account prints for that fact."""
    found = [[slip.fact, str(slip.value), list(slip.accounts), slip.against] for slip in shared_slips(collation)]
    assert found == EXPECTED["shared"]


def test_who_gives_a_total_for_the_year_before(collation: Collation) -> None:
    """Twelve accounts give a figure for 2023, which the statement does not."""
    given = {str(value): list(accounts) for value, accounts in collation.tally("attacks-2023").items()}
    assert given == EXPECTED["base"]
    assert len(collation.added("attacks-2023")) == 12
