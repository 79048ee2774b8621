"""New stories run: the five notebooks, unchanged, on a report of every kind, also where there is nothing to relate."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from nisba.proposing.arrival import Said
from nisba.proposing.folder import new_story
from nisba.rerunning.run import run_story
from proposing import making

ROOT = Path(__file__).resolve().parents[2]
FIRST = re.compile("centcom|baladi", re.IGNORECASE)
DEFAULT = re.compile(r'"story: str = \\"[a-z0-9-]+\\"')
QUIET = ("A quiet day", "Nothing was counted.")
CASES = {
    "english": (making.text, ".txt", making.ENGLISH),
    "arabic": (making.text, ".txt", making.ARABIC),
    "unrelated": (making.text, ".txt", making.NO_RELATION),
    "without-numbers": (making.text, ".txt", QUIET),
    "web-page": (making.web_page, ".html", making.ENGLISH),
    "paper": (making.pdf, ".pdf", making.ARABIC),
    "document": (making.word_document, ".docx", making.ENGLISH),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_a_new_story_runs_as_it_is(tmp_path, name):
    """Pages in both languages that say they are drafts, with every numeral bound; no edit was needed."""
    (tmp_path / "data" / "raw").mkdir(parents=True)
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    make, ending, paragraphs = CASES[name]
    new_story(tmp_path, name, [make(tmp_path / f"report{ending}", paragraphs)], Said())
    pages = run_story(name, root=tmp_path)
    written = {page.name: page.read_text("utf-8") for page in pages}
    assert {"explainer.en.html", "explainer.ar.html", "methodology.en.html", "methodology.ar.html"} <= set(written)
    assert all('id="draft"' in page for page in written.values() if "<h1" in page)
    assert "Draft, not for publication." in written["explainer.en.html"]
    assert "مسودة، ليست للنشر." in written["explainer.ar.html"]
    assert not FIRST.search(written["explainer.en.html"])


@pytest.mark.parametrize(
    "path",
    [*(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.ftl"), *(ROOT / "notebooks").glob("*.ipynb")],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_nothing_of_the_first_story_is_in_the_program(path):
    """Its names stand in no module, no message and no notebook, but as the default of the parameter ``story``."""
    assert FIRST.findall(DEFAULT.sub("", path.read_text("utf-8"))) == []
