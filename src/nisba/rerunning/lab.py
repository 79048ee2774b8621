"""A copy of the notebooks to work in by hand, with a story's parameters set; ``notebooks/`` itself is never written.

The copy lies in ``.nisba/lab/<story>/`` and has the shape of a project: what people supplied is the project's own
(``data/raw`` leads there), the tables between notebooks are a copy of the last run's, so that any notebook can be the
first to be run. A notebook of the copy in which a person changed a cell stays as that person left it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nisba.gathering import allowed, load_story
from nisba.rerunning.digests import as_json, sha256
from nisba.rerunning.notebooks import is_code, read_notebooks, save
from nisba.rerunning.parameters import choose
from nisba.rerunning.plan import Job, plan
from nisba.rerunning.project import notebooks_of
from nisba.rerunning.staging import OWN

_LAID = ".laid.json"


@dataclass(frozen=True, slots=True)
class Lab:
    """The copy.

    Args:
        folder: where it lies.
        notebooks: their names, in order.
        edited: names of those in which a person changed a cell: they are not renewed.
    """

    folder: Path
    notebooks: tuple[str, ...]
    edited: tuple[str, ...]


def lay_out(root: Path, story: str, given: Mapping[str, str]) -> Lab:
    """Make or renew the copy of a project's notebooks for a story.

    Args:
        root: the project.
        story: folder name in ``data/raw/``.
        given: values other than the story's, by name.

    Raises:
        StoryError: there is no such story.
        ParameterError: a parameter is unknown or its value is not possible.
        RunError: a notebook cannot be read.
    """
    possible = allowed(load_story(root, story))
    return lay(root, story, _jobs(root, given, possible))


def lay(root: Path, story: str, jobs: Sequence[Job]) -> Lab:
    """Make or renew the copy for these jobs."""
    from nisba.rerunning.execution import with_parameters  # noqa: PLC0415 - papermill, and only where it is wanted

    folder = root / OWN / "lab" / story
    place = folder / "notebooks"
    place.mkdir(parents=True, exist_ok=True)
    _data(root, folder, story)
    before, edited = _laid(folder), []
    for job in jobs:
        path = place / job.file
        if path.exists() and _cells(json.loads(path.read_text("utf-8"))) != before.get(job.file):
            edited.append(job.file)
            continue
        content = with_parameters(job)
        save(path, content)
        before[job.file] = _cells(content)
    (folder / _LAID).write_text(as_json(before), encoding="utf-8")
    return Lab(folder, tuple(job.file for job in jobs), tuple(edited))


def _jobs(root: Path, given: Mapping[str, str], possible: Mapping[str, tuple[str, ...]]) -> tuple[Job, ...]:
    notebooks = read_notebooks(notebooks_of(root))
    return plan(notebooks, choose(given, possible, {name for one in notebooks for name in one.defaults}), possible)


def _data(root: Path, folder: Path, story: str) -> None:
    """The project's own inputs, and a copy of its tables where there is none yet."""
    raw, tables = folder / "data" / "raw", folder / "data" / "processed" / story
    raw.parent.mkdir(parents=True, exist_ok=True)
    if not raw.is_symlink():
        raw.symlink_to((root / "data" / "raw").resolve(), target_is_directory=True)
    if not tables.exists():
        made = root / "data" / "processed" / story
        shutil.copytree(made, tables) if made.is_dir() else tables.mkdir(parents=True)


def _laid(folder: Path) -> dict[str, str]:
    """What the cells of each notebook were when it was put there, by digest."""
    try:
        said: dict[str, str] = json.loads((folder / _LAID).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return said


def _cells(content: Any) -> str:
    """The digest of a notebook's cells without what running them adds."""
    return sha256(as_json(["".join(cell["source"]) for cell in content["cells"] if is_code(cell)]).encode())
