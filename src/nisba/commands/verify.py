"""``nisba verify PATH``: whether a published story is what was made, and comes out again."""

from __future__ import annotations

from pathlib import Path

import click

from nisba.errors import BundleError, StoryError
from nisba.rerunning.project import find_root, notebooks_of
from nisba.reviewing.published import Published, open_published
from nisba.reviewing.verify import Finding, altered, rerun_differs, strange


@click.command(name="verify")
@click.argument("path")
@click.option("--hashes", is_flag=True, help="Check the hashes only; run nothing.")
@click.option("--run-theirs", is_flag=True, help="Run notebooks even where they differ from those you have.")
@click.option("--clean", is_flag=True, help="Rerun with the bundle's own packages and code. This runs them.")
@click.option("--root", type=click.Path(path_type=Path), help="The project, if it is not around here.")
def command(path: str, hashes: bool, run_theirs: bool, clean: bool, root: Path | None) -> None:
    """Check every hash of PATH, then run the story again and compare.

    PATH is a bundle, a folder in outputs/, a story, or REVISION:STORY. Nothing outside a temporary folder is written.
    Leaves with status 0 if all is the same, 1 if something differs, 2 if it cannot be checked.
    """
    project = _project(root)
    published = open_published(path, project or Path())
    found = altered(published, project or Path())
    if found:
        _leave(found, "was altered")
    click.echo(f"Hashes: all {len(published.whole or published.files)} files are what they were.")
    if hashes:
        return
    _allow(published, project, run_theirs=run_theirs or clean)
    differing = rerun_differs(published, project or Path(), _clean if clean else _here)
    if differing:
        _leave(differing, "came out otherwise")
    click.echo(f"Rerun: all {len(published.files) - 1} files came out the same, byte for byte.")


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
        click.echo("Note: it was made with other code than the nisba that you have.")
    if notebooks and not run_theirs:
        remedy = "look at them, then repeat with --run-theirs, or check the --hashes only"
        raise BundleError(published.name, f"a rerun would execute {', '.join(notebooks)}, not yours", remedy)


def _here(project: Path, published: Published) -> None:
    from nisba.rerunning.run import run_story  # noqa: PLC0415 - hashing must not wait for the notebook machinery

    run_story(published.story, parameters=published.manifest["parameters"], root=project)


def _clean(project: Path, published: Published) -> None:
    from nisba.reviewing.clean import make_clean  # noqa: PLC0415 - likewise

    make_clean(project, published)


def _leave(found: tuple[Finding, ...], what: str) -> None:
    for one in found:
        click.echo(f"{one.where}: {one.problem}." if one.where != "bundle" else f"{one.problem}.")
    click.echo(f"{len(found)} {'thing' if len(found) == 1 else 'things'} {what}.")
    click.get_current_context().exit(1)
