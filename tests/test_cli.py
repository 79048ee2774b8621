"""The command line: one sentence for what a person can mend, a traceback only on request, a status for programs."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from nisba import cli
from nisba.cli import main, nisba
from nisba.errors import ParameterError


def _status(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    return left.value.code


def test_without_a_command(capsys):
    """Alone, it lists its commands."""
    assert _status() == 0
    shown = " ".join(capsys.readouterr().out.split())  # a narrow terminal breaks the lines
    assert [line for line in cli.COMMANDS.values() if line not in shown] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["bogus"], "nisba: No such command 'bogus'; see `nisba --help`.\n"),
        (["run"], "nisba: Missing argument 'STORY...'; see `nisba run --help`.\n"),
        (
            ["run", "x", "--jobs", "0"],
            "nisba: Invalid value for '--jobs': 0 is not in the range x>=1; see `nisba run --help`.\n",
        ),
        (["run", "x", "-p", "baseline"], "nisba: Option '-p' requires 2 arguments; see `nisba --help`.\n"),
        (["run", "nowhere"], "nisba: raw: there is no story 'nowhere'; stories here: "),
    ],
)
def test_one_sentence(capsys, monkeypatch, root, arguments, sentence):
    """What cannot be done is said in one sentence on stderr, with a way out, and status 2."""
    monkeypatch.chdir(root)
    assert _status(*arguments) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert told.err.startswith(sentence)


def test_no_project(capsys, monkeypatch, tmp_path):
    """Outside a project, it says so."""
    monkeypatch.chdir(tmp_path)
    assert _status("run", "centcom-2024h1") == 2
    assert "lies in no project" in capsys.readouterr().err


def test_a_parameter_given_twice(capsys, monkeypatch, root):
    """Two values for one parameter are refused, rather than one of them forgotten."""
    monkeypatch.chdir(root)
    assert _status("run", "x", "-p", "baseline", "a", "-p", "baseline", "b") == 2
    assert "baseline is given twice" in capsys.readouterr().err


@pytest.fixture
def failing(monkeypatch):
    """A command that fails as its argument says."""
    errors = {
        "mendable": ParameterError("reading", "'x' is not possible", ("every",)),
        "unexpected": KeyError("x"),
        "stopped": KeyboardInterrupt(),
    }

    @click.command
    @click.argument("how")
    def command(how):
        if how == "finding":
            click.get_current_context().exit(1)
        raise errors[how]

    monkeypatch.setattr(cli.LazyGroup, "get_command", lambda self, ctx, name: command)


@pytest.mark.parametrize(
    ("how", "status", "sentence"),
    [
        ("mendable", 2, "nisba: parameter reading: 'x' is not possible; allowed: every.\n"),
        ("unexpected", 2, "nisba: unexpected KeyError: 'x'; run the same command with --debug to see where.\n"),
        ("stopped", 130, "\nnisba: stopped.\n"),
        ("finding", 1, ""),
    ],
)
@pytest.mark.usefixtures("failing")
def test_failures(capsys, how, status, sentence):
    """Errors end in a sentence, a finding in status 1, an interruption in 130."""
    assert _status("run", how) == status
    assert capsys.readouterr().err == sentence


@pytest.mark.parametrize(("how", "error"), [("mendable", ParameterError), ("unexpected", KeyError)])
@pytest.mark.usefixtures("failing")
def test_debug(how, error):
    """With --debug, wherever it stands, the error comes through whole."""
    with pytest.raises(error):
        main(["run", how, "--debug"])


def test_a_reader_that_has_seen_enough():
    """A pipe that is closed early ends the command without a word."""
    code = "import sys; from nisba.cli import main; main(['--help'])"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writing:
        writing.stdout.close()
        assert writing.stderr.read() == b""


def test_version(capsys):
    """It says which version it is."""
    assert _status("--version") == 0
    assert capsys.readouterr().out == "nisba, version 0.1.0\n"


def test_the_commands_are_a_group():
    """The group lists its commands in the order in which a person meets them: read, check, new, run, then the rest."""
    assert nisba.list_commands(click.Context(nisba))[:4] == ["read", "check", "new", "run"]
