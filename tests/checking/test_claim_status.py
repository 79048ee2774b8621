"""As what a number is told: fact, pace, target, forecast or estimate; and that no check takes a plan for a fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases import table
from nisba.checking.claim_status import claim_status
from nisba.checking.inferred import relations
from nisba.reading import Quantity, Report, read_quantities
from nisba.reading.script import language_of

CASES = table(Path(__file__).parent / "claims.toml")


def report_of(row: dict[str, str]) -> Report:
    """The sentence as a report."""
    return Report("invented", row["text"], row.get("language") or language_of(row["text"]), None, "")


@pytest.mark.parametrize("row", CASES["sentence"], ids=lambda row: row["text"][:40])
def test_as_what_numbers_are_told(row):
    """Each number with a value, in the order of the text, as the table says; lengths of time are left aside."""
    report = report_of(row)
    read = [q for q in read_quantities(report) if isinstance(q, Quantity) and q.value and q.kind != "duration"]
    assert [f"{q.surface} {claim_status(report, q.span).value}" for q in read] == row["told"]


@pytest.mark.parametrize("row", CASES["relation"], ids=lambda row: row["text"][:40])
def test_plans_and_facts_are_kept_apart(row):
    """Plans are checked against plans and facts against facts; between them nothing is said to fail, or to repeat."""
    report = report_of(row)
    found = {f"{r.check.kind} {r.verdict}" for r in relations(report, read_quantities(report))}
    assert set(row.get("told", ())) <= found
    assert not any(one.endswith(row.get("never", "\n")) for one in found)


def test_a_language_without_such_words_tells_facts():
    """Where no words are known, every number is taken for what the text says it is."""
    report = Report("invented", "Der Hafen soll 500 Schiffe abfertigen.", "de", None, "")
    at = report.text.index("500")
    assert claim_status(report, type(report.sentence(at))(at, at + 3)).value == "actual"
