"""Relations read off wording: what fails is found, what need not add up is never called wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases import table
from nisba.checking.inferred import Relation
from nisba.checking.verdicts import Verdict

HERE = Path(__file__).parent
KEYS = {"fails": Verdict.FAILS, "holds": Verdict.HOLDS, "open": Verdict.UNDECIDED}
REPORTS = [
    pytest.param(language, row, id=row["name"])
    for language, file in (
        ("en", "english.toml"),
        ("ar", "arabic.toml"),
        ("en", "fields_en.toml"),
        ("ar", "fields_ar.toml"),
        ("fr", "french.toml"),
        ("en", "ties_en.toml"),
        ("ar", "ties_ar.toml"),
    )
    for row in table(HERE / file)["report"]
]


def told(relation: Relation) -> str:
    """A relation as the tables write it."""
    said, *others = (mention.quantity.surface for mention in relation.mentions)
    return f"{relation.check.kind} {said} from {' '.join(others)}"


@pytest.mark.parametrize(("language", "row"), REPORTS)
def test_nothing_else_fails(found, language, row):
    """Exactly the relations listed as failing fail: no more, no fewer."""
    failing = {told(r) for r in found(language, row["text"]) if r.verdict is Verdict.FAILS}
    assert failing == set(row.get("fails", ()))


@pytest.mark.parametrize(("language", "row"), REPORTS)
def test_what_holds_and_what_is_open(found, language, row):
    """Relations that the numbers confirm, or cannot decide, are told as such."""
    verdicts = {(told(r), r.verdict) for r in found(language, row["text"])}
    expected = {(line, KEYS[key]) for key in ("holds", "open") for line in row.get(key, ())}
    assert expected - verdicts == set()
    assert not {line for line, verdict in verdicts if verdict is Verdict.HOLDS} & set(row.get("none", ()))


@pytest.mark.parametrize(("language", "row"), [case for case in REPORTS if case.values[1].get("fails")])
def test_unrelated_sentences_change_nothing(found, language, row):
    """A sentence about something else, before or after, neither hides a fault nor makes one."""
    other = table(HERE / "unrelated.toml")[language]
    for text in (f"{other} {row['text']}", f"{row['text']} {other}"):
        failing = {told(r) for r in found(language, text) if r.verdict is Verdict.FAILS}
        assert failing == set(row["fails"])
