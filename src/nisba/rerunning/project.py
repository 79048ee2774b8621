"""Where a project is: the nearest folder with ``data/raw/``; and which notebooks it runs."""

from __future__ import annotations

from pathlib import Path

import nisba
from nisba.errors import StoryError

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


def notebooks_of(root: Path | None) -> Path:
    """The folder of notebooks that a project runs: its own ``notebooks/``, else those that come with nisba.

    Args:
        root: the project; None for those that come with nisba.
    """
    own = root / "notebooks" if root else None
    if own and own.is_dir():
        return own
    return next((folder for folder in _SHIPPED if folder.is_dir()), _SHIPPED[0])
