"""The command line: thin, and lazy, so that ``nisba read`` never waits for the notebook machinery.

Each command is a module of :mod:`nisba.commands` that holds a click command named ``command``. Errors that a person can
mend are one sentence on stderr and exit status 2; a traceback appears only with ``--debug``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import MappingProxyType
from typing import NoReturn

import click

from nisba import __version__
from nisba.commands.front_page import front_page
from nisba.commands.mishaps import sentence_of
from nisba.commands.tongue import say

COMMANDS = MappingProxyType(
    {
        "read": "List every number of a report, with what it counts, where and when.",
        "check": "Say which figures of a report add up, and which do not.",
        "new": "Begin a story from reports as they arrive.",
        "run": "Make a story's pages.",
        "watch": "Make a story's pages again whenever you save, and show them in the browser.",
        "lab": "Open a story's notebooks in JupyterLab.",
        "why": "Show where a number comes from: its words, its source or its sum.",
        "verify": "Check that what is published is what was made, and comes out again.",
        "diff": "Say which numbers changed between two versions, and draft the correction.",
        "bundle": "Pack a story into one file that a stranger can check.",
        "review": "Write the form for a reviewer, or sign what was read.",
        "drill": "Sow mistakes into a copy, and say which of them are caught.",
        "completion": "Let the Tab key complete commands, options and names of stories.",
        "help": "Show what nisba does, or what one command does.",
    }
)


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order in which a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import the command's module, now that it is wanted."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"nisba.commands.{cmd_name}").command
        return command

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Examples first, then each command in one line, without importing any of them."""
        front_page(COMMANDS, formatter)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(__version__, prog_name="nisba")
def nisba(debug: bool) -> None:  # noqa: FBT001 - click hands over options by name; main() looks for this one
    """Tie every number of a news report to its words and its sums."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its status: 0 good, 1 a finding, 2 something to mend first."""
    given = (sys.argv[1:] if arguments is None else arguments) or ["--help"]
    debug = "--debug" in given
    # The switch may stand anywhere, as people add it at the end of the line that failed.
    rest = [word for word in given if word != "--debug"]
    try:
        status = nisba.main(rest, prog_name="nisba", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        _leave(say("stopped", "stopped."), 130)
    except Exception as error:
        if debug:
            raise
        _leave(sentence_of(error), 2)
    sys.exit(status if isinstance(status, int) else 0)


def _leave(sentence: str, status: int) -> NoReturn:
    """Say one sentence on stderr and exit."""
    click.echo(f"nisba: {sentence}", err=True)
    sys.exit(status)
