"""``nisba diff BEFORE AFTER``: which numbers of a story changed, from what to what, and why."""

from __future__ import annotations

from pathlib import Path

import click

from nisba.rerunning.changes import Change
from nisba.rerunning.project import find_root
from nisba.reviewing.corrections import draft
from nisba.reviewing.diff import Diff, diff
from nisba.reviewing.published import open_published


@click.command(name="diff")
@click.argument("before")
@click.argument("after")
@click.option("--root", type=click.Path(path_type=Path), help="The project, if it is not around here.")
def command(before: str, after: str, root: Path | None) -> None:
    """Say what changed between two versions, and draft the correction.

    BEFORE and AFTER are each a story, a folder of outputs, a bundle, or REVISION:STORY for what git keeps, such as
    HEAD:STORY. Leaves with status 1 if a number changed.
    """
    project = find_root(root or ".")
    old, new = open_published(before, project), open_published(after, project)
    found = diff(old, new)
    click.echo("\n".join(_lines(found)))
    corrected = [(change.id, change.was, change.now) for change in found.numbers if change.is_correction]
    if corrected:
        click.echo("\nDraft for story.toml; edit the words, then run the story again:\n")
        click.echo(draft(corrected, new))
    click.get_current_context().exit(1 if found.numbers else 0)


def _lines(found: Diff) -> list[str]:
    count = len(found.numbers)
    lines = [f"{count or 'No'} {'number' if count == 1 else 'numbers'} changed."]
    lines += [_line(change, found) for change in found.numbers]
    for name, changed in (
        ("Inputs", found.causes.inputs),
        ("Notebooks", found.causes.notebooks),
        ("Parameters", found.causes.parameters),
        ("Packages", found.causes.packages),
        ("Code", ("nisba",) if found.causes.code else ()),
        ("Published files", found.files),
    ):
        lines += [f"{name} that differ: {', '.join(changed)}."] if changed else []
    return lines


def _line(change: Change, found: Diff) -> str:
    reasons = ", ".join(found.causes.of(change))
    why = f"follows {reasons}" if change.follows else f"because of {reasons}"
    return f"  {change.id}: {change.was or 'new'} → {change.now or 'gone'}, {why}"
