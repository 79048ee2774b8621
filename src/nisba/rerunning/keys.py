"""Keys: everything that a job depends on, by content, as one SHA-256; and in words, what changed since it was made."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from nisba.rerunning.digests import as_json, sha256
from nisba.rerunning.plan import Job

_FORMAT = 1  # of what is stored; another one makes all keys new


def depends(job: Job, inputs: Mapping[str, str], code: Mapping[str, str], environment: str) -> Mapping[str, Any]:
    """All that a job depends on.

    Args:
        job: the notebook with its parameters.
        inputs: content of each file that it is given, by path in the project.
        code: content of each of the package's files that it may use, by path in the package.
        environment: see :func:`installed`.
    """
    return {
        "format": _FORMAT,
        "notebook": job.notebook.digest,
        "parameters": dict(job.parameters),
        "inputs": dict(inputs),
        "code": code_digest(code),
        "environment": environment,
    }


def key(said: Mapping[str, Any]) -> str:
    """The key of a job that depends on this."""
    return sha256(as_json(said).encode())


def code_digest(code: Mapping[str, str]) -> str:
    """One SHA-256 of all the package's files, by those of each."""
    return sha256(as_json(dict(code)).encode())


def installed() -> str:
    """The environment: this Python, and name and version of every package beside it."""
    folders = [Path(place) for place in sys.path if place and Path(place).is_dir()]
    found = {entry.name for folder in folders for entry in os.scandir(folder) if entry.name.endswith(".dist-info")}
    return sha256(as_json([sys.version, sorted(found)]).encode())


def changes(before: Mapping[str, Any] | None, now: Mapping[str, Any]) -> str:
    """Why a job runs again, in a few words."""
    if before is None:
        return "it has not run here with these parameters before"
    return "; ".join(_changes(before, now)) or "what it made is no longer in the store"


def _changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    if before["notebook"] != now["notebook"]:
        yield "its cells changed"
    old, new = before["parameters"], now["parameters"]
    yield from (
        f"{name} is {new[name]}, was {old.get(name, 'not given')}" for name in new if old.get(name) != new[name]
    )
    old, new = before["inputs"], now["inputs"]
    yield from (f"{path} changed" for path in new if path in old and old[path] != new[path])
    yield from (f"{path} is new" for path in new if path not in old)
    yield from (f"{path} is gone" for path in old if path not in new)
    if before["code"] != now["code"]:
        yield "nisba's own code changed"
    if before["environment"] != now["environment"] or before["format"] != now["format"]:
        yield "the installed packages changed"
