"""The lead account: the report that a story reads number by number."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from nisba.gathering.fields import Fields
from nisba.gathering.originals import Original, read_original
from nisba.gathering.texts import Words

_Day: TypeAlias = date  # in a class that has a field of that name


@dataclass(frozen=True, slots=True)
class Lead:
    """The account that the story reads number by number.

    Args:
        id: short name.
        file: its text in the story's folder, as received.
        language: BCP 47 language of the text.
        outlet: the outlet's name by language.
        sha256: of the bytes as received.
        date: the day that "this year" and "the past six months" are resolved against.
        date_note: where that day comes from, by language.
        address: where it was published; empty where the copy held has none.
        translations: file with our translation, line for line, by language.
        original: the file that the text was taken from; None where the text is what arrived.
        read_on: the day the copy was taken; None: not recorded.
    """

    id: str
    file: str
    language: str
    outlet: Words
    sha256: str
    date: date | None
    date_note: Words
    address: str
    translations: Words
    original: Original | None = None
    read_on: _Day | None = None

    @property
    def held(self) -> bool:
        """There is a report; else the story has only figures cited from elsewhere."""
        return bool(self.file)


def no_lead() -> Lead:
    """The lead of a story that has no report: nothing is read number by number."""
    return Lead("", "", "und", {}, hashlib.sha256(b"").hexdigest(), None, {}, "", {})


def read_lead(folder: Path, fields: Fields) -> Lead:
    """Read ``[lead]``.

    Raises:
        StoryError: a key is missing, unknown or of the wrong type, or the text is not the one that was received.
    """
    original = fields.take("original", dict, None)
    lead = Lead(
        fields.text("id"),
        fields.text("file"),
        fields.text("language"),
        fields.words("outlet"),
        fields.text("sha256"),
        fields.day("date"),
        fields.words("date_note", {}),
        fields.text("address", ""),
        fields.words("translations", {}),
        read_original(folder, Fields(fields.path, "lead.original", original)) if original else None,
        fields.day("read_on"),
    )
    fields.done()
    text = folder / lead.file
    if not text.exists():
        raise fields.problem(f"file = {lead.file!r} is not in the folder", "put the text there, as received")
    found = hashlib.sha256(text.read_bytes()).hexdigest()
    if found != lead.sha256:
        raise fields.problem(f"{lead.file} has the SHA-256 {found}", "restore the text as received, or record its hash")
    return lead
