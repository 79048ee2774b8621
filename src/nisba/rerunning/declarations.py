"""What a notebook says that it reads and writes: the lines under ``# inputs`` and ``# outputs`` of one cell.

    # inputs
    raw = Path("../data/raw") / story  # *.toml, explainer.<language>.md
    # outputs
    tables = Path("../data/processed") / story / "tables"  # checks.*, reported.*

Each line names a folder, and in its comment the files of it, as patterns; ``<name>`` stands for a parameter's value.
A run gives the notebook exactly these files, and takes from it exactly those: so what is declared is what is true.
"""

from __future__ import annotations

import ast
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from nisba.errors import RunError

_WHERE = "notebooks"
_WILD = re.compile(r"[*?\[]")
_NAMED = re.compile(r"<(\w+)>")
_COMMENT = re.compile(r"\s#\s(?P<said>.*)$")


@dataclass(frozen=True, slots=True)
class Files:
    """A set of files, by patterns of their paths in the project; a ``*`` reaches into folders.

    Args:
        patterns: as :func:`fnmatch.fnmatchcase` reads them.
    """

    patterns: tuple[str, ...]

    def hold(self, path: str) -> bool:
        """Whether a file is one of them."""
        return any(fnmatchcase(path, pattern) for pattern in self.patterns)

    def may_meet(self, others: Files) -> bool:
        """Whether a file could be one of both; a doubt counts as yes."""
        ours, theirs = ([_WILD.split(pattern)[0] for pattern in files.patterns] for files in (self, others))
        return any(one.startswith(other) or other.startswith(one) for one in ours for other in theirs)


EVERYTHING = Files(("*",))


@dataclass(frozen=True, slots=True)
class Declared:
    """What a notebook reads and writes; everything where it does not say."""

    reads: Files = EVERYTHING
    writes: Files = EVERYTHING


UNDECLARED = Declared()


def declared(file: str, cells: Iterable[str], parameters: Mapping[str, str]) -> Declared:
    """What a notebook declares, with these parameters.

    Args:
        file: its name, for errors.
        cells: sources of its code cells.
        parameters: values by name, defaults among them.

    Raises:
        RunError: a line is no path made of names, texts and ``/``.
    """
    said = next((cell for cell in cells if re.search(r"^# inputs\b", cell, re.MULTILINE)), None)
    if said is None:
        return UNDECLARED
    inputs, _, outputs = said.partition("\n# outputs")
    known: dict[str, str] = dict(parameters)
    return Declared(*(_files(file, part, known) for part in (inputs, outputs.partition("\n")[2])))


def _files(file: str, source: str, known: dict[str, str]) -> Files:
    patterns: list[str] = []
    for line in source.splitlines():
        match ast.parse(line).body:
            case [ast.Assign(targets=[target], value=value)]:
                names, values = [ast.unparse(one) for one in _sides(target)], _sides(value)
                folders = [_path(file, one, known) for one in values]
                known.update(zip(names, folders, strict=True))
                patterns += [posixpath.join(folder, one) for folder in folders for one in _patterns(line, known)]
            case _:
                continue
    return Files(tuple(posixpath.normpath(posixpath.join(_WHERE, pattern)) for pattern in patterns))


def _patterns(line: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The patterns of a line's comment; all files where it has none."""
    comment = _COMMENT.search(line)
    if not comment:
        return ("*",)
    return tuple(_NAMED.sub(lambda found: known.get(found[1], "*"), one.strip()) for one in comment["said"].split(","))


def _sides(node: ast.expr) -> list[ast.expr]:
    return list(node.elts) if isinstance(node, ast.Tuple) else [node]


def _path(file: str, node: ast.expr, known: Mapping[str, str]) -> str:
    """The path that an expression makes."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=name) if name in known:
            return known[name]
        case ast.Call(func=ast.Name(id="Path"), args=parts, keywords=[]):
            return posixpath.join(*(_path(file, part, known) for part in parts))
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return posixpath.join(_path(file, left, known), _path(file, right, known))
    raise RunError(file, f"its inputs or outputs name {ast.unparse(node)!r}", "write Path(…) / name / “folder” there")
