"""``nisba review STORY``: the reviewer's form and notebook, and their sign-off."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from nisba.explaining.signing import stale
from nisba.gathering import load_story
from nisba.rerunning.project import find_root
from nisba.reviewing.published import open_published
from nisba.reviewing.review import evidence_of, sign, write_kit


@click.command(name="review")
@click.argument("story")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder of the kit; reviews/STORY if not given.")
@click.option("--sign", "signs", is_flag=True, help="Sign exactly the version at hand; needs --as.")
@click.option("--as", "name", default="", help="Your name, as the page will print it.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the sign-off; today if not given.")
@click.option("--lang", default="en", show_default=True, help="Language of labels and sources in the form.")
@click.option("--root", type=click.Path(path_type=Path), help="The project, if it is not around here.")
def command(
    story: str,
    output: Path | None,
    signs: bool,
    name: str,
    day: datetime | None,
    lang: str,
    root: Path | None,
) -> None:
    """Write the reviewer's form and notebook for a story, or sign what was read.

    The form asks the same of each headline number; answers given before are kept, and say so where a number has changed.
    A sign-off covers the sources, the decisions, the prose, the numbers, the verdicts and the parameters, and turns stale
    by itself when any of them changes.
    """
    project = find_root(root or ".")
    supplied, published = load_story(project, story), open_published(story, project)
    if signs:
        review = sign(supplied, published, name, day.date() if day else date.today())  # noqa: DTZ011 - the signer's day
        click.echo(f"{review.name} signed {review.sha256}; run the story again to show it on the page.")
        return
    for path in write_kit(supplied, published, output or project / "reviews" / story, lang):
        click.echo(path)
    for entry in stale(evidence_of(supplied, published)):
        click.echo(f"{entry.review.name} signed another version; since then changed: {', '.join(entry.parts)}.")
