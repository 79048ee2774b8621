"""What is committed in outputs/ is what the notebooks make: rebuilt here from the inputs, and compared byte for byte."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nisba.rerunning.run import run_story

ROOT = Path(__file__).resolve().parent.parent
# One process makes both comparisons, so that the story runs once.
pytestmark = pytest.mark.xdist_group("rebuild")
STORIES = sorted(path.name for path in (ROOT / "outputs").glob("*"))
# Who made it, not what was made: another change of the code, or another Python, may well make the same.
MAKER = {"code", "environment"}


@pytest.fixture(scope="module", params=STORIES)
def rebuilt(request, tmp_path_factory) -> tuple[Path, Path]:
    """The committed outputs of a story, and those of a run on a copy of the project."""
    root = tmp_path_factory.mktemp("rebuilt")
    for name in ("notebooks", f"data/raw/{request.param}"):
        shutil.copytree(ROOT / name, root / name)
    run_story(request.param, root=root)
    return ROOT / "outputs" / request.param, root / "outputs" / request.param


def _files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_first_story_is_published():
    """A reviewer sees the first story's outputs without running anything."""
    assert "centcom-2024h1" in STORIES


@pytest.mark.slow
def test_a_rebuild_gives_what_is_committed(rebuilt):
    """Every page, chart, table and executed notebook is the same, and there is none more or less (run make explainer)."""
    committed, made = map(_files, rebuilt)
    manifests = [json.loads(files.pop("manifest.json")) for files in (committed, made)]
    assert committed.keys() == made.keys()
    assert [name for name in made if made[name] != committed[name]] == []
    before, after = ({name: said for name, said in one.items() if name not in MAKER} for one in manifests)
    assert after == before


@pytest.mark.slow
def test_plain_papermill(rebuilt, tmp_path):
    """Papermill alone runs each notebook, given the tables of the ones before, and shows the same."""
    made = rebuilt[1]
    for path in sorted((made.parents[1] / "notebooks").glob("*.ipynb")):
        command = ["papermill", path.name, str(tmp_path / path.name), "-p", "story", made.name]
        subprocess.run([sys.executable, "-m", *command], cwd=path.parent, check=True, capture_output=True)
        ours = next(
            one for name in (".ipynb", ".ar.ipynb") if (one := made / "notebooks" / f"{path.stem}{name}").exists()
        )
        assert _shown(tmp_path / path.name) == _shown(ours)


def _shown(path: Path) -> list:
    """All outputs of a notebook, in order."""
    return [cell["outputs"] for cell in json.loads(path.read_text("utf-8"))["cells"] if cell.get("outputs")]
