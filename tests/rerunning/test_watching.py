"""Watching: what is saved is published, what is wrong is said, and an interrupt leaves nothing behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from watchfiles import Change

from nisba.rerunning import kernels
from nisba.rerunning.watching import Warm, _is_work

RUNNER = """
import sys
from pathlib import Path
from nisba.commands.stopping import stopped_cleanly
from nisba.rerunning.run import rerun
from nisba.rerunning.serving import News
from nisba.rerunning.watching import watch_story
root, allowed = Path(sys.argv[1]), {"story": ("tiny",), "language": ("all", "ar", "en"), "baseline": ("ap", "un")}
run = lambda settings: rerun(root, "tiny", allowed, {}, settings)
with stopped_cleanly():
    watch_story(root, "tiny", run, News(), lambda said: print(said, flush=True))
"""


@contextmanager
def _watching(project):
    """A watch in a process of its own, whose lines a test reads."""
    command = [sys.executable, "-c", RUNNER, str(project.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        try:
            yield running
        finally:
            running.kill()


def _line(running, *words: str) -> str:
    """The next line that holds one of these words."""
    for line in running.stdout:
        if any(word in line for word in words):
            return line
    raise AssertionError("the watch has ended")


def _descendants(pid: int) -> set[int]:
    """Every process that came of one, as far as the system still says so."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            children.setdefault(int(stat.read_text("utf-8", "replace").rpartition(")")[2].split()[1]), []).append(
                int(stat.parent.name)
            )
        except OSError:
            continue
    found, waiting = set(), [pid]
    while waiting:
        new = children.get(waiting.pop(), [])
        found |= {*new}
        waiting += new
    return found


def _until(true) -> bool:
    for _ in range(200):
        if true():
            return True
        time.sleep(0.1)
    return False


@pytest.mark.slow
@pytest.mark.skipif(not kernels.able(), reason="looks for processes in /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_a_watch(small, number):
    """A save is published; a mistake is one sentence and the last good pages stay; after the end nothing runs or lies about."""
    page = small.root / "notebooks/02_explain.ipynb"
    text = page.read_text("utf-8")
    with _watching(small) as running:
        assert "explainer.ar.html, explainer.en.html" in _line(running, "published", "failed")
        page.write_text(text.replace("A & <b>", "Another"), "utf-8")
        assert "explainer.ar.html, explainer.en.html" in _line(running, "published", "failed")
        good = small.published()
        assert b"<title>Another</title>" in good["explainer.en.html"]
        page.write_text(text.replace('\\"A & <b>\\"', "nowhere"), "utf-8")
        assert "NameError" in _line(running, "published", "failed")
        assert small.published() == good
        page.write_text(text, "utf-8")
        assert "explainer.ar.html" in _line(running, "published", "failed")
        assert _until(lambda: bool(_descendants(running.pid)))  # kernels stand ready
        started = _descendants(running.pid)
        running.send_signal(number)
        assert running.wait(timeout=20) != 0
    assert _until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in started))
    left = sorted(path.name for path in (small.root / ".nisba").iterdir())
    assert left == ["failed", "store", "tiny.lock", "tiny.watch.lock"]


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("data/raw/tiny/story.toml", True),
        ("notebooks/01_read.ipynb", True),
        ("data/raw/tiny/.story.toml.swp", False),
        ("data/raw/tiny/story.toml~", False),
        ("data/raw/house.toml", True),
        ("data/raw/other/story.toml", False),
        ("notebooks/.ipynb_checkpoints/01_read-checkpoint.ipynb", False),
    ],
)
def test_what_counts(path, counts):
    """A person's file on this story counts; another story's, and what an editor or JupyterLab keeps beside it, do not."""
    assert _is_work(Path("data/raw"), "tiny", Change.modified, path) is counts


def test_warm_kernels_are_kept(tmp_path):
    """Two runs that end well share kernels; one that fails ends them."""
    warm = Warm(tmp_path, 1)
    try:
        with warm.held(tmp_path, ("json",), 1) as first:
            pass
        with pytest.raises(ZeroDivisionError), warm.held(tmp_path, ("json",), 1) as second:
            _ = 1 / 0
        with warm.held(tmp_path, ("json",), 1) as third:
            assert (second is first, third is first) == (True, False)
    finally:
        warm.close()
