"""``nisba new STORY FILE…``: a story's folder from reports as they arrive, every part proposed and awaiting a person."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from nisba.checking.verdicts import Verdict
from nisba.commands import check, options
from nisba.commands.findings import in_words
from nisba.commands.tongue import say
from nisba.errors import StoryError
from nisba.proposing.arrival import Said
from nisba.proposing.figures_only import new_figures
from nisba.proposing.folder import Made, Placed, free_folder, new_story
from nisba.rerunning.project import find_or_begin


@click.command(name="new")
@click.argument("story")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--series", is_flag=True, help="FILES, or figures, are of successive releases; the last one leads.")
@click.option("--figures", type=click.Path(path_type=Path), help="A CSV table of figures cited from elsewhere.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the report, YYYY-MM-DD.")
@click.option("--lang", help="Language of the report, such as ar; told by its words if not given.")
@click.option("--outlet", help="Who published the report.")
@click.option("--title", help="The report's title.")
@options.root
@options.quiet
@options.as_json
def command(  # noqa: PLR0913 - the options of a command
    *,
    story: str,
    files: tuple[Path, ...],
    series: bool,
    figures: Path | None,
    day: datetime | None,
    lang: str | None,
    outlet: str | None,
    title: str | None,
    root: Path | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Begin a story from reports as they arrive.

    FILES are text, saved web pages, PDF, DOCX, RTF or e-mail (EML). The first leads; others are accounts of the same
    announcement. Without FILES, --figures alone makes a story of figures cited from elsewhere. They are kept as they arrived
    in data/raw/STORY/, which is made where you are if there is no project yet, and nothing there is ever overwritten.
    Everything proposed waits in story.toml until a person confirms it, and the pages say that they are a draft.
    """
    project = find_or_begin(root)
    free_folder(project, story)
    said = Said(day.date() if day else None, lang, outlet, title)
    if not files:
        if figures is None:
            raise StoryError(project, "nothing arrived", "name a report, or give figures alone: --figures table.csv")
        alone = new_figures(project, story, figures, said, series=series)
        told, lines = _counted(alone, story), _alone(alone, story)
    else:
        made = new_story(project, story, files, said, series=series, table=figures)
        told, lines = _object(made, story), _lines(made, story)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False))
    elif not quiet:
        click.echo("\n".join(lines))


def _alone(made: Placed, story: str) -> list[str]:
    """The same of a story of cited figures only."""
    english = f"{made.awaiting} entries of story.toml await you."
    counted = say("made-of-figures", english, awaiting=made.awaiting)
    return [f"{made.folder}: {counted}", say("next", f"Next: nisba run {story}", story=story)]


def _counted(made: Made | Placed, story: str) -> dict[str, Any]:
    return {"story": story, "folder": str(made.folder), "awaiting": made.awaiting}


def _lines(made: Made, story: str) -> list[str]:
    """What was made, what needs a look first, and the next command."""
    proposal = made.proposal
    failing = [one for one in proposal.found if one.verdict is Verdict.FAILS]
    facts, checks, results = len(proposal.facts), len(proposal.found), len(proposal.questions)
    english = f"{facts} facts, {checks} checks, {results} results; {made.awaiting} entries of story.toml await you."
    counts = {"facts": facts, "checks": checks, "results": results, "awaiting": made.awaiting}
    lines = [f"{made.folder}: {say('made', english, **counts)}"]
    lines += [f"✕ {in_words(one)}" for one in failing]
    if proposal.arrival.report.date is None:
        lines.append(say("no-day", "No day was found: add date = YYYY-MM-DD to [lead], or begin again with --date."))
    return [*lines, say("next", f"Next: nisba run {story}", story=story)]


def _object(made: Made, story: str) -> dict[str, Any]:
    """The same for programs."""
    proposal = made.proposal
    return _counted(made, story) | {
        "facts": len(proposal.facts),
        "checks": [check.as_object(one) for one in proposal.found],
        "results": len(proposal.questions),
        "date": str(proposal.arrival.report.date) if proposal.arrival.report.date else None,
    }
