"""Witnesses: accounts held as texts give their figures by themselves, and a person's decision comes first."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from nisba.checking import Collation, base_of, collate, settle, with_texts, witness
from nisba.checking.differences import Difference, Telling
from nisba.checking.numbers import Number
from nisba.errors import StoryError
from nisba.gathering import Account, Story, load_story
from nisba.intervals import Interval
from nisba.reading import Quantity, Report, Unread, read_quantities, read_report

LANDS = Path(__file__).resolve().parents[1] / "stories" / "two-lands"
Lead = tuple[Report, tuple[Quantity | Unread, ...]]


@pytest.fixture
def story() -> Story:
    """The invented story of fires in two countries."""
    return load_story(LANDS, "two-lands")


@pytest.fixture
def lead(story: Story) -> Lead:
    """Its lead account, read."""
    report = read_report(story.folder / story.lead.file, name=story.lead.id, language="en", date=story.lead.date)
    return report, read_quantities(report)


@pytest.fixture
def facts(story: Story, lead: Lead) -> tuple[Number, ...]:
    """What the story names of it."""
    return settle(story, *lead)


@pytest.fixture
def collation(story: Story, lead: Lead, facts: tuple[Number, ...]) -> Collation:
    """All accounts, those held as texts and the lead among them."""
    accounts = with_texts(story, lead, facts)
    return collate(accounts, story.reference, facts=facts, claims=story.claims, base=base_of(story))


def test_an_account_of_another_language_gives_its_figures(story: Story, lead: Lead, facts: tuple[Number, ...]) -> None:
    """The Arabic text gives every fact of the English one, each tied to its own characters."""
    found = witness(story, story.account("al-mina"), lead, facts)
    told = {number.id: (number.value, number.quote) for number in found.numbers}
    values = {"fires": 312, "killed": 47, "killed-norway": 26, "killed-sweden": 21, "injured": 180}
    assert {fact: value for fact, (value, _) in told.items()} == {k: Interval.exactly(v) for k, v in values.items()}
    assert all(quote and str(values[fact]) in found.report.words(quote.span) for fact, (_, quote) in told.items())
    assert found.open == ()


def test_where_the_accounts_part_is_found_with_the_sentence(collation: Collation) -> None:
    """74 killed for 47, a lost "more than"; the sentence of a figure is kept, of one that a person gave there is none."""
    parted = {(account, cell.fact): cell for account, cell in collation.departures()}
    assert {place: cell.difference for place, cell in parted.items()} == {
        ("gazette", "killed"): Difference.OTHER_NUMBER,
        ("gazette", "killed-sweden"): Difference.OTHER_NUMBER,
        ("al-mina", "injured"): Difference.HEDGE_LOST,
    }
    assert parted["gazette", "killed"].sentence.startswith("It said 74 people were killed")
    assert "إصابة 180" in parted["al-mina", "injured"].sentence


def test_what_a_person_writes_comes_first(collation: Collation) -> None:
    """The gazette's text has 21 in Sweden; the row has 22, and stands, with no sentence to vouch for it."""
    row = next(row for row in collation.rows if row.account == "gazette")
    cell = next(cell for cell in row.cells if cell.fact == "killed-sweden")
    assert (cell.value, cell.sentence) == (Interval.exactly(22), "")


def test_a_claim_is_read_from_the_text(collation: Collation) -> None:
    """What equals double in the text is the one kind of claim that says so; the reference tells a pace."""
    row = next(row for row in collation.rows if row.account == "al-mina")
    assert (row.claim, row.telling) == ("double", Telling.PACE_AS_FACT)


def test_a_claim_is_set_beside_the_figures_of_its_own_account(collation: Collation) -> None:
    """Al Mina has 312 beside 280, which is 39/35 and no double; who prints no base is not judged."""
    assert {row.account: row.own for row in collation.rows if row.own is not None} == {
        "al-mina": Interval.parse("312") / Interval.parse("280")
    }


def test_a_lead_without_a_row_is_set_beside_the_others(collation: Collation, story: Story) -> None:
    """The lead account has no row in accounts.csv, and its figures come from its text."""
    assert story.lead.id not in {account.id for account in story.accounts}
    row = next(row for row in collation.rows if row.account == story.lead.id)
    assert [str(cell.value) for cell in row.cells if cell.value] == ["312", "47", "26", "21", ">180"]


def test_a_number_of_another_thing_is_left_to_people(
    story: Story, lead: Lead, facts: tuple[Number, ...], tmp_path: Path
) -> None:
    """312 homes are not 312 fires, though the numeral is the same: it is listed, and fills no cell."""
    text = "In Norway and Sweden 47 people were killed from January to June 2025 and more than 180 injured. It lost 312 homes."
    (tmp_path / "herald.txt").write_text(text, encoding="utf-8")
    moved = dataclasses.replace(story, folder=tmp_path)
    account = Account("herald", {}, "en", "", "", "", "", {}, {}, file="herald.txt")
    found = witness(moved, account, lead, facts)
    assert "fires" not in {number.id for number in found.numbers}
    assert [(fact, quantity.surface) for fact, quantity in found.open] == [("fires", "312")]


