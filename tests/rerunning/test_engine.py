"""``papermill --engine nisba``: one notebook from papermill's own command, with the care that a run takes."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

from nisba.rerunning.engine import NAME, Engine
from nisba.rerunning.notebooks import load

PAPERMILL = Path(sys.executable).parent / "papermill"


def _papermill(project, *told: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Papermill's command, as a person types it in the folder of the notebooks."""
    return subprocess.run(
        [PAPERMILL, "--engine", NAME, "--no-progress-bar", *told],
        cwd=project.root / "notebooks",
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def _shown(path: Path) -> list[object]:
    return [cell.outputs for cell in load(path).cells if cell.cell_type == "code" and "parameters" not in cell.metadata]


def test_papermill_knows_it_by_its_entry_point():
    """Whoever has both packages installed has the engine."""
    assert [one.load() for one in entry_points(group="papermill.engine", name=NAME)] == [Engine]


def test_the_same_as_in_a_run(project):
    """A notebook shows what it shows in a run, though the person's own settings are others; it works in their folder."""
    looks = "import os, sys; os.environ['TZ'], sys.flags.utf8_mode"
    project.notebook("01_looks", looks, "print(os.path.basename(os.getcwd()))")
    project.run()
    done = _papermill(project, "01_looks.ipynb", "done.ipynb", "-p", "story", "tiny", TZ="Asia/Riyadh", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    ours = project.outputs / "notebooks" / "01_looks.ipynb"
    assert _shown(project.root / "notebooks" / "done.ipynb") == _shown(ours)
    assert _shown(ours)[-1][0].text == "notebooks\n"


def test_no_false_success(project):
    """What papermill by itself calls completed is a failure, in a sentence that names the cell."""
    project.notebook("01_stops", "import sys; sys.exit(0)", "after = 1")
    done = _papermill(project, "01_stops.ipynb", "done.ipynb")
    assert done.returncode != 0
    assert "cell 2 (step-1) stopped the notebook" in done.stderr


def test_other_languages_are_not_ours(project):
    """A notebook for another kernel is refused before anything starts."""
    path = project.notebook("01_other", "1 + 1")
    path.write_text(path.read_text("utf-8").replace('"language": "python"', '"language": "julia"'), "utf-8")
    done = _papermill(project, "01_other.ipynb", "done.ipynb")
    assert done.returncode != 0
    assert "is written in julia" in done.stderr
