"""A checked report as one page: every number marked, every verdict beside it, nothing from anywhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from nisba.commands.check import command

ENGLISH = (
    "The ferry carried 310 passengers, of whom 170 were male and 130 were female.\n\nIt sank in 1994 <b>off</b> Oslo.\n"
)
ARABIC = "كشفت الوزارة عن إصابة 310 أشخاص، بينهم 170 رجلاً و130 امرأة.\n"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The page of two reports."""
    for name, text in (("ferry", ENGLISH), ("wizara", ARABIC)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    files = [str(tmp_path / f"{name}.txt") for name in ("ferry", "wizara")]
    done = CliRunner().invoke(command, [*files, "--html", str(tmp_path / "checked.html")])
    assert done.exit_code == 1
    return tmp_path / "checked.html"


def test_every_number_is_marked_and_the_words_are_untouched(written: Path) -> None:
    """The words of each report are all there, in order, and each number that was read is in a mark."""
    page = BeautifulSoup(written.read_text(encoding="utf-8"), "html.parser")
    said = [part.get_text() for part in page.select(".said")]
    assert "".join(said) == (ENGLISH + ARABIC).replace("\n\n", "\n")
    assert [mark.get_text() for mark in page.select("mark")] == ["310", "170", "130", "1994", "310", "170", "130"]


def test_every_verdict_stands_beside_its_paragraph(written: Path) -> None:
    """The failed sum is beside the paragraph it is about, and leads to its numbers."""
    page = BeautifulSoup(written.read_text(encoding="utf-8"), "html.parser")
    row = page.select_one(".row")
    assert "170 + 130 = 300, but the text says 310." in row.select_one(".beside").get_text()
    assert {link["href"] for link in row.select("a")} == {f"#{mark['id']}" for mark in row.select("mark")}


def test_a_report_brings_no_markup_of_its_own(written: Path) -> None:
    """What looks like markup in a report is text on the page."""
    html = written.read_text(encoding="utf-8")
    assert "&lt;b&gt;off&lt;/b&gt;" in html
    assert "<b>" not in html


def test_the_page_asks_for_nothing(written: Path) -> None:
    """One file: no script, no address, and a policy that forbids both."""
    html = written.read_text(encoding="utf-8")
    assert "default-src 'none'" in html
    assert not re.search(r"<script|<link|<img|src=|https?://|@import", html)


def test_each_report_reads_in_its_own_direction(written: Path) -> None:
    """Arabic from the right, English from the left, on one page."""
    page = BeautifulSoup(written.read_text(encoding="utf-8"), "html.parser")
    assert [(part["lang"], part["dir"]) for part in page.select(".said")] == [
        ("en", "ltr"),
        ("en", "ltr"),
        ("ar", "rtl"),
    ]


def test_it_opens_in_a_browser(written: Path, page) -> None:
    """Nothing is wider than a phone, nothing is asked of the network, and the style is in force."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(written.as_uri())
    assert asked == [written.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("getComputedStyle(document.querySelector('mark.no')).textDecorationStyle") == "double"
    assert page.evaluate("document.compatMode") == "CSS1Compat"
