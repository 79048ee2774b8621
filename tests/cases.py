"""Tables of cases beside the tests: TOML files, read by name."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest


def table(path: Path) -> dict[str, Any]:
    """The whole of a TOML file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def rows(path: Path, name: str, *keys: str) -> pytest.MarkDecorator:
    """Parametrise a test over the ``[[name]]`` tables of a file, one argument a key."""
    found = table(path)[name]
    return pytest.mark.parametrize(
        keys[0] if len(keys) == 1 else keys,
        [row[keys[0]] if len(keys) == 1 else tuple(row[key] for key in keys) for row in found],
        ids=[str(row[keys[0]]) for row in found],
    )
