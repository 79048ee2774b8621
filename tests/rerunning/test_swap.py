"""Putting a folder in the place of another: a reader finds the old or the new, whole, whenever the process dies."""

from __future__ import annotations

import random
import subprocess
import sys
import time

import pytest

from nisba.rerunning import swap
from nisba.rerunning.swap import put_in_place

FILES = [f"{number:02}.txt" for number in range(12)]
# Publishes "new" over "old" in place of each other until it is killed; says "ready" when it has begun.
PUBLISHER = """
import sys
from pathlib import Path
from nisba.rerunning.swap import put_in_place
here = Path(sys.argv[1])
sys.stdout.write("ready\\n"); sys.stdout.flush()
while True:
    put_in_place(here / "staged", here / "outputs" / "tiny")
"""


def _fill(folder, word):
    folder.mkdir(parents=True)
    for name in FILES:
        (folder / name).write_text(f"{word} " * 2000, "utf-8")


def _words(folder) -> set[str]:
    """The words that a folder's files hold; one word if it is whole and unmixed."""
    assert sorted(path.name for path in folder.iterdir()) == FILES
    return {word for path in folder.iterdir() for word in path.read_text("utf-8").split()}


def test_the_first_time(tmp_path):
    """Where nothing stood, the new folder stands."""
    _fill(tmp_path / "staged", "new")
    put_in_place(tmp_path / "staged", tmp_path / "outputs" / "tiny")
    assert _words(tmp_path / "outputs" / "tiny") == {"new"}
    assert not (tmp_path / "staged").exists()


@pytest.mark.parametrize("able", [True, False], ids=["in one step", "by two renames"])
def test_in_the_place_of_another(tmp_path, monkeypatch, able):
    """The new folder stands, and what stood there before lies where the new one was made."""
    if not able:
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    _fill(tmp_path / "staged", "new")
    _fill(tmp_path / "outputs" / "tiny", "old")
    put_in_place(tmp_path / "staged", tmp_path / "outputs" / "tiny")
    assert (_words(tmp_path / "outputs" / "tiny"), _words(tmp_path / "staged")) == ({"new"}, {"old"})


def test_two_renames_come_back(tmp_path, monkeypatch):
    """If the new folder cannot be moved in, the old one comes back."""
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    monkeypatch.setattr(swap, "sync_tree", lambda folder: None)
    _fill(tmp_path / "outputs" / "tiny", "old")
    with pytest.raises(FileNotFoundError):
        put_in_place(tmp_path / "missing", tmp_path / "outputs" / "tiny")
    assert _words(tmp_path / "outputs" / "tiny") == {"old"}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="only these exchange two names in one step")
def test_killed_at_any_moment(tmp_path):
    """Killed without warning at 40 random moments, publication leaves the old folder or the new one, never a mixture."""
    chance = random.Random(2024)
    seen = set()
    for number in range(40):
        here = tmp_path / str(number)
        _fill(here / "staged", "new")
        _fill(here / "outputs" / "tiny", "old")
        with subprocess.Popen([sys.executable, "-c", PUBLISHER, str(here)], stdout=subprocess.PIPE) as publisher:
            publisher.stdout.readline()
            time.sleep(chance.uniform(0, 0.01))
            publisher.kill()
        words = _words(here / "outputs" / "tiny")
        assert len(words) == 1
        seen |= words
    assert seen == {"old", "new"}
