"""``nisba help``: the page of examples, or what one command does."""

from __future__ import annotations

import click

from nisba.commands.tongue import say


@click.command(name="help")
@click.argument("name", metavar="COMMAND", required=False)
@click.pass_context
def command(context: click.Context, name: str | None) -> None:
    """Show what nisba does, or what one command does.

    The same as nisba --help, and nisba COMMAND --help.
    """
    above = context.parent or context
    group = above.command
    if not name or not isinstance(group, click.Group):
        click.echo(above.get_help())
        return
    found = group.get_command(above, name)
    if found is None:
        raise click.UsageError(say("no-such-command", f"No such command {name!r}", name=name), above)
    with click.Context(found, info_name=name, parent=above) as asked:
        click.echo(found.get_help(asked))
