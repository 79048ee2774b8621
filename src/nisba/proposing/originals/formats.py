"""Which kind of file an original is: told by how its bytes begin, else by its name; each kind has one module."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from nisba.errors import ReportError
from nisba.proposing.originals.extracted import Extracted

FORMATS: Mapping[str, tuple[str, ...]] = {
    "plain_text": (".txt", ".text", ".md"),
    "web_page": (".html", ".htm", ".xhtml"),
    "pdf": (".pdf",),
    "word_document": (".docx",),
    "rich_text": (".rtf",),
    "mail": (".eml",),
}
"""The module that reads a kind of file, and the endings of its names."""

_BEGINNINGS: Mapping[bytes, str] = {b"%PDF-": "pdf", b"{\\rtf": "rich_text"}
_SAVE_AS: Mapping[str, str] = {
    ".doc": "open it and save it as DOCX",
    ".odt": "open it and save it as DOCX",
    ".pages": "export it as DOCX or PDF",
    ".mhtml": "open it in a browser and save the page as HTML",
    ".mht": "open it in a browser and save the page as HTML",
    ".webarchive": "open it in a browser and save the page as HTML",
    ".msg": "save the message as EML",
    ".png": "type or dictate its text into a text file",
    ".jpg": "type or dictate its text into a text file",
    ".jpeg": "type or dictate its text into a text file",
    ".xlsx": "save the sheet as CSV and give it with --figures",
    ".csv": "give a table of figures with --figures",
}


def extract(path: Path) -> Extracted:
    """The text of a report, whichever kind of file it came in.

    Raises:
        ReportError: the file is missing, empty, of an unknown kind, damaged, locked, or holds no text.
    """
    try:
        received = path.read_bytes()
    except IsADirectoryError as error:
        raise ReportError(path, "is a folder", "name the files of the reports in it") from error
    except OSError as error:
        raise ReportError(path, f"cannot be opened ({error.strerror})", "check the path and the rights") from error
    if not received.strip():
        raise ReportError(path, "is empty", "get the file again, or save it again")
    found: Extracted = import_module(f"nisba.proposing.originals.{_kind(path, received)}").extract(received, path)
    if not found.text.strip():
        raise ReportError(path, "holds no text", "copy the report's words into a text file and give that")
    return found


def _kind(path: Path, received: bytes) -> str:
    """The module for a file: by its first bytes where these tell, since names are often wrong."""
    by_bytes = next((kind for beginning, kind in _BEGINNINGS.items() if received.startswith(beginning)), None)
    ending = path.suffix.lower()
    by_name = next((kind for kind, endings in FORMATS.items() if ending in endings), None)
    kind = by_bytes or by_name
    if kind is None:
        known = " ".join(ending for endings in FORMATS.values() for ending in endings)
        remedy = _SAVE_AS.get(ending, f"save it as one of {known}")
        raise ReportError(path, "is of a kind that nisba does not read", remedy)
    return kind
