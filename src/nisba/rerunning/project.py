"""Where a project is: the nearest folder with ``data/raw/``; and which notebooks it runs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import nisba
from nisba.errors import StoryError
from nisba.gathering.house import FILE as HOUSE

_PACKAGE = Path(nisba.__file__).parent
_SHIPPED = (_PACKAGE / "notebooks", _PACKAGE.parents[1] / "notebooks")
"""The notebooks that come with nisba: in an installed package, and in a checkout."""


def find_root(start: Path | str = ".") -> Path:
    """The project that a folder lies in: itself, or the nearest one above it.

    Raises:
        StoryError: no folder up to the top is a project.
    """
    here = Path(start).resolve()
    for folder in (here, *here.parents):
        if (folder / "data" / "raw").is_dir():
            return folder
    raise StoryError(here, "lies in no project (a folder with data/raw/)", "go to one, or name it: --root")


def find_or_begin(start: Path | str | None) -> Path:
    """The project for a new story: the one that this folder lies in, else this folder, which becomes one with its first story.

    Args:
        start: a folder that was named, which has to be in a project; None for this one.

    Raises:
        StoryError: a folder was named that lies in no project.
    """
    try:
        return find_root(start or ".")
    except StoryError:
        if start is not None:
            raise
        return Path.cwd()


def notebooks_of(root: Path | None) -> Path:
    """The folder of notebooks that a project runs: its own ``notebooks/``, else those that come with nisba.

    Args:
        root: the project; None for those that come with nisba.
    """
    own = root / "notebooks" if root else None
    if own and own.is_dir():
        return own
    return next((folder for folder in _SHIPPED if folder.is_dir()), _SHIPPED[0])


def supplied_files(root: Path, story: str) -> Mapping[str, Path]:
    """Every file that people supplied for a story, by its name in the story's folder; hidden ones aside.

    The newsroom's ``data/raw/house.toml`` is one of them where the story has none of its own, so that a run, a bundle and a
    verification hold the house style that the pages were made in.
    """
    folder = root / "data" / "raw" / story
    names = {path.relative_to(folder): path for path in sorted(folder.rglob("*")) if path.is_file()}
    found = {
        name.as_posix(): path for name, path in names.items() if not any(part.startswith(".") for part in name.parts)
    }
    shared = folder.parent / HOUSE
    return {HOUSE: shared, **found} if found and shared.is_file() else found
