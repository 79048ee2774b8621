"""A page is complete whatever its prose leaves out, and everything that is known reaches the methodology."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from cases import table
from explaining.pages import LANGUAGES, ROOT, STORIES, soup
from nisba.errors import PageError
from nisba.explaining import Output, explainer, methodology, outputs_of
from nisba.explaining.components import BODIES, LINES
from nisba.explaining.dates import undated
from nisba.explaining.edition import edition
from nisba.explaining.messages import Messages
from nisba.explaining.methodology import OUTLINE
from nisba.explaining.page import HEAD
from nisba.gathering import allowed

DOCS = (ROOT / "docs" / "writing_prose.md").read_text(encoding="utf-8")
PAGES = Path(__file__).resolve().parents[2] / "src" / "nisba" / "explaining"


def test_the_documented_example_is_a_page(raw, towns):
    """The one page on writing prose is true: its examples, put together, are built without a mistake."""
    example = "\n".join(re.findall(r"```prose\n(.*?)```", DOCS, re.DOTALL))
    (raw / "explainer.en.md").write_text(example, encoding="utf-8")
    page = soup(explainer(towns(), "en").html)
    assert "The half-year fell short of double." in page.get_text()
    assert "67%" in page.get_text()
    assert page.select_one(".hero .v").get_text() == "“Doubled”: no"
    assert "181 days, in two towns." in " ".join(page.find(id="facts").parent.get_text().split())


def test_every_directive_is_documented_and_every_documented_one_exists():
    """Neither more nor less than there is."""
    documented = set(re.findall(r"::: ([a-z]+)", DOCS)) - {"when", "otherwise"}
    assert documented == BODIES.keys() | LINES.keys()


def test_every_section_of_a_methodology_is_documented():
    """A writer can take over any section by its anchor."""
    assert all(f"`{slot.id}`" in DOCS for slot in OUTLINE.slots)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_methodology_has_every_section(written, story, language):
    """Written or generated, in the same order in every language, and the contents lead to each."""
    page = soup(written[story, "methodology", language].html)
    headings = [heading["id"] for heading in page.select("section > h2[id]")]
    wanted = [slot.id for slot in OUTLINE.slots if slot.directives]
    assert [name for name in headings if name in wanted] == wanted
    assert [link["href"] for link in page.select(".toc a")] == [f"#{name}" for name in headings]


@pytest.mark.parametrize("story", STORIES)
def test_everything_known_reaches_the_methodology(written, evidences, story):
    """Every quantity and every numeral not read, every computed number, every account with its address, every caveat."""
    evidence = evidences[story]
    page = soup(written[story, "methodology", "en"].html)
    words = page.find(id="words").parent
    assert len(words.select("table")[0].tbody.select("tr")) == len(evidence.quantities)
    assert all(item.reason in words.get_text() for item in evidence.unread)
    tied = {link["href"].removeprefix("#n-") for link in page.select("a.n")}
    assert {formula.id for formula in evidence.story.formulas} <= tied
    assert {cited.id for cited in evidence.story.cited} <= tied
    text = " ".join(page.get_text().split())
    addresses = {link["href"] for link in page.select("a[href^=http]")}
    for account in evidence.story.accounts:
        assert account.outlet["en"] in text
        assert not account.address or account.address in addresses
    assert all(" ".join(re.sub(r"{=([^}]*)}", r"\1", words["en"]).split()) in text for words in evidence.story.caveats)
    assert evidence.story.lead.sha256 in text
    for values in allowed(evidence.story).values():
        assert all(value in text for value in values)


@pytest.mark.parametrize("story", STORIES)
def test_every_check_with_its_repairs_is_shown(written, evidences, story):
    """Held or not; and for a failed one, which number would mend it and who prints it so."""
    evidence = evidences[story]
    section = soup(written[story, "methodology", "en"].html).find(id="checks").parent
    own = [check for check in evidence.checks if check.account == evidence.story.lead.id]
    assert len(section.select("table.chk tbody tr")) == len(own)
    repairs = [repair for check in own for repair in check.repairs]
    others = [check for check in evidence.checks if check.account != evidence.story.lead.id]
    rows = [len(table.tbody.select("tr")) for table in section.select("table.wide-t")]
    assert rows[0] == len(repairs)
    assert not others or rows[-1] == len(others)


@pytest.mark.parametrize("story", STORIES)
def test_every_baseline_is_shown_and_refusals_say_why(written, evidences, story):
    """A figure for other places is not left out; it is refused, in words."""
    evidence = evidences[story]
    section = soup(written[story, "methodology", "en"].html).find(id="readings").parent
    table = section.select("table.wide-t")[-1]
    assert len(table.tbody.select("tr")) == len(evidence.findings)
    refused = [cell for finding in evidence.findings for cell in finding.cells if cell.refused == "other-place"]
    assert table.get_text().count("does not cover the same places") == len(refused) > 0


def test_the_coverage_stands_in_the_methodology(written, evidences):
    """So many of so many: all of them, or the page would not be there."""
    text = soup(written["two-towns", "methodology", "en"].html).find(id="ledger").parent.get_text()
    total, bound, tied, given = map(int, re.findall(r"\d+", text))
    assert total == bound == tied + given > 0


def test_a_page_without_prose_is_asked_for(raw, towns):
    """The file that is missing is named."""
    (raw / "explainer.en.md").unlink()
    with pytest.raises(PageError, match=r"explainer\.en\.md:1: there is no such file"):
        explainer(towns(), "en")


def test_words_missing_in_a_language_stop_the_build(raw, towns):
    """A label that nobody translated is not replaced by another language's."""
    story = raw / "story.toml"
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace(', ar = "القوارب"', ""), encoding="utf-8")
    with pytest.raises(PageError, match=r"story\.toml: label of boats 'Boats' is not given in ar; add its \.ar"):
        explainer(towns(), "ar")
    assert explainer(towns(), "en").parts


