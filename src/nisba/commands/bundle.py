"""``nisba bundle STORY``: one zip with everything that a stranger needs to check the story."""

from __future__ import annotations

import json
from pathlib import Path

import click

from nisba.commands import options
from nisba.commands.names import STORY
from nisba.commands.tongue import say
from nisba.rerunning.project import find_root
from nisba.rerunning.swap import write_whole
from nisba.reviewing.alone import fingerprint
from nisba.reviewing.archive import unpack
from nisba.reviewing.bundle import bundle


@click.command(name="bundle")
@click.argument("story", type=STORY)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write; outputs/STORY.zip if not given.")
@options.root
@options.quiet
@options.as_json
def command(story: str, output: Path | None, root: Path | None, quiet: bool, as_json: bool) -> None:
    """Pack a story into one file that a stranger can check.

    It holds the story's inputs, notebooks, outputs, code and manifest.

    Files that story.toml names in `withheld` are left out; their digests are kept.
    """
    project = find_root(root or ".")
    target = output or project / "outputs" / f"{story}.zip"
    write_whole(target, bundle(project, story))
    found = fingerprint(unpack(target))
    if as_json:
        click.echo(json.dumps({"bundle": str(target), "fingerprint": found}, ensure_ascii=False))
    elif not quiet:
        click.echo(f"{target}\n{say('fingerprint', f'fingerprint {found}', found=found)}")
