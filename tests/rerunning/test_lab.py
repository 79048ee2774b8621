"""The copy for JupyterLab: parameters set, ``notebooks/`` left alone, a person's edits kept."""

from __future__ import annotations

import subprocess
import sys

import nbformat
import pytest

from nisba.rerunning.lab import lay
from nisba.rerunning.notebooks import load, read_notebooks, save
from nisba.rerunning.plan import plan

ALLOWED = {"story": ("tiny",), "language": ("all", "ar", "en"), "baseline": ("ap", "un")}


@pytest.fixture
def lab(small):
    """Lays the copy out with a baseline."""
    return lambda baseline="un": lay(
        small.root,
        "tiny",
        plan(
            read_notebooks(small.root / "notebooks"),
            {"story": "tiny", "language": "all", "baseline": baseline},
            ALLOWED,
        ),
    )


def test_parameters_are_set(small, lab):
    """Each notebook has its parameters in a cell, one for each language; the project's own are untouched."""
    before = {path.name: path.read_bytes() for path in (small.root / "notebooks").iterdir()}
    laid = lab()
    assert laid.notebooks == ("01_count.ipynb", "02_explain.ar.ipynb", "02_explain.en.ipynb")
    cells = load(laid.folder / "notebooks" / "02_explain.ar.ipynb").cells
    assert cells[2].source.splitlines() == ["# Parameters", 'story = "tiny"', 'language = "ar"', 'baseline = "un"']
    assert {path.name: path.read_bytes() for path in (small.root / "notebooks").iterdir()} == before


def test_any_notebook_first(small, lab):
    """With the tables of the last run at hand, the last notebook runs before the others; what it writes stays there."""
    small.run()
    laid = lab()
    command = [sys.executable, "-m", "papermill", "02_explain.ar.ipynb", "done.ipynb"]
    subprocess.run(command, cwd=laid.folder / "notebooks", check=True, capture_output=True)
    (laid.folder / "data/processed/tiny/tables/n.csv").write_text("changed", "utf-8")
    assert (small.root / "data/processed/tiny/tables/n.csv").read_text("utf-8") == "n\n153\n"


def test_edits_are_kept(lab):
    """A notebook in which a person changed a cell stays; one that was only run is renewed with other parameters."""
    laid = lab()
    for name, source in (("01_count.ipynb", "mine = 1"), ("02_explain.ar.ipynb", "")):
        content = load(laid.folder / "notebooks" / name)
        content.cells[-1].source = source or content.cells[-1].source
        content.cells[-1].outputs = [nbformat.v4.new_output("stream", name="stdout", text="ran")]
        save(laid.folder / "notebooks" / name, content)
    again = lab("ap")
    assert again.edited == ("01_count.ipynb",)
    assert load(again.folder / "notebooks/01_count.ipynb").cells[-1].source == "mine = 1"
    assert 'baseline = "ap"' in load(again.folder / "notebooks/02_explain.ar.ipynb").cells[2].source
