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


ONE = "The ministry counted 412 cases, 87 deaths, 1,250 vaccinations and 640 tents in Sudan in May 2024.\n"


def test_where_accounts_part(check):
    """Of several accounts of one announcement it is said which prints what; two numbers for one fact are a failure."""
    status, printed = check(ONE, ONE.replace("87", "78"))
    assert status == 1
    assert "\u206878\u2069 where report-0 prints \u206887\u2069" in printed
    assert check(ONE, ONE)[0] == 0


def test_where_accounts_part_for_programs(check):
    """The kind is ``account``: what the other says, what the first prints, and both places."""
    lines = [json.loads(line) for line in check(ONE, ONE.replace("87", "78"), options=("--json",))[1].splitlines()]
    (parting,) = (line for line in lines if line["kind"] == "account")
    assert (parting["says"], parting["computed"], parting["verdict"]) == (78, 87, "fails")
    assert [quantity["account"] for quantity in parting["quantities"]] == ["report-1", "report-0"]


def test_right_to_left_words_stay_whole(check):
    """An Arabic sentence is printed between isolating marks, its characters in their own order."""
    text = "كشفت الوزارة عن إصابة 310 أشخاص، بينهم 170 رجلاً و130 امرأة."
    printed = check(text)[1]
    lines = [line for line in printed.splitlines() if line.startswith("    ")]
    assert lines
    for line in lines:
        assert (line[4], line[-1]) == ("\u2068", "\u2069")
        assert line[5:-1].replace("[", "").replace("]", "") == text


PLAN = "The district plans to open 45 schools, divided into 21 for girls and 15 for boys.\n"


def test_as_what_each_number_is_told(check):
    """A program finds it beside each number; people read it behind the sum."""
    (told,) = (json.loads(line) for line in check(PLAN, options=("--json",))[1].splitlines() if '"sum"' in line)
    assert [q["claim"] for q in told["quantities"]] == ["target", "target", "target"]
    assert "45 is told as a target" in check(PLAN)[1]
    assert "told as" not in check(FALSE)[1]
