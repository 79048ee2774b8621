"""The manifest: everything that went into a run, and everything that came out, by SHA-256.

It holds no time, no host and no path of a machine, and everything in it is sorted: the same inputs, code, parameters
and packages give the same manifest, byte for byte.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import nisba
from nisba.rerunning.digests import as_json, package_digest, sha256
from nisba.rerunning.digests import digests as every_digest
from nisba.rerunning.project import notebooks_of, supplied_files

NAME = "manifest.json"
_FORMAT = 1
__all__ = ["NAME", "as_json", "digests", "inputs", "manifest", "package_digest", "packages", "sha256", "write_manifest"]
_Wanted = tuple[str, frozenset[str]]
"""A package's name, and the extras that are asked of it."""


def manifest(story: str, parameters: Mapping[str, str], contents: Mapping[str, Mapping[str, str]]) -> str:
    """The manifest of a run.

    Args:
        story: the story's folder name.
        parameters: of the run.
        contents: of ``inputs``, ``notebooks`` and ``outputs``, the SHA-256 of each file by path.
    """
    return as_json(
        {
            "format": _FORMAT,
            "story": story,
            "parameters": dict(parameters),
            "code": {"package": f"nisba {nisba.__version__}", "sha256": package_digest()},
            "environment": {"python": f"{sys.version_info[0]}.{sys.version_info[1]}", "packages": packages()},
            **{name: dict(found) for name, found in contents.items()},
        }
    )


def write_manifest(root: Path, story: str, outputs: Path, parameters: Mapping[str, str]) -> Path:
    """Write ``manifest.json`` into a finished folder of outputs.

    Args:
        root: the project (or its staged copy): where inputs and notebooks lie.
        story: the story's folder name.
        outputs: the folder, with everything else already in it.
        parameters: of the run.
    """
    contents = {
        "inputs": inputs(root, story),
        "notebooks": digests(notebooks_of(root), "*.ipynb"),
        "outputs": digests(outputs),
    }
    path = outputs / NAME
    path.write_text(manifest(story, parameters, contents), encoding="utf-8", newline="\n")
    return path


def digests(folder: Path, pattern: str = "*") -> Mapping[str, str]:
    """The SHA-256 of every file of a folder and its folders, by relative path; hidden files and the manifest aside."""
    return {name: digest for name, digest in every_digest(folder, pattern).items() if name != NAME}


def inputs(root: Path, story: str) -> Mapping[str, str]:
    """The SHA-256 of every file that people supplied for a story, by its name in the story's folder."""
    return {name: sha256(path.read_bytes()) for name, path in supplied_files(root, story).items()}


def packages() -> Mapping[str, str]:
    """Name and version of every package that nisba needs, directly or through another, as installed here."""
    found: dict[str, str] = {}
    seen: set[_Wanted] = set()
    waiting: list[_Wanted] = [("nisba", frozenset())]
    while waiting:
        wanted = waiting.pop()
        if wanted in seen:
            continue
        seen.add(wanted)
        try:
            package = metadata.distribution(wanted[0])
        except metadata.PackageNotFoundError:
            continue  # wanted on another system only
        found[wanted[0]] = package.version
        waiting.extend(_needs(package, wanted[1]))
    found.pop("nisba", None)
    return dict(sorted(found.items()))


def _needs(package: metadata.Distribution, extras: frozenset[str]) -> list[_Wanted]:
    """What a package, with these extras, requires on this system."""
    every = [Requirement(written) for written in package.requires or ()]
    asked = [{"extra": extra} for extra in ("", *sorted(extras))]
    needed = [one for one in every if one.marker is None or any(map(one.marker.evaluate, asked))]
    return [(canonicalize_name(one.name), frozenset(one.extras)) for one in needed]
