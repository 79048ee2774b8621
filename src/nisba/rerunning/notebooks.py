"""A notebook as it lies in ``notebooks/``: its cells, and the parameters that its parameters cell declares."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from nisba.errors import RunError


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook to run.

    Args:
        name: file name without ``.ipynb``; names in alphabetical order are the order of the work.
        content: the whole notebook (nbformat 4), without outputs.
        defaults: declared parameters and the source of their default values, in the order of the cell.
    """

    name: str
    content: Any
    defaults: Mapping[str, str]

    @property
    def code_cells(self) -> int:
        """How many cells have something to execute."""
        return sum(is_code(cell) for cell in self.content.cells)


def is_code(cell: Any) -> bool:
    """Whether a cell has something to execute."""
    return cell.cell_type == "code" and bool(cell.source.strip())


def read_notebooks(folder: Path) -> tuple[Notebook, ...]:
    """Every notebook of a folder, in the order of their names.

    Raises:
        RunError: there is none, or one is no notebook.
    """
    found = tuple(read_notebook(path) for path in sorted(folder.glob("*.ipynb")))
    if not found:
        raise RunError(folder.name, "holds no notebook", "put the work there as 01_….ipynb, 02_….ipynb")
    return found


def read_notebook(path: Path) -> Notebook:
    """One notebook from its file.

    Raises:
        RunError: the file is no notebook, or its parameters cell holds more than declarations.
    """
    try:
        content = load(path)
        nbformat.validate(content)
    except (ValueError, RecursionError, AttributeError, nbformat.ValidationError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise RunError(path.name, f"is no valid notebook ({reason})", "open and save it in JupyterLab") from error
    cells = [cell for cell in content.cells if "parameters" in cell.metadata.get("tags", ())]
    return Notebook(path.stem, content, _declared(path, cells[0].source) if cells else {})


def load(path: Path) -> Any:
    """The content of a notebook's file, in nbformat 4."""
    return nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]


def save(path: Path, content: Any) -> None:
    """Write a notebook's content as Jupyter does."""
    text = nbformat.writes(content)  # type: ignore[no-untyped-call]
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _declared(path: Path, source: str) -> Mapping[str, str]:
    """Names and default values of a cell of ``name: type = value  # help`` lines."""
    try:
        body = ast.parse(source).body
    except SyntaxError as error:
        raise RunError(path.name, f"the parameters cell is no Python ({error.msg})", "mend that cell") from error
    defaults: dict[str, str] = {}
    for line in body:
        match line:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                defaults[name] = ast.unparse(value)
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                defaults[name] = ast.unparse(value)
            case _:
                raise RunError(
                    path.name, "the parameters cell holds more than declarations", "write name: type = value  # help"
                )
    return defaults
