"""``nisba lab STORY``: JupyterLab, with a story's parameters set and ``notebooks/`` left alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click

from nisba.commands import options
from nisba.commands.names import STORY
from nisba.commands.tongue import say
from nisba.rerunning.lab import lay_out
from nisba.rerunning.project import find_root


@click.command(name="lab")
@click.argument("story", type=STORY)
@click.option(
    "-p", "--parameter", "given", nargs=2, multiple=True, metavar="NAME VALUE", help="Another value than the story's."
)
@options.root
@click.option("--no-browser", is_flag=True, help="Only say the address.")
def command(story: str, given: tuple[tuple[str, str], ...], root: Path | None, no_browser: bool) -> int:
    """Open a story's notebooks in JupyterLab.

    It opens on a copy in which the story's parameters are set. The copy lies in .nisba/lab/STORY/; notebooks/ is not written. It reads the same data/raw/ and begins with the
    tables of the last run, so any notebook can be run first. A notebook that was edited there stays as it is.
    """
    lab = lay_out(find_root(root or "."), story, dict(given))
    for name in lab.edited:
        english = f"{name} was edited there and stays as it is; remove it for a fresh one."
        click.echo(say("edited-there", english, name=name), err=True)
    first = f"notebooks/{lab.notebooks[0]}"
    told = ["--no-browser"] if no_browser else []
    # The folder is named where Jupyter expects it: by itself it would show the folder that the command was typed in.
    arguments = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={lab.folder}", *told, first]
    return subprocess.call(arguments, cwd=lab.folder)  # noqa: S603 - the environment's own JupyterLab
