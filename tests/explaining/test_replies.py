"""When an address was read and who was asked: said where it is known, and said plainly where it is not."""

from __future__ import annotations

import pytest

from explaining.pages import KINDS, soup

ASKED = '[[replies]]\nwho = {{ en = "The mayor of Northport", ar = "رئيس بلدية نورثبورت" }}\n{more}\n'
QUESTION = """asked_on = 2025-07-10
how = { en = "by letter", ar = "برسالة" }
about = { en = "Whether {boats} is right.", ar = "هل الرقم {boats} صحيح؟" }
"""
ANSWER = 'answered_on = 2025-07-14\nlanguage = "en"\nanswer = { en = "We sent 61.", ar = "أرسلنا 61." }'
CASES = [
    ("", "The mayor of Northport: not asked for a reply yet."),
    (QUESTION, "asked on 10 July 2025, by letter. The question: Whether 60 is right. No answer has been recorded."),
    (f"{QUESTION}waited_until = 2025-07-20", "By 20 July 2025 no answer had come."),
    (f"{QUESTION}{ANSWER}", "The answer, of 14 July 2025:We sent 61."),
]


def _box(page) -> str:
    return " ".join(soup(page.html).find(id="replies").parent.get_text().split())


def _with(raw, more) -> None:
    path = raw / "story.toml"
    path.write_text(f"{path.read_text('utf-8')}\n{ASKED.format(more=more)}", "utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_was_asked(towns, kind):
    """A story without an entry says so on both pages."""
    assert "Nobody named here has been asked for a reply." in _box(KINDS[kind](towns(), "en"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("more", "says"), CASES, ids=["not asked", "asked", "waited for", "answered"])
def test_a_party_and_what_came_of_it(raw, towns, kind, more, says):
    """Not asked, asked, waited for or answered; an answer stands as it came, its numerals are its own."""
    _with(raw, more)
    assert says in _box(KINDS[kind](towns(), "en"))


def test_an_answer_in_another_language_is_marked_as_our_translation(raw, towns):
    """It came in English: the Arabic page says whose words these are."""
    _with(raw, f"{QUESTION}{ANSWER}")
    said = _box(KINDS["explainer"](towns(), "ar"))
    assert "أرسلنا 61." in said
    assert "الترجمة عن الإنجليزية من عملنا." in said or "الترجمة عن الإنكليزية من عملنا." in said


def test_a_day_that_nobody_noted_is_not_made_up(towns):
    """The note of a cited number says so; a list in which no day is known says it once."""
    page = soup(KINDS["methodology"](towns(), "en").html)
    notes = page.select("li.note.cit")
    assert notes
    assert all("date of reading not recorded" in note.get_text() for note in notes)
    assert page.get_text().count("The day on which these pages were read was not recorded for any of them.") == 2


def test_a_day_that_was_noted_is_shown_where_the_number_is(raw, towns):
    """In the note, and in a column of its own, in which the others are said not to be recorded."""
    path = raw / "cited.toml"
    path.write_text(
        path.read_text("utf-8").replace("[harbour-board]", "[harbour-board]\nread_on = 2025-07-09"), "utf-8"
    )
    page = soup(KINDS["methodology"](towns(), "en").html)
    assert "read on 9 July 2025" in page.find(id="n-rescues-2024").get_text()
    (table,) = [one for one in page.select("table") if "Figures cited from elsewhere" in one.caption.get_text()]
    at = [cell.get_text() for cell in table.select("thead th")].index("Read on")
    days = [row.find_all(["th", "td"])[at].get_text() for row in table.select("tbody tr")]
    assert days == ["9 July 2025", "not recorded"]


def test_the_columns_of_the_csv_files_hold_days_too(raw, towns):
    """An account's row, written as a date."""
    path = raw / "accounts.csv"
    head, *rows = path.read_text("utf-8").splitlines()
    days = ["2025-07-09", *[""] * (len(rows) - 1)]
    path.write_text("\n".join([f"{head},read_on", *map(",".join, zip(rows, days, strict=True))]) + "\n", "utf-8")
    assert towns().story.accounts[0].read_on.isoformat() == "2025-07-09"
