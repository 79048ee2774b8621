"""--quiet says nothing but what is wrong; --json is one object a line; both mean the same in every command."""

from __future__ import annotations

import json

import click
import pytest

from nisba.cli import COMMANDS, main, nisba
from towns import STORY, Story

QUIET = {"check", "new", "run", "verify", "diff", "bundle"}
JSON = {"read", "check", "new", "run", "why", "verify", "diff", "bundle", "drill"}
REPORT = "Of the 90 buses, 54 run on diesel, 22 on gas and the remaining 14 on electricity.\n"


def _options(name):
    command = nisba.get_command(click.Context(nisba), name)
    return {option for param in command.params for option in param.opts}


def test_where_they_stand():
    """The commands that answer have --json, those that report on work have --quiet."""
    assert {name for name in COMMANDS if "--quiet" in _options(name)} == QUIET
    assert {name for name in COMMANDS if "--json" in _options(name)} == JSON


@pytest.fixture
def typed(tmp_path, monkeypatch, capsys):
    """What a command prints beside a story: its status, and its lines."""
    story = Story(tmp_path / "project")
    (story.root / "report.txt").write_text(REPORT, "utf-8")
    monkeypatch.chdir(story.root)

    def typed(line):
        with pytest.raises(SystemExit) as left:
            main(line.split()[1:])
        return left.value.code, capsys.readouterr().out.splitlines()

    typed.story = story
    return typed


def test_quiet(typed):
    """Where all is well, nothing is said, and the status is 0."""
    for line in ("nisba check report.txt", "nisba new fire report.txt", f"nisba verify {STORY} --hashes"):
        assert typed(f"{line} --quiet") == (0, []), line
    assert typed(f"nisba bundle {STORY} -q") == (0, [])
    assert typed(f"nisba diff {STORY} {STORY} -q") == (0, [])


def test_quiet_does_not_hide_what_is_wrong(typed):
    """What was altered is said all the same."""
    (typed.story.outputs / "explainer.en.html").write_text("<p>62</p>", "utf-8")
    assert typed(f"nisba verify {STORY} --hashes --quiet") == (
        1,
        ["explainer.en.html: is not the file that was made.", "1 thing was altered."],
    )


def test_json(typed):
    """Every line is an object, or a list of them, with the same facts that people are told."""
    status, lines = typed("nisba why 61 --json")
    (chain,) = [json.loads(line) for line in lines]
    assert (status, [link["number"] for link in chain]) == (0, ["boats-sum", "boats-north", "boats-south"])
    assert (chain[0]["value"], chain[0]["formula"]) == (61, "boats-north + boats-south")
    assert typed(f"nisba verify {STORY} --hashes --json") == (0, ['{"step": "hashes", "verdict": "same"}'])
    status, lines = typed("nisba new fire report.txt --json")
    made = json.loads(lines[0])
    assert (made["story"], made["date"], made["checks"][-1]["verdict"]) == ("fire", None, "holds")
    assert len(json.loads(typed(f"nisba bundle {STORY} --json")[1][0])["fingerprint"]) == 64


def test_json_of_what_differs(typed):
    """A changed number is an object with both values and what it follows from."""
    from shutil import copytree

    copytree(typed.story.outputs, typed.story.root / "before")
    typed.story.publish(boats_north="39")
    status, lines = typed(f"nisba diff before {STORY} --json")
    found = {one["number"]: (one["was"], one["now"]) for one in map(json.loads, lines)}
    assert (status, found["boats-north"], found["boats-sum"]) == (1, ("40", "39"), ("61", "60"))
    typed.story.outputs.joinpath("explainer.en.html").unlink()
    assert [json.loads(line)["problem"] for line in typed(f"nisba verify {STORY} --json")[1]] == ["is missing"]
