"""``nisba diff BEFORE AFTER``: which numbers of a story changed, from what to what, and why."""

from __future__ import annotations

import json
from pathlib import Path

import click

from nisba.commands import options
from nisba.commands.names import STORY
from nisba.commands.tongue import say
from nisba.rerunning.changes import Change
from nisba.rerunning.project import find_root
from nisba.reviewing.corrections import draft
from nisba.reviewing.diff import Diff, diff
from nisba.reviewing.published import open_published


@click.command(name="diff")
@click.argument("before", type=STORY)
@click.argument("after", type=STORY)
@options.root
@options.quiet
@options.as_json
def command(before: str, after: str, root: Path | None, quiet: bool, as_json: bool) -> None:
    """Say which numbers changed between two versions, and draft the correction.

    BEFORE and AFTER are each a story, a folder of outputs, a bundle, or REVISION:STORY for what git keeps, such as
    HEAD:STORY. Leaves with status 1 if a number changed.
    """
    project = find_root(root or ".")
    old, new = open_published(before, project), open_published(after, project)
    found = diff(old, new)
    status = 1 if found.numbers else 0
    if as_json or quiet:
        for change in found.numbers if as_json else ():
            told = {"number": change.id, "was": change.was, "now": change.now, "because": found.causes.of(change)}
            click.echo(json.dumps(told, ensure_ascii=False))
        click.get_current_context().exit(status)
    click.echo("\n".join(_lines(found)))
    corrected = [(change.id, change.was, change.now) for change in found.numbers if change.is_correction]
    if corrected:
        click.echo(f"\n{say('draft', 'Draft for story.toml; edit the words, then run the story again:')}\n")
        click.echo(draft(corrected, new))
    click.get_current_context().exit(status)


def _lines(found: Diff) -> list[str]:
    count = len(found.numbers)
    english = f"{count or 'No'} {'number' if count == 1 else 'numbers'} changed."
    lines = [say("numbers-changed", english, count=count)]
    lines += [_line(change, found) for change in found.numbers]
    for name, changed in (
        (say("inputs", "Inputs"), found.causes.inputs),
        (say("notebooks", "Notebooks"), found.causes.notebooks),
        (say("parameters", "Parameters"), found.causes.parameters),
        (say("packages", "Packages"), found.causes.packages),
        (say("code", "Code"), ("nisba",) if found.causes.code else ()),
        (say("published-files", "Published files"), found.files),
    ):
        told = ", ".join(changed)
        lines += [say("that-differ", f"{name} that differ: {told}.", name=name, told=told)] if changed else []
    return lines


def _line(change: Change, found: Diff) -> str:
    reasons = ", ".join(found.causes.of(change))
    if change.follows:
        why = say("follows", f"follows {reasons}", reasons=reasons)
    else:
        why = say("because", f"because of {reasons}", reasons=reasons)
    return f"  {change.id}: {change.was or 'new'} → {change.now or 'gone'}, {why}"
