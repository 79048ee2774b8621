"""Why a number changed: which input, notebook, code, package or parameter differs between two runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nisba.checking.numbers import Number, Status
from nisba.rerunning.changes import Change

_FIGURES = frozenset({"cited.toml", "accounts.csv", "releases.csv"})


@dataclass(frozen=True, slots=True)
class Causes:
    """What differs between the manifests of two runs.

    Args:
        inputs: files of ``data/raw/<story>/``.
        notebooks: files of ``notebooks/``.
        parameters: names of parameters.
        packages: names of packages, Python among them.
        code: whether nisba itself differs.
    """

    inputs: tuple[str, ...]
    notebooks: tuple[str, ...]
    parameters: tuple[str, ...]
    packages: tuple[str, ...]
    code: bool

    def of(self, change: Change) -> tuple[str, ...]:
        """What may have changed a number, as paths or names; the nearest cause first, and only that kind."""
        if change.follows:
            return change.follows
        near = tuple(file for file in self.inputs if _may_decide(file, change.after or change.before))
        kinds = (
            tuple(f"data/raw: {file}" for file in near),
            tuple(f"parameter {name}" for name in self.parameters),
            tuple(f"notebooks: {file}" for file in self.notebooks),
            ("nisba's code",) if self.code else (),
            tuple(f"package {name}" for name in self.packages),
        )
        return next((kind for kind in kinds if kind), ("nothing that the manifests list",))


def causes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Causes:
    """What differs between two manifests."""
    old, new = before.get("environment", {}), after.get("environment", {})
    packages = _differing(old.get("packages", {}), new.get("packages", {}))
    return Causes(
        _differing(before.get("inputs", {}), after.get("inputs", {})),
        _differing(before.get("notebooks", {}), after.get("notebooks", {})),
        _differing(before.get("parameters", {}), after.get("parameters", {})),
        (*(("python",) if old.get("python") != new.get("python") else ()), *packages),
        before.get("code", {}).get("sha256") != after.get("code", {}).get("sha256"),
    )


def _differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)))


def _may_decide(file: str, number: Number | None) -> bool:
    """Whether an input can decide the value of a number of that origin; prose never can."""
    if file.endswith(".md") or number is None:
        return False
    if number.status is Status.CITED:
        return file in _FIGURES
    return file not in _FIGURES if number.status is Status.REPORTED else True
