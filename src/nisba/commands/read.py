"""``nisba read``: every number of a text beside its words, for people or, with ``--json`` and ``--batch``, for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, TextIO

import click

from nisba.commands import options
from nisba.commands.tongue import say, slug
from nisba.errors import NisbaError
from nisba.reading import Quantity, Report, Unread, read_quantities, stream_quantities
from nisba.reading.encoding import UTF_8
from nisba.reading.own_words import beside
from nisba.reading.script import language_of
from nisba.reading.text_files import text_file


@click.command(name="read")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--lang", help="Language of the text, such as ar; guessed from its letters if not given.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day it was published, YYYY-MM-DD.")
@options.as_json
@click.option("--batch", is_flag=True, help="JSON lines in (id, text, lang, date), JSON lines out.")
def command(file: Path | None, lang: str | None, day: datetime | None, as_json: bool, batch: bool) -> None:
    """List every number of a report, with what it counts, where and when.

    FILE may be of any length; what is not UTF-8 but Windows-1256, ISO 8859-6 or UTF-16 is recognised, and said.
    """
    if batch:
        for line in answers(sys.stdin):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
        return
    if file is None:
        raise click.UsageError(say("no-file", "Give a text FILE, or --batch for JSON lines on standard input."))
    source = text_file(file)
    told = {} if source.encoding == UTF_8 else {"encoding": source.encoding}
    if told and not as_json:
        english = f"{file.name} is not UTF-8; read as {source.encoding}."
        click.echo(say("not-utf-8", english, file=file.name, encoding=source.encoding))
    language = lang or language_of(next(source.pieces()))
    for quantity in stream_quantities(source.pieces, language, day.date() if day else None, beside(file)):
        click.echo(json.dumps(as_object(quantity) | told, ensure_ascii=False) if as_json else as_line(quantity))


def answers(lines: TextIO) -> Iterator[str]:
    """One JSON line for each line of input: its quantities, or what was wrong with it."""
    for line in lines:
        if not line.strip():
            continue
        identity = None
        try:
            case = json.loads(line)
            identity = case.get("id")
            day = date.fromisoformat(case["date"]) if case.get("date") else None
            language = case.get("lang") or language_of(case["text"])
            report = Report(str(identity), case["text"], language, day, "")
            answer = {"id": identity, "quantities": [as_object(quantity) for quantity in read_quantities(report)]}
        except (NisbaError, ValueError, KeyError, TypeError, AttributeError) as error:
            answer = {"id": identity, "error": f"{type(error).__name__}: {error}"}
        yield json.dumps(answer, ensure_ascii=False)


def as_object(quantity: Quantity | Unread) -> dict[str, Any]:
    """A quantity as the plain values of the command's contract."""
    place = {"start": quantity.span.start, "end": quantity.span.end, "surface": quantity.surface}
    if isinstance(quantity, Unread):
        return place | {"status": "unread", "reason": quantity.reason}
    value = quantity.value
    return place | {
        "kind": quantity.kind.value,
        "lo": None if value is None else _number(value.lo),
        "hi": None if value is None else _number(value.hi),
        "approx": value is not None and value.approx,
        "hedge": quantity.hedge,
        "what": quantity.what,
        "where": list(quantity.where),
        "when": None if quantity.when is None else str(quantity.when),
        "unit": quantity.unit,
        "implicit": quantity.implicit,
        "status": "read",
    }


def _number(value: Fraction | None) -> int | float | None:
    """The last step out of exact numbers: an integer where it is one."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def as_line(quantity: Quantity | Unread) -> str:
    """One quantity on one line for people."""
    place = f"{quantity.span.start:>6}  {quantity.surface}"
    if isinstance(quantity, Unread):
        reason = say(f"reason-{slug(quantity.reason)}", quantity.reason)
        return f"{place}  ({say('unread', f'unread: {reason}', reason=reason)})"
    told = [
        say(f"kind-{quantity.kind.value}", quantity.kind.value),
        str(quantity.value) if quantity.value else "",
        quantity.unit or "",
        quantity.what or "",
    ]
    told += [", ".join(quantity.where), str(quantity.when) if quantity.when else ""]
    return f"{place}  " + " | ".join(part for part in told if part)
