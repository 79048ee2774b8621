"""The shipped stories: what their published tables say, against what was worked out by hand, a TOML file a story."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

from cases import table
from nisba.checking import Check, Finding, Mismatch, Number, Rate, gaps
from nisba.gathering import load_story
from nisba.reading import Quantity
from nisba.tables import load

_T = TypeVar("_T")

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
SHIPPED = sorted(path.parent.name for path in (ROOT / "data" / "raw").glob("*/story.toml"))
EXPECTED: dict[str, dict[str, Any]] = {
    name: table(HERE / f"{name}.toml") for name in SHIPPED if (HERE / f"{name}.toml").exists()
}


def _with(key: str) -> list[str]:
    """The stories of which the hand-worked file says something of a kind."""
    return [story for story, expected in EXPECTED.items() if key in expected]


def _each(key: str) -> list[Any]:
    return [pytest.param(story, name, id=f"{story}-{name}") for story in _with(key) for name in EXPECTED[story][key]]


@cache
def _published(story: str, kind: type[_T], name: str) -> tuple[_T, ...]:
    """A published table of a story."""
    return load(kind, ROOT / "outputs" / story, name)


def _number(story: str, id: str) -> Number:
    return next(number for number in _published(story, Number, "ledger") if number.id == id)


def _own_checks(story: str) -> tuple[Check, ...]:
    lead = load_story(ROOT, story).lead.id
    return tuple(check for check in _published(story, Check, "checks") if check.account == lead)


def _worth(quantity: Quantity) -> str:
    return str(quantity.value) if quantity.value is not None else str(quantity.when)


def test_every_shipped_story_was_worked_out_by_hand() -> None:
    """A story whose numbers nobody worked out is not shipped."""
    assert sorted(EXPECTED) == SHIPPED


@pytest.mark.parametrize("story", SHIPPED)
def test_a_shipped_story_is_no_draft_and_claims_no_review(story: str) -> None:
    """Nothing awaits a person; its files agree with each other; and nobody is said to have reviewed what nobody did."""
    told = load_story(ROOT, story)
    assert (told.awaiting, told.reviews) == ((), ())
    assert _published(story, Mismatch, "mismatches") == ()


@pytest.mark.parametrize("story", SHIPPED)
def test_a_page_names_no_file_that_is_not_there(story: str) -> None:
    """Pictures for shared links, tables and charts: whatever a page names lies beside it."""
    folder = ROOT / "outputs" / story
    for page in sorted(folder.glob("*.html")):
        named = re.findall(
            r'(?:property="og:image" content|href|src)="((?:charts|tables|notebooks)/[^"#]+)"', page.read_text("utf-8")
        )
        assert any(name.startswith("charts/social.") for name in named)
        assert [name for name in named if not (folder / name).is_file()] == []


@pytest.mark.parametrize("story", [story for story in SHIPPED if story.startswith("specimen-")])
def test_a_specimen_says_so(story: str) -> None:
    """In its title, in its facts box and in the words above its methodology, in every language."""
    told = load_story(ROOT, story)
    for language, word in (("en", "pecimen"), ("ar", "نموذج")):
        explainer = (told.folder / f"explainer.{language}.md").read_text("utf-8")
        box = explainer.partition("::: facts")[2].partition("\n:::")[0]
        methodology = (told.folder / f"methodology.{language}.md").read_text("utf-8")
        assert all(word in words for words in (told.title[language], box, methodology.partition("## ")[0]))


@pytest.mark.parametrize("story", _with("quantities"))
def test_every_number_of_the_report_is_read(story: str) -> None:
    """All numbers of the report are read, in order, each worth what its words say, and no other is."""
    read, wanted = _published(story, Quantity, "quantities"), EXPECTED[story]["quantities"]
    assert [_worth(quantity) for quantity in read] == [worth for _, worth in wanted]
    assert all(words in quantity.surface for quantity, (words, _) in zip(read, wanted, strict=True))


@pytest.mark.parametrize("story", _with("checks"))
def test_what_holds_and_what_fails(story: str) -> None:
    """The report's own sums: which hold, which fail, and what it gives no base for stays undecided."""
    assert {check.id: check.verdict.value for check in _own_checks(story)} == EXPECTED[story]["checks"]


