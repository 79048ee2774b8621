"""What every published page must satisfy; the names of the tests are the statements of the design."""

from __future__ import annotations

import ast
import gzip
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from trafilatura.readability_lxml import Document

from explaining.pages import EVERY, LANGUAGES, STORIES, every_page, evidence_of, soup, whole
from nisba.checking.formulas import evaluate
from nisba.checking.numbers import Status
from nisba.explaining import explainer
from nisba.explaining.evidence import Output
from nisba.explaining.gate import coverage, duplicates
from nisba.explaining.ledger import Place
from nisba.explaining.markup import direction
from nisba.explaining.signing import parts, version
from nisba.explaining.wording import Wording
from nisba.gathering import load_story
from nisba.gathering.reviews import Review, written

STATUSES = {"rep": "reported", "com": "computed", "cit": "cited"}
STATEMENTS = Path(__file__).resolve().parents[2] / "docs" / "statements.md"
STYLE = Path(__file__).resolve().parents[2] / "src/nisba/explaining/templates/nisba/style.css"
explainers = pytest.mark.parametrize(
    "key",
    [key for key in EVERY if key[1] == "explainer"],
    ids=["-".join(key) for key in EVERY if key[1] == "explainer"],
)


@every_page
def test_every_number_is_tied_and_has_a_status(published, key):
    """1. Outside notes and data tables no numeral stands loose, and each tied number says what it is."""
    page = soup(published[key])
    assert coverage(str(page.main), key[2]).unbound == ()
    links = page.select("a.n")
    assert links
    assert all(len(STATUSES.keys() & set(link["class"])) == 1 for link in links)


@every_page
def test_every_number_leads_to_one_note_and_back(published, key):
    """2. Each note has its value, status and label, and a link back to every place."""
    page = soup(published[key])
    notes = {note["id"]: note for note in page.select("li.note")}
    places = Counter(link["href"] for link in page.select("a.n"))
    assert len(notes) == len(page.select("li.note"))
    assert {href.removeprefix("#") for href in places} <= notes.keys()
    for name, note in notes.items():
        assert all(note.select_one(part).get_text(strip=True) for part in (".note-v", ".pill", ".note-l")), name
        backs = [link["href"] for link in note.select(".backs a")]
        number = name.removeprefix("n-")
        assert backs == [f"#{Place(number, 0, nth).anchor}" for nth in range(1, places[f"#{name}"] + 1)]
    assert {link["id"] for link in page.select("a.n")} == {
        back["href"].removeprefix("#") for back in page.select(".backs a")
    }


@every_page
def test_a_reported_note_quotes_the_whole_sentence_at_its_offset(published, evidences, key):
    """3. Verbatim from the hashed source, in its own language, with the number marked where it stands."""
    evidence = evidences[key[0]]
    page = soup(published[key])
    for note in page.select("li.note.rep"):
        number = evidence.numbers[note["id"].removeprefix("n-")]
        report, quote = evidence.lead, note.select_one("blockquote.q")
        assert quote.get_text() == report.words(number.quote.sentence)
        assert report.words(report.sentence(number.quote.span.start)) == quote.get_text()
        (mark,) = quote.select("mark")
        before = "".join(str(piece) for piece in mark.previous_siblings)
        assert len(soup(before).get_text()) == number.quote.span.start - number.quote.sentence.start
        assert mark.get_text() == report.words(number.quote.span)
        assert quote.get("lang", key[2]) == report.language
        assert quote.get("dir", direction(key[2])) == direction(report.language)


@every_page
def test_a_formula_gives_the_value_that_is_shown(published, written, evidences, key):
    """4. Operands lead to their notes; the formula, evaluated again, reads as shown."""
    evidence, wording = evidences[key[0]], Wording(key[2])
    page = soup(published[key])
    ids = {note["id"] for note in page.select("li.note")}
    for note in page.select("li.note.com"):
        assert all(link["href"].removeprefix("#") in ids for link in note.select(".f a"))
        number = evidence.numbers.get(note["id"].removeprefix("n-"))
        if number is not None:
            again = evaluate(number.formula, evidence.numbers, show=number.show)
            shown = wording.number(again, against=evidence.thresholds if number.show == "ratio" else ())
            assert note.select_one(".note-v").get_text() == shown


