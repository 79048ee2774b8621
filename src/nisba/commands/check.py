"""``nisba check``: whether the figures of a report agree with each other, for people or, with ``--json``, for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from nisba.checking.inferred import Relation, relations
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading import Report, Span, read_quantities, read_report
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
        report = replace(report, language=lang or language_of(report.text))
        for relation in relations(report, read_quantities(report)):
            failed |= relation.verdict is Verdict.FAILS
            told = json.dumps(as_object(relation), ensure_ascii=False) if as_json else as_lines(report, relation)
            click.echo(told)
    click.get_current_context().exit(1 if failed else 0)


def as_object(relation: Relation) -> dict[str, Any]:
    """A relation as the plain values of the command's contract."""
    check, quotes = relation.check, {m.number.id: m.number.quote for m in relation.mentions}
    return {
        "kind": check.kind,
        "verdict": check.verdict.value,
        "says": _plain(check.says),
        "computed": _plain(check.computed),
        "difference": _plain(check.difference),
        "quantities": [
            {"start": quote.span.start, "end": quote.span.end, "account": quote.account}
            for quote in quotes.values()
            if quote
        ],
        "why": relation.why,
        "repairs": [
            {
                "start": quote.span.start,
                "end": quote.span.end,
                "was": _plain(repair.was),
                "becomes": _plain(repair.becomes),
                "slip": repair.slip,
            }
            for repair in check.repairs
            if (quote := quotes[repair.number])
        ],
    }


def as_lines(report: Report, relation: Relation) -> str:
    """A relation for people: the verdict and the sum, then each sentence it stands on, its numbers in brackets.

    The words are those of the report, in their own order; a terminal that knows right-to-left text sets them right.
    """
    by_sentence: dict[Span, list[Span]] = {}
    for quote in (m.number.quote for m in relation.mentions):
        if quote:
            by_sentence.setdefault(quote.sentence, []).append(quote.span)
    lines = [f"{_MARKS[relation.verdict]} {relation.why}"]
    lines += [f"    {_marked(report, sentence, spans)}" for sentence, spans in sorted(by_sentence.items())]
    return "\n".join(lines)


def _marked(report: Report, sentence: Span, spans: list[Span]) -> str:
    """A sentence with brackets around some of its numbers."""
    pieces, at = [], sentence.start
    for span in sorted(set(spans)):
        pieces += [report.text[at : span.start], "[", report.words(span), "]"]
        at = span.end
    return "".join((*pieces, report.text[at : sentence.end])).replace("\n", " ")


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
