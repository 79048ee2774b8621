"""A PDF: its text page by page, lines joined to paragraphs; the page of every line is kept."""

from __future__ import annotations

import io
import itertools
import logging
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from nisba.errors import ReportError
from nisba.proposing.originals.extracted import Extracted, Hint
from nisba.proposing.originals.lines import as_line, as_lines
from nisba.proposing.originals.visual_order import in_reading_order, is_right_to_left

_SOURCE = "the document's properties"
_APART = 1.4  # times the usual distance of lines begins a paragraph
_OTHER_SIZE = 0.12  # part by which the size of letters differs between a headline and a text
_SPACE = 0.08  # times the size of letters is the narrowest space between words
_FULL = 0.85  # part of the page's widest line that a line within a paragraph fills
_STOPS = ".!?\u061f\u06d4:\u2026"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, in the order in which it is read; distances in points from the top of the page."""

    text: str
    top: float
    size: float
    width: float


def extract(received: bytes, path: Path) -> Extracted:
    """The text of a document.

    Raises:
        ReportError: it cannot be opened, or its pages are pictures without text.
    """
    import pdfplumber  # noqa: PLC0415 - only where a PDF is given

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it tells of oddities in fonts, which nobody can mend
    try:
        with pdfplumber.open(io.BytesIO(received)) as document:
            pages = [as_lines(_paragraphs(_lines(page))) for page in document.pages]
            title = as_line(str((document.metadata or {}).get("Title") or ""))
    except Exception as error:  # the library passes on whatever its parsers raise
        remedy = "open it in a viewer and print it to a new PDF, without a password"
        raise ReportError(path, "is no PDF that can be opened", remedy) from error
    if not any(pages):
        remedy = "run text recognition (OCR) on it, compare every number with the page, and give the text"
        raise ReportError(path, "is a scanned PDF: its pages are pictures without text", remedy)
    begins = [1]
    for page in pages[:-1]:
        begins.append(begins[-1] + page.count("\n"))
    return Extracted("".join(pages), "pdf", tuple(begins), title=Hint(title, _SOURCE) if " " in title else None)


def _lines(page: Any) -> list[Line]:
    """The lines of a page from top to bottom, words put back in the order in which they are read."""
    rows: list[list[dict[str, Any]]] = []
    bare = page.filter(lambda item: not _is_mark(item))
    words = bare.extract_words(return_chars=True)
    _set_marks([char for word in words for char in word["chars"]], [char for char in page.chars if _is_mark(char)])
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        if rows and abs(rows[-1][-1]["bottom"] - word["bottom"]) < (word["bottom"] - word["top"]) / 2:
            rows[-1].append(word)
        else:
            rows.append([word])
    turned = is_right_to_left("".join(word["text"] for row in rows for word in row))
    return [_line(sorted(row, key=lambda word: word["x0"]), turned=turned) for row in rows]


def _is_mark(item: dict[str, Any]) -> bool:
    """A sign above or below a letter, such as shadda: a glyph of its own without width; or one that stands for no letter."""
    return item["object_type"] == "char" and unicodedata.category(item["text"][:1] or "\0") in ("Mn", "Cc")


def _set_marks(letters: list[dict[str, Any]], marks: list[dict[str, Any]]) -> None:
    """Each mark behind the letter that it is drawn over, where it is read."""
    for mark in marks:
        under = [letter for letter in letters if letter["x0"] <= mark["x0"] <= letter["x1"]]
        near = min(under, key=lambda letter: abs(letter["bottom"] - mark["bottom"]), default=None)
        if near is not None and mark["text"].isprintable():
            near["text"] += mark["text"]


def _line(words: list[dict[str, Any]], *, turned: bool) -> Line:
    size = median(char["size"] for word in words for char in word["chars"])
    shown = [char["text"] for char in words[0]["chars"]]
    for word, after in itertools.pairwise(words):
        # A word is also cut where the font changes, as before the hyphens of a date; only white space makes a space.
        shown += [" "] if after["x0"] - word["x1"] > _SPACE * size else []
        shown += [char["text"] for char in after["chars"]]
    text = in_reading_order(shown, among_right_to_left=turned)
    return Line(text, words[0]["bottom"], size, words[-1]["x1"] - words[0]["x0"])


def _paragraphs(lines: list[Line]) -> Iterable[str]:
    """Lines joined where they belong together: of one size, close to each other, and the upper one full or unfinished."""
    if not lines:
        return []
    gaps = [below.top - above.top for above, below in itertools.pairwise(lines)]
    widest = max(line.width for line in lines)
    usual = min((gap for gap in gaps if gap > lines[-1].size), default=0.0)
    found = [lines[0].text]
    for above, below in itertools.pairwise(lines):
        apart = below.top - above.top > _APART * max(usual, below.size)
        other = abs(below.size - above.size) > _OTHER_SIZE * above.size
        ended = above.width < _FULL * widest and above.text.rstrip("\"'»”’) ")[-1:] in _STOPS
        if apart or other or ended:
            found.append(below.text)
        else:
            found[-1] += " " + below.text
    return found
