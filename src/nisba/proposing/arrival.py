"""A report as it arrived: its file, its text, its numbers, and what it says of itself, each with the words for it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from nisba.checking.inferred.breakdowns import ages
from nisba.checking.inferred.passage import passage
from nisba.proposing.originals import Extracted, Hint, extract
from nisba.reading import Kind, Quantity, Report, Unread, read_quantities
from nisba.reading.encoding import UTF_8, decoded
from nisba.reading.script import language_of

_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Arrival:
    """One report, read.

    Args:
        path: where it was given.
        received: its bytes.
        extracted: its text, and what the file says of itself.
        report: the text with its language and day.
        quantities: every number of it.
        title: its title, and where that was taken from.
        outlet: who published it, and where that was taken from; None where nothing says.
        day_source: where its day was taken from; empty where it has none.
    """

    path: Path
    received: bytes
    extracted: Extracted
    report: Report
    quantities: tuple[Quantity | Unread, ...]
    title: Hint
    outlet: Hint | None
    day_source: str

    @property
    def counts(self) -> tuple[Quantity, ...]:
        """The numbers that can be facts: counts, sums of money, measures, per cents, and multiples of something."""
        kinds = (Kind.CARDINAL, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.MULTIPLE)
        found = [q for q in self.quantities if isinstance(q, Quantity) and q.kind in kinds and q.value is not None]
        old = ages(passage(self.report, self.quantities))
        return tuple(q for q in found if q.span not in old)

    @property
    def is_the_text(self) -> bool:
        """What arrived is the text itself, in UTF-8: nothing has to be extracted from it."""
        return self.extracted.format == "plain_text" and decoded(self.received, self.path)[1] == UTF_8


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of a report on the command line; what is None is looked for in the report."""

    day: date | None = None
    language: str | None = None
    outlet: str | None = None
    title: str | None = None


def arrive(path: Path, name: str, said: Said) -> Arrival:
    """Read a report.

    Args:
        path: the file as it arrived.
        name: short ASCII name of the account.
        said: what a person says of it.

    Raises:
        ReportError: the file cannot be used.
        LexiconError: its language is not one that nisba reads.
    """
    extracted = extract(path)
    received = path.read_bytes()
    language = said.language or language_of(extracted.text)
    day, source = (said.day, "the command line: --date") if said.day else (extracted.day, extracted.day_source)
    digest = hashlib.sha256(received).hexdigest()
    report = Report(name, extracted.text, language, day, digest)
    quantities = read_quantities(report)
    if day is None and (dated := _last_day(quantities)):
        day, source = dated
        report = Report(name, extracted.text, language, day, digest)
        quantities = read_quantities(report)
    outlet = Hint(said.outlet, "the command line: --outlet") if said.outlet else extracted.outlet
    title = Hint(said.title, "the command line: --title") if said.title else _title(extracted)
    return Arrival(path, received, extracted, report, quantities, title, outlet, source if day else "")


def _last_day(quantities: tuple[Quantity | Unread, ...]) -> tuple[date, str] | None:
    """The last single day that the text names outright, and its words."""
    days = [
        (q.when.start, f"the text: {q.surface}")
        for q in quantities
        if isinstance(q, Quantity) and q.kind is Kind.DATE and q.when and q.when.start == q.when.end
    ]
    return max(days, default=None, key=lambda day: day[0])


def _title(extracted: Extracted) -> Hint:
    """What the file gives as its title; its first line, where the title says that and the outlet's name behind it."""
    first, declared = _first_line(extracted.text), extracted.title
    return first if declared is None or declared.value.startswith(first.value) else declared


def _first_line(text: str) -> Hint:
    line = next(line.strip() for line in text.splitlines() if line.strip())
    if len(line) > _LONGEST_TITLE:
        line = line[:_LONGEST_TITLE].rpartition(" ")[0] + "…"
    return Hint(line, "the first line of the text")
