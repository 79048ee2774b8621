"""Write ``docs/story_toml.md`` from ``story.schema.json``, or with ``--check`` tell whether it is up to date."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PAGE, SCHEMA = HERE / "story_toml.md", HERE / "story.schema.json"
HEAD = """\
# story.toml

Written by `make docs` from [story.schema.json](story.schema.json), which editors use to complete and check what you type. How
the parts belong together, with examples: [bring in a report](adding_a_story.md). Keys in **bold** must be there.
"""
TYPES = {"string": "text", "boolean": "true or false", "integer": "whole number", "object": "table", "array": "list"}
Schema = Mapping[str, Any]


def main() -> int:
    """Write the page, or compare it; 1 if it would change."""
    page = "\n".join(_page(json.loads(SCHEMA.read_text(encoding="utf-8"))))
    if "--check" not in sys.argv:
        PAGE.write_text(page, encoding="utf-8", newline="\n")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    sys.stderr.write("docs/story_toml.md is not what the schema says; run make docs.\n")
    return 1


def _page(schema: Schema) -> Iterator[str]:
    yield HEAD
    yield "## The top of the file\n"
    yield from _keys(schema)
    for name, about in schema["properties"].items():
        shape = _resolved(schema, _inner(about))
        title = _table(name, about) if "properties" in shape else ""
        if title:
            yield f"## `{title}`\n"
            if shape.get("description"):
                yield f"{shape['description'][0].upper()}{shape['description'][1:]}.\n"
            yield from _keys(shape)


def _table(name: str, about: Schema) -> str:
    """How a key is written where it is a table of its own."""
    if about.get("type") == "array":
        return f"[[{name}]]"
    return f"[{name}.NAME]" if "additionalProperties" in about and "properties" not in about else f"[{name}]"


def _inner(about: Schema) -> Schema:
    for key in ("items", "additionalProperties"):
        if isinstance(about.get(key), dict):
            found: Schema = about[key]
            return found
    return about


def _resolved(schema: Schema, about: Schema) -> Schema:
    found: Schema = schema["$defs"][about["$ref"].rpartition("/")[2]] if "$ref" in about else about
    return found


def _keys(shape: Schema) -> Iterator[str]:
    yield "| key | holds | what it is |\n|---|---|---|"
    for name, about in shape.get("properties", {}).items():
        shown = f"**`{name}`**" if name in shape.get("required", ()) else f"`{name}`"
        yield f"| {shown} | {_kind(about)} | {about.get('description', '').replace('|', chr(92) + '|')} |"
    yield ""


def _kind(about: Schema) -> str:
    """The type of a value in words."""
    reference = about.get("$ref", "").rpartition("/")[2]
    if reference:
        return {"words": "text by language", "date": "a day"}.get(reference, "a table")
    if "enum" in about:
        return "one of " + ", ".join(f"`{one}`" for one in about["enum"])
    if "anyOf" in about:
        return " or ".join(dict.fromkeys(_kind(one) for one in about["anyOf"]))
    kind = TYPES[about["type"]]
    return f"list of {_kind(about['items'])}" if kind == "list" else kind


if __name__ == "__main__":
    raise SystemExit(main())
