"""``nisba watch STORY``: what was saved is run again, and the browser shows it."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from nisba.commands import options
from nisba.commands.names import STORY
from nisba.commands.stopping import stopped_cleanly
from nisba.commands.tongue import say
from nisba.rerunning.project import find_root
from nisba.rerunning.run import run_story
from nisba.rerunning.serving import News, served
from nisba.rerunning.settings import Settings


@click.command(name="watch")
@click.argument("story", type=STORY)
@click.option(
    "-p", "--parameter", "given", nargs=2, multiple=True, metavar="NAME VALUE", help="Another value than the story's."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8756, show_default=True, help="Another one if it is taken."
)
@click.option("--timeout", type=click.IntRange(1), default=600, show_default=True, help="Seconds a cell may take.")
@options.root
@click.option("--no-browser", is_flag=True, help="Only say the address.")
def command(
    story: str, given: tuple[tuple[str, str], ...], port: int, timeout: int, root: Path | None, no_browser: bool
) -> None:
    """Make a story's pages again whenever you save, and show them in the browser.

    Whatever is saved in data/raw/STORY/ or notebooks/ is run and published in outputs/STORY/ as nisba run does it, and
    the page in the browser reloads. What is wrong is said above the page and here, while the last good page stays. Only
    this machine can open the address. Ctrl-C ends it.
    """
    from nisba.rerunning.watching import watch_story  # noqa: PLC0415 - its library is wanted here alone

    news = News()
    project = find_root(root or ".")
    with stopped_cleanly(), served(project / "outputs" / story, news, port) as address:
        click.echo(f"{address}  {say('ctrl-c', '(Ctrl-C ends it)')}")
        if not no_browser:
            webbrowser.open(address)

        def run(settings: Settings) -> tuple[Path, ...]:
            return run_story(story, parameters=dict(given), root=project, settings=settings)

        watch_story(project, story, run, news, click.echo, Settings(timeout=timeout))
