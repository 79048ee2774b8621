"""A notebook as it lies in ``notebooks/``: its cells, and the parameters that its parameters cell declares.

Reading one takes no notebook library: what needs none of them to know that nothing changed does not wait for them.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nisba.errors import RunError
from nisba.rerunning.digests import sha256

Cell = tuple[str, str, str]
"""Kind (``markdown`` or ``code``), id and source."""
_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
_LONGEST_ID = 64  # of a cell, by nbformat


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook to run.

    Args:
        name: file name without ``.ipynb``; names in alphabetical order are the order of the work.
        text: the file's content.
        code: sources of the cells that have something to execute.
        defaults: declared parameters and the source of their default values, in the order of the cell.
    """

    name: str
    text: str
    code: tuple[str, ...]
    defaults: Mapping[str, str]

    @property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return sha256(self.text.encode())

    @property
    def content(self) -> Any:
        """The whole notebook in nbformat 4.

        Raises:
            RunError: it is none.
        """
        import nbformat  # noqa: PLC0415 - half a second, for those that are executed

        try:
            content = _parsed(self.text)
            nbformat.validate(content)
        except (ValueError, RecursionError, AttributeError, nbformat.ValidationError) as error:
            raise _invalid(f"{self.name}.ipynb", error) from error
        return content


def is_code(cell: Any) -> bool:
    """Whether a cell has something to execute."""
    return cell["cell_type"] == "code" and bool("".join(cell["source"]).strip())


def imports(cells: Iterable[str]) -> tuple[str, ...]:
    """The modules that the cells import, in the order in which they are named."""
    found: dict[str, None] = {}
    for cell in cells:
        found |= dict.fromkeys(_imports(cell))
    return tuple(found)


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
        text = path.read_text(encoding="utf-8")
        cells = [cell for cell in json.loads(text)["cells"] if is_code(cell)]
        sources = [("".join(cell["source"]), tuple(cell["metadata"].get("tags", ()))) for cell in cells]
    except (ValueError, RecursionError, AttributeError, LookupError, TypeError) as error:
        raise _invalid(path.name, error) from error
    taken = [source for source, tags in sources if "parameters" in tags]
    return Notebook(path.stem, text, tuple(source for source, _ in sources), _declared(path, taken[0]) if taken else {})


def load(path: Path) -> Any:
    """The content of a notebook's file, in nbformat 4."""
    return _parsed(path.read_text(encoding="utf-8"))


def save(path: Path, content: Any) -> None:
    """Write a notebook's content as Jupyter does."""
    path.write_text(written(content), encoding="utf-8", newline="\n")


def written(content: Any) -> str:
    """A notebook's content as Jupyter writes it."""
    import nbformat  # noqa: PLC0415 - see above

    return f"{nbformat.writes(content)}\n"  # type: ignore[no-untyped-call]


def fresh(cells: Iterable[Cell], **about: str) -> str:
    """A notebook file (nbformat 4.5) of cells that nobody has run yet; ``about`` goes into its metadata."""
    content: Mapping[str, object] = {
        "cells": [_fresh(*cell) for cell in cells],
        "metadata": {"kernelspec": _KERNEL, "language_info": {"name": "python"}, **about},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _fresh(kind: str, id: str, source: str) -> Mapping[str, object]:
    cell: dict[str, object] = {"cell_type": kind, "id": id[:_LONGEST_ID], "metadata": {}, "source": source}
    return {**cell, "execution_count": None, "outputs": []} if kind == "code" else cell


def _imports(cell: str) -> list[str]:
    try:
        nodes = list(ast.walk(ast.parse(cell)))
    except SyntaxError:
        return []  # the cell itself will say so
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return [*names, *(node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module)]


def _parsed(text: str) -> Any:
    import nbformat  # noqa: PLC0415 - see above

    return nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]


def _invalid(file: str, error: Exception) -> RunError:
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    return RunError(file, f"is no valid notebook ({reason})", "open and save it in JupyterLab")


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
