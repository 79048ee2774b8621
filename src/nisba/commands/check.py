"""``nisba check``: whether the figures of a report agree with each other, for people or, with ``--json``, for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from nisba.checking.inferred import Relation, relations
from nisba.checking.matching import Parting, partings
from nisba.checking.verdicts import Verdict
from nisba.commands import options
from nisba.commands.findings import in_words
from nisba.commands.partings import parted_lines, parted_object, parted_why, verdict_of
from nisba.commands.values import plain
from nisba.reading import Quantity, Report, Span, Unread, read_quantities, read_report
from nisba.reading.script import language_of

Quantities = tuple[Quantity | Unread, ...]
_MARKS = {Verdict.HOLDS: "✓", Verdict.FAILS: "✕", Verdict.UNDECIDED: "?"}


@click.command(name="check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--lang", help="Language of the texts, such as ar; guessed from their letters if not given.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day they were published, YYYY-MM-DD.")
@options.quiet
@options.as_json
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), help="Write one page with every number marked."
)
def command(
    files: tuple[Path, ...], lang: str | None, day: datetime | None, quiet: bool, as_json: bool, html: Path | None
) -> None:
    """Say which figures of a report add up, and which do not.

    Of several accounts of one announcement, it is also said where they part from the first. Leaves with status 1 if something
    fails, 0 if all holds or is undecided, 2 if a file cannot be read.
    """
    read = [_read(file, lang, day) for file in files]
    first, failed = read[0][0], False
    pages: list[tuple[Report, Quantities, tuple[Relation, ...], tuple[Parting, ...]]] = []
    for report, quantities in read:
        found = relations(report, quantities)
        parted = partings(read[0], (report, quantities)) if pages else ()
        failed |= Verdict.FAILS in {*(relation.verdict for relation in found), *map(verdict_of, parted)}
        objects = [*map(as_object, found), *(parted_object(first, report, one) for one in parted)]
        lines = [*(as_lines(report, one) for one in found), *(parted_lines(first, report, one) for one in parted)]
        for told in [json.dumps(one, ensure_ascii=False) for one in objects] if as_json else () if quiet else lines:
            click.echo(told)
        pages.append((report, quantities, found, parted))
    if html:
        from nisba.explaining.marked import Checked, marked  # noqa: PLC0415 - only a page needs what makes pages

        remarks = [tuple(parted_why(first, page[0], one) for one in page[3]) for page in pages]
        shown = [Checked(*page[:3], told) for page, told in zip(pages, remarks, strict=True)]
        html.write_text(marked(shown), encoding="utf-8")
    click.get_current_context().exit(1 if failed else 0)


def _read(file: Path, lang: str | None, day: datetime | None) -> tuple[Report, Quantities]:
    report = read_report(file, name=file.stem, language=lang or "und", date=day.date() if day else None)
    report = replace(report, language=lang or language_of(report.text))
    return report, tuple(read_quantities(report))


def as_object(relation: Relation) -> dict[str, Any]:
    """A relation as the plain values of the command's contract."""
    check, quotes = relation.check, {m.number.id: m.number.quote for m in relation.mentions}
    claims = {m.number.id: m.number.claim.value for m in relation.mentions}
    return {
        "kind": check.kind,
        "verdict": check.verdict.value,
        "says": plain(check.says),
        "computed": plain(check.computed),
        "difference": plain(check.difference),
        "quantities": [
            {"start": quote.span.start, "end": quote.span.end, "account": quote.account, "claim": claims[number]}
            for number, quote in quotes.items()
            if quote
        ],
        "why": relation.why,
        "repairs": [
            {
                "start": quote.span.start,
                "end": quote.span.end,
                "was": plain(repair.was),
                "becomes": plain(repair.becomes),
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
    lines = [f"{_MARKS[relation.verdict]} {in_words(relation)}"]
    lines += [_isolated(_marked(report, sentence, spans)) for sentence, spans in sorted(by_sentence.items())]
    return "\n".join(lines)


def _isolated(words: str) -> str:
    """A line of a report between isolating marks (Unicode UAX 9), so that its direction is its own and turns nothing else."""
    return f"    \u2068{words}\u2069"


def _marked(report: Report, sentence: Span, spans: list[Span]) -> str:
    """A sentence with brackets around some of its numbers."""
    pieces, at = [], sentence.start
    for span in sorted(set(spans)):
        pieces += [report.text[at : span.start], "[", report.words(span), "]"]
        at = span.end
    return "".join((*pieces, report.text[at : sentence.end])).replace("\n", " ")
