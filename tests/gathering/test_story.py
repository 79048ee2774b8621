"""A story: what people supply, read and checked before anything runs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cases import rows
from nisba.errors import StoryError
from nisba.gathering import allowed, load_story
from nisba.gathering.sources import read_accounts
from nisba.intervals import Interval

PROJECT = Path(__file__).parents[1] / "stories" / "two-towns"
MISTAKES = Path(__file__).with_name("mistakes.toml")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of a small invented story, to spoil."""
    return Path(shutil.copytree(PROJECT, tmp_path / "project"))


def test_a_story_is_read_whole() -> None:
    """Facts, citations and accounts come as typed values, in the order in which they are written."""
    story = load_story(PROJECT, "two-towns")
    assert [fact.id for fact in story.facts] == ["rescues", "boats", "boats-north", "boats-south", "ashore"]
    assert {cited.id: cited.value for cited in story.cited} == {
        "harbour-board": Interval.exactly(150),
        "lifeboat-crew": Interval.exactly(70),
    }
    assert story.account("coast-guard").figures["boats-south"] == Interval.exactly(20)


def test_parameters_take_what_the_story_allows() -> None:
    """A baseline for one town of two is not allowed; the first of those that are is the default."""
    assert allowed(load_story(PROJECT, "two-towns")) == {
        "story": ("two-towns",),
        "language": ("all", "en", "ar"),
        "baseline": ("harbour-board",),
        "reading": ("every", "so-far", "pace"),
        "counting": ("days", "months"),
        "uncorrected": ("refused", "allowed"),
    }


@rows(MISTAKES, "mistakes", "what", "file", "was", "becomes", "says")
def test_a_mistake_is_answered_with_the_way_out(
    project: Path, what: str, file: str, was: str, becomes: str, says: list[str]
) -> None:
    """Every mistake in what people supply is answered with the file, what is wrong, and what would be right."""
    path = project / "data" / "raw" / "two-towns" / file
    text = path.read_text(encoding="utf-8")
    assert was in text, what
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(StoryError) as error:
        load_story(project, "two-towns")
    assert all(words in str(error.value) for words in says), str(error.value)


def test_an_unknown_story_is_answered_with_those_there_are() -> None:
    """An unknown story, or a name that would leave the folder, is answered with the stories there are."""
    for name in ("three-towns", "../two-towns", ""):
        with pytest.raises(StoryError, match="stories here: two-towns"):
            load_story(PROJECT, name)


def test_an_account_may_give_a_fact_in_several_ways(tmp_path: Path) -> None:
    """Numbers with semicolons between: the first is its figure, the others stand beside it; a word among them is refused."""
    path = tmp_path / "accounts.csv"
    header = "id,outlet_en,outlet_ar,language,fires,boats\n"
    path.write_text(f"{header}post,Post,البريد,en,196; 137;>90,4\n", encoding="utf-8")
    (held,) = read_accounts(path)
    assert {fact: str(value) for fact, value in held.figures.items()} == {"fires": "196", "boats": "4"}
    assert {fact: [str(value) for value in values] for fact, values in held.again.items()} == {"fires": ["137", ">90"]}
    path.write_text(f"{header}post,Post,البريد,en,196; many,4\n", encoding="utf-8")
    with pytest.raises(StoryError, match="fires"):
        read_accounts(path)
