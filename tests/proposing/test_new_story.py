"""A new story: from reports as they arrive to a folder that a run accepts, each part proposed and awaiting a person."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from nisba.checking import settle
from nisba.errors import StoryError
from nisba.gathering import load_story
from nisba.gathering.originals import Original
from nisba.proposing.arrival import Said
from nisba.proposing.folder import new_story
from nisba.reading import read_quantities, read_report
from proposing import making

SUMS = (
    "Border villages emptied",
    "The agency counted 120 attacks in Iraq and Syria from January to June 2024, more than double the number in 2023.",
    "It said 44 people were killed: 13 in Syria and 30 in Iraq.",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project without a story."""
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "notebooks").mkdir()
    return tmp_path


def _numbers(project, story):
    loaded = load_story(project, story)
    lead = loaded.lead
    report = read_report(loaded.folder / lead.file, name=lead.id, language=lead.language, date=lead.date)
    return loaded, {number.id: number for number in settle(loaded, report, read_quantities(report))}


@pytest.mark.parametrize("ending", making.MAKERS)
@pytest.mark.parametrize("paragraphs", [making.ENGLISH, making.ARABIC], ids=["en", "ar"])
def test_what_arrived_is_kept_byte_for_byte(project, ending, paragraphs):
    """The file lies in the folder with its hash; where it is not the text itself, the text lies beside it."""
    path = making.MAKERS[ending](project / f"report{ending}", paragraphs)
    new_story(project, "story", [path], Said())
    lead = load_story(project, "story").lead
    kept = lead.original.file if lead.original else lead.file
    assert (project / "data" / "raw" / "story" / kept).read_bytes() == path.read_bytes()
    held = lead.original.sha256 if lead.original else lead.sha256
    assert held == hashlib.sha256(path.read_bytes()).hexdigest()
    text = (project / "data" / "raw" / "story" / lead.file).read_text("utf-8")
    assert text.splitlines() == list(paragraphs)


def test_a_number_leads_back_to_its_page(project):
    """A line of the text is on the page of the PDF that it was taken from."""
    path = making.pdf(project / "two.pdf", making.ENGLISH[:2], making.ENGLISH[2:])
    new_story(project, "paged", [path], Said())
    original = load_story(project, "paged").lead.original
    assert original is not None
    assert [original.place(line) for line in (1, 2, 3, 4)] == [(1, 1), (1, 2), (2, 1), (2, 2)]


@pytest.mark.parametrize(("pages", "line", "place"), [((), 3, None), ((1, 3, 3), 2, (1, 2)), ((1, 3, 3), 4, (3, 2))])
def test_the_place_of_a_line(pages, line, place):
    """The last page that begins no later holds it, counted from its top; an empty page holds none; a web page has no pages."""
    assert Original("a", "pdf", "", pages).place(line) == place


def test_every_count_is_proposed_with_its_words(project):
    """The quotes settle to the numbers of the report; a sum over places gives the whole its places, the parts its noun."""
    new_story(project, "border", [making.text(project / "border.txt", SUMS)], Said())
    _, numbers = _numbers(project, "border")
    told = {(str(n.value), n.scope.what, tuple(sorted(n.scope.where))) for n in numbers.values()}
    assert told == {
        ("120", "attack", ("iraq", "syria")),
        (">2", "multiple of attack", ("iraq", "syria")),
        ("44", "killed", ("iraq", "syria")),
        ("13", "killed", ("syria",)),
        ("30", "killed", ("iraq",)),
    }


def test_questions_are_asked_in_the_formula_language(project):
    """A sum, shares, a year at the same rate, and what "more than double" implies for the year before."""
    made = new_story(project, "border", [making.text(project / "border.txt", SUMS)], Said())
    formulas = {question.formula for question in made.proposal.questions}
    assert {
        "together(person, person-iraq)",
        "person / killed",
        "person-iraq / killed",
        "attack / multiple",
        "attack * year-days(attack) / days(attack)",
    } <= formulas


def test_all_that_is_proposed_awaits_a_person(project):
    """Every fact, result and chart is listed until its table says so, or the whole file does."""
    made = new_story(project, "border", [making.text(project / "border.txt", SUMS)], Said())
    story = load_story(project, "border")
    assert {"lead", "prose", "facts.killed", "computed.killed-sum"} <= set(story.awaiting)
    assert made.awaiting == len(story.awaiting)
    path = story.folder / "story.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("[facts.killed]\nconfirmed = false\n", "[facts.killed]\n"), "utf-8")
    assert set(story.awaiting) - set(load_story(project, "border").awaiting) == {"facts.killed"}
    path.write_text("confirmed = true\n" + text, "utf-8")
    assert load_story(project, "border").awaiting == ()


