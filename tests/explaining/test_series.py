"""The series on the methodology: its rates, and whether what one release adds to another adds up over places."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

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
