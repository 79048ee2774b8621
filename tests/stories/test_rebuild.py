"""The committed outputs are what a rebuild gives, byte for byte, and a parameter changes what it should and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nisba.checking import Number
from nisba.tables import load

ROOT = Path(__file__).parents[2]
STORY = "centcom-2024h1"
EVERY = sorted(path.parent.name for path in (ROOT / "data" / "raw").glob("*/story.toml"))
OUTPUTS = ROOT / "outputs"

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rebuild")]  # one run of all stories, not one a worker


def _run(folder: Path, *arguments: str, **environment: str) -> Path:
    """Run stories in a copy of the project; its outputs."""
    for name in ("notebooks", "data/raw"):
        shutil.copytree(ROOT / name, folder / name)
    command = [sys.executable, "-m", "nisba", "run", *arguments, "--quiet", "--jobs", "2"]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder / "outputs"


def _contents(folder: Path) -> dict[str, bytes]:
    """Every file by its path, without the manifest, which says with what it was made."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of one run of all stories elsewhere, under another locale, time zone and hash seed."""
    return _run(tmp_path_factory.mktemp("elsewhere"), *EVERY, LC_ALL="C", TZ="Asia/Damascus", PYTHONHASHSEED="7")


@pytest.mark.parametrize("story", EVERY)
def test_a_rebuild_gives_the_committed_bytes(rebuilt: Path, story: str) -> None:
    """Pages, charts, tables and executed notebooks are the committed ones, to the byte."""
    old, new = _contents(OUTPUTS / story), _contents(rebuilt / story)
    differing = [name for name in sorted(old | new) if old.get(name) != new.get(name)]
    assert differing == [], f"run `nisba run {story}` and commit outputs/ with the change that changed them"


@pytest.mark.parametrize("story", EVERY)
def test_the_manifest_names_the_same_inputs_and_outputs(rebuilt: Path, story: str) -> None:
    """The manifest agrees on everything but the machine's Python, and package sources that made the same bytes."""
    manifests = [json.loads((folder / story / "manifest.json").read_text("utf-8")) for folder in (OUTPUTS, rebuilt)]
    for manifest in manifests:
        del manifest["environment"], manifest["code"]
    assert manifests[0] == manifests[1]


@pytest.fixture(scope="module")
def otherwise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of a run with another baseline, in English alone."""
    options = ("-p", "baseline", "bbc-monitoring-2023", "-p", "language", "en")
    return _run(tmp_path_factory.mktemp("otherwise"), STORY, *options) / STORY


def test_another_baseline_changes_what_depends_on_it(otherwise: Path) -> None:
    """Exactly the numbers that are made with the baseline change: 153 in six months are 0.60 of 253."""
    before, after = ({n.id: n.value for n in load(Number, folder, "ledger")} for folder in (OUTPUTS / STORY, otherwise))
    changed = {name for name in before if before[name] != after[name]}
    numbers = {number.id: number for number in load(Number, OUTPUTS / STORY, "ledger")}
    depends = {"attacks-2023"}
    while more := {n.id for n in numbers.values() if set(n.operands) & depends} - depends:
        depends |= more
    assert changed == depends
    assert str(after["so-far"]) == "153/253"


def test_another_baseline_leaves_the_rest_alone(otherwise: Path) -> None:
    """What was read, checked and compared stays the same, and so does every reading with every baseline."""
    old, new = _contents(OUTPUTS / STORY), _contents(otherwise)
    for name in ("quantities", "unread", "reported", "checks", "accounts", "findings", "rates"):
        assert old[f"tables/{name}.csv"] == new[f"tables/{name}.csv"]


def test_one_language_writes_that_edition(otherwise: Path) -> None:
    """With one language asked for, pages are written in it alone."""
    assert sorted(path.name for path in otherwise.glob("*.html")) == ["explainer.en.html", "methodology.en.html"]
