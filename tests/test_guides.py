"""The documentation as people use it: the tutorial and the how-tos are followed, and the site is built without a warning."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from guides import DOCS, blocks, follow
from nisba.cli import nisba
from nisba.errors import StoryError
from nisba.gathering.house import load_house
from towns import STORY, Story

ROOT = DOCS.parent
CENTRE = "Firefighters counted {} fires in May, among them 12 in the old harbour.\n"


def _lines() -> list[tuple[str, str]]:
    """Every line of a block that begins with nisba, with its page; those that show more than one thing at once aside."""
    pages = [*DOCS.glob("*.md"), ROOT / "README.md"]
    found = [
        (path.name, line.strip())
        for path in sorted(pages)
        for block in re.findall(r"^ *```\w*\n(.*?)^ *```", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        for line in block.splitlines()
        if line.strip().startswith("nisba ")
    ]
    return [(page, line.partition(" > ")[0].partition(" >> ")[0]) for page, line in found]


@pytest.mark.slow
def test_the_tutorial(tmp_path, monkeypatch, capsys):
    """From an empty folder to a confirmed page with a title of one's own, and a bundle that is what it says."""
    desk = follow("tutorial.md", tmp_path, monkeypatch, capsys)
    page = (desk / "outputs/ferries/explainer.en.html").read_text("utf-8")
    assert "<title>The ferries carried less than their lines together</title>" in page
    assert 'class="draft"' not in page
    assert (desk / "ferries.zip").stat().st_size > 100_000


def test_a_second_account(tmp_path, monkeypatch, capsys):
    """Two texts are compared, and begin a story; a third joins it by one line."""
    (tmp_path / "data/raw").mkdir(parents=True)
    for name, count in (("echo", 30), ("post", 31), ("courier", 30)):
        (tmp_path / f"{name}.txt").write_text(CENTRE.format(count), "utf-8")
    follow("second_account.md", tmp_path, monkeypatch, capsys)
    raw = tmp_path / "data/raw/fire"
    assert (raw / "accounts.csv").read_text("utf-8").count("\n") == 2
    shutil.copy(tmp_path / "courier.txt", raw)
    from nisba.gathering import load_story

    assert load_story(tmp_path, "fire").account("courier").file == "courier.txt"


def test_the_house_style_that_is_shown(tmp_path):
    """The file on the page is one, and the sentence on the page is what is said of grey letters on it."""
    shown, said = [block.body for block in blocks("house_style.md")]
    folder = tmp_path / "prices"
    folder.mkdir()
    path = tmp_path / "house.toml"
    path.write_text(shown, "utf-8")
    house = load_house(folder)
    assert {"paper", "wash", "rep"} == set(house.chosen)
    assert (house.dates["en"], house.digits, sorted(house.fonts)) == ("month-first", {"ar": "arab"}, ["ar", "en"])
    path.write_text(shown.replace('rep = "#0b4f6c"', 'ink-2 = "#8a8a8a"'), "utf-8")
    with pytest.raises(StoryError) as refused:
        load_house(folder)
    assert said.strip() in str(refused.value)


def test_every_colour_is_explained():
    """The table of the page has the names that a house may choose, and no other."""
    from nisba.gathering import plain_house

    section = (DOCS / "house_style.md").read_text("utf-8").partition("## Colours")[2].partition("##")[0]
    named = [
        name for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for name in re.findall(r"`([\w-]+)`", row)
    ]
    assert sorted(named) == sorted(plain_house().colours)


@pytest.mark.parametrize("line", _lines(), ids=" ".join)
def test_every_shown_command_is_understood(line):
    """Each line of any page, and of the README, that begins with nisba names a command and takes these options."""
    page, typed = line
    name, *words = shlex.split(typed, comments=True)[1:]
    command = nisba.get_command(click.Context(nisba), name)
    assert command, page
    assert command.make_context(name, words).params is not None


def test_publishing(tmp_path, monkeypatch, capsys):
    """The keys that the page puts at the top of a story are read; what is published is what was made."""
    from nisba.cli import main
    from nisba.gathering import load_story

    story = Story(tmp_path / "project")
    monkeypatch.chdir(story.root)
    (_, verify) = next(block for block in blocks("publishing.md") if block.kind == "console").body.splitlines()
    with pytest.raises(SystemExit) as left:
        main(shlex.split(verify)[1:])
    assert (left.value.code, "are what they were" in capsys.readouterr().out) == (0, True)
    top = next(block for block in blocks("publishing.md") if block.kind == "toml")
    path = story.root / top.title.partition(": ")[0]
    path.write_text(top.body + path.read_text("utf-8"), "utf-8")
    assert load_story(story.root, STORY).address == "https://example.org/stories/two-towns/"


def test_the_workflow(tmp_path, monkeypatch, capsys):
    """The ready workflow is one, and those of its commands that read stop on a false sum and on an altered page."""
    from nisba.cli import main

    workflow = yaml.safe_load(next(block.body for block in blocks("gate_in_ci.md") if block.kind == "yaml"))
    steps = [line.strip() for step in workflow["jobs"]["figures"]["steps"] for line in step.get("run", "").splitlines()]
    assert [line.split()[:2] for line in steps if line.startswith("nisba")] == [
        ["nisba", "check"],
        ["nisba", "run"],
        ["nisba", "verify"],
    ]
    story = Story(tmp_path / "project")
    (story.root / "drafts").mkdir()
    monkeypatch.chdir(story.root)

    def ends(line: str) -> int:
        words = [name for word in line.split()[1:] for name in (map(str, Path().glob(word)) if "*" in word else [word])]
        with pytest.raises(SystemExit) as left:
            main(words)
        return left.value.code

    check, _, verify = (line for line in steps if line.startswith("nisba"))
    draft = story.root / "drafts" / "draft.txt"
    draft.write_text("Of the 90 buses, 54 run on diesel, 22 on gas and the remaining 14 on electricity.", "utf-8")
    assert (ends(check), ends(verify)) == (0, 0)
    draft.write_text("Of the 90 buses, 54 run on diesel, 22 on gas and the remaining 16 on electricity.", "utf-8")
    (story.outputs / "explainer.en.html").write_text("<p>62</p>", "utf-8")
    assert (ends(check), ends(verify)) == (1, 1)
    capsys.readouterr()


def test_the_reference_of_story_toml():
    """docs/story_toml.md is what `make docs` writes from the schema."""
    done = subprocess.run(
        [sys.executable, DOCS / "write_story_toml.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_the_site(tmp_path):
    """The site is built without a warning, holds every page and the stories, and asks the network for nothing."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "sphinx",
            "--fail-on-warning",
            "--quiet",
            "-d",
            tmp_path / "doctrees",
            DOCS,
            tmp_path / "site",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pages = {path.stem: path.read_text("utf-8") for path in (tmp_path / "site").glob("*.html")}
    assert {path.stem for path in DOCS.glob("*.md")} <= pages.keys()
    styles = [path.read_text("utf-8") for path in (tmp_path / "site/_static").rglob("*.css")]
    fetched = [
        found
        for page in pages.values()
        for found in re.findall(r'<(?:script|link|img)[^>]+"(?:https?:)?//[^>]*>', page)
    ]
    assert (
        fetched + [found for style in styles for found in re.findall(r"(?:url\(|@import)[^;)]*//[^;)]*", style)] == []
    )
    shown = re.findall(r'(?:src|href)="(centcom-2024h1/[^"]+)"', pages["gallery"])
    assert shown
    assert [name for name in shown if not (tmp_path / "site" / name).exists()] == []