HERALD = (
    "In Norway and Sweden 47 people were killed from January to June 2025 and more than 180 injured. It lost 312 homes."
)


def _with_herald(story: Story, folder: Path, **elsewhere: str) -> tuple[Story, Account]:
    """The story with one more account held as a text, and what a person says of it."""
    for file in story.folder.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "herald.txt").write_text(HERALD, encoding="utf-8")
    herald = Account("herald", {"en": "Herald"}, "en", "", "", "", "", {}, {}, file="herald.txt")
    facts = tuple(
        dataclasses.replace(fact, elsewhere={"herald": elsewhere[fact.id]}) if fact.id in elsewhere else fact
        for fact in story.facts
    )
    return dataclasses.replace(story, folder=folder, facts=facts, accounts=(*story.accounts, herald)), herald


def test_what_is_left_open_fills_no_cell_and_is_listed(
    story: Story, lead: Lead, facts: tuple[Number, ...], tmp_path: Path
) -> None:
    """The 312 homes are listed with their sentence, beside the 312 fires; they count as no figure and no departure."""
    added, _ = _with_herald(story, tmp_path)
    found = collate(with_texts(added, lead, facts), added.reference, facts=facts)
    assert [(account, cell.fact, cell.value, cell.sentence) for account, cell in found.left_open()] == [
        ("herald", "fires", None, "It lost 312 homes.")
    ]
    assert "herald" not in {account for account, _ in found.departures()}
    assert "herald" not in found.tally("fires")[Interval.exactly(312)]


@pytest.mark.parametrize(("quote", "value"), [("lost 312 homes", Interval.exactly(312)), ("", None)])
def test_a_person_settles_it_by_quoting_the_text(
    story: Story, lead: Lead, facts: tuple[Number, ...], tmp_path: Path, quote: str, value: Interval | None
) -> None:
    """Quoted, the number is the fact's, with its sentence; with no words, the account does not give it; open no more."""
    settled, _ = _with_herald(story, tmp_path, fires=quote)
    held = with_texts(settled, lead, facts)
    (row,) = [row for row in collate(held, settled.reference, facts=facts).rows if row.account == "herald"]
    (cell,) = [cell for cell in row.cells if cell.fact == "fires"]
    assert (cell.value, cell.sentence) == (value, "It lost 312 homes." if quote else "")
    assert cell.difference is (Difference.AGREES if quote else Difference.UNSEEN)


def test_a_quote_that_is_not_there_once_is_refused(
    story: Story, lead: Lead, facts: tuple[Number, ...], tmp_path: Path
) -> None:
    """Words that the account does not have, and an account of which no text is held, are answered with the key."""
    wrong, herald = _with_herald(story, tmp_path, fires="lost 313 homes")
    with pytest.raises(StoryError, match=r"\[facts.fires\] elsewhere.herald .* is not in the account"):
        witness(wrong, herald, lead, facts)
    unknown = tuple(dataclasses.replace(fact, elsewhere={"tribune": "312 fires"}) for fact in story.facts[:1])
    with pytest.raises(StoryError, match=r"names 'tribune', of which no text is held"):
        with_texts(dataclasses.replace(story, facts=unknown), lead, facts)


def test_a_text_on_another_matter_gives_nothing(
    story: Story, lead: Lead, facts: tuple[Number, ...], tmp_path: Path
) -> None:
    """A text that shares hardly a number with the lead is no account of the same announcement."""
    (tmp_path / "sport.txt").write_text("Rovers won 26 of 38 games and sold 41,000 tickets.", encoding="utf-8")
    account = Account("sport", {}, "en", "", "", "", "", {}, {}, file="sport.txt")
    assert witness(dataclasses.replace(story, folder=tmp_path), account, lead, facts).numbers == ()


def test_a_file_that_is_not_in_the_folder_is_refused(tmp_path: Path) -> None:
    """The row names a text that nobody put there, or one outside the folder."""
    folder = tmp_path / "data" / "raw" / "two-lands"
    folder.mkdir(parents=True)
    for file in (LANDS / "data" / "raw" / "two-lands").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    table = (folder / "accounts.csv").read_text(encoding="utf-8")
    for name in ("nowhere.txt", "../two-lands/gazette.en.txt"):
        (folder / "accounts.csv").write_text(table.replace("gazette.en.txt", name), encoding="utf-8")
        with pytest.raises(StoryError, match="not in the folder"):
            load_story(tmp_path, "two-lands")
