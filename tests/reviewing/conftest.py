"""A published story of two towns for every test here."""

from __future__ import annotations

import pytest

from towns import Story


@pytest.fixture
def story(tmp_path) -> Story:
    """The story as first published."""
    return Story(tmp_path / "project")