@pytest.mark.parametrize("story", _with("repairs"))
def test_what_would_mend_the_failed_sum(story: str) -> None:
    """The single numbers that would mend it; and, where others print the same announcement, how many print each."""
    (failed,) = (check for check in _own_checks(story) if check.repairs)
    found = {repair.number: [str(repair.becomes), len(repair.accounts)] for repair in failed.repairs}
    wanted = EXPECTED[story]["repairs"]
    assert found == {name: told if isinstance(told, list) else [told, 0] for name, told in wanted.items()}


@pytest.mark.parametrize("story", _with("contradictions"))
def test_accounts_that_contradict_themselves(story: str) -> None:
    """Other accounts that contradict their own sums, each in one place."""
    found: dict[str, list[str]] = {}
    own = {id(check) for check in _own_checks(story)}
    for check in _published(story, Check, "checks"):
        if check.verdict.value == "fails" and id(check) not in own:
            found.setdefault(check.account, []).append(check.id)
    assert found == EXPECTED[story]["contradictions"]


@pytest.mark.parametrize(("story", "name"), _each("numbers"))
def test_a_number_is_exactly_what_was_worked_out(story: str, name: str) -> None:
    """A number is exactly what was worked out by hand."""
    assert str(_number(story, name).value) == EXPECTED[story]["numbers"][name]


@pytest.mark.parametrize("story", _with("facts"))
def test_the_facts_are_what_the_report_prints(story: str) -> None:
    """Each fact has the value of the words that it quotes, and no fact is left out."""
    found = [[number.id, str(number.value)] for number in _published(story, Number, "reported")]
    assert found == [fact[:2] for fact in EXPECTED[story]["facts"]]


@pytest.mark.parametrize("story", list(EXPECTED))
def test_only_a_contradicted_number_is_in_doubt(story: str) -> None:
    """A number is in doubt where another account prints what would mend its sum, and nowhere else."""
    wanted = EXPECTED[story].get("repairs", {}).items()
    doubted = [name for name, told in wanted if isinstance(told, list) and told[1]]
    assert [number.id for number in _published(story, Number, "ledger") if number.doubtful] == doubted


@pytest.mark.parametrize(("story", "baseline"), _each("findings"))
def test_how_each_statement_fares(story: str, baseline: str) -> None:
    """Each statement, over every reading, with each figure it is compared with ("own": the report's own)."""
    findings = _published(story, Finding, "findings")
    found = {one.statement: one.robustness.value for one in findings if (one.baseline or "own") == baseline}
    assert found == EXPECTED[story]["findings"][baseline]


@pytest.mark.parametrize("story", _with("rates"))
def test_each_period_as_a_rate_a_day(story: str) -> None:
    """Of the most places: each period's count and its exact rate a day, nothing counted twice."""
    found = [
        [rate.measure, str(rate.when), str(rate.count), str(rate.per_day)]
        for rate in _published(story, Rate, "rates")
        if len(rate.where) > 1
    ]
    assert sorted(found) == sorted(EXPECTED[story]["rates"])


@pytest.mark.parametrize("story", _with("gaps"))
def test_where_a_series_has_no_figure(story: str) -> None:
    """The stretches of the most places that no release covers, with their days."""
    told = load_story(ROOT, story)
    found = {str(gap.when): gap.when.days for gap in gaps(told.releases, told.flows) if len(gap.where) > 1}
    assert found == EXPECTED[story]["gaps"]


def test_counts_for_other_places_are_refused() -> None:
    """No ratio of the first story's two countries is made with a count for one of them, or for a part of one."""
    refused = ("lister-2023", "sohr-2023", "ric-2023", "cep-2023")
    names = [number.id for number in _published("centcom-2024h1", Number, "ledger")]
    assert not [name for name in names if name.endswith(tuple(f"-with-{baseline}" for baseline in refused))]


def test_the_interval_of_the_rates_is_about_two_to_over_three() -> None:
    """The ratio of daily rates has a 95 % interval from just under 2 to about 3.2, by SciPy's exact binomial limits."""
    value: Any = _number("centcom-2024h1", "rate-ratio-interval").value
    middle: Any = _number("centcom-2024h1", "rate-ratio").value.value
    assert 1.95 < value.lo < 2 < middle < value.hi < 3.3