@pytest.mark.parametrize("value", ['"yes"', "1"])
def test_a_confirmation_is_true_or_false(project, value):
    """Anything else is told, with the table."""
    new_story(project, "border", [making.text(project / "border.txt", SUMS)], Said())
    path = project / "data" / "raw" / "border" / "story.toml"
    path.write_text(path.read_text("utf-8").replace("\nconfirmed = false", f"\nconfirmed = {value}", 1), "utf-8")
    with pytest.raises(StoryError, match=r"\[lead\] confirmed is .* write true or false"):
        load_story(project, "border")


def test_each_proposal_stands_with_the_words_it_was_taken_from(project):
    """Above a fact's quote its whole sentence, above the date where it was read."""
    new_story(project, "ferries", [making.text(project / "ferries.txt")], Said())
    written = (project / "data" / "raw" / "ferries" / "story.toml").read_text("utf-8")
    assert "# date: from the text: 8 July 2025\ndate = 2025-07-08" in written
    assert "# More than 30 people were injured.\n" in written
    assert written.startswith("#:schema ")


def test_other_reports_become_accounts(project):
    """A second report's numbers stand beside the first one's; what it does not print stays empty."""
    other = ("Villages emptied", "In Iraq and Syria 120 attacks were counted from January to June 2024.")
    files = [making.text(project / "border.txt", SUMS), making.text(project / "other.txt", other)]
    new_story(project, "border", files, Said())
    story = load_story(project, "border")
    assert story.reference == "border"
    assert {name: str(value) for name, value in story.account("other").figures.items()} == {"attack": "120"}


def test_a_series_becomes_releases(project):
    """Of successive releases the last one leads, and the earlier ones are rows with their period."""
    early = ("First quarter", "The agency counted 50 attacks in Syria from January to March 2024.")
    late = ("Half-year", "The agency counted 120 attacks in Syria from January to June 2024.")
    files = [making.text(project / "q1.txt", early), making.text(project / "h1.txt", late)]
    new_story(project, "series", files, Said(), series=True)
    story = load_story(project, "series")
    assert (story.lead.id, story.flows) == ("h1", ("attack",))
    assert [(str(r.when), dict(r.counts)["attack"].value) for r in story.releases] == [("2024-01-01/2024-03-31", 50)]


def test_figures_from_elsewhere_become_a_baseline(project):
    """A figure for another year is compared with, and the report's own multiple becomes a statement to judge."""
    table = project / "figures.csv"
    table.write_text(
        "value,what,where,when,source,address\n100,attack,iraq syria,2023,A board,https://example.org/board\n", "utf-8"
    )
    new_story(project, "border", [making.text(project / "border.txt", SUMS)], Said(), table=table)
    story = load_story(project, "border")
    assert story.baseline == "attack-2023"
    assert {reading.formula for reading in story.readings} == {
        "attack / attack-2023",
        "attack * year-days(attack) / days(attack) / attack-2023",
    }
    assert [statement.holds for statement in story.statements] == ["> 2"]


def test_what_is_not_known_in_a_language_is_quoted_with_its_name(project):
    """No translation is made up: the report's own word stands in quotation marks, with the name of its language."""
    words = ("Lighthouse news", "Last year 31 lighthouses were painted.")
    new_story(project, "lights", [making.text(project / "lights.txt", words)], Said())
    label = load_story(project, "lights").facts[0].label
    assert label["en"].startswith("Lighthouse")
    assert "«lighthouse" in label["ar"]


def test_what_is_proposed_satisfies_the_published_schema(project):
    """An editor that follows the ``#:schema`` line finds nothing to underline in a new story."""
    schema = json.loads((Path(__file__).resolve().parents[2] / "docs" / "story.schema.json").read_text("utf-8"))
    new_story(project, "paged", [making.pdf(project / "report.pdf", SUMS)], Said())
    written = tomllib.loads((project / "data" / "raw" / "paged" / "story.toml").read_text("utf-8"))
    written["lead"].pop("date", None)  # a TOML date, which JSON has as text
    jsonschema.validate(written, schema)
    assert written["lead"]["original"]["format"] == "pdf"
