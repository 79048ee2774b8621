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
from nisba.errors import NisbaError

COMMANDS = MappingProxyType(
    {
        "read": "Every number of FILE, with its words, what it counts, where and when.",
        "check": "Say which figures of each report in FILES add up, and which do not.",
        "new": "Propose a new story from reports as they arrive.",
        "run": "Run a story's notebooks and publish its pages.",
        "watch": "Rebuild a story whenever it is saved, and show its pages in the browser.",
        "lab": "Open JupyterLab on a copy of the notebooks in which a story's parameters are set.",
        "verify": "Check every hash of PATH, then run the story again and compare.",
        "diff": "Say what changed between two versions, and draft the correction.",
        "bundle": "Write one zip with all that a stranger needs to check a story.",
        "review": "Write the reviewer's form and notebook for a story, or sign what was read.",
        "why": "Show where NUMBER comes from: its words, its source or its sum.",
        "drill": "Sow faults into a copy of STORY or FILE, and say which of them are caught.",
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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands by the sentences above, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


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
        _leave("stopped.", 130)
    except click.ClickException as error:
        if debug:
            raise
        _leave(_sentence(error), 2)
    except NisbaError as error:
        if debug:
            raise
        _leave(str(error), 2)
    except Exception as error:
        if debug:
            raise
        _leave(f"unexpected {type(error).__name__}: {error}; run the same command with --debug to see where.", 2)
    sys.exit(status if isinstance(status, int) else 0)


def _sentence(error: click.ClickException) -> str:
    """Click's message, and which help to ask for, in one line."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "nisba"
    return f"{error.format_message().rstrip('.')}; see `{path} --help`."


def _leave(sentence: str, status: int) -> NoReturn:
    """Say one sentence on stderr and exit."""
    click.echo(f"nisba: {sentence}", err=True)
    sys.exit(status)
