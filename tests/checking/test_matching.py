"""Matching: two accounts of one announcement as texts, lined up by themselves."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import nisba.checking
from nisba.checking.differences import Difference, Telling
from nisba.checking.matching import partings
from nisba.checking.synonyms import one_thing
from nisba.reading import Quantity, Report, read_quantities

ALIKE = Path(nisba.checking.__file__).parent / "lang" / "alike"

CHOLERA = (
    "The health ministry said 412 cases of cholera were recorded in Sudan in May 2024, 87 of them in children. "
    "It said 1,250 people were vaccinated and more than 3,000 tents were sent. "
    "At this rate cases will more than double by August."
)
BUDGET = (
    "Spending on 64 hospitals in Kenya reached 310 million dollars in 2024, the treasury said. "
    "It listed 18 roads, 47 bridges and at least 230 schools."
)


def _parted(reference: str, other: str) -> list[tuple[str, str, Difference, Telling]]:
    texts = [Report(name, text, "en", None, "") for name, text in (("a", reference), ("b", other))]
    accounts = [(report, read_quantities(report)) for report in texts]
    return [(p.expected.surface, p.printed.surface, p.difference, p.telling) for p in partings(*accounts)]


@pytest.mark.parametrize(
    ("text", "at", "write", "parting"),
    [
        (CHOLERA, "87 of", "78 of", ("87", "78", Difference.OTHER_NUMBER, Telling.OPEN)),
        (CHOLERA, "more than 3,000", "3,000", ("3,000", "3,000", Difference.HEDGE_LOST, Telling.OPEN)),
        (CHOLERA, "said 412", "said about 412", ("412", "412", Difference.HEDGE_ADDED, Telling.OPEN)),
        (CHOLERA, "will more than double", "will double", ("double", "double", Difference.HEDGE_LOST, Telling.ALIKE)),
        (
            CHOLERA,
            "At this rate cases will more than double by August",
            "Cases have more than doubled",
            ("double", "doubled", Difference.AGREES, Telling.PACE_AS_FACT),
        ),
        (BUDGET, "47 bridges", "74 bridges", ("47", "74", Difference.OTHER_NUMBER, Telling.OPEN)),
        (BUDGET, "at least 230", "230", ("230", "230", Difference.HEDGE_LOST, Telling.OPEN)),
    ],
)
def test_one_thing_told_otherwise_is_one_parting(
    text: str, at: str, write: str, parting: tuple[str, str, Difference, Telling]
) -> None:
    """Another number, a hedge lost or added, a pace told as a fact: found, and nothing beside it."""
    assert at in text
    assert _parted(text, text.replace(at, write)) == [parting]


@pytest.mark.parametrize("text", [CHOLERA, BUDGET])
def test_the_same_words_part_nowhere(text: str) -> None:
    """An account agrees with itself, and with one that leaves a sentence out."""
    assert _parted(text, text) == []
    assert _parted(text, text[text.index(". ") + 2 :]) == []


def test_accounts_in_other_words_part_nowhere() -> None:
    """The order of sentences and the wording around the numbers are each account's own."""
    other = "Of 310 million dollars spent in Kenya in 2024, the treasury says, 64 hospitals got a part. It listed 47 bridges and 18 roads."
    assert _parted(BUDGET, other) == []


RAID = (
    "The army killed 31 fighters in Niger in May 2024 and detained 74, officials said. "
    "It freed 120 people, burned 19 vehicles and seized 230 rifles in 14 raids."
)


def test_other_words_for_one_thing_are_lined_up() -> None:
    """Gunmen are told for fighters: the numbers that differ are found, and those that agree are not open."""
    other = RAID.replace("31 fighters", "13 gunmen")
    assert _parted(RAID, other) == [("31", "13", Difference.OTHER_NUMBER, Telling.OPEN)]


@pytest.mark.parametrize(
    ("mine", "yours", "languages", "same"),
    [
        ("31 fighters died", "31 gunmen died", "en en", True),
        ("The clinic hired 41 doctors", "The clinic hired 41 physicians", "en en", True),
        ("The flood wrecked 210 homes", "The flood wrecked 210 dwellings", "en en", True),
        ("Police held 12 suspects", "أوقفت الشرطة 12 مشتبهاً", "en ar", True),
        ("The province has 412 cases", "سجلت المحافظة 412 إصابة", "en ar", True),
        ("Le feu a détruit 210 logements", "The fire destroyed 210 homes", "fr en", True),
        ("The clinic hired 41 doctors", "The clinic hired 41 teachers", "en en", False),
        ("The flood wrecked 210 homes", "The flood wrecked 210 boats", "en en", False),
        ("Police held 12 suspects", "أوقفت الشرطة 12 سيارة", "en ar", False),
        ("The flood wrecked 210 homes", "L'incendie a détruit 210 navires", "en fr", False),
        ("There were 40", "There were 40", "en en", False),
    ],
)
def test_words_that_may_mean_one_thing(mine: str, yours: str, languages: str, same: bool) -> None:
    """In one language and across two, by the language files; what no file lists is left to people."""
    spoken = languages.split()
    (one,), (two,) = (
        [q for q in read_quantities(Report("a", text, language, None, "")) if isinstance(q, Quantity)]
        for text, language in zip((mine, yours), spoken, strict=True)
    )
    assert one_thing(one, two, (spoken[0], spoken[1])) is same


def test_the_lists_of_all_languages_name_the_same_groups() -> None:
    """A group that one language lacks could match nothing in it, and a misspelt name would go unseen."""
    lists = {path.stem: tomllib.loads(path.read_text("utf-8"))["alike"] for path in ALIKE.glob("*.toml")}
    assert set(lists) == {"ar", "en", "fr"}
    assert len({frozenset(groups) for groups in lists.values()}) == 1


def test_texts_on_other_matters_are_not_compared() -> None:
    """Reports that share hardly a number are not accounts of one announcement: nothing is said of them."""
    assert _parted(CHOLERA, BUDGET) == []
    assert _parted("A storm killed 14 people in Chile in 2023.", "A storm killed 15 people in Chile in 2023.") == []
