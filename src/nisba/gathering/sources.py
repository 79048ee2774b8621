"""Sources beside the lead account: other accounts of it, figures cited from elsewhere, releases of a series."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from nisba.errors import StoryError
from nisba.gathering.fields import Fields
from nisba.gathering.texts import Words
from nisba.intervals import Interval
from nisba.periods import Period

_ACCOUNT_COLUMNS = (
    "id",
    "outlet_en",
    "outlet_ar",
    "language",
    "file",
    "address",
    "read_on",
    "announced_on",
    "claim",
    "wording",
    "note_en",
    "note_ar",
)
_RELEASE_COLUMNS = ("id", "period", "where", "source_en", "source_ar", "address", "read_on")
_CALLED = "_called_"  # between a count and a language: the release's own word for what it counts


@dataclass(frozen=True, slots=True)
class Account:
    """What one outlet said: its figures with a citation, where its text may not be copied.

    Args:
        id: short name.
        outlet: the outlet's name by language.
        language: BCP 47 language of the account.
        address: where it was read; empty where the copy held has none.
        announced_on: the day it gives for the announcement, in its words.
        claim: which of the story's kinds of claim its wording makes; empty where it makes none.
        wording: those words.
        figures: by fact id; a fact that is missing was not seen, which is no evidence that the page lacks it.
        note: what a reviewer should know, by language.
        rendered: our rendering of its wording, by language, where given.
        announced: the day it gives, rendered, by language, where given.
        file: its text in the story's folder, from which figures that the row leaves empty are read; empty where not held.
        sentences: of figures read from its text, the sentence that gives each, by fact id.
        again: other figures that it gives for the same fact in other places of its text, by fact id.
        open: of facts whose number its text prints of what may be another thing, that sentence, by fact id.
        read_on: the day its address was read; None: not recorded.
    """

    id: str
    outlet: Words
    language: str
    address: str
    announced_on: str
    claim: str
    wording: str
    figures: Mapping[str, Interval]
    note: Words
    rendered: Words = field(default_factory=dict)
    announced: Words = field(default_factory=dict)
    file: str = ""
    sentences: Mapping[str, str] = field(default_factory=dict)
    open: Mapping[str, str] = field(default_factory=dict)
    again: Mapping[str, tuple[Interval, ...]] = field(default_factory=dict)
    read_on: date | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """A figure cited from elsewhere.

    Args:
        id: short name of the citation, such as ``ap-2023``.
        name: the number it is a candidate for, such as ``attacks-2023``; its own id where it is the only one.
        value: the figure.
        what: what it counts.
        where: the places it covers.
        when: the period it covers.
        source: who gives it, by language.
        address: where it was read.
        words: its words, or ours in their place, by language.
        said_by: the chain of attribution, by language, separated by a bar.
        caveat: what to bear in mind, by language.
        label: what it is, by language.
        read_on: the day its address was read; None: not recorded.
    """

    id: str
    name: str
    value: Interval
    what: str
    where: tuple[str, ...]
    when: Period | None
    source: Words
    address: str
    words: Words
    said_by: Words
    caveat: Words
    label: Words
    read_on: date | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """One release of a series: counts of one body for one period and place.

    Args:
        id: short name; the number of its count ``killed`` is called ``<id>-killed``.
        when: the period it covers.
        where: the places it covers.
        counts: by what is counted; a count that is missing was not given.
        source: who gives it, by language.
        address: where it was read; empty where the copy held has none.
        read_on: the day that was read; None: not recorded.
        called: what the release itself calls what it counts, by count and language, where that is recorded.
    """

    id: str
    when: Period
    where: tuple[str, ...]
    counts: Mapping[str, Interval]
    source: Words
    address: str
    read_on: date | None = None
    called: Mapping[str, Words] = field(default_factory=dict)


def read_cited(name: str, fields: Fields) -> Cited:
    """Read one table of ``cited.toml``.

    Raises:
        StoryError: a key is missing, unknown or of the wrong type.
    """
    cited = Cited(
        name,
        fields.text("name", name),
        fields.interval("value"),
        fields.text("what"),
        fields.list("where"),
        fields.period("when"),
        fields.words("source"),
        fields.text("address"),
        fields.words("words", {}),
        fields.words("said_by", {}),
        fields.words("caveat", {}),
        fields.words("label"),
        fields.day("read_on"),
    )
    fields.done()
    return cited


_RENDERED = ("wording_", "announced_on_")


def read_accounts(path: Path) -> tuple[Account, ...]:
    """Read ``accounts.csv``: an account a row, a fact a column.

    Raises:
        StoryError: the file is missing or a cell cannot be read.
    """
    return tuple(_account(fields, row) for fields, row in _rows(path))


def _account(fields: Fields, row: Mapping[str, str]) -> Account:
    given = {
        key: fields.intervals(key)
        for key in row
        if key not in _ACCOUNT_COLUMNS and not key.startswith(_RENDERED) and row[key]
    }
    return Account(
        fields.text("id"),
        fields.words("outlet"),
        fields.text("language"),
        fields.text("address", ""),
        fields.text("announced_on", ""),
        fields.text("claim", ""),
        fields.text("wording", ""),
        {fact: values[0] for fact, values in given.items()},
        fields.words("note", {}),
        fields.words("wording", {}) if any(key.startswith("wording_") for key in row) else {},
        fields.words("announced_on", {}) if any(key.startswith("announced_on_") for key in row) else {},
        _text(fields) if row.get("file") else "",
        read_on=fields.day("read_on"),
        again={fact: values[1:] for fact, values in given.items() if values[1:]},
    )


def _text(fields: Fields) -> str:
    name = fields.text("file")
    if Path(name).name != name or not (fields.path.parent / name).is_file():
        raise fields.problem(f"file = {name!r} is not in the folder", "put the account's text there, as received")
    return name


def read_releases(path: Path) -> tuple[Release, ...]:
    """Read ``releases.csv``: a period and place a row, a count a column.

    Raises:
        StoryError: the file cannot be read, a cell is no number, or a row has no period.
    """
    return tuple(_release(fields, row) for fields, row in _rows(path))


def _release(fields: Fields, row: Mapping[str, str]) -> Release:
    words = {key.rpartition(_CALLED)[0] for key in row if _CALLED in key}
    counts = {
        key: fields.interval(key) for key in row if key not in _RELEASE_COLUMNS and _CALLED not in key and row[key]
    }
    when = fields.period("period")
    if when is None:
        raise fields.problem("has no period", "write a year, a month, or two dates with / between")
    called = {count: given for count in sorted(words) if (given := fields.words(f"{count}{_CALLED.rstrip('_')}"))}
    where, source, address = fields.list("where"), fields.words("source"), fields.text("address", "")
    return Release(fields.text("id"), when, where, counts, source, address, fields.day("read_on"), called)


def _rows(path: Path) -> list[tuple[Fields, Mapping[str, str]]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for line, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise StoryError(path, "has more or fewer cells than the first line has columns", "mend the commas", line)
    return [(Fields(path, row.get("id") or f"row {n}", row), row) for n, row in enumerate(rows, start=2)]