@every_page
def test_a_cited_note_names_its_source(published, evidences, key):
    """5. Who, a link where one is known, the chain of attribution, and words marked as ours."""
    for note in soup(published[key]).select("li.note.cit"):
        assert note.select_one(".where").get_text(strip=True)
        assert len(note.select(".chain li")) >= 2
        number = evidences[key[0]].numbers[note["id"].removeprefix("n-")]
        known = evidences[key[0]].cited(number) or evidences[key[0]].release(number)
        if known and known.address.startswith("https://"):
            assert note.select_one(".where a")["href"] == known.address
        assert all(quote.select_one(".ours") for quote in note.select("blockquote"))


def test_status_can_be_told_without_colour():
    """6. Three underlines, and signs with words for those who cannot see them."""
    style = STYLE.read_text(encoding="utf-8")
    rules = {name: re.search(rf"\n\.n{name} {{([^}}]*)}}", style)[1] for name in ("", ".com", ".cit")}
    kinds = [re.search(r"(solid|double|dotted)", rules[name])[1] for name in ("", ".com", ".cit")]
    assert kinds == ["solid", "double", "dotted"]
    assert all(f"--alt-{name}" in style for name in ("com", "cit"))


@every_page
def test_numbers_are_links_and_not_buttons(published, key):
    """7. Buttons vanish in reader views and are not copied."""
    assert not soup(published[key]).select("button, input, [role=button], [onclick]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_view_keeps_every_number(published, language):
    """7. What Readability makes of an article still has each number of the prose, and the note of each."""
    page = published["centcom-2024h1", "explainer", language]
    told, kept = soup(page), soup(Document(html.fromstring(page)).summary())
    words = " ".join(kept.get_text(" ").split())
    for link in told.select("main > section p > a.n, main > header p > a.n, .hero a.n"):
        assert " ".join(link.get_text().split()) in words, link["id"]
    assert {note["id"] for note in told.select("li.note")} == {note["id"] for note in kept.select("li[id^=n-]")}


@every_page
def test_no_number_looks_like_a_button_of_a_social_network(published, key):
    """7. Firefox's reader view drops short elements in whose class or id the word share stands."""
    for link in soup(published[key]).select("a.n"):
        assert "share" not in re.split(r"[\W_]", " ".join([*link["class"], link["id"]]))


@every_page
def test_nothing_is_asked_of_the_network(published, key):
    """10. One file, no more."""
    html = published[key]
    page = soup(html)
    assert not page.select("[src], [srcset], [background], [poster], object, embed, iframe, base")
    assert not [link for link in page.select("link") if link.get("rel") != ["alternate"]]
    assert not re.search(r"@import|@font-face", html)
    assert all(target.startswith("#") for target in re.findall(r"url\(([^)]*)\)", html))
    assert not page.select("[style]")
    assert len(page.select("script:not([type])")) == 1


@every_page
def test_a_page_is_small_and_its_links_lead_somewhere(published, key):
    """11. Under 150 kB compressed; ids once; no link into nothing."""
    html = published[key]
    assert len(gzip.compress(html.encode())) < 150_000
    assert duplicates(html) == ()
    assert len(soup(html).select_one("script:not([type])").string.encode()) < 1500


@explainers
def test_each_figure_says_its_finding_and_shows_its_data(published, evidences, key):
    """14. Title, picture with words, caption, a table of the data, a wide and a narrow drawing."""
    page = soup(published[key])
    drawn = page.select("figure")
    assert len(drawn) == (len(evidences[key[0]].story.pictures))
    for figure in drawn:
        title = page.find(id=figure["aria-labelledby"]).get_text().strip()
        image = figure.select_one("[role=img]")
        assert title
        assert title.rstrip(".") in image["aria-label"]
        assert page.find(id=figure["aria-describedby"]).name == "figcaption"
        assert figure.select_one("details table caption")
        assert figure.select("details td")
        assert image.select_one(".wide svg")
        assert image.select_one(".narrow svg")


@pytest.mark.parametrize("story", STORIES)
def test_both_languages_say_the_same(published, story):
    """17. The same numbers with the same statuses and values, the same verdicts and figures in the same order."""
    first, second = (soup(published[story, "explainer", language]) for language in LANGUAGES)
    for told in (_statuses, _values, _verdicts, _figures):
        assert told(first) == told(second), told.__name__
        assert told(first) or not first.select("figure")


def _statuses(page):
    return {link["href"]: next(style for style in link["class"] if style in STATUSES) for link in page.select("a.n")}


def _values(page):
    notes = {note["id"]: note.select_one(".note-v").get_text().replace(",", "") for note in page.select("li.note")}
    return {name: re.findall(r"\d+(?:\.\d+)?", value) for name, value in notes.items()}


def _verdicts(page):
    return {
        part: [item["class"] for item in page.select(f"{part} .v")] for part in (".hero", ".chk", ".reads", "table")
    }


def _figures(page):
    return [figure["aria-labelledby"] for figure in page.select("figure")]


@pytest.mark.parametrize("kind", ["explainer", "methodology"])
@pytest.mark.parametrize("story", STORIES)
def test_arabic_reads_from_right_to_left(published, story, kind):
    """18. Direction, sums isolated, and a style sheet that says neither left nor right."""
    page = soup(published[story, kind, "ar"])
    assert (page.html["lang"], page.html["dir"]) == ("ar", "rtl")
    style = re.sub(r"/\*.*?\*/", "", STYLE.read_text(encoding="utf-8"), flags=re.DOTALL)
    sided = re.findall(r"(?:margin|padding|border|inset|text-align|float)(?:-(?:left|right)|:\s*(?:left|right))", style)
    assert sided == []
    for name in (r"\.f", r"\.chk \.s", r"\.eq \.sum"):
        assert re.search(name + r" {[^}]*direction:ltr", style), name
    assert re.search(r"\[lang=ar\] {[^}]*letter-spacing:0; font-style:normal", style)


@every_page
def test_an_open_end_has_no_upper_value(published, evidences, key):
    """19. "More than" keeps its words, and what follows from two floors has no bound."""
    wording = Wording(key[2])
    for note in soup(published[key]).select("li.note"):
        number = evidences[key[0]].numbers.get(note["id"].removeprefix("n-"))
        if number is None or number.value.is_bounded:
            continue
        assert wording.number(number) in note.select_one(".note-v").get_text()
        assert note.select_one(".range") is not None


def test_a_doubted_value_gives_a_range(published, evidences):
    """20. What is computed from thirteen or fourteen is not one number; the quotation is left as published."""
    for language in LANGUAGES:
        page = soup(published["centcom-2024h1", "explainer", language])
        number = evidences["centcom-2024h1"].numbers["killed-per-operation-syria"]
        assert number.value.lo < number.value.hi
        shown = page.find(id="n-killed-per-operation-syria").select_one(".note-v").get_text()
        assert {"0.22", "0.24"} <= set(re.findall(r"\d\.\d+", shown))
        assert page.find(id="n-killed-syria").mark.get_text() == "13"


@every_page
def test_each_verdict_has_a_shape_and_a_word(published, key):
    """21. Failed and not checkable are two things; neither looks like a pass."""
    verdicts = soup(published[key]).select(".v")
    words = {tuple(item["class"]): item.get_text(strip=True) for item in verdicts}
    assert all(words.values())
    assert all(len({"ok", "no", "dep"} & set(item["class"])) <= 1 for item in verdicts)
    style = STYLE.read_text(encoding="utf-8")
    assert all(
        re.search(rf'\.v{name}::before {{[^}}]*content:"{sign}"', style)
        for name, sign in (("", r"\?"), (".ok", "✓"), (".no", "✕"))
    )


@explainers
def test_a_cell_that_differs_is_framed_and_a_missing_one_is_a_dash(published, evidences, key):
    """22. Nothing is filled in."""
    table = soup(published[key]).select_one("table.accounts")
    rows = {row.th.get_text(strip=True): row for row in table.tbody.select("tr")}
    evidence = evidences[key[0]]
    collation, story = evidence.collation, evidence.story
    shown = [row for row in collation.rows if not story.shown_accounts or row.account in story.shown_accounts]
    facts = story.shown_facts or collation.facts
    assert len(rows) == len(shown)
    for row in shown:
        cells = {cell.fact: cell for cell in row.cells}
        outlet = story.account(row.account).outlet[key[2]]
        line = next(found for name, found in rows.items() if name.startswith(outlet))
        for fact, drawn in zip(facts, line.select("td")[1:], strict=True):
            cell = cells.get(fact)
            assert ("diff" in drawn.get("class", [])) == bool(cell and cell.differs)
            assert (drawn.get_text() == "–") == (cell is None or cell.value is None)


@explainers
def test_what_every_page_has_is_there(published, key):
    """23. Facts, what is not known, how we know, downloads, corrections and review."""
    page = soup(published[key])
    assert all(page.find(id=name) for name in ("facts", "unknown", "how", "files", "corrections", "review", "notes"))
    review = page.find(id="review").parent
    assert review["class"] == ["box", "sign"]
    assert review.select_one(".v")["class"] == ["v"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_is_offered_first(evidences, language):
    """23. Downloads in the order in which they are asked for: the workbook, each table, charts, what can be run."""
    evidence = evidences["centcom-2024h1"]
    chart = f"{evidence.story.pictures[0].id}.{language}.png"
    offered = (
        Output("tables/checks.csv", "checks"),
        Output("tables/dictionary.csv", "dictionary"),
        Output("tables/numbers.csv", "numbers"),
        Output("tables/odd.csv", "odd"),
        Output("tables/two-towns.xlsx", "workbook"),
        Output("tables/datapackage.json", "package"),
        Output(f"charts/{chart}", "chart"),
        Output(f"charts/{evidence.story.pictures[0].id}.de.png", "chart"),
        Output("notebooks/03_work.ipynb", "notebook"),
    )
    page = soup(explainer(replace(evidence, outputs=offered), language, draw=False).html)
    box = page.find(id="files").parent
    assert [link["href"].rpartition("/")[2] for link in box.select("a")] == [
        "two-towns.xlsx",
        "datapackage.json",
        "numbers.csv",
        "checks.csv",
        "dictionary.csv",
        "odd.csv",
        chart,
        "03_work.ipynb",
        f"methodology.{language}.md",
        f"methodology.{language}.ipynb",
    ]
    assert [item.span.get_text() for item in box.select("li")][:3] == ["XLSX", "JSON", "CSV"]


def test_only_a_sign_off_on_this_very_version_counts(raw, towns):
    """23. A review of this version fills the box."""
    review = Review("R. Eader", date(2025, 8, 1), version(towns()), parts(towns()))
    (raw / "reviews.toml").write_text(written(review), encoding="utf-8")
    box = soup(explainer(towns(), "en").html).find(id="review").parent
    assert "done" in box["class"]
    assert "Reviewed by R. Eader" in box.get_text()


@pytest.mark.parametrize(
    ("file", "part"),
    [
        ("explainer.en.md", "the prose"),
        ("story.toml", "story.toml"),
        ("cited.toml", "the sources"),
    ],
)
def test_a_sign_off_turns_stale_by_itself(raw, towns, file, part):
    """23. When anything it covers changes, the box is dashed again and says what changed since."""
    review = Review("R. Eader", date(2025, 8, 1), version(towns()), parts(towns()))
    (raw / "reviews.toml").write_text(written(review), encoding="utf-8")
    path = raw / file
    path.write_text(
        path.read_text(encoding="utf-8") + ("\n" if file.endswith("md") else "# read again\n"), encoding="utf-8"
    )
    box = soup(explainer(towns(), "en").html).find(id="review").parent
    assert "done" not in box["class"]
    assert f"Since then these changed: {part}." in box.get_text()


@every_page
def test_the_page_has_its_landmarks_and_languages(published, key):
    """25. A skip link, one main, one first heading, named navigation, a language on what is foreign."""
    page = soup(published[key])
    assert len(page.select("main")) == len(page.select("h1")) == 1
    assert page.select_one("a.skip")["href"] == "#main"
    assert all(nav.get("aria-label") for nav in page.select("nav"))
    assert page.html["lang"] == key[2]
    levels = [int(heading.name[1]) for heading in page.main.find_all(re.compile(r"h[1-6]"))]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    for span in page.select("[lang]"):
        assert span["lang"] in {"ar", "en", "de", "es", "fr", "ru"}


@every_page
def test_the_output_knows_nothing_of_the_machine(published, evidences, key):
    """26. No paths, no times, no names of users; the same bytes twice."""
    assert not re.search(r"/(?:home|root|tmp|usr|Users|work)/|[A-Z]:\\|0x[0-9a-f]{6,}|\d\d:\d\d:\d\d", published[key])


@pytest.mark.parametrize("story", STORIES)
def test_two_builds_are_the_same(evidences, written, story):
    """26. A page follows from its evidence and its words."""
    again = explainer(evidences[story], "ar", draw=False)
    twice = explainer(evidences[story], "ar", draw=False)
    assert whole(again) == whole(twice)


@pytest.mark.parametrize("story", STORIES)
def test_every_status_is_on_the_pages(written, story):
    """A reported, a cited and a computed number: the key teaches nothing that the page does not have."""
    page = soup(written[story, "explainer", "en"].html)
    assert all(page.select(f"li.note.{style}") for style in STATUSES)
    assert {status.value for status in Status} >= set(STATUSES.values())


def test_another_baseline_changes_what_it_should(root):
    """The page of another run tells another ratio and no contradiction."""
    story = load_story(root, "centcom-2024h1")
    page = soup(explainer(evidence_of(story, baseline="bbc-monitoring-2023"), "en", draw=False).html)
    first, second = page.select(".hero .eq")
    assert [first.select_one(".res").get_text(), second.select_one(".res").get_text()] == ["0.60", "1.22"]
    assert [eq.select_one(".v")["class"][-1] for eq in (first, second)] == ["no", "no"]


def test_each_statement_is_tried_on_the_pages_it_names():
    """docs/statements.md: a row that claims explainer and methodology names tests that open both."""
    rows = re.findall(r"^\| (\d+) \|.*\| ([EM ]+) \|$", STATEMENTS.read_text("utf-8"), re.MULTILINE)
    assert len(rows) >= 25
    for number, line in re.findall(r"^\| (\d+) \|(.*)\|$", STATEMENTS.read_text("utf-8"), re.MULTILINE):
        claimed = {kind for kind in line.rpartition("|")[2].split() if kind in {"E", "M"}}
        named = re.findall(r"`(test_\w+\.py)::(test_\w+)`", line)
        opened = set().union(*(_opened(file, test) for file, test in named))
        assert claimed <= opened, (number, claimed, opened)


def _opened(file, test):
    """The kinds of page that a test opens, by what it is parametrised with and what it names; the style sheet is of both."""
    source = Path(__file__).with_name(file).read_text("utf-8")
    (function,) = (node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name == test)
    said = "\n".join(ast.unparse(node) for node in (*function.decorator_list, function))
    if re.search(r"\bevery_page\b|\bkind\b|STYLE|tokens\(", said):
        return {"E", "M"}
    return {kind[0].upper() for kind in ("explainer", "methodology") if kind in said}
