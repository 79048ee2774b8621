"""Matching: two accounts of one announcement as texts, lined up by themselves."""

from __future__ import annotations

import pytest

from nisba.checking.differences import Difference, Telling
from nisba.checking.matching import partings
from nisba.reading import Report, read_quantities

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


def test_texts_on_other_matters_are_not_compared() -> None:
    """Reports that share hardly a number are not accounts of one announcement: nothing is said of them."""
    assert _parted(CHOLERA, BUDGET) == []
    assert _parted("A storm killed 14 people in Chile in 2023.", "A storm killed 15 people in Chile in 2023.") == []
