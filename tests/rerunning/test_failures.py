"""A notebook that did not run to its end: said in one sentence, kept for a look, and nothing published."""

from __future__ import annotations

import subprocess
import time
import tomllib
from pathlib import Path

import nbformat
import pytest

from nisba.errors import RunError
from nisba.rerunning.notebooks import load, save

CASES = tomllib.loads(Path(__file__).with_name("failures.toml").read_text("utf-8"))["case"]


def _tag(path: Path, tag: str) -> None:
    content = load(path)
    content.cells[2].metadata["tags"] = [tag]
    save(path, content)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_failure(project, case):
    """The sentence names notebook and cell and what happened; the copy is kept; no output appears."""
    path = project.notebook("01_stops", case["cell"], "after = 1")
    if "tag" in case:
        _tag(path, case["tag"])
    with pytest.raises(RunError) as failed:
        project.run(timeout=case.get("seconds", 600))
    sentence = str(failed.value)
    assert sentence.startswith(f"01_stops.ipynb: {case['says']}")
    assert "nothing was published" in sentence or "shows" in sentence or "every cell" in sentence
    assert sentence.endswith("; all is kept in .nisba/failed/tiny.")
    assert not project.outputs.exists()


def test_kept_as_it_failed(project):
    """The failed notebook is kept in a copy of the project in which it can be opened and run again."""
    project.notebook("01_stops", "print('so far')", "1 / 0")
    with pytest.raises(RunError):
        project.run()
    kept = project.root / ".nisba" / "failed" / "tiny"
    content = nbformat.read(kept / "notebooks" / "01_stops.ipynb", as_version=4)
    streams = [output.text for cell in content.cells for output in cell.get("outputs", ()) if "text" in output]
    assert streams == ["so far\n"]
    assert (kept / "data" / "raw" / "tiny" / "report.txt").read_text("utf-8") == "153 attacks\n"


def test_earlier_outputs_stay(small):
    """What an earlier run published is untouched, byte for byte, by one that fails at its last notebook."""
    small.run()
    before = small.published()
    small.notebook("03_stops", "1 / 0")
    with pytest.raises(RunError, match="03_stops"):
        small.run()
    assert small.published() == before
    small.root.joinpath("notebooks", "03_stops.ipynb").unlink()
    small.run()
    assert small.published() == before


def test_nothing_keeps_running(project):
    """A process that a cell started ends with its notebook, even where the cell hid it from the kernel."""
    started = project.root / "data" / "raw" / "tiny" / "pid"
    cell = f"import subprocess; open({str(started)!r}, 'w').write(str(subprocess.Popen(['sleep', '600']).pid));"
    project.notebook("01_starts", cell, "1 / 0")
    with pytest.raises(RunError):
        project.run()
    assert _gone(int(started.read_text("utf-8")))


def test_nothing_is_left_in_the_way(small):
    """After a run, its workspace is gone; only the lock file, which is empty, and the store stay."""
    small.run()
    assert sorted(path.name for path in (small.root / ".nisba").iterdir()) == ["store", "tiny.lock"]


def _gone(pid: int) -> bool:
    """Whether a process has ended, or ends within three seconds."""
    for _ in range(30):
        state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
        if not state.stdout.strip() or state.stdout.startswith("Z"):
            return True
        time.sleep(0.1)
    return False
