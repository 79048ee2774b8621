"""The series on the methodology: its rates, and whether what one release adds to another adds up over places."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from explaining.pages import soup
from nisba.explaining.page import Page


@pytest.mark.parametrize(
    ("language", "caption"), [("en", "What a longer release leaves"), ("ar", "ما يبقى من البيان الأطول")]
)
def test_what_the_second_quarter_adds_is_added_up(
    written: Mapping[tuple[str, str, str], Page], language: str, caption: str
) -> None:
    """196 - 94, 44 - 18 and 166 - 63 leave 102, 26 and 103, and the countries' rests come to the same."""
    html = next(page.html for key, page in written.items() if {"centcom-2024h1", "methodology", language} <= set(key))
    table = html[html.rindex(f"<caption>{caption}") :]
    rows = re.findall(r'<td class="num">(\d+)</td><td class="num">(\d+)</td><td><span class="v ok">', table)
    assert rows[:3] == [("102", "102"), ("26", "26"), ("103", "103")]


@pytest.mark.parametrize(
    ("language", "caption", "told"),
    [
        ("en", "The same, with the report’s own numbers", ["26", "25", "Does not add up"]),
        ("ar", "الأمر نفسه، وأرقام الخبر", ["26", "25", "المجموع غير صحيح"]),
        ("en", "Releases that are not subtracted", ["It counts missions; the one before counted operations."]),
        ("ar", "بيانات لا يُطرح بعضها", ["يحصي مهمات، وكان السابق يحصي عمليات."]),
        ("en", "Between the releases", ["August–December 2023", "Iraq and Syria", "Detained, Killed and Operations"]),
        ("ar", "بين البيانات", ["آب – كانون الأول 2023", "العراق وسوريا", "المعتقلون والقتلى والعمليات"]),
    ],
)
def test_what_contradicts_what_changed_and_what_is_missing_is_told(
    written: Mapping[tuple[str, str, str], Page], language: str, caption: str, told: list[str]
) -> None:
    """The report's 13 leaves 6, and 19 + 6 is not 26; missions for operations; the months that no release counts."""
    html = next(page.html for key, page in written.items() if {"centcom-2024h1", "methodology", language} <= set(key))
    (table,) = [one for one in soup(html)("table") if one.caption and one.caption.text.startswith(caption)]
    rows = [[cell.text for cell in row(["th", "td"])] for row in table.tbody("tr")]
    assert any(row[-len(told) :] == told for row in rows)
