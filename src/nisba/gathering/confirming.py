"""What a program proposed and nobody has confirmed yet: tables of ``story.toml`` that say ``confirmed = false``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nisba.errors import StoryError

_KEY = "confirmed"
_ALONE = ("lead", "prose")
_EACH = ("facts", "computed", "readings", "statements", "charts")


def confirmed(table: Mapping[str, Any], path: Path) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Take the confirmations out of the tables of a story.

    A table without one was written by a person. ``confirmed = true`` at the top of the file confirms all.

    Returns:
        the tables without confirmations, and the names of those that await one, such as ``facts.injured``.

    Raises:
        StoryError: a confirmation is neither true nor false.
    """
    whole = _said(table, "story", path)
    bare: dict[str, Any] = {name: value for name, value in table.items() if name not in (_KEY, "prose")}
    awaiting: list[str] = []
    for name in _ALONE:
        if isinstance(table.get(name), dict):
            awaiting += [name] if _said(table[name], name, path) is False else []
            _known(name, table[name], path)
            if name in bare:
                bare[name] = _without(table[name])
    for name in _EACH:
        if isinstance(table.get(name), dict):
            inner = {id: one for id, one in table[name].items() if isinstance(one, dict)}
            awaiting += [f"{name}.{id}" for id, one in inner.items() if _said(one, f"{name}.{id}", path) is False]
            bare[name] = table[name] | {id: _without(one) for id, one in inner.items()}
    return bare, () if whole else tuple(awaiting)


def _said(table: Mapping[str, Any], place: str, path: Path) -> bool | None:
    value = table.get(_KEY)
    if value is not None and not isinstance(value, bool):
        raise StoryError(path, f"[{place}] confirmed is {value!r}", "write true or false, without quotes")
    return value


def _known(name: str, table: Mapping[str, Any], path: Path) -> None:
    if name == "prose" and set(table) - {_KEY}:
        unknown = ", ".join(sorted(set(table) - {_KEY}))
        raise StoryError(path, f"[prose] has an unknown key {unknown}", "known here: confirmed")


def _without(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key != _KEY}
