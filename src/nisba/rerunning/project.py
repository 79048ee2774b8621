"""Where a project is: the nearest folder with ``notebooks/`` and ``data/raw/``."""

from __future__ import annotations

from pathlib import Path

from nisba.errors import StoryError


def find_root(start: Path | str = ".") -> Path:
    """The project that a folder lies in: itself, or the nearest one above it.

    Raises:
        StoryError: no folder up to the top is a project.
    """
    here = Path(start).resolve()
    for folder in (here, *here.parents):
        if (folder / "notebooks").is_dir() and (folder / "data" / "raw").is_dir():
            return folder
    raise StoryError(
        here, "lies in no project (a folder with notebooks/ and data/raw/)", "go to one, or name it: --root"
    )
