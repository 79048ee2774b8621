"""The documentation of verifying, correcting and adding a story shows what is there: commands run, keys are read."""

from __future__ import annotations

import re
import shlex
import subprocess
from dataclasses import fields
from pathlib import Path

import click
import pytest

from nisba.cli import main, nisba
from nisba.gathering import Story as Supplied
from nisba.gathering import load_story
from towns import Story

DOCS = Path(__file__).parents[1] / "docs"
VERIFYING, ADDING = (
    (DOCS / f"{name}.md").read_text("utf-8") for name in ("verifying_and_correcting", "adding_a_story")
)
SHOWN = tuple(
    line.strip()
    for block in re.findall(r"```console\n(.*?)```", VERIFYING, re.DOTALL)
    for line in block.splitlines()
    if line.strip()
)


def test_commands_are_shown():
    """Each command of the three people is there."""
    assert {line.split()[1] for line in SHOWN} == {"why", "verify", "bundle", "diff", "run", "review"}


@pytest.mark.parametrize("line", SHOWN)
def test_a_shown_command_is_understood(line):
    """The command exists and takes these options."""
    name, *words = shlex.split(line)[1:]
    command = nisba.get_command(click.Context(nisba), name)
    assert command.make_context(name, words).params


def test_shown_commands_run_in_their_order(tmp_path, monkeypatch, capsys):
    """A reader asks and checks, a stranger's bundle passes, a changed number is told, a reviewer signs."""
    story = Story(tmp_path / "project")
    monkeypatch.chdir(story.root)
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for words in (["init", "-q"], ["add", "outputs"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *words], check=True)
    names = {"centcom-2024h1": "two-towns", "killed-sum": "boats-sum", "1.26": "61"}
    for line in SHOWN:
        told = line.removeprefix("nisba ")
        if told.startswith("run") or told == "verify centcom-2024h1":
            continue
        words = shlex.split(told)
        words = [
            word.replace("centcom-2024h1", "two-towns") if ":" in word else names.get(word, word) for word in words
        ]
        with pytest.raises(SystemExit) as left:
            main([*words, "--root", str(story.root)])
        assert left.value.code == 0, (line, capsys.readouterr())
    assert (story.root / "centcom.zip").exists()
    assert "R. Eader" in (story.root / "data/raw/two-towns/reviews.toml").read_text("utf-8")


@pytest.mark.parametrize("text", [VERIFYING, ADDING], ids=["verifying", "adding"])
def test_the_documented_correction_is_read(tmp_path, text):
    """What is shown as a correction is one, with the values that it names."""
    story = Story(tmp_path / "project")
    path = story.root / "data/raw/two-towns/story.toml"
    block = next(block for block in re.findall(r"```toml\n(.*?)```", text, re.DOTALL) if "[[corrections]]" in block)
    path.write_text(f"{path.read_text('utf-8')}\n{re.sub(r'(?m)^   ', '', block)}", "utf-8")
    (entry,) = load_story(story.root, "two-towns").corrections
    assert (entry.number, entry.was, entry.now) == ("boats-north", "40", "39")
    assert "{was}" in entry.words["en"]
    assert "{now}" in entry.words["en"]


def test_every_key_of_publication_is_documented_and_read(tmp_path):
    """The keys of the table are those that a story has, and the documented values are accepted."""
    section = ADDING.partition("## Outlet, publication, corrections")[2]
    lines = re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)
    names = {re.split(r"[ .=]", line)[0] for line in lines}
    assert names == {"address", "published", "digits", "bom", "withheld"} <= {field.name for field in fields(Supplied)}
    story = Story(tmp_path / "project")
    path = story.root / "data/raw/two-towns/story.toml"
    (path.parent / "report.txt").write_text("as received", "utf-8")
    path.write_text("\n".join(lines).replace("…", "example.org") + "\n" + path.read_text("utf-8"), "utf-8")
    read = load_story(story.root, "two-towns")
    assert (read.published.year, read.digits["ar"], read.bom, read.withheld) == (2025, "arab", True, ("report.txt",))


def test_every_statement_is_held_by_tests_that_exist():
    """docs/statements.md: twenty-six rows, each naming tests that are there."""
    rows = re.findall(r"^\| (\d+) \|(.*)", (DOCS / "statements.md").read_text("utf-8"), re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, 27))
    for number, row in rows:
        named = re.findall(r"`(test_\w+\.py)(?:::(test_\w+))?`", row)
        assert named, number
        for file, test in named:
            assert f"def {test}" in (DOCS.parent / "tests/explaining" / file).read_text("utf-8"), (number, test)
