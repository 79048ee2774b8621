"""Making pages in tests: evidence as the notebooks work it out, and pages as the exporter publishes them."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat.v4
import pytest
from bs4 import BeautifulSoup

from nisba.checking import check_account, collate, doubted, judge, numbers_of, rates, settle, with_support, work_out
from nisba.explaining import Evidence, Page, explainer, methodology
from nisba.gathering import Story
from nisba.reading import Quantity, Unread, read_quantities, read_report
from nisba.rerunning.publish import NisbaExporter

PROSE = Path(__file__).parent / "prose"
ROOT = Path(__file__).resolve().parents[2]
KINDS = {"explainer": explainer, "methodology": methodology}
LANGUAGES = ("en", "ar")
STORIES = ("two-towns", "centcom-2024h1")


def evidence_of(story: Story, baseline: str = "", counting: str = "days") -> Evidence:
    """What the first three notebooks work out for a story."""
    lead = story.lead
    report = read_report(story.folder / lead.file, name=lead.id, language=lead.language, date=lead.date)
    found = read_quantities(report)
    quantities = tuple(item for item in found if isinstance(item, Quantity))
    facts = settle(story, report, quantities)
    named = {number.id: number for number in facts}
    checks = with_support(check_account(lead.id, facts, story.facts), story.accounts)
    others = [account for account in story.accounts if account.id != lead.id]
    theirs = [check for one in others for check in check_account(one.id, numbers_of(one, named), story.facts)]
    numbers = work_out(story, doubted(facts, checks), baseline=baseline, counting=counting)
    return Evidence(
        story,
        {lead.id: report},
        numbers,
        quantities=quantities,
        unread=tuple(item for item in found if isinstance(item, Unread)),
        checks=(*checks, *theirs),
        findings=judge(story, numbers),
        collation=collate(story.accounts, story.reference, facts=facts, claims=story.claims)
        if story.accounts
        else None,
        rates=rates(story.releases, story.flows),
        parameters={"baseline": baseline, "counting": counting, "reading": "every"},
    )


def towns_in(folder: Path) -> Path:
    """A copy of the invented story, with prose."""
    shutil.copytree(ROOT / "tests" / "stories" / "two-towns", folder, dirs_exist_ok=True)
    raw = folder / "data" / "raw" / "two-towns"
    for file in PROSE.glob("*.md"):
        shutil.copy(file, raw / file.name)
    return raw


def whole(page: Page) -> str:
    """A page, displayed in a notebook and exported from it."""
    outputs = []
    for part in page:
        bundle = part._repr_mimebundle_()
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        outputs.append(nbformat.v4.new_output("display_data", data=data, metadata=metadata))
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=outputs)])
    html, _ = NisbaExporter().from_notebook_node(notebook)
    return html


def soup(html: str) -> BeautifulSoup:
    """A page to look into."""
    return BeautifulSoup(html, "html.parser")


EVERY = [(story, kind, language) for story in STORIES for kind in KINDS for language in LANGUAGES]
every_page = pytest.mark.parametrize("key", EVERY, ids=["-".join(key) for key in EVERY])
