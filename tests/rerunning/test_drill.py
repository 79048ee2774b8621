"""The drill: faults sown into a copy, caught by what was not said before, the same by the same seed."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from cases import table
from explaining.pages import towns_in
from nisba.commands.drill import command
from nisba.reading import Report, read_quantities
from nisba.rerunning.drill import drill_file, drill_story
from nisba.rerunning.drill.alarms import Alarm, first_new, of_story
from nisba.rerunning.drill.fault import Fault
from nisba.rerunning.drill.slips import in_words, miscopied
from nisba.rerunning.drill.sowing import chosen, faults_of_story

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = table(Path(__file__).with_name("drill.toml"))
REPORT = Report(
    "flood",
    "Of about 60 homes, 41 in Northport and 19 in Southport were flooded. At this rate losses will pass 200 by May.",
    "en",
    None,
    "",
)


@pytest.fixture
def towns(tmp_path: Path) -> Path:
    """A project with the invented story of two towns."""
    towns_in(tmp_path)
    return tmp_path


def test_most_faults_in_the_first_story_are_caught() -> None:
    """Of a sample over all kinds of fault, the floor is caught; the whole drill runs in CI."""
    score = drill_story(ROOT, "centcom-2024h1", count=64, seed=1)
    assert len(score.outcomes) == 64
    assert score.share * 100 >= EXPECTED["floor"]["centcom-2024h1"]


def test_the_unchanged_story_raises_no_alarm_but_its_own() -> None:
    """Of the lead account only its two mistakes are told; every other alarm is about another account's figures."""
    found = list(of_story(ROOT, "centcom-2024h1"))
    assert [[a.check, a.message] for a in found if not a.account] == EXPECTED["known"]
    others = {"europa-press", "syrianewsagency", "fox-press", "xeber24", "roz-press-1"}
    assert {a.account for a in found if a.account and a.check != "accounts"} == others


def test_the_invented_story_is_drilled_too(towns: Path) -> None:
    """Any story can be drilled: with one other account and one language of text, fewer faults are caught."""
    score = drill_story(towns, "two-towns", count=40)
    assert score.share * 100 >= EXPECTED["floor"]["two-towns"]


def test_a_drill_changes_nothing(towns: Path) -> None:
    """Faults are sown into a copy: every file of the story is what it was."""
    files = sorted((towns / "data" / "raw" / "two-towns").iterdir())
    before = [file.read_bytes() for file in files]
    drill_story(towns, "two-towns", count=10)
    assert [file.read_bytes() for file in files] == before


def test_the_same_seed_gives_the_same_score(towns: Path) -> None:
    """A score can be repeated; another seed sows other faults."""
    first, again, other = (drill_story(towns, "two-towns", count=10, seed=seed) for seed in (3, 3, 4))
    assert first == again
    assert [outcome.fault for outcome in first.outcomes] != [outcome.fault for outcome in other.outcomes]


def test_what_failed_before_catches_nothing() -> None:
    """An alarm that was there before is no catch, unless it now says something else."""
    before = frozenset({Alarm("sum", "1 + 1 = 2, not 3"), Alarm("gate", "7 is bound to nothing")})
    assert first_new(iter(before), before) is None
    assert first_new(iter([Alarm("sum", "1 + 1 = 2, not 4")]), before) == Alarm("sum", "1 + 1 = 2, not 4")


def test_every_fault_changes_its_file(towns: Path) -> None:
    """No fault leaves a file as it was, and each says where it begins."""
    folder = towns / "data" / "raw" / "two-towns"
    faults = list(faults_of_story(towns, "two-towns", random.Random(0)))
    held = {fault.file: (folder / fault.file).read_text(encoding="utf-8") for fault in faults}
    assert all(fault.sown(held[fault.file]) != held[fault.file] for fault in faults)
    assert all(1 <= fault.line(held[fault.file]) <= held[fault.file].count("\n") + 1 for fault in faults)


def test_the_kinds_of_slip_in_running_text() -> None:
    """A digit, two numbers exchanged, a hedge left out, a pace left out, another place."""
    faults = list(in_words(REPORT, "flood.txt", 0, ("Northport", "Southport"), random.Random(0)))
    assert {fault.kind for fault in faults} == {"digit", "swap", "hedge", "pace", "place"}
    sown = {fault.kind: fault.sown(REPORT.text) for fault in faults}
    assert "Of  60 homes" in sown["hedge"]
    assert "At this rate" not in sown["pace"] or "will pass" not in sown["pace"]
    assert sown["place"].count("Northport") != 1


