"""What ``nisba --help`` shows: what to type with a report on the desk, then each command in one plain line."""

from __future__ import annotations

from collections.abc import Mapping

import click

from nisba.commands.tongue import say


def front_page(commands: Mapping[str, str], formatter: click.HelpFormatter) -> None:
    """Write the page.

    Args:
        commands: the line of each command, by name, in English.
        formatter: click's.
    """
    formatter.write(say("front-what", "nisba ties every number of a news report to its words and its sums.") + "\n")
    with formatter.section(say("front-begin", "With a report on the desk")):
        formatter.write_dl(_examples())
    for heading, names in _groups():
        with formatter.section(heading):
            formatter.write_dl([(name, say(f"command-{name}", commands[name])) for name in names])
    formatter.write_paragraph()
    more = "More on a command: nisba help COMMAND. A report may be in Arabic or English; messages follow your LANG."
    formatter.write_text(say("front-more", more))
    debug = "What went wrong inside: --debug, behind any command. Which nisba this is: --version."
    formatter.write_text(say("front-debug", debug))


def _examples() -> list[tuple[str, str]]:
    return [
        ("nisba check report.txt", say("front-check", "does it add up?")),
        ("nisba new harvest report.txt", say("front-new", "begin a story called harvest (text, web page, PDF, Word)")),
        ("nisba run harvest", say("front-run", "make its pages, in outputs/harvest/")),
        ("nisba watch harvest", say("front-watch", "and again whenever you save")),
    ]


def _groups() -> list[tuple[str, tuple[str, ...]]]:
    return [
        (say("front-report", "A report"), ("read", "check")),
        (say("front-story", "A story"), ("new", "run", "watch", "lab")),
        (say("front-published", "What is published"), ("why", "verify", "diff", "bundle", "review")),
        (say("front-itself", "nisba itself"), ("drill", "completion", "help")),
    ]
