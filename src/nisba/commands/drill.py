"""``nisba drill``: how many of the slips that people make would be caught here, and by which check."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from nisba.commands import options
from nisba.commands.names import STORY
from nisba.reading import read_report
from nisba.reading.script import language_of
from nisba.rerunning.drill import Outcome, Score, drill_file, drill_story
from nisba.rerunning.drill.alarms import Alarm
from nisba.rerunning.project import find_root


@click.command(name="drill")
@click.argument("what", type=STORY, metavar="STORY|FILE")
@click.option(
    "--faults", type=click.IntRange(1), default=500, show_default=True, help="How many faults, one at a time."
)
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed sows the same faults.")
@click.option(
    "--floor", type=click.IntRange(0, 100), default=0, help="Leave with status 1 if fewer per cent are caught."
)
@click.option("--jobs", type=click.IntRange(1), help="Processes at the same time; by default, one a processor.")
@options.root
@click.option("--json", "as_json", is_flag=True, help="One JSON object a fault, and one for the score.")
def command(what: str, faults: int, seed: int, floor: int, jobs: int | None, root: Path | None, as_json: bool) -> None:
    """Sow mistakes into a copy, and say which of them are caught.

    A fault is caught only by an alarm that was not there before. STORY is a folder in data/raw/; of a plain FILE only what
    reading and checking it alone can catch is caught.
    """
    score = _drilled(what, faults, seed, jobs, root)
    for line in _objects(score) if as_json else _lines(what, seed, score):
        click.echo(line)
    click.get_current_context().exit(1 if score.share * 100 < floor else 0)


def _drilled(what: str, count: int, seed: int, jobs: int | None, root: Path | None) -> Score:
    path = Path(what)
    if not path.is_file():
        return drill_story(root or find_root(), what, count=count, seed=seed, jobs=jobs or os.cpu_count() or 1)
    report = read_report(path, name=path.name, language="und", date=None)
    language = language_of(report.text)
    return drill_file(read_report(path, name=path.name, language=language, date=None), count=count, seed=seed)


def _lines(what: str, seed: int, score: Score) -> list[str]:
    sown = len(score.outcomes)
    lines = [f"{what}: {score.caught} of {sown} faults caught, {_percent(score.share)} (seed {seed})"]
    lines += [f"  {kind:<8}{caught:>4} of {all_of}" for kind, (caught, all_of) in score.by_kind().items()]
    lines += ["first caught by"] if score.caught else []
    lines += [f"  {times:>4} {check}" for check, times in score.by_check().items()]
    lines += _known("found in the text without any fault", [alarm for alarm in score.known if not alarm.account])
    lines += _known("found in other accounts", [alarm for alarm in score.known if alarm.account])
    lines += ["not caught"] if score.survivors else []
    lines += [f"  {_place(outcome)} {_change(outcome)}" for outcome in score.survivors]
    return lines


def _known(title: str, alarms: list[Alarm]) -> list[str]:
    return [title, *(f"  {alarm.check}: {alarm.message}" for alarm in alarms)] if alarms else []


def _place(outcome: Outcome) -> str:
    return f"{outcome.fault.file}:{outcome.line} {outcome.fault.kind}:"


def _change(outcome: Outcome) -> str:
    # Isolated, so that Arabic words beside an arrow stay on their side of it.
    return f"\u2068{outcome.was}\u2069 → \u2068{outcome.fault.becomes or 'nothing'}\u2069"


def _percent(share: Fraction) -> str:
    """One decimal, cut off: a floor that is not reached is never shown as reached."""
    tenths = share.numerator * 1000 // share.denominator
    return f"{tenths // 10}.{tenths % 10}%"


def _objects(score: Score) -> list[str]:
    objects: list[dict[str, Any]] = [
        {
            "kind": outcome.fault.kind,
            "file": outcome.fault.file,
            "line": outcome.line,
            "was": outcome.was,
            "becomes": outcome.fault.becomes,
            "caught": outcome.alarm is not None,
            "check": outcome.alarm.check if outcome.alarm else None,
            "message": outcome.alarm.message if outcome.alarm else None,
        }
        for outcome in score.outcomes
    ]
    known = [{"check": alarm.check, "message": alarm.message, "account": alarm.account} for alarm in score.known]
    total = {"faults": len(score.outcomes), "caught": score.caught, "share": float(score.share), "known": known}
    return [json.dumps(found, ensure_ascii=False) for found in (*objects, total)]
