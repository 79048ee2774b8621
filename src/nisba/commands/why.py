"""``nisba why NUMBER``: where a number of a published page comes from, down to the words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from nisba.checking.numbers import Status
from nisba.commands import options
from nisba.commands.names import STORY
from nisba.commands.values import plain
from nisba.errors import StoryError
from nisba.rerunning.project import find_root
from nisba.reviewing.published import open_published
from nisba.reviewing.why import Link, chains

_STEP = "  "
_ISOLATE, _POP = "\u2068", "\u2069"  # a sentence keeps its own direction on a terminal (Unicode UAX 9)


@click.command(name="why")
@click.argument("number")
@click.argument("story", type=STORY, required=False)
@click.option("--lang", default="en", show_default=True, help="Language of labels and sources.")
@options.root
@options.as_json
def command(number: str, story: str | None, lang: str, root: Path | None, as_json: bool) -> None:
    """Show where a number comes from: its words, its source or its sum.

    NUMBER is a name, such as so-far, or a number as a page prints it, such as 1.26. STORY may be left out where only one
    is published.
    """
    project = find_root(root or ".")
    published = open_published(story or _only(project), project)
    if as_json:
        for chain in chains(published, number):
            click.echo(json.dumps([_object(link, lang) for link in chain], ensure_ascii=False))
        return
    click.echo("\n\n".join("\n".join(_lines(link, lang) for link in chain) for chain in chains(published, number)))


def _only(root: Path) -> str:
    found = sorted(path.parent.name for path in (root / "outputs").glob("*/manifest.json"))
    if len(found) != 1:
        raise StoryError(root / "outputs", f"holds {len(found)} published stories", "name one: nisba why NUMBER STORY")
    return found[0]


def _object(link: Link, language: str) -> dict[str, Any]:
    """One link of a chain for programs."""
    number, row = link.number, link.row
    quote = number.quote
    return {
        "number": number.id,
        "depth": link.depth,
        "value": plain(number.value),
        "shown": row.get(f"shown_{language}") or str(number.value),
        "status": str(number.status),
        "formula": number.formula,
        "sentence": row.get("sentence") or None,
        "source": row.get(f"source_{language}") or None,
        "address": row.get("address") or None,
        "quote": {"account": quote.account, "start": quote.span.start, "end": quote.span.end} if quote else None,
    }


def _lines(link: Link, language: str) -> str:
    number, row = link.number, link.row
    shown = row.get(f"shown_{language}") or str(number.value)
    exact = f" (exactly {number.value})" if number.status is Status.COMPUTED and shown != str(number.value) else ""
    label = row.get(f"label_{language}", "")
    said = [f"{number.id} = {shown}{exact}, {number.status}{f': {label}' if label else ''}"]
    if number.formula:
        said.append(f"= {number.formula}")
    if number.quote:
        said.append(f"{number.quote.account}, characters {number.quote.span.start}–{number.quote.span.end}:")
        said.append(f"{_ISOLATE}“{row.get('sentence', '')}”{_POP}")
    if source := row.get(f"source_{language}"):
        said.append(f"{source} {row.get('address', '')}".rstrip())
    first, *rest = said
    return "\n".join([_STEP * link.depth + first, *(_STEP * (link.depth + 1) + line for line in rest)])
