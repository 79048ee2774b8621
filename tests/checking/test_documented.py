"""docs/checks.md, "Beside one report": the words of two accounts part as the page says, and its tables name what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nisba.checking.differences import Difference, Telling
from nisba.checking.matching import paired, partings
from nisba.checking.verdicts import Robustness
from nisba.reading import Report, read_quantities

PAGE = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
PAIRS = re.findall(r"^- ([a-z ]+): ([^|\n]+) \| ([^|\n]+)$", PAGE, re.MULTILINE)
#: What both accounts of an example print besides, so that they are accounts of one announcement.
COMMON = {
    "en": "The ministry listed 640 clinics, 53 bridges and 230 schools. {}.",
    "ar": "أحصت الوزارة 640 عيادة و53 جسرا و230 مدرسة. {}.",
}


def test_the_page_has_examples_in_both_languages() -> None:
    """Every kind of difference that two texts can show has one, and the commonest have an Arabic one, too."""
    kinds = {kind for kind, _, _ in PAIRS}
    assert kinds >= {"another number", "hedge lost", "hedge added", "hedge changed", "number of another place"}
    assert sum(_language(words) == "ar" for _, words, _ in PAIRS) >= 3


def _language(words: str) -> str:
    return "en" if words[0].isascii() else "ar"


@pytest.mark.parametrize(("kind", "one", "other"), PAIRS)
def test_the_words_of_two_accounts_part_as_the_page_says(kind: str, one: str, other: str) -> None:
    """One difference, of the kind named, and no other."""
    language = _language(one)
    reports = [
        Report(name, COMMON[language].format(words), language, None, "")
        for name, words in zip("ab", (one, other), strict=True)
    ]
    first, second = ((report, read_quantities(report)) for report in reports)
    found = partings(first, second)
    if kind == Difference.AGREES:
        assert found == ()
        assert len(paired(first, second)) == 4
    elif kind in (Telling.PACE_AS_FACT, Telling.FACT_AS_PACE):
        assert [parting.telling.value for parting in found] == [kind]
    else:
        assert [parting.difference.value for parting in found] == [kind]


def test_every_finding_about_readings_is_explained() -> None:
    """The table has a row for each, in the words of the program."""
    assert all(f"| {found.value} |" in PAGE for found in Robustness)
