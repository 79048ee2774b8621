"""``nisba completion SHELL``: what a shell must know so that the Tab key completes what people type here."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")


@click.command(name="completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Let the Tab key complete commands, options and names of stories.

    Prints what your shell must know; put it where the shell finds it, once:

    \b
    nisba completion bash >> ~/.bashrc
    nisba completion zsh  >> ~/.zshrc
    nisba completion fish > ~/.config/fish/completions/nisba.fish
    """  # noqa: D301 - click means the character
    above = context.parent or context
    known = get_completion_class(shell)
    assert known is not None, shell
    click.echo(known(above.command, {}, "nisba", "_NISBA_COMPLETE").source())
