"""The first story's notebooks without our command: papermill alone runs them and shows what is committed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STORY = "centcom-2024h1"
COMMITTED = ROOT / "outputs" / STORY / "notebooks"


@pytest.mark.long  # three quarters of a minute; tests/rerunning/test_run.py does the same with a small project
def test_plain_papermill(tmp_path: Path) -> None:
    """Papermill alone runs each notebook, given the tables of the ones before, and shows the same."""
    for name in ("notebooks", f"data/raw/{STORY}"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for path in sorted((tmp_path / "notebooks").glob("*.ipynb")):
        executed = tmp_path / f"{path.stem}.out.ipynb"
        command = [sys.executable, "-m", "papermill", path.name, str(executed), "-p", "story", STORY]
        subprocess.run(command, cwd=path.parent, check=True, capture_output=True)
        names = (path.name, f"{path.stem}.ar.ipynb")  # a notebook of one language writes Arabic by default
        committed = next(COMMITTED / name for name in names if (COMMITTED / name).exists())
        assert _shown(executed) == _shown(committed)


def _shown(path: Path) -> list[object]:
    """All outputs of a notebook, in order, each stream in one piece."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return [[{**one, "execution_count": None} for one in cell["outputs"]] for cell in cells if cell.get("outputs")]
