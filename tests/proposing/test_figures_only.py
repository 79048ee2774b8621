"""A story of figures alone: a table becomes citations or a series, and the folder is one that a run accepts."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from nisba.cli import nisba
from nisba.errors import StoryError
from nisba.gathering import load_story
from nisba.periods import Period
from nisba.proposing.arrival import Said
from nisba.proposing.figures_only import new_figures, short
from nisba.reading import lead_report

HEAD = "value,what,where,when,source_en,source_ar,address\n"
RAIN = (
    "90,flood,leith kirkwall,2023,Weather board,هيئة الأرصاد,https://example.org/2023\n"
    "60,flood,leith,2023,Weather board,هيئة الأرصاد,https://example.org/2023\n"
    "30,flood,kirkwall,2023,Weather board,هيئة الأرصاد,https://example.org/2023\n"
    ">40,flood,leith kirkwall,2024-01-01/2024-03-31,Weather board,هيئة الأرصاد,https://example.org/2024\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a table of figures, and no story."""
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "rain.csv").write_text(HEAD + RAIN, "utf-8")
    return tmp_path


def test_a_series_of_figures_becomes_releases(project: Path) -> None:
    """Figures of one period, place and address are one release; a hedge stays a hedge; no report is there to be read."""
    new_figures(project, "rain", project / "rain.csv", Said(), series=True)
    story = load_story(project, "rain")
    assert [(one.id, str(one.when), {k: str(v) for k, v in one.counts.items()}) for one in story.releases] == [
        ("y2023", "2023-01-01/2023-12-31", {"flood": "90"}),
        ("y2023-leith", "2023-01-01/2023-12-31", {"flood": "60"}),
        ("y2023-kirkwall", "2023-01-01/2023-12-31", {"flood": "30"}),
        ("m2024-01-to-03", "2024-01-01/2024-03-31", {"flood": ">40"}),
    ]
    assert (story.flows, story.lead.held, lead_report(story).text) == (("flood",), False, "")
    assert story.releases[0].source == {"en": "Weather board", "ar": "هيئة الأرصاد"}


def test_periods_of_unlike_length_are_compared_by_the_day(project: Path) -> None:
    """The one result proposed sets the last period's daily rate against the first's."""
    new_figures(project, "rain", project / "rain.csv", Said(), series=True)
    formulas = [one.formula for one in load_story(project, "rain").formulas]
    assert formulas == ["(m2024-01-to-03-flood / days(m2024-01-to-03-flood)) / (y2023-flood / days(y2023-flood))"]


def test_other_figures_become_citations(project: Path) -> None:
    """Without a series each row is a citation of its own."""
    new_figures(project, "rain", project / "rain.csv", Said(), series=False)
    story = load_story(project, "rain")
    assert [str(one.value) for one in story.cited] == ["90", "60", "30", ">40"]
    assert story.releases == ()


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("5,flood,leith,,B,B,https://example.org\n", "has a figure without a period"),
        ("5,flood,leith,2023,B,B,https://e.org\n" * 2, "gives flood twice for one period"),
        ("5,flood,leith,2023,,,https://example.org\n", "has no source"),
        ("many,flood,leith,2023,B,B,https://example.org\n", "write the number in digits"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(project: Path, rows: str, says: str) -> None:
    """The sentence says what is missing, and no folder is left behind."""
    (project / "rain.csv").write_text(HEAD + rows, "utf-8")
    with pytest.raises(StoryError, match=says):
        new_figures(project, "rain", project / "rain.csv", Said(), series=True)
    assert list((project / "data" / "raw").iterdir()) == []


def test_the_command_needs_a_report_or_figures(project: Path) -> None:
    """Figures alone are enough; nothing is not."""
    runner = CliRunner()
    alone = ["new", "rain", "--figures", str(project / "rain.csv"), "--series", "--root", str(project)]
    assert "Next: nisba run rain" in runner.invoke(nisba, alone).output
    assert "--figures table.csv" in str(runner.invoke(nisba, ["new", "nothing", "--root", str(project)]).exception)


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ("2023", "y2023"),
        ("2023-06", "m2023-06"),
        ("2024-01-01/2024-03-31", "m2024-01-to-03"),
        ("2024-01-06/2024-01-12", "d2024-01-06-to-2024-01-12"),
        ("2022-07-01/2023-06-30", "d2022-07-01-to-2023-06-30"),
    ],
)
def test_a_period_as_part_of_a_name(period: str, name: str) -> None:
    """Short where it is a calendar year or months of one."""
    assert short(Period.parse(period)) == name
