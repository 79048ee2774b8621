"""``nisba verify PATH``: whether a published story is what was made, and comes out again."""

from __future__ import annotations

import json
from pathlib import Path

import click

from nisba.commands import options
from nisba.commands.names import STORY
from nisba.commands.tongue import say
from nisba.errors import BundleError, StoryError
from nisba.rerunning.project import find_root, notebooks_of
from nisba.reviewing.published import Published, open_published
from nisba.reviewing.verify import Finding, altered, rerun_differs, strange


@click.command(name="verify")
@click.argument("path", type=STORY)
@click.option("--hashes", is_flag=True, help="Check the hashes only; run nothing.")
@click.option("--run-theirs", is_flag=True, help="Run notebooks even where they differ from those you have.")
@click.option("--clean", is_flag=True, help="Rerun with the bundle's own packages and code. This runs them.")
@options.root
@options.quiet
@options.as_json
def command(
    path: str, hashes: bool, run_theirs: bool, clean: bool, root: Path | None, quiet: bool, as_json: bool
) -> None:
    """Check that what is published is what was made, and comes out again.

    Every digest of PATH is checked; then the story is run again and compared. PATH is a bundle, a folder in outputs/, a story, or REVISION:STORY. Nothing outside a temporary folder is written.
    Leaves with status 0 if all is the same, 1 if something differs, 2 if it cannot be checked.
    """
    project = _project(root)
    published = open_published(path, project or Path())
    found = altered(published, project or Path())
    if found:
        _leave(found, _things("altered", found), as_json=as_json)
    files = len(published.whole or published.files)
    _well("hashes", say("hashes-well", f"Hashes: all {files} files are what they were.", count=files), quiet, as_json)
    if hashes:
        return
    _allow(published, project, run_theirs=run_theirs or clean)
    differing = rerun_differs(published, project or Path(), _clean if clean else _here)
    if differing:
        _leave(differing, _things("otherwise", differing), as_json=as_json)
    again = len(published.files) - 1
    english = f"Rerun: all {again} files came out the same, byte for byte."
    _well("rerun", say("rerun-well", english, count=again), quiet, as_json)


def _project(root: Path | None) -> Path | None:
    """The project around here; none is needed for a bundle."""
    try:
        return find_root(root or ".")
    except StoryError:
        return None


def _allow(published: Published, project: Path | None, *, run_theirs: bool) -> None:
    """Refuse to execute what the person has not got, unless told to."""
    others = strange(published, notebooks_of(project))
    notebooks = [name for name in others if name.startswith("notebooks/")]
    if len(notebooks) < len(others):
        click.echo(say("other-code", "Note: it was made with other code than the nisba that you have."), err=True)
    if notebooks and not run_theirs:
        remedy = "look at them, then repeat with --run-theirs, or check the --hashes only"
        raise BundleError(published.name, f"a rerun would execute {', '.join(notebooks)}, not yours", remedy)


def _here(project: Path, published: Published) -> None:
    from nisba.rerunning.run import run_story  # noqa: PLC0415 - hashing must not wait for the notebook machinery

    run_story(published.story, parameters=published.manifest["parameters"], root=project)


def _clean(project: Path, published: Published) -> None:
    from nisba.reviewing.clean import make_clean  # noqa: PLC0415 - likewise

    make_clean(project, published)


def _things(what: str, found: tuple[Finding, ...]) -> str:
    """How many things were altered, or came out otherwise."""
    count = len(found)
    things = f"{count} {'thing' if count == 1 else 'things'}"
    if what == "altered":
        return say("altered", f"{things} was altered.", count=count)
    return say("otherwise", f"{things} came out otherwise.", count=count)


def _well(step: str, sentence: str, quiet: bool, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"step": step, "verdict": "same"}))
    elif not quiet:
        click.echo(sentence)


def _leave(found: tuple[Finding, ...], what: str, *, as_json: bool) -> None:
    for one in found:
        if as_json:
            click.echo(json.dumps({"where": one.where, "problem": one.problem}, ensure_ascii=False))
        else:
            click.echo(f"{one.where}: {one.problem}." if one.where != "bundle" else f"{one.problem}.")
    if not as_json:
        click.echo(what)
    click.get_current_context().exit(1)
