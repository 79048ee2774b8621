"""The notebooks keep the house rules: a journalist reads them in order, and a run finds in them what it needs."""

from __future__ import annotations

import ast
import json
import re
import sys
from pathlib import Path

import nbformat
import pytest

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
PATHS = sorted(FOLDER.glob("*.ipynb"))
LONGEST_CELL, MOST_CELLS = 12, 25
PARAMETER = re.compile(r"[a-z][a-z_]*: (?:str|int|float|bool) = \S.*  # \S.*")
SLUG = re.compile(r"[a-z]+(-[a-z0-9]+)*")
FROM = {"nisba", "polars"} | set(sys.stdlib_module_names)
# What a step does without a claim to be held: it names places, or shows what the page is.
NO_ASSERT = ("inputs-outputs", "show-page", "parameters")


@pytest.fixture(params=PATHS, ids=lambda path: path.stem, scope="module")
def notebook(request):
    """Each notebook in turn."""
    return nbformat.read(request.param, as_version=4)


def _code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_five_in_order():
    """Two-digit prefixes say in which order they are read."""
    assert [path.stem[:3] for path in PATHS] == ["01_", "02_", "03_", "04_", "05_"]


def test_valid(notebook):
    """Jupyter reads it without repairing anything."""
    nbformat.validate(notebook)


def test_begins_with_its_question(notebook):
    """The first cell asks the notebook's question, and names the source."""
    first = notebook.cells[0]
    assert first.cell_type == "markdown"
    assert "?" in first.source
    assert "source" in first.source


def test_parameters(notebook):
    """The first code cell is tagged as the parameters, and each line declares one with its type, default and help."""
    first = _code(notebook)[0]
    assert first.metadata.get("tags") == ["parameters"]
    assert [line for line in first.source.splitlines() if not PARAMETER.fullmatch(line)] == []
    assert first.source.isascii()
    assert first.source.startswith("story: str = ")


def test_says_what_it_reads_and_writes(notebook):
    """The second code cell lists inputs and outputs."""
    second = _code(notebook)[1].source
    assert "# inputs" in second
    assert "# outputs" in second


def test_words_before_code(notebook):
    """Before each code cell, except behind the question, stands a sentence on what it does."""
    pairs = zip(notebook.cells, notebook.cells[1:], strict=False)
    bare = [cell.id for before, cell in pairs if cell.cell_type == "code" and before.cell_type != "markdown"]
    assert bare == []


def test_short_cells(notebook):
    """A cell is read at a glance, and there are not too many."""
    assert [cell.id for cell in _code(notebook) if len(cell.source.splitlines()) > LONGEST_CELL] == []
    assert len(_code(notebook)) <= MOST_CELLS


def test_plain_python(notebook):
    """No functions, classes, magics or shell: what is worth naming lives in the package, under test."""
    for cell in _code(notebook):
        kinds = {type(node) for node in ast.walk(ast.parse(cell.source))}
        assert not kinds & {ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Global, ast.Try}, cell.id


def test_imports(notebook):
    """Only the package, polars and the standard library are imported."""
    nodes = [node for cell in _code(notebook) for node in ast.walk(ast.parse(cell.source))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= FROM


def test_an_assert_after_each_step(notebook):
    """Each step holds something to be true, so that a wrong table stops the run, not the reader."""
    steps = [cell for cell in _code(notebook) if cell.id not in NO_ASSERT]
    held = [any(isinstance(node, ast.Assert) for node in ast.walk(ast.parse(cell.source))) for cell in steps]
    assert [cell.id for cell, holds in zip(steps, held, strict=True) if not holds] == []


def test_says_what_it_does_not_show(notebook):
    """Near the end it says what must not be concluded from it."""
    assert any("## What this does not show" in cell.source for cell in notebook.cells[-3:])


def test_committed_without_results(notebook):
    """Results belong in outputs/; a notebook in notebooks/ has none, and no trace of who ran it."""
    assert [cell.id for cell in _code(notebook) if cell.outputs or cell.execution_count is not None] == []
    assert set(notebook.metadata) <= {"kernelspec", "language_info"}
    assert "version" not in notebook.metadata.get("language_info", {})


def test_stable_ids(notebook):
    """Cells are named by words, once each, so that a change reads as what it is and an error says where."""
    ids = [cell.id for cell in notebook.cells]
    assert [one for one in ids if not SLUG.fullmatch(one)] == []
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_written_as_jupyter_writes(path):
    """Saved from JupyterLab without a change, the file stays the same: no noise in the next commit."""
    said = json.loads(path.read_text("utf-8"))
    assert path.read_text("utf-8") == json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
