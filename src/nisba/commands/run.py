"""``nisba run STORY``: the story's notebooks, executed in order, and its pages published."""

import click


@click.command(name="run")
@click.argument("story")
def command(story: str) -> None:
    """Run a story's notebooks and publish its pages."""
    raise click.ClickException(f"{story} cannot be run yet")