def test_a_sentence_loses_all_its_pace_or_none() -> None:
    """With one of two phrases left a sentence would still tell a pace: both go at once, and other sentences keep theirs."""
    words = "At this rate exports are on track to double. Imports will fall."
    faults = [
        f for f in in_words(Report("trade", words, "en", None, ""), "t", 0, (), random.Random(0)) if f.kind == "pace"
    ]
    assert [fault.sown(words) for fault in faults] == [
        " exports are  to double. Imports will fall.",
        "At this rate exports are on track to double. Imports  fall.",
    ]


def test_a_place_inside_another_word_is_not_exchanged() -> None:
    """A Peruvian ship is not in Peru; an Arabic particle before the name stays before the other."""
    for words, language, names in (
        ("A Peruvian ship left Peru.", "en", ("Peru", "Chile")),
        ("السفينة البيروية غادرت البيرو", "ar", ("البيرو", "تشيلي")),
    ):
        faults = list(in_words(Report("ship", words, language, None, ""), "t", 0, names, random.Random(0)))
        assert [fault.was(words) for fault in faults] == [names[0]]


@pytest.mark.parametrize("numeral", ["153", "٤٤", "2,500", "9 thousand"])
def test_a_miscopied_digit_stays_in_its_script(numeral: str) -> None:
    """One digit becomes another of the same script, and no numeral begins with a zero."""
    wrong = miscopied(numeral, random.Random(5))
    differing = [(a, b) for a, b in zip(numeral, wrong, strict=True) if a != b]
    assert len(differing) == 1
    assert differing[0][1].isdigit()
    assert differing[0][1].isascii() == differing[0][0].isascii()
    assert wrong[0] not in "0٠"


def test_kinds_take_turns() -> None:
    """A small choice holds every kind, however many faults of one kind there are."""
    many = [Fault("digit", "a", ((n, n + 1, "x"),)) for n in range(50)] + [Fault("place", "a", ((1, 2, "y"),))]
    assert {fault.kind for fault in chosen(many, 4, random.Random(0))} == {"digit", "place"}


def test_a_report_alone_catches_what_its_sums_catch() -> None:
    """Forty-one and nineteen are sixty, about: a plain file is scored by what its own words give away, and no more."""
    tight = Report("homes", "Of 60 homes flooded, 41 were in Northport and 19 in Southport.", "en", None, "")
    assert len([q for q in read_quantities(tight) if q.surface.isdigit()]) == 3
    score = drill_file(tight, count=20)
    assert score.known == ()
    caught = {outcome.fault.kind for outcome in score.outcomes if outcome.alarm}
    assert "digit" in caught


def test_the_command_says_the_score_and_the_survivors(towns: Path) -> None:
    """Every kind with its score, and each fault that nothing caught, with its place; below the floor the status is 1."""
    done = CliRunner().invoke(command, ["two-towns", "--root", str(towns), "--faults", "16", "--floor", "100"])
    lines = done.output.splitlines()
    assert lines[0].startswith("two-towns: ")
    assert done.exit_code == (1 if "not caught" in lines else 0)


def test_the_command_for_programs(towns: Path) -> None:
    """One object a fault, with the check that caught it, and the score last."""
    done = CliRunner().invoke(command, ["two-towns", "--root", str(towns), "--faults", "8", "--json"])
    *faults, score = [json.loads(line) for line in done.output.splitlines()]
    assert score["faults"] == len(faults) == 8
    assert score["caught"] == sum(fault["caught"] for fault in faults)
    assert all((fault["check"] is not None) == fault["caught"] for fault in faults)


def test_the_number_of_processes_changes_nothing(towns: Path) -> None:
    """Faults are shared out among processes, and their outcomes come back in the order sown."""
    tried: list[int] = []
    shared = drill_story(towns, "two-towns", count=24, jobs=2, tick=tried.append)
    assert shared == drill_story(towns, "two-towns", count=24)
    assert sum(tried) == len(shared.outcomes) == 24
