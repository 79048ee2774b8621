"""The bundle as a research object: an RO-Crate that says which run of which program made what from what.

RO-Crate 1.1 (https://w3id.org/ro/crate/1.1) with the Process Run Crate profile 0.5
(https://w3id.org/ro/wfrun/process/0.5).
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from nisba.gathering import Story
from nisba.reviewing.published import Published

METADATA = "ro-crate-metadata.json"
_CRATE = "https://w3id.org/ro/crate/1.1"
_PROFILE = "https://w3id.org/ro/wfrun/process/0.5"
_TYPES = {
    ".ipynb": "application/x-ipynb+json",
    ".parquet": "application/vnd.apache.parquet",
    ".toml": "application/toml",
    ".md": "text/markdown",
    ".ftl": "text/plain",
    ".yml": "application/yaml",
    ".svg": "image/svg+xml",
}
_FIRST_DAY = date(1980, 1, 1)

_Entity = dict[str, Any]


def crate(story: Story, published: Published, names: Iterable[str]) -> _Entity:
    """The content of ``ro-crate-metadata.json``.

    Args:
        story: what people supplied.
        published: the outputs and their manifest.
        names: every file of the bundle, by path.
    """
    said, files = published.manifest, list(names)
    inputs = [name for name in files if name.startswith(("data/raw/", "notebooks/"))]
    results = [name for name in files if name.startswith("outputs/")]
    parameters = [_parameter(name, value) for name, value in sorted(said["parameters"].items())]
    graph = [
        {"@id": METADATA, "@type": "CreativeWork", "conformsTo": {"@id": _CRATE}, "about": {"@id": "./"}},
        _root(story, files),
        {"@id": _PROFILE, "@type": "CreativeWork", "name": "Process Run Crate", "version": "0.5"},
        _program(said),
        {
            "@id": "#run",
            "@type": "CreateAction",
            "name": f"nisba run {story.id}",
            "description": "The notebooks executed in order, and their pages published.",
            "endTime": _day(story).isoformat(),
            "instrument": {"@id": "#nisba"},
            "object": _references([*inputs, *(one["@id"] for one in parameters)]),
            "result": _references(results),
        },
        *parameters,
        {"@id": "#terms", "@type": "CreativeWork", "name": "Terms", "description": _TERMS},
        *(_file(name) for name in files),
    ]
    return {"@context": f"{_CRATE}/context", "@graph": graph}


_TERMS = (
    "The program and the notebooks are under the MIT licence. Texts of others in data/raw belong to those who "
    "published them and are here for checking; story.toml names them."
)


def _root(story: Story, files: list[str]) -> _Entity:
    title = story.title.get("en") or next(iter(story.title.values()), story.id)
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": title,
        "description": f"The story {story.id} with its sources, notebooks, tables and pages, to be checked and run again.",
        "datePublished": _day(story).isoformat(),
        "license": {"@id": "#terms"},
        "conformsTo": {"@id": _PROFILE},
        "hasPart": _references(files),
        "mentions": {"@id": "#run"},
    }


def _day(story: Story) -> date:
    """The last day that the story itself names; no clock, so that the same story gives the same bytes."""
    days = [entry.date for entry in story.corrections] + [day for day in (story.published, story.lead.date) if day]
    return max(days, default=_FIRST_DAY)


def _program(said: Mapping[str, Any]) -> _Entity:
    name, _, version = str(said["code"]["package"]).partition(" ")
    return {"@id": "#nisba", "@type": "SoftwareApplication", "name": name, "softwareVersion": version}


def _parameter(name: str, value: str) -> _Entity:
    return {"@id": f"#parameter-{name}", "@type": "PropertyValue", "name": name, "value": str(value)}


def _file(name: str) -> _Entity:
    suffix = f".{name.rpartition('.')[2]}"
    kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "text/plain"
    return {"@id": name, "@type": "File", "name": name.rpartition("/")[2], "encodingFormat": kind}


def _references(ids: Iterable[str]) -> list[_Entity]:
    return [{"@id": id} for id in ids]
