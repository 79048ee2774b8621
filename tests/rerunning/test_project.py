"""A project is a folder with data/raw/; it runs its own notebooks, or those that come with nisba."""

from __future__ import annotations

import pytest

from nisba.errors import StoryError
from nisba.rerunning.project import find_root, notebooks_of


def test_the_nearest_folder(tmp_path):
    """From anywhere inside, the nearest folder above with data/raw/ is the project."""
    inside = tmp_path / "desk" / "data" / "raw" / "prices"
    inside.mkdir(parents=True)
    assert find_root(inside) == tmp_path / "desk"


def test_no_project(tmp_path):
    """Elsewhere it is said what a project is, and the way out."""
    with pytest.raises(
        StoryError, match=r"lies in no project \(a folder with data/raw/\); go to one, or name it: --root"
    ):
        find_root(tmp_path)


def test_own_notebooks_first(tmp_path, root):
    """A project's own notebooks are run; where there are none, those that come with nisba."""
    assert notebooks_of(tmp_path) == notebooks_of(None) == root / "notebooks"
    (tmp_path / "notebooks").mkdir()
    assert notebooks_of(tmp_path) == tmp_path / "notebooks"
