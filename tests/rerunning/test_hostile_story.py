"""A story in which everybody is hostile goes the whole way: nothing runs, is fetched, hides or moves, and no file is invalid."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import tomllib
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import html5lib
import openpyxl
import pytest
from bs4 import BeautifulSoup

from explaining import drawn
from explaining.pages import KINDS, evidence_of, towns_in, whole
from nisba.checking import Collation
from nisba.errors import ReportError
from nisba.explaining.charts import draw, png
from nisba.explaining.markup import named
from nisba.gathering import load_story
from nisba.reading import Quantity, Unread, read_report
from nisba.tables import save, save_collected, save_dictionary
from touching import LISTEN, touched

SAID = tomllib.loads(Path(__file__).with_name("hostile_words.toml").read_text("utf-8"))
WORDS = [*SAID["words"], *(entry["what"] * entry["times"] for entry in SAID["repeated"])]
ADDRESSES = ["https://example.org/", *SAID["addresses"]]
PAGES = [(kind, language) for kind in KINDS for language in ("en", "ar")]
HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
SVG = "{http://www.w3.org/2000/svg}"


def _toml(text: str) -> str:
    return '"' + "".join(c if (c.isalnum() and c.isascii()) or c == " " else f"\\U{ord(c):08X}" for c in text) + '"'


def _row(place: int, text: str) -> list[str]:
    address = ADDRESSES[place % len(ADDRESSES)]
    return [f"p{place}", text, text, "en", address, text, "", text, "153", "60", "20", text, text]


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """The invented story in which the report, the outlets and the citations say all of it."""
    folder = tmp_path_factory.mktemp("hostile")
    raw = towns_in(folder)
    report = raw / "evening-post.en.txt"
    before = hashlib.sha256(report.read_bytes()).hexdigest()
    lines = [f"The mayor said {' '.join(text.split())} on Monday, and 7 more." for text in WORDS]
    report.write_text(report.read_text("utf-8") + "\n".join(lines) + "\n", "utf-8")
    settings = (raw / "story.toml").read_text("utf-8")
    (raw / "story.toml").write_text(settings.replace(before, hashlib.sha256(report.read_bytes()).hexdigest()), "utf-8")
    with (raw / "accounts.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(_row(place, text) for place, text in enumerate(WORDS))
    cited = [
        f'[p{place}]\nvalue = 9\nwhat = "rescues"\nwhere = ["northport"]\nwhen = 2024\n'
        f"address = {_toml(ADDRESSES[place % len(ADDRESSES)])}\n"
        f"label = {_declared(text)}\n"
        + "".join(
            f"{key} = {{ en = {_toml(text)}, ar = {_toml(text)} }}\n"
            for key in ("source", "said_by", "caveat", "words")
        )
        for place, text in enumerate(WORDS)
    ]
    (raw / "cited.toml").write_text((raw / "cited.toml").read_text("utf-8") + "\n" + "\n".join(cited), "utf-8")
    _labels(raw / "story.toml")
    for language in ("en", "ar"):
        prose = raw / f"explainer.{language}.md"
        lines = "\n\n".join(SAID["prose"] if language == "en" else SAID["prose"][:1])
        prose.write_text(f"{prose.read_text('utf-8')}\n## More\n\n{lines}\n", "utf-8")
    return evidence_of(load_story(folder, "two-towns"))


def _declared(text: str) -> str:
    """A label of a story that says it, declared where it has a numeral: braces of its own would be bindings."""
    plain = _plain(text)
    return f"{{ en = {_toml(f'{{={plain}}}')}, ar = {_toml(f'{{={plain}}}')} }}"


def _labels(path: Path) -> None:
    """Put the texts into everything that a person names in a story: labels, notes, places, claims, caveats, questions."""
    text, said = path.read_text("utf-8"), iter(WORDS * 2)
    text = re.sub(r"(?m)^label = \{.*\}$", lambda _: f"label = {_declared(next(said))}", text)
    tables = ["[places]", *(f"{town} = {_declared(next(said))}" for town in ("northport", "southport"))]
    tables += ["[measures]", *(f"{what} = {_declared(next(said))}" for what in ("boats", "rescues"))]
    tables += ["[claims]", *(f"c{place} = {{ label = {_declared(text)} }}" for place, text in enumerate(WORDS[:9]))]
    for place, words in enumerate(WORDS):
        more = f"asked_on = 2025-07-10\nhow = {_declared(words)}\nabout = {_declared(words)}" if place % 2 else ""
        tables += ["[[replies]]", f"who = {_declared(words)}", more, "[[caveats]]"]
        tables += [f"{language} = {_toml('{=' + _plain(words) + '}')}" for language in ("en", "ar")]
    path.write_text("\n".join([text, *tables, ""]), "utf-8")


def _plain(text: str) -> str:
    return text.translate(str.maketrans("{}[]|\n", "()()/ ")).strip(" =") or "x"


@pytest.fixture(scope="module")
def published(story):
    """Its pages, by kind and language."""
    return {(kind, language): whole(KINDS[kind](story, language)) for kind, language in PAGES}


def test_there_are_enough_of_them():
    """The corpus only grows."""
    assert len(set(WORDS)) >= 70


@pytest.mark.browser
def test_nothing_happens_in_a_browser(browser, published, tmp_path):
    """Each page is opened and every element touched: nothing fires, nothing is asked for, no link leads astray."""
    with browser.new_context() as context:
        tab = context.new_page()
        tab.add_init_script(LISTEN)
        asked = []
        tab.on("request", lambda request: asked.append(request.url))
        for (kind, language), html in published.items():
            path = tmp_path / f"{kind}.{language}.html"
            path.write_text(html, "utf-8")
            tab.goto(path.as_uri(), wait_until="load")
            leading = touched(tab)
            assert (tab.evaluate("window.hits"), leading) == ([], [])
            assert {url.partition("#")[0] for url in asked} == {path.as_uri()}
            assert tab.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
            assert tab.locator("main h1").is_visible()
            asked.clear()


@pytest.mark.parametrize("key", PAGES, ids="-".join)
def test_nothing_is_hidden(published, key):
    """No character that is not seen, and none that moves others, is left on a page or in what it says of itself."""
    html = published[key]
    assert sorted({f"U+{ord(found):04X}" for found in HIDDEN.findall(html)}) == []


def test_everything_is_said(published):
    """Each outlet's name stands in the methodology character for character, with marks for what is not seen."""
    page = BeautifulSoup(published["methodology", "en"], "html.parser")
    names = {" ".join(cell.get_text().split()) for cell in page.select("th[scope=row]")}
    for text in WORDS:
        seen = named(text.strip()).replace("[U+", "U+")
        marks = re.sub(r"(U\+[0-9A-F]{4,6})\]", r"\1", seen)
        assert " ".join(marks.split()) in names


