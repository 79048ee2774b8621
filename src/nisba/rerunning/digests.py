"""Digests: the SHA-256 by which everything here is known."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nisba

PACKAGE = Path(nisba.__file__).parent


def sha256(content: bytes) -> str:
    """The digest of a content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def as_json(said: Any) -> str:
    """JSON with sorted names, one value a line, as a reviewer compares it."""
    return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def digests(folder: Path, pattern: str = "*") -> Mapping[str, str]:
    """The SHA-256 of every file of a folder and its folders, by relative path, hidden files aside."""
    names = {path.relative_to(folder): path for path in sorted(folder.rglob(pattern)) if path.is_file()}
    return {
        name.as_posix(): sha256(path.read_bytes())
        for name, path in names.items()
        if not any(part.startswith(".") for part in name.parts)
    }


def package_files() -> Mapping[str, str]:
    """The SHA-256 of each of nisba's own files: code, words, messages, templates; the notebooks are listed apart."""
    return {
        name: digest
        for name, digest in digests(PACKAGE).items()
        if "__pycache__" not in name and not name.endswith((".pyc", ".pyo")) and not name.startswith("notebooks/")
    }


def package_digest() -> str:
    """One SHA-256 of all of them."""
    return sha256(as_json(package_files()).encode())
