"""Pages on paper: A4, numbered, nothing cut off, Arabic as it is written; a clear sentence where nothing can print."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from explaining.pages import KINDS, LANGUAGES, evidence_of, soup, towns_in, whole
from nisba.cli import nisba
from nisba.errors import PaperError
from nisba.gathering import load_story
from nisba.rerunning.paper import find_browser, print_pages, undated

A4 = (595, 842)  # points, rounded


def _program(path: Path, does: str) -> Path:
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_the_named_browser_comes_first(tmp_path):
    """NISBA_BROWSER is taken before anything that lies on the path."""
    mine = _program(tmp_path / "mine", "true")
    _program(tmp_path / "chromium", "true")
    assert find_browser({"NISBA_BROWSER": str(mine), "PATH": str(tmp_path)}) == str(mine)
    assert find_browser({"PATH": str(tmp_path)}) == str(tmp_path / "chromium")


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"PATH": "/nowhere"}, "No PDF: there is no Chromium here; install Chromium or Chrome, or set NISBA_BROWSER"),
        ({"PATH": "/nowhere", "NISBA_BROWSER": "netscape"}, "NISBA_BROWSER names 'netscape', which is no program here"),
    ],
)
def test_where_there_is_no_browser_one_sentence_says_so(environment, said):
    """What is missing, what to do, and that the pages themselves are there."""
    with pytest.raises(PaperError, match="the pages are published") as caught:
        find_browser(environment)
    assert said in str(caught.value)


@pytest.mark.parametrize("does", ["echo no display >&2; exit 3", "exit 0", "printf nonsense > page.pdf"])
def test_a_browser_that_prints_nothing_is_named(tmp_path, monkeypatch, does):
    """Whatever it says or does not say, there is no half PDF, and what it drops does not lie where the reader stands."""
    browser = _program(tmp_path / "broken", does)
    stands = tmp_path / "stands"
    stands.mkdir()
    monkeypatch.chdir(stands)
    (tmp_path / "page.html").write_text("<p>x</p>")
    with pytest.raises(PaperError, match=r"broken did not print page\.html"):
        print_pages(str(browser), [tmp_path / "page.html"], tmp_path / "pdf")
    assert list((tmp_path / "pdf").iterdir()) == []
    assert list(stands.iterdir()) == []


def test_the_moment_of_printing_is_left_out():
    """As many bytes as before, so that the offsets in the file hold."""
    content = b"<</CreationDate (D:20261122203000+00'00')\n/ModDate (D:20261122203000+00'00')>>"
    assert undated(content) == b"<</CreationDate (D:19800101000000+00'00')\n/ModDate (D:19800101000000+00'00')>>"


def test_the_command_publishes_before_it_prints(small, monkeypatch, tmp_path):
    """Without a browser the pages are there all the same, and the command says why the PDFs are not."""
    monkeypatch.setenv("NISBA_BROWSER", str(tmp_path / "none"))
    monkeypatch.setattr(
        "nisba.commands.run.run_stories", lambda stories, **_: (small.root / "outputs" / "tiny" / "page.html",)
    )
    (small.root / "outputs" / "tiny").mkdir(parents=True)
    (small.root / "outputs" / "tiny" / "page.html").write_text("<p>x</p>")
    done = CliRunner().invoke(nisba, ["run", "tiny", "--pdf", "--root", str(small.root)])
    assert isinstance(done.exception, PaperError)
    assert "page.html" in done.output


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Every page of the invented story on paper, twice for one of them, by kind and language."""
    if not os.environ.get("NISBA_BROWSER") and not any(map(shutil.which, ("chromium", "google-chrome"))):
        pytest.skip("no chromium on this machine")
    folder = tmp_path_factory.mktemp("paper")
    evidence = evidence_of(load_story(towns_in(folder).parents[2], "two-towns"))
    pages = []
    for kind, make in KINDS.items():
        for language in LANGUAGES:
            pages.append(folder / f"{kind}.{language}.html")
            pages[-1].write_text(whole(make(evidence, language)), "utf-8")
    browser = find_browser()
    print_pages(browser, pages[:1], folder / "again")
    return {path.stem: path for path in print_pages(browser, pages, folder / "pdf")} | {
        "again": folder / "again" / f"{pages[0].stem}.pdf"
    }


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("name", [f"{kind}.{language}" for kind in KINDS for language in LANGUAGES])
def test_a_page_on_paper(printed, name):
    """24. A4 pages, each with its number of how many, and no word beyond the edge; wide tables lie on their side."""
    with pypdfium2.PdfDocument(printed[name]) as document:
        assert len(document) > 2
        for number, sheet in enumerate(document, start=1):
            width, height = (round(side) for side in sheet.get_size())
            assert (width, height) in (A4, A4[::-1])
            text = sheet.get_textpage()
            said = text.get_text_bounded()
            assert f"{number} / {len(document)}" in said or f"{len(document)} / {number}" in said
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                assert -1 <= left <= right <= width + 1
                assert -1 <= bottom <= top <= height + 1


@pytest.mark.browser
@pytest.mark.slow
def test_notes_are_numbered_on_paper(printed):
    """24. The sources stand at the end, by the numbers that stand beside the numbers in the text."""
    with pypdfium2.PdfDocument(printed["explainer.en"]) as document:
        said = "\n".join(sheet.get_textpage().get_text_bounded() for sheet in document)
        shown = [len(sheet.get_textpage().get_text_bounded().split()) for sheet in document]
    page = soup(printed["explainer.en"].parents[1].joinpath("explainer.en.html").read_text("utf-8"))
    notes = [note.select_one(".note-n").get_text() for note in page.select("li.note")]
    assert notes[:2] == ["Note 1", "Note 2"]
    assert [note for note in notes if note not in said] == []
    assert min(shown[:-1]) > 30  # words: no sheet is left blank before the last
    assert "Skip to" not in said


@pytest.mark.browser
@pytest.mark.slow
def test_the_same_page_prints_the_same_bytes_here(printed):
    """On one machine, with one browser; on another its fonts may differ."""
    assert printed["again"].read_bytes() == printed["explainer.en"].read_bytes()
