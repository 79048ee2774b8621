"""Two versions of a story: which numbers changed, which only follow, why, and the correction they ask for."""

from __future__ import annotations

import subprocess
import tomllib

import pytest

from nisba.cli import main
from nisba.gathering.story import Correction
from nisba.rerunning.changes import changes, uncorrected
from nisba.reviewing.corrections import draft
from nisba.reviewing.diff import diff
from nisba.reviewing.published import open_published
from nisba.reviewing.verify import compared


@pytest.fixture
def versions(story, tmp_path):
    """The story before and after a correction in ``story.toml``."""
    before = tmp_path / "before"
    story.outputs.rename(before)
    written = story.root / "data" / "raw" / "two-towns" / "story.toml"
    written.write_text(written.read_text("utf-8") + "\n# 40 was misheard\n", "utf-8")
    story.publish(boats_north="39")
    return open_published(str(before), story.root), open_published("two-towns", story.root)


def test_numbers(versions):
    """The number that changed is named with what it was and is; the sum is said to follow it."""
    found = diff(*versions).numbers
    assert [(one.id, one.was, one.now, one.follows) for one in found] == [
        ("boats-north", "40", "39", ()),
        ("boats-sum", "61", "60", ("boats-north",)),
    ]


def test_causes(versions):
    """A reported number is laid to the input that changed; the sum to the number it follows."""
    found = diff(*versions)
    assert found.causes.of(found.numbers[0]) == ("data/raw: story.toml",)
    assert found.causes.of(found.numbers[1]) == ("boats-north",)
    assert (found.causes.notebooks, found.causes.packages, found.causes.code) == ((), (), False)


def test_files(versions):
    """The published files that differ are listed."""
    assert diff(*versions).files == ("explainer.en.html", "tables/ledger.csv", "tables/numbers.csv")


def test_nothing_changed(story):
    """A version beside itself has no differences."""
    same = open_published("two-towns", story.root)
    assert diff(same, same).numbers == ()
    assert compared(same, same) == ()


def test_draft(versions):
    """The drafted correction is valid TOML in both languages, with the values as names for the page to print."""
    found = diff(*versions).numbers
    written = draft([(one.id, one.was, one.now) for one in found if one.is_correction], versions[1])
    table = tomllib.loads(written.replace("YYYY-MM-DD", "2025-08-01"))["corrections"]
    assert [(one["number"], one["was"], one["now"]) for one in table] == [("boats-north", "40", "39")]
    assert table[0]["words"]["en"] == "We gave the figure for “Boats boats-north” as {was}. The right figure is {now}."
    assert "{was}" in table[0]["words"]["ar"]


def test_uncorrected(versions):
    """A changed number needs a correction that names its two values; numbers that follow need none."""
    found = changes(versions[0].numbers(), versions[1].numbers())
    entry = Correction(None, {}, "boats-north", "40", "39")
    stale = Correction(None, {}, "boats-north", "41", "39")
    assert [one.id for one in uncorrected(found, [])] == ["boats-north"]
    assert [one.id for one in uncorrected(found, [stale])] == ["boats-north"]
    assert uncorrected(found, [entry]) == ()


def test_from_git(story):
    """``REVISION:STORY`` opens what git keeps."""
    git = ["git", "-C", str(story.root), "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for words in (["init", "-q"], ["add", "outputs"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *words], check=True)
    story.publish(boats_south="22")
    found = diff(open_published("HEAD:two-towns", story.root), open_published("two-towns", story.root))
    assert [one.id for one in found.numbers] == ["boats-south", "boats-sum"]


def test_command(story, versions, capsys):
    """The command says it in lines that people read, drafts the correction, and leaves with status 1."""
    with pytest.raises(SystemExit) as left:
        main(["diff", versions[0].name, "two-towns", "--root", str(story.root)])
    said = capsys.readouterr().out
    assert left.value.code == 1
    assert "2 numbers changed.\n  boats-north: 40 → 39, because of data/raw: story.toml\n" in said
    assert "  boats-sum: 61 → 60, follows boats-north\n" in said
    assert "[[corrections]]\ndate = YYYY-MM-DD" in said


def test_compared(versions):
    """Verification names each number and file that came out otherwise."""
    before, after = versions
    found = {one.where: one.problem for one in compared(before, after)}
    assert found["boats-north"] == f"is 40 in {before.name} and 39 in {after.name}"
    assert found["explainer.en.html"] == "has other bytes"
