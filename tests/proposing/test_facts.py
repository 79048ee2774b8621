"""Facts proposed: each figure once, with the scope that the report gives it, told from its like by the words that lead to it."""

from __future__ import annotations

from datetime import date

import pytest

from nisba.proposing.arrival import Said, arrive
from nisba.proposing.excerpts import excerpt
from nisba.proposing.proposal import Proposal, propose
from nisba.proposing.sentences import told
from nisba.proposing.wordings import Wordings, bound, page_languages
from nisba.reading import Quantity, Report, read_quantities
from proposing import making

CLINICS = (
    "Two coast districts see measles",
    "Clinics in Norrfell and Sundby treated 1,460 children from January to March 2025.",
    "Of the children, 910 were in Norrfell and 550 in Sundby.",
    "Nurses had vaccinated 365 of the 1,460 children, or 25 percent.",
    "The vaccination rate in Sundby fell from 91.5 percent in March 2024 to 88 percent in March 2025.",
)


@pytest.fixture(scope="module")
def clinics(tmp_path_factory: pytest.TempPathFactory) -> Proposal:
    """A report that takes its figure up again, and tells a rate at two times."""
    arrival = arrive(making.text(tmp_path_factory.mktemp("arrived") / "clinics.txt", CLINICS), "clinics", Said())
    return propose(arrival, Wordings("en", page_languages("en")))


def test_a_figure_that_is_repeated_is_one_fact(clinics: Proposal) -> None:
    """1,460 stands twice in the report and once among the facts, with both districts and the quarter."""
    whole = [fact for fact in clinics.facts if str(fact.number.value) == "1460"]
    assert [(sorted(f.number.scope.where), str(f.number.scope.when)) for f in whole] == [
        (["Norrfell", "Sundby"], "2025-01-01/2025-03-31")
    ]
    assert len(whole[0].again) == 1


def test_what_is_said_of_a_repeated_figure_has_its_scope(clinics: Proposal) -> None:
    """365 of the 1,460 are children of both districts and that quarter, whatever the text named last."""
    part = next(fact for fact in clinics.facts if str(fact.number.value) == "365")
    assert (sorted(part.number.scope.where), str(part.number.scope.when)) == (
        ["Norrfell", "Sundby"],
        "2025-01-01/2025-03-31",
    )


def test_per_cents_are_facts(clinics: Proposal) -> None:
    """25, 91.5 and 88 per cent are proposed as they are printed; a rate at two times counts one thing."""
    rates = {str(f.number.value): f.number.scope.what for f in clinics.facts if f.number.show == "percentage"}
    assert set(rates) == {"25", "183/2", "88"}
    assert rates["183/2"] == rates["88"] != rates["25"]


def test_a_rate_at_two_times_is_asked_about_in_points(clinics: Proposal) -> None:
    """From 91.5 to 88 per cent is a change in points, which is another number than the change in per cent."""
    shown = {one.show for one in clinics.questions if "percent" in one.formula}
    assert {"points", "percent"} <= shown


def test_facts_alike_are_told_apart_by_words_without_a_number(clinics: Proposal) -> None:
    """Every label is another, and none holds a figure of the report."""
    labels = [fact.label["en"] for fact in clinics.facts]
    assert len(set(labels)) == len(labels)
    assert not any(digits in label for label in labels for digits in ("1,460", "910", "550", "365", "91.5"))


def test_only_what_stands_alone_in_its_scope_is_compared(clinics: Proposal) -> None:
    """No ratio of one part of the children to another is asked for as a change over time."""
    assert not [one for one in clinics.questions if one.id.startswith("times-")]


@pytest.mark.parametrize(
    ("text", "surface", "words"),
    [
        (
            "Bakeries in the old town raised prices by 12 percent.",
            "12 percent",
            "Bakeries in the old town raised prices by …",
        ),
        ("Last week, trams carried 9,100 riders.", "9,100", "trams carried … riders"),
        ("Rents rose from 410 to 450 a month.", "450", "Rents rose from … to …"),
        ("It was 7.", "7", "It was …"),
        (
            "Farmers along the lower river who had planted maize before the rains came lost 300 hectares.",
            "300",
            "Farmers along the lower river who … came lost …",
        ),
        ("سجّلت المكتبة 300 زائر.", "300", "سجّلت المكتبة … زائر"),
    ],
)
def test_an_excerpt_leads_to_a_number_without_it(text: str, surface: str, words: str) -> None:
    """The clause up to the number, its figures left out, its middle where it is long."""
    report = Report("a", text, "ar" if text[0] > "z" else "en", date(2025, 7, 1), "")
    found = read_quantities(report)
    number = next(q for q in found if isinstance(q, Quantity) and q.surface == surface)
    assert excerpt(report, number, tuple(q.span for q in found)) == words


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Jobs, January–June 2025: “cut … jobs”", "Jobs, {=January–June 2025}: “cut … jobs”"),
        ("Jobs in {attacks} and 3 towns", "Jobs in {attacks} and {=3} towns"),
        ("No number", "No number"),
    ],
)
def test_only_the_numbers_of_a_label_are_declared(words: str, written: str) -> None:
    """Braces stand around the figures and their months, not around half a sentence."""
    assert bound(words, "en") == written


WARDS = (
    "Wards fill up",
    "Measles cases in Northport rose by 20 percent, to 360 from 300, the clinic said.",
    "It treated 360 patients, 40 of them children, in 12 camps.",
)


@pytest.fixture(scope="module")
def wards(tmp_path_factory: pytest.TempPathFactory) -> Proposal:
    """A report with a stated change, and people told per thing."""
    arrival = arrive(making.text(tmp_path_factory.mktemp("arrived") / "wards.txt", WARDS), "wards", Said())
    return propose(arrival, Wordings("en", page_languages("en")))


def test_a_draft_quotes_the_report_with_its_numbers_bound(clinics: Proposal) -> None:
    """In the report's language its own sentences stand, each number tied to its fact; other numerals are declared."""
    quoted = list(told(clinics))
    first = "Clinics in Norrfell and Sundby treated [1,460]{child} children {=from January to March 2025}."
    assert first in quoted, quoted
    assert all("]{" in sentence for sentence in quoted)


def test_a_stated_change_is_asked_for(wards: Proposal) -> None:
    """The two ends of "by 20 percent, to 360 from 300" count what the percentage is of, and their change is computed."""
    told_apart = {str(fact.number.value): fact for fact in wards.facts if fact.number.scope.what == "case"}
    after, before = told_apart["360"].id, told_apart["300"].id
    assert f"({after} - {before}) / {before}" in {question.formula for question in wards.questions}


def test_people_are_counted_per_thing(wards: Proposal) -> None:
    """Patients per camp is asked for once; camps per patient, and people per people, are not."""
    assert [question.formula for question in wards.questions if question.show == "rate"] == ["patient / camp"]


def test_a_newsroom_that_has_a_house_style(tmp_path):
    """A new story is in the languages of the house, and its dates are written as the house writes them."""
    from nisba.periods import Period
    from nisba.proposing.wordings import wordings_of

    (tmp_path / "house.toml").write_text(
        'languages = ["ar", "en"]\ndates = { en = "month-first", ar = "egypt" }', "utf-8"
    )
    wordings = wordings_of(tmp_path / "fire", "en")
    assert wordings.languages == ("ar", "en")
    label = wordings.label({"en": "Fires", "ar": "حرائق"}, (), Period.parse("2024-04-05"))
    assert (label["en"], label["ar"]) == ("Fires, April 5, 2024", "حرائق، 5 أبريل 2024")
