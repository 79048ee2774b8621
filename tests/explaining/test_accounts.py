"""Accounts on the methodology: what is left open to people, and what a person settled by quoting another account."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from explaining.pages import soup
from nisba.checking import collate
from nisba.explaining import Evidence, methodology

SENTENCE = "It has 60 moorings."


def _table(html: str, caption: str) -> list[list[str]]:
    """The rows of the table whose caption begins so."""
    (found,) = [table for table in soup(html)("table") if table.caption and table.caption.text.startswith(caption)]
    return [[cell.text for cell in row(["th", "td"])] for row in found.tbody("tr")]


@pytest.mark.parametrize(
    ("language", "caption", "outlet"),
    [("en", "Numbers printed alike", "Herald"), ("ar", "أرقام متماثلة", "الرائد")],
)
def test_what_is_left_open_is_shown_with_its_sentence(
    towns: Callable[..., Evidence], language: str, caption: str, outlet: str
) -> None:
    """Sixty moorings may or may not be the sixty boats: the methodology lists the words, so that a person can say."""
    evidence = towns()
    story = evidence.story
    herald = dataclasses.replace(
        story.accounts[0], id="herald", outlet={"en": "Herald", "ar": "الرائد"}, figures={}, open={"boats": SENTENCE}
    )
    story = dataclasses.replace(story, accounts=(*story.accounts, herald))
    beside = collate(story.accounts, story.reference)
    page = methodology(dataclasses.replace(evidence, story=story, collation=beside), language, draw=False)
    assert [(row[0], row[2], row[3]) for row in _table(page.html, caption)] == [(outlet, "60", SENTENCE)]


@pytest.mark.parametrize(
    ("language", "caption", "nothing"),
    [("en", "Which words of other accounts", "does not give it"), ("ar", "أي لفظ في الروايات الأخرى", "لا تورده")],
)
def test_what_a_person_settled_is_listed(
    towns: Callable[..., Evidence], raw: Path, language: str, caption: str, nothing: str
) -> None:
    """Quoted words stand among the editors' decisions, and so does that an account does not give a fact."""
    toml = (raw / "story.toml").read_text(encoding="utf-8")
    table = (raw / "accounts.csv").read_text(encoding="utf-8")
    (raw / "guard.txt").write_text("The guard counted 153 rescues with 60 boats, 20 of them in Southport.", "utf-8")
    (raw / "accounts.csv").write_text(
        table.replace("language,", "language,file,").replace(",en,", ",en,guard.txt,"), "utf-8"
    )
    said = {"sent out 60 boats": "with 60 boats", "21 in Southport": ""}
    for quote, words in said.items():
        toml = toml.replace(f'quote = "{quote}"', f'quote = "{quote}"\nelsewhere = {{ coast-guard = "{words}" }}')
    (raw / "story.toml").write_text(toml, encoding="utf-8")
    rows = _table(methodology(towns(), language, draw=False).html, caption)
    assert rows[0][2] == "with 60 boats"
    assert nothing in rows[1][2]
