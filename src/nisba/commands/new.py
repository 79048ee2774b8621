"""``nisba new STORY FILE…``: a story's folder from reports as they arrive, every part proposed and awaiting a person."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from nisba.checking.verdicts import Verdict
from nisba.errors import StoryError
from nisba.proposing.arrival import Said
from nisba.proposing.figures_only import new_figures
from nisba.proposing.folder import Made, free_folder, new_story
from nisba.rerunning.project import find_root


@click.command(name="new")
@click.argument("story")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--series", is_flag=True, help="FILES, or figures, are of successive releases; the last one leads.")
@click.option("--figures", type=click.Path(path_type=Path), help="A CSV table of figures cited from elsewhere.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the report, YYYY-MM-DD.")
@click.option("--lang", help="Language of the report, such as ar; told by its words if not given.")
@click.option("--outlet", help="Who published the report.")
@click.option("--title", help="The report's title.")
@click.option("--root", type=click.Path(path_type=Path), help="The project, if it is not around here.")
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
) -> None:
    """Propose a new story from reports as they arrive.

    FILES are text, saved web pages, PDF, DOCX, RTF or e-mail (EML). The first leads; others are accounts of the same
    announcement. Without FILES, --figures alone makes a story of figures cited from elsewhere. They are kept as they arrived in data/raw/STORY/, and nothing there is ever overwritten. Everything proposed
    waits in story.toml until a person confirms it, and the pages say that they are a draft.
    """
    project = find_root(root or ".")
    free_folder(project, story)
    said = Said(day.date() if day else None, lang, outlet, title)
    if not files:
        if figures is None:
            raise StoryError(project, "nothing arrived", "name a report, or give figures alone: --figures table.csv")
        alone = new_figures(project, story, figures, said, series=series)
        click.echo(f"{alone.folder}: {alone.awaiting} entries of story.toml await you.\nNext: nisba run {story}")
        return
    made = new_story(project, story, files, said, series=series, table=figures)
    click.echo("\n".join(_lines(made, story)))


def _lines(made: Made, story: str) -> list[str]:
    """What was made, what needs a look first, and the next command."""
    proposal = made.proposal
    failing = [one for one in proposal.found if one.verdict is Verdict.FAILS]
    counted = f"{len(proposal.facts)} facts, {len(proposal.found)} checks, {len(proposal.questions)} results"
    lines = [f"{made.folder}: {counted}; {made.awaiting} entries of story.toml await you."]
    lines += [f"✕ {one.why}" for one in failing]
    if proposal.arrival.report.date is None:
        lines.append("No day was found: add date = YYYY-MM-DD to [lead], or begin again with --date.")
    return [*lines, f"Next: nisba run {story}"]
