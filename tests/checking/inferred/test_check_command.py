"""``nisba check``: what people and programs read, and the status it leaves with."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from nisba.commands.check import command

FALSE = "The ferry carried 310 passengers, of whom 170 were male and 130 were female.\n"
TRUE = FALSE.replace("130", "140")


@pytest.fixture
def check(tmp_path):
    """Run the command on texts; its status and what it printed."""

    def run(*texts: str, options: tuple[str, ...] = ()) -> tuple[int, str]:
        files = []
        for place, text in enumerate(texts):
            files.append(tmp_path / f"report-{place}.txt")
            files[-1].write_text(text, encoding="utf-8")
        done = CliRunner().invoke(command, [*map(str, files), *options])
        return done.exit_code, done.output

    return run


@pytest.mark.parametrize(
    ("texts", "status"), [((TRUE,), 0), ((FALSE,), 1), ((TRUE, FALSE), 1), (("No numbers at all.",), 0)]
)
def test_status(check, texts, status):
    """A newsroom's hook stops at 1: something fails in one of the files."""
    assert check(*texts)[0] == status


def test_for_people(check):
    """The sum, its verdict, and the untouched sentence with the numbers in brackets."""
    printed = check(FALSE)[1]
    assert "✕ 170 + 130 = 300, but the text says 310." in printed
    assert "The ferry carried [310] passengers, of whom [170] were male and [130] were female." in printed


def test_for_programs(check):
    """One object a line, its numbers by their place in the text, repairs beside what fails."""
    lines = [json.loads(line) for line in check(FALSE, options=("--json",))[1].splitlines()]
    (fault,) = (line for line in lines if line["verdict"] == "fails")
    assert [FALSE[q["start"] : q["end"]] for q in fault["quantities"]] == ["310", "170", "130"]
    assert (fault["kind"], fault["says"], fault["computed"], fault["difference"]) == ("sum", 310, 300, 10)
    assert {(repair["was"], repair["becomes"]) for repair in fault["repairs"]} == {(310, 300), (170, 180), (130, 140)}
