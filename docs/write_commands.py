"""Write ``docs/commands.md`` from the commands' own help, or with ``--check`` tell whether it is up to date."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from nisba.cli import COMMANDS, nisba

PAGE = Path(__file__).with_name("commands.md")
HEAD = "# Commands\n\nWritten by `make docs` from the commands' own help.\n"
WIDTH = 100


def main() -> int:
    """Write the page, or compare it; 1 if it would change."""
    page = HEAD + "".join(f"\n## nisba {name}\n\n```\n{usage(name)}\n```\n" for name in COMMANDS)
    if "--check" not in sys.argv:
        PAGE.write_text(page, encoding="utf-8", newline="\n")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    sys.stderr.write("docs/commands.md is not what the commands say; run make docs.\n")
    return 1


def usage(name: str) -> str:
    """What ``nisba NAME --help`` prints, at a fixed width."""
    with click.Context(nisba, info_name="nisba", terminal_width=WIDTH) as above:
        command = nisba.get_command(above, name)
        assert command is not None, name
        with click.Context(command, info_name=name, parent=above, terminal_width=WIDTH) as context:
            return command.get_help(context)


if __name__ == "__main__":
    raise SystemExit(main())