@pytest.mark.parametrize("key", PAGES, ids="-".join)
def test_the_pages_are_valid(published, key):
    """A strict parser of the specification finds no error in the whole file, and one of each landmark."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(published[key])
    assert [(place, error) for place, error, _ in parser.errors] == []
    page = BeautifulSoup(published[key], "html.parser")
    assert [len(page.select(name)) for name in ("html", "head", "title", "body", "main", "h1")] == [1] * 6
    for block in page.select("script[type='application/ld+json']"):
        assert isinstance(json.loads(block.string), (dict, list))


@pytest.mark.filterwarnings("ignore:Glyph")  # a letter that our fonts lack is drawn as a box
def test_the_charts_are_valid():
    """Each text as title, caption and label of a chart: well-formed SVG of shapes alone, without a link; and one as a picture."""
    base = drawn.chart("rescues" if "rescues" in drawn.PICTURES else drawn.PICTURES[0], "en")
    for text in WORDS:
        chart = replace(
            base, title=text, subtitle=text, caption=text, rows=tuple(replace(row, label=text) for row in base.rows)
        )
        svg = draw(chart, "narrow")
        root = ET.fromstring(svg)
        assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
            "svg",
            "g",
            "defs",
            "use",
            "title",
            "desc",
            "path",
            "rect",
            "circle",
            "line",
            "polyline",
            "polygon",
            "linearGradient",
            "stop",
            "pattern",
            "clipPath",
            "mask",
            "text",
            "tspan",
        }
        assert not [name for node in root.iter() for name in node.attrib if name.lower().startswith("on")]
        assert HIDDEN.findall(svg) == []
    assert png(chart).startswith(b"\x89PNG\r\n\x1a\n")


def test_the_tables_are_valid(story, tmp_path):
    """CSV and workbook open, hold every text in a cell of its own, and no cell is a formula or a link."""
    save(story.quantities, Quantity, tmp_path, "quantities")
    save(story.unread, Unread, tmp_path, "unread")
    save([story.collation], Collation, tmp_path, "accounts")
    save_dictionary(tmp_path)
    book, _ = save_collected(tmp_path, "hostile", "<title>=1")
    for path in sorted((tmp_path / "tables").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert {len(row) for row in rows} == {len(rows[0])}
        starts = {unicodedata.normalize("NFKC", cell.lstrip("\u200f\u200e\u00a0 "))[:1] for row in rows for cell in row}
        assert starts.isdisjoint("=+@\t\r")
    for sheet in openpyxl.load_workbook(tmp_path / "tables" / book):
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert not [cell for cell in cells if cell.hyperlink]


def test_a_lone_surrogate_is_refused_by_name(tmp_path):
    """Half a character is no text: the reader says where it stands."""
    path = tmp_path / "report.txt"
    path.write_bytes("Ōtaki: seven seals and \ud800 one more.".encode("utf-8", "surrogatepass"))
    with pytest.raises(ReportError, match=r"report\.txt"):
        read_report(path, name="a", language="en")
