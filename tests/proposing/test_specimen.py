"""The specimen that arrived as an Arabic PDF: what a journalist made of the draft, against what was worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases import table
from nisba.checking import settle, work_out
from nisba.checking.checks import check_account
from nisba.gathering import load_story
from nisba.proposing.originals import extract
from nisba.reading import read_quantities, read_report

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = table(ROOT / "tests" / "stories" / "flood-displacement.toml")


@pytest.fixture(scope="module")
def worked():
    """The story, the lead's text, its facts and all that is computed from them."""
    story = load_story(ROOT, "flood-displacement")
    lead = story.lead
    report = read_report(story.folder / lead.file, name=lead.id, language=lead.language, date=lead.date)
    facts = settle(story, report, read_quantities(report))
    return story, report, facts, work_out(story, facts, baseline="", counting="days")


def test_the_pdf_gives_its_text_again(worked):
    """What is taken from the original today is the text that was kept, its vowel marks behind their letters."""
    story, report, _, _ = worked
    assert extract(story.folder / story.lead.original.file).text == report.text
    assert "عيّنة كُتبت لتجربة برنامج" in report.text


def test_every_figure_leads_to_its_page(worked):
    """Each fact is worth what the page prints, and its quotation stands on that page, in that paragraph."""
    story, _, facts, _ = worked
    found = [[fact.id, str(fact.value), *story.lead.original.place(fact.quote.paragraph + 1)] for fact in facts]
    assert found == EXPECTED["facts"]


def test_its_sums(worked):
    """The towns add up to more than the whole, and each repair is one number; shares and multiples hold."""
    story, _, facts, _ = worked
    checks = check_account(story.lead.id, facts, story.facts)
    assert {check.id: check.verdict.value for check in checks} == EXPECTED["checks"]
    assert {r.number: str(r.becomes) for check in checks for r in check.repairs} == EXPECTED["repairs"]


@pytest.mark.parametrize(("name", "value"), EXPECTED["numbers"].items())
def test_what_follows(worked, name, value):
    """Computed numbers are exactly what was worked out."""
    assert str(worked[3][name].value) == value
