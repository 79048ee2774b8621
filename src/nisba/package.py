"""The tables described for machines: a Frictionless Data Package (https://specs.frictionlessdata.io, version 1)."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NAME = "datapackage.json"
_PROFILE = "tabular-data-package"


def save_package(folder: Path, name: str, title: str, meanings: Mapping[tuple[str, str], str]) -> Path:
    """Write ``datapackage.json`` beside the CSV tables of a folder.

    Args:
        folder: holds the tables, as ``*.csv``.
        name: of the package, in small letters, digits and hyphens.
        title: of the package, for people.
        meanings: what a column holds, by table and column.
    """
    resources = [_resource(path, meanings) for path in sorted(folder.glob("*.csv"))]
    package = {"profile": _PROFILE, "name": name, "title": title, "resources": resources}
    path = folder / NAME
    path.write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return path


def _resource(path: Path, meanings: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    content = path.read_bytes()
    columns = next(csv.reader(content.decode("utf-8-sig").splitlines()), [])
    return {
        "name": path.stem,
        "path": path.name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {"fields": [_field(path.stem, column, meanings) for column in columns], "missingValues": [""]},
    }


def _field(table: str, column: str, meanings: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Every column is text: exact values are no binary numbers."""
    said = meanings.get((table, column), "")
    return {"name": column, "type": "string", **({"description": said} if said else {})}
