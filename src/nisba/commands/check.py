"""``nisba check``: whether the figures of a report agree with each other, for people or, with ``--json``, for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from nisba.checking.checks import Check, check_account
from nisba.checking.inferred import inferred
from nisba.checking.numbers import Number
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading import Report, read_quantities, read_report
from nisba.reading.script import language_of

_MARKS = {Verdict.HOLDS: "✓", Verdict.FAILS: "✕", Verdict.UNDECIDED: "?"}


@click.command(name="check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--lang", help="Language of the texts, such as ar; guessed from their letters if not given.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day they were published, YYYY-MM-DD.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(files: tuple[Path, ...], lang: str | None, day: datetime | None, as_json: bool) -> None:
    """Say which figures of each report in FILES add up, and which do not.

    Leaves with status 1 if something fails, 0 if all holds or is undecided, 2 if a file cannot be read.
    """
    failed = False
    for file in files:
        report = read_report(file, name=file.stem, language=lang or "und", date=day.date() if day else None)
        report = Report(report.name, report.text, lang or language_of(report.text), report.date, report.sha256)
        numbers = {number.id: number for number in inferred(report, read_quantities(report))}
        for check in check_account(report.name, numbers.values(), ()):
            failed |= check.verdict is Verdict.FAILS
            told = as_object(check, numbers)
            click.echo(json.dumps(told, ensure_ascii=False) if as_json else f"{_MARKS[check.verdict]} {told['why']}")
    click.get_current_context().exit(1 if failed else 0)


def as_object(check: Check, numbers: Mapping[str, Number]) -> dict[str, Any]:
    """A check as the plain values of the command's contract."""
    places = [numbers[name].quote for name in (check.total, *check.parts)]
    return {
        "kind": check.kind,
        "verdict": check.verdict.value,
        "says": _plain(check.says),
        "computed": _plain(check.computed),
        "difference": _plain(check.difference),
        "quantities": [
            {"start": quote.span.start, "end": quote.span.end, "account": quote.account} for quote in places if quote
        ],
        "why": _why(check, numbers),
        "repairs": [
            {
                "start": quote.span.start,
                "end": quote.span.end,
                "was": _plain(repair.was),
                "becomes": _plain(repair.becomes),
                "slip": repair.slip,
            }
            for repair in check.repairs
            if (quote := numbers[repair.number].quote)
        ],
    }


def _why(check: Check, numbers: Mapping[str, Number]) -> str:
    """The sum in one sentence."""
    scope = numbers[check.total].scope
    parts = " + ".join(str(numbers[part].value) for part in check.parts)
    places = " and ".join(sorted(scope.where))
    equal = {Verdict.HOLDS: "which is", Verdict.FAILS: "not", Verdict.UNDECIDED: "which may or may not be"}
    return f"{scope.what} in {places}: {parts} = {check.computed}, {equal[check.verdict]} {check.says}."


def _plain(value: Interval) -> int | float | dict[str, Any] | None:
    """An exact value as a number; a range or an open end as its two ends; nothing where nothing is known."""
    if value.lo is None and value.hi is None:
        return None
    if value.value is not None:
        return _number(value.value)
    return {"lo": _number(value.lo), "hi": _number(value.hi), "approx": value.approx}


def _number(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)