def test_a_numeral_in_the_storys_sentences_is_refused(raw, towns):
    """Titles, captions and caveats are held to the same rule; dates in them may stand."""
    story = raw / "story.toml"
    plain = story.read_text(encoding="utf-8")
    for caveat, refused in (("Read on 5 April 2025.", False), ("It missed 12 boats.", True)):
        story.write_text(f'caveats = [{{ en = "{caveat}", ar = "-" }}]\n{plain}', encoding="utf-8")
        if refused:
            with pytest.raises(PageError, match="has the numeral 12, which is tied to no source"):
                methodology(towns(), "en")
        else:
            assert caveat in soup(methodology(towns(), "en").html).get_text()


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("CENTCOM, 5 April 2024, counts 44", "en", ("44",)),
        ("April 5, 2024", "en", ()),
        ("2019%", "en", ("2019",)),
        ("2,024 boats", "en", ("2", "024")),
        ("27 كانون الأول 2023 و12", "ar", ("12",)),
        ("٥ نيسان ٢٠٢٤", "ar", ()),
        ("3024 boats", "en", ("3024",)),
        ("22–26 May 2019, 40 boats", "en", ("40",)),
        ("22 إلى 26 أيار 2019", "ar", ()),
    ],
)
def test_dates_are_told_from_counts(text, language, left):
    """A year, or a day beside a month, is a date; anything else is a number."""
    assert undated(text, language) == left


def test_downloads_are_files_that_exist(tmp_path, raw, towns):
    """Only what is there is offered; charts in the language of the page."""
    for name in ("tables/numbers.csv", "tables/numbers.parquet", "charts/boats.en.png", "charts/boats.ar.png"):
        (tmp_path / "out" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "out" / name).touch()
    found = outputs_of(tmp_path / "out", ["01_read.ipynb"])
    assert found == (
        Output("tables/numbers.csv", "numbers"),
        Output("charts/boats.ar.png", "chart"),
        Output("charts/boats.en.png", "chart"),
        Output("notebooks/01_read.ipynb", "notebook"),
    )


def test_the_head_says_what_the_page_is(written):
    """What the exporter asks for, and where the other language is."""
    for (_, kind, language), page in written.items():
        head = page.head._repr_mimebundle_()[HEAD]
        assert (head["kind"], head["language"]) == (kind, language)
        assert head["title"]
        assert head["description"]
        assert {other["language"] for other in head["head"]["alternates"]} == set(LANGUAGES) - {language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_that_is_asked_for_is_there(language):
    """A page never stops at a word of its own; both languages have the same messages."""
    messages = Messages(language)
    source = "\n".join(path.read_text(encoding="utf-8") for path in PAGES.rglob("*.py"))
    asked = set(re.findall(r'edition\.(?:text|say)\(\s*"([a-z-]+)"', source))
    assert asked
    assert {id for id in asked if id not in messages} == set()
    held = [set(re.findall(r"^([a-z-]+) =", _pages(one), re.MULTILINE)) for one in LANGUAGES]
    assert held[0] == held[1]


def _pages(language: str) -> str:
    return (files("nisba.explaining") / "messages" / language / "pages.ftl").read_text(encoding="utf-8")


def test_no_message_types_a_numeral_of_the_story():
    """The page's own words know no story: the only numerals in them are of methods and their sources."""
    for language in LANGUAGES:
        lines = _pages(language).splitlines()
        numbered = [line for line in lines if re.search(r"\d", line) and not line.lstrip().startswith("[")]
        assert all(line.startswith(("estimates-formula", "#")) for line in numbered)


def test_the_faults_are_many():
    """Every way in which a number can come onto a page untied is tried."""
    assert len(table(Path(__file__).with_name("faults.toml"))["fault"]) >= 60


def test_a_threshold_is_never_rounded_onto(towns):
    """1.996 beside a claim of double is not printed as 2.00."""
    evidence = towns()
    page = edition(evidence, "en", "explainer")
    number = page.ledger.computed("rescues / rescues-2024 * 499 / 255")
    assert number.value.value < 2
    assert page.written(number) == "1.996"
