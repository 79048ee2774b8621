"""The methodology as Markdown and as a notebook: as complete as the page, readable as text, and its sums run."""

from __future__ import annotations

import re

import nbformat
import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from explaining.pages import LANGUAGES, evidence_of, towns_in
from nisba.explaining import explainer, methodology
from nisba.gathering import load_story
from nisba.rerunning.page import find_page
from nisba.rerunning.plain import in_markdown, markdown, plain, sections
from nisba.rerunning.publish import page_of

COMMONMARK = MarkdownIt("commonmark").enable("table")
DIGITS = re.compile(r"\d+(?:[.,٫٬]\d+)*")
SIGNS = [
    "5 * 3 * 2",
    "_a_ and __b__",
    "[a](b)",
    "<b>x</b>",
    "&lt;",
    "a | b",
    "$x^2$",
    "# no",
    "1. no",
    "- no",
    "a\\*b",
    "`c`",
]


def _notebook(page):
    outputs = []
    for part in page:
        bundle = part._repr_mimebundle_()
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        outputs.append(nbformat.v4.new_output("display_data", data=data, metadata=metadata))
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=outputs)])


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    folder = tmp_path_factory.mktemp("towns")
    towns_in(folder)
    return evidence_of(load_story(folder, "two-towns"))


@pytest.fixture(scope="module")
def shown(story):
    """The executed methodologies, by language."""
    return {language: _notebook(methodology(story, language)) for language in LANGUAGES}


@pytest.fixture(scope="module")
def forms(shown):
    """The files of each methodology, by language."""
    return {language: page_of("05.ipynb", content) for language, content in shown.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_methodology_has_three_forms(forms, language):
    """The page comes first; an explainer has no other form than the page."""
    assert list(forms[language]) == [f"methodology.{language}.{end}" for end in ("html", "md", "ipynb")]


def test_an_explainer_is_a_page_only(story):
    """What readers open is one file."""
    assert list(page_of("04.ipynb", _notebook(explainer(story, "en")))) == ["explainer.en.html"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_says_what_the_page_says(forms, language):
    """Rendered again, the Markdown shows the page's numerals, in the page's order; only drawings and ways back are left out."""
    page = BeautifulSoup(forms[language][f"methodology.{language}.html"], "html.parser").select_one("main")
    for left_out in page.select("svg, .x, .backs, .range, ol.chain"):
        left_out.decompose()
    again = BeautifulSoup(COMMONMARK.render(forms[language][f"methodology.{language}.md"]), "html.parser")
    for chain in [line for line in again.select("p") if "→" in line.get_text()]:
        chain.decompose()
    assert DIGITS.findall(again.get_text(" ")) == DIGITS.findall(page.get_text(" "))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_leads_to_its_note(forms, language):
    """Each link of the Markdown finds its anchor, and each note of the page has one."""
    html, text = forms[language][f"methodology.{language}.html"], forms[language][f"methodology.{language}.md"]
    again = BeautifulSoup(COMMONMARK.render(text), "html.parser")
    anchors = {anchor["id"] for anchor in again.select("a[id]")}
    assert {note["id"] for note in BeautifulSoup(html, "html.parser").select("li.note")} <= anchors
    links = [link["href"] for link in again.select("a[href^='#']")]
    assert len(links) > 30
    assert {link.removeprefix("#") for link in links} <= anchors


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_stay_tables(forms, language):
    """Each table of the page is one in the Markdown, with as many rows and cells."""
    page = BeautifulSoup(forms[language][f"methodology.{language}.html"], "html.parser")
    again = BeautifulSoup(COMMONMARK.render(forms[language][f"methodology.{language}.md"]), "html.parser")
    shape = [
        [[len(row.select("th, td")) for row in table.select("tr")] for table in one.select("table")]
        for one in (page, again)
    ]
    assert shape[0] == shape[1]


@pytest.mark.parametrize("written", SIGNS)
def test_text_stays_text(written):
    """Signs that mean something to Markdown, HTML or formulas stand for themselves."""
    rendered = BeautifulSoup(COMMONMARK.render(plain(written)), "html.parser")
    assert rendered.get_text().strip() == written
    assert [tag.name for tag in rendered.find_all(True)] == ["p"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notebook_runs(forms, language):
    """Every sum gives its number again, in plain Python; a changed operand stops its cell."""
    notebook = nbformat.reads(forms[language][f"methodology.{language}.ipynb"], as_version=4)
    nbformat.validate(notebook)
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert len(cells) > 3
    assert not any("nisba" in source for source in cells)
    known = {}
    for source in cells:
        exec(compile(source, "cell", "exec"), known)  # what a reviewer does
    sums = [source for source in cells if re.search(r'Fraction\("\d+"\)  # reported', source)]
    wrong = re.sub(r'Fraction\("(\d+)"\)  # reported', r'Fraction("1\1")  # reported', sums[0], count=1)
    with pytest.raises(AssertionError):
        exec(compile(wrong, "cell", "exec"), known)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notebook_holds_the_whole_methodology(shown, forms, language):
    """Its text cells are the sections of the page, each with the addresses that it uses."""
    notebook = nbformat.reads(forms[language][f"methodology.{language}.ipynb"], as_version=4)
    told = [cell.source for cell in notebook.cells if cell.id.startswith("section-")]
    page = find_page("05.ipynb", shown[language])
    assert told == [section.strip() for section in sections(in_markdown(page))]
    assert all("][" not in BeautifulSoup(COMMONMARK.render(cell), "html.parser").get_text() for cell in told)


def test_the_same_page_gives_the_same_bytes(shown, forms):
    """Nothing in the other forms depends on when or where they are made."""
    assert page_of("05.ipynb", shown["en"]) == forms["en"]
    assert markdown(in_markdown(find_page("05.ipynb", shown["ar"]))) == forms["ar"]["methodology.ar.md"]
