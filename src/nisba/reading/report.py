"""A report: the words, untouched, with the places in them that people cite."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from nisba.errors import ReportError
from nisba.reading.own_words import OwnWords, beside

# A sentence ends at a stop that a space or a closing quote follows, or at a line end. A stop between digits is no end.
_SENTENCE = re.compile(
    r"[^\n.!?\u061f]*(?:[.!?\u061f](?!\s|[\"'»”’)]|$)[^\n.!?\u061f]*)*[.!?\u061f]?[\"'»”’)]*", re.MULTILINE
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of a report's text, counted as Python counts ``str``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One account of an event, as text.

    Args:
        name: a short ASCII name, such as ``baladi-news``.
        text: the text exactly as decoded from UTF-8; offsets count its characters.
        language: BCP 47 language of the text, ``ar`` or ``en``.
        date: the day it was published, which "this year" is resolved against; None where the text must show it.
        sha256: of the bytes as received, in hexadecimal.
        own_words: the newsroom's own words that lie beside its file.
    """

    name: str
    text: str
    language: str
    date: date | None
    sha256: str
    own_words: tuple[OwnWords, ...] = ()

    def sentence(self, offset: int) -> Span:
        """The whole sentence around a character, without the white space around it.

        Raises:
            IndexError: there is no such character.
        """
        if not 0 <= offset < len(self.text):
            raise IndexError(f"character {offset} is not in {self.name}, which has {len(self.text)}")
        for found in _SENTENCE.finditer(self.text):
            if found.start() <= offset < found.end():
                lead = len(found[0]) - len(found[0].lstrip())
                return Span(found.start() + lead, found.start() + len(found[0].rstrip()))
        return Span(offset, offset + 1)

    def paragraph(self, offset: int) -> int:
        """The 0-based number of the line that holds a character: line 0 is the headline or the outlet's name."""
        return self.text.count("\n", 0, offset)

    def words(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]


def read_report(path: Path, *, name: str, language: str, date: date | None = None) -> Report:
    """Read a UTF-8 text file as it stands: no character is added, dropped or changed.

    Raises:
        ReportError: the file is missing or is not UTF-8.
    """
    try:
        received = path.read_bytes()
    except OSError as error:
        raise ReportError(path, f"cannot be opened ({error.strerror})", "give the path of a text file") from error
    try:
        text = received.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReportError(path, f"is not UTF-8 at byte {error.start}", "save it as UTF-8 text") from error
    return Report(name, text, language, date, hashlib.sha256(received).hexdigest(), beside(path))
