"""``nisba bundle STORY``: one zip with everything that a stranger needs to check the story."""

from __future__ import annotations

from pathlib import Path

import click

from nisba.rerunning.project import find_root
from nisba.rerunning.swap import write_whole
from nisba.reviewing.alone import fingerprint
from nisba.reviewing.archive import unpack
from nisba.reviewing.bundle import bundle


@click.command(name="bundle")
@click.argument("story")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write; outputs/STORY.zip if not given.")
@click.option("--root", type=click.Path(path_type=Path), help="The project, if it is not around here.")
def command(story: str, output: Path | None, root: Path | None) -> None:
    """Write one zip with all that a stranger needs to check a story.

    It holds the story's inputs, notebooks, outputs, code and manifest.

    Files that story.toml names in `withheld` are left out; their digests are kept.
    """
    project = find_root(root or ".")
    target = output or project / "outputs" / f"{story}.zip"
    write_whole(target, bundle(project, story))
    click.echo(f"{target}\nfingerprint {fingerprint(unpack(target))}")
