"""``nisba run STORY``: the story's notebooks executed in order, and its pages published."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from nisba.commands import options
from nisba.commands.names import STORY
from nisba.commands.stopping import stopped_cleanly
from nisba.commands.tongue import say
from nisba.errors import CorrectionError
from nisba.rerunning.editions import read_grid
from nisba.rerunning.progress import bar, nobody
from nisba.rerunning.project import find_root
from nisba.rerunning.run import run_stories
from nisba.rerunning.settings import Settings


@click.command(name="run")
@click.argument("stories", type=STORY, metavar="STORY...", nargs=-1, required=True)
@click.option(
    "-p", "--parameter", "given", nargs=2, multiple=True, metavar="NAME VALUE", help="Another value than the story's."
)
@click.option(
    "--grid",
    multiple=True,
    metavar="NAME=VALUE,…",
    help="Run with each of these values; with several grids, with every combination.",
)
@click.option("--jobs", type=click.IntRange(1), help="Notebooks at the same time; by default, one a processor.")
@click.option("--timeout", type=click.IntRange(1), default=600, show_default=True, help="Seconds a cell may take.")
@click.option("--cluster", default="", metavar="ADDRESS", help="A Dask scheduler whose workers run the notebooks.")
@options.root
@click.option("--explain", is_flag=True, help="Say of each notebook why it ran, or why it did not have to.")
@click.option(
    "--allow-uncorrected", is_flag=True, help="Change published numbers without a correction; the page says so."
)
@click.option("--pdf", is_flag=True, help="Print the pages as PDFs, too, with a Chromium that is here.")
@options.quiet
@options.as_json
def command(  # noqa: PLR0913 - the options of a command
    *,
    stories: tuple[str, ...],
    given: tuple[tuple[str, str], ...],
    grid: tuple[str, ...],
    jobs: int | None,
    timeout: int,
    cluster: str,
    root: Path | None,
    explain: bool,
    allow_uncorrected: bool,
    pdf: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Make a story's pages.

    Its notebooks are run, and their pages published in outputs/STORY/. STORY is a folder in data/raw/. A notebook runs only if its cells, its parameters, the files that it reads, nisba
    itself or the installed packages changed. Nothing in outputs/ changes unless every notebook ran to its end.

    Several stories, and every combination of a --grid, are one run: what two of them need is made once. A combination
    of the story's own values is published in outputs/STORY, any other in outputs/STORY@NAME=VALUE,….

    PDFs go into pdf/STORY/: they hold the fonts of this machine, so they are no part of what is compared and signed.
    """
    parameters = dict(given) | ({"uncorrected": "allowed"} if allow_uncorrected else {})
    if len(dict(given)) < len(given):
        twice = next(name for name in parameters if [one for one, _ in given].count(name) > 1)
        raise click.UsageError(say("given-twice", f"{twice} is given twice.", name=twice))
    with ExitStack() as stack, stopped_cleanly(), _with_draft(root):
        tell = _explained if explain else nobody
        settings = Settings(
            jobs or 0, timeout, lambda cells: stack.enter_context(bar(cells, quiet=quiet or as_json)), tell, cluster
        )
        pages = run_stories(stories, parameters=parameters, grid=read_grid(grid), root=root, settings=settings)
    for page in pages:
        _told(page, quiet=quiet, as_json=as_json)
    for printed in _printed(pages) if pdf else ():
        _told(printed, quiet=quiet, as_json=as_json)


def _told(page: Path, *, quiet: bool, as_json: bool) -> None:
    """A line about a page: where it lies, and how many of its numerals are bound, as the methodology says it too."""
    from nisba.explaining.gate import coverage_of  # noqa: PLC0415 - pages are read only after a run

    if quiet and not as_json:
        return
    found = coverage_of(page.read_text(encoding="utf-8")) if page.suffix == ".html" else None
    bound, total = (found.tied + found.given, found.total) if found else (0, 0)
    if as_json:
        click.echo(json.dumps({"page": str(page), "bound": bound, "numerals": total}, ensure_ascii=False))
    else:
        shown = say("bound", f"({bound} of {total} numerals bound)", bound=bound, total=total) if total else ""
        click.echo(f"{_short(page)}  {shown}".rstrip())


def _printed(pages: Sequence[Path]) -> Iterator[Path]:
    """The pages of each story on paper, beside the project's outputs."""
    from nisba.rerunning.paper import FOLDER, find_browser, print_pages  # noqa: PLC0415 - only where it is wanted

    browser = find_browser()
    for page in pages:
        story = page.parent
        yield from print_pages(browser, [page], story.parent.parent / FOLDER / story.name)


def _explained(job: str, why: str) -> None:
    """One line about a notebook, beside the progress bar."""
    click.echo(f"{job}: {why}.", err=True)


@contextmanager
def _with_draft(root: Path | None) -> Iterator[None]:
    """Where numbers would change in silence, hand over the correction that would tell of it, to be edited."""
    try:
        yield
    except CorrectionError as error:
        from nisba.reviewing.corrections import draft  # noqa: PLC0415 - only when there is something to correct
        from nisba.reviewing.published import open_published  # noqa: PLC0415 - likewise

        outputs = open_published(error.story, find_root(root or "."))
        click.echo(f"{draft(error.numbers, outputs)}\n", err=True)
        raise


def _short(path: Path) -> str:
    """A path as a person here would type it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
