"""A report: the words, untouched, with the places in them that people cite."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from nisba.errors import ReportError
from nisba.reading.encoding import UTF_8, decoded
from nisba.reading.own_words import OwnWords, beside

if TYPE_CHECKING:
    from nisba.gathering import Story

# A sentence ends at a stop that a space or a closing quote follows, or at a line end. A stop between digits is no end.
# A mark inside a word or a number ends nothing; but Arabic desks often leave out the space behind one that does, and there
# it stands behind two letters or more (a single one is a title, as in "Dr."), a closing mark, or a sign for per cent.
_GOES_ON = r"(?!\s|[\"'»”’)]|$)(?!(?<=[\u0621-\u0652]{2}.)[\u0621-\u064a])(?!(?<=[\"'»”’)%\u066a].)[\u0621-\u064a])"
_SENTENCE = re.compile(
    rf"[^\r\n.!?\u061f]*(?:[.!?\u061f]{_GOES_ON}[^\r\n.!?\u061f]*)*[.!?\u061f]?[\"'»”’)]*", re.MULTILINE
)
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of a report's text, counted as Python counts ``str``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One account of an event, as text.

    Args:
        name: a short ASCII name, such as ``evening-post``.
        text: the text exactly as decoded; offsets count its characters.
        language: BCP 47 language of most of the text, such as ``ar``; ``und`` where its letters are to tell.
        date: the day it was published, which "this year" is resolved against; None where the text must show it.
        sha256: of the bytes as received, in hexadecimal.
        own_words: the newsroom's own words that lie beside its file.
        encoding: how the bytes were decoded, by Python's name for it.
    """

    name: str
    text: str
    language: str
    date: date | None
    sha256: str
    own_words: tuple[OwnWords, ...] = ()
    encoding: str = UTF_8

    def sentence(self, offset: int) -> Span:
        """The whole sentence around a character, without the white space around it.

        Raises:
            IndexError: there is no such character.
        """
        if not 0 <= offset < len(self.text):
            raise IndexError(f"character {offset} is not in {self.name}, which has {len(self.text)}")
        sentences = _sentences(self.text)
        start, end = sentences[bisect_right(sentences, (offset, len(self.text))) - 1]
        if not start <= offset < end:
            return Span(offset, offset + 1)
        words = self.text[start:end]
        return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))

    def paragraph(self, offset: int) -> int:
        """The 0-based number of the line that holds a character: line 0 is the headline or the outlet's name."""
        return bisect_right(_line_ends(self.text), offset)

    def words(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]


@lru_cache(maxsize=4)
def _sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence of a text, in order; found once for all the questions that are asked of one report."""
    return [found.span() for found in _SENTENCE.finditer(text) if found[0]]


@lru_cache(maxsize=4)
def _line_ends(text: str) -> list[int]:
    """Where each line of a text but the last ends."""
    return [found.end() for found in _LINE_END.finditer(text)]


def read_report(path: Path, *, name: str, language: str, date: date | None = None) -> Report:
    """Read a text file as it stands: no character is added, dropped or changed.

    Raises:
        ReportError: the file is missing, empty, damaged or no text.
    """
    try:
        received = path.read_bytes()
    except OSError as error:
        raise ReportError(path, f"cannot be opened ({error.strerror})", "give the path of a text file") from error
    text, encoding = decoded(received, path)
    return Report(name, text, language, date, hashlib.sha256(received).hexdigest(), beside(path), encoding)


def lead_report(story: Story) -> Report:
    """The account that a story reads number by number, character for character; a text of nothing where it has none.

    Raises:
        ReportError: the file is missing, empty, damaged or no text.
    """
    lead = story.lead
    if not lead.held:
        return Report(lead.id, "", lead.language, lead.date, lead.sha256)
    return read_report(story.folder / lead.file, name=lead.id, language=lead.language, date=lead.date)
