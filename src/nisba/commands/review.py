"""``nisba review STORY``: the reviewer's form and notebook, and their sign-off."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from nisba.commands import options
from nisba.commands.names import STORY
from nisba.commands.tongue import say
from nisba.explaining.signing import stale
from nisba.gathering import load_story
from nisba.rerunning.project import find_root
from nisba.reviewing.published import open_published
from nisba.reviewing.review import evidence_of, sign, write_kit


@click.command(name="review")
@click.argument("story", type=STORY)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder of the kit; reviews/STORY if not given.")
@click.option("--sign", "signs", is_flag=True, help="Sign exactly the version at hand; needs --as.")
@click.option("--as", "name", default="", help="Your name, as the page will print it.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the sign-off; today if not given.")
@click.option("--lang", default="en", show_default=True, help="Language of labels and sources in the form.")
@options.root
def command(
    story: str,
    output: Path | None,
    signs: bool,
    name: str,
    day: datetime | None,
    lang: str,
    root: Path | None,
) -> None:
    """Write the form for a reviewer, or sign what was read.

    The form asks the same of each headline number; answers given before are kept, and say so where a number has changed.
    A sign-off covers the sources, the decisions, the prose, the numbers, the verdicts and the parameters, and turns stale
    by itself when any of them changes.
    """
    project = find_root(root or ".")
    supplied, published = load_story(project, story), open_published(story, project)
    if signs:
        review = sign(supplied, published, name, day.date() if day else date.today())  # noqa: DTZ011 - the signer's day
        english = f"{review.name} signed {review.sha256}; run the story again to show it on the page."
        click.echo(say("signed", english, name=review.name, version=review.sha256))
        return
    for path in write_kit(supplied, published, output or project / "reviews" / story, lang):
        click.echo(path)
    for entry in stale(evidence_of(supplied, published)):
        told = ", ".join(entry.parts)
        english = f"{entry.review.name} signed another version; since then changed: {told}."
        click.echo(say("signed-another", english, name=entry.review.name, parts=told))
