"""A saved web page: its main text, without menus and comments, and what its metadata say. Nothing is fetched."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from nisba.errors import ReportError
from nisba.proposing.originals.extracted import Extracted, Hint
from nisba.proposing.originals.lines import as_line, as_lines
from nisba.reading.encoding import decoded

_SOURCE = "the page's metadata"
_LEAST = 40  # characters; less is a menu or a notice, and no report
_HEAD = 4096  # bytes; the HTML standard wants the charset within the first 1024
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)


def extract(received: bytes, path: Path) -> Extracted:
    """The article of a page.

    Raises:
        ReportError: no article is found in it.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - only where a web page is given

    written = _decoded(received, path)
    # Duplicate sentences are kept: that a report says a thing twice is for the checks to see.
    # A day is taken where the page declares one, never guessed from its text.
    declared = {"extensive_search": False, "original_date": True}
    found: Any = bare_extraction(
        written, with_metadata=True, include_comments=False, deduplicate=False, date_extraction_params=declared
    )
    paragraphs = str(found.text or "").split("\n") if found is not None else []
    if len("".join(map(as_line, paragraphs))) < _LEAST:
        raise ReportError(path, "is a web page in which no article is found", "copy its text into a text file")
    title = as_line(found.title or "")
    if title and as_line(paragraphs[0]) != title:
        paragraphs = [title, *paragraphs]
    return Extracted(
        as_lines(paragraphs),
        "web_page",
        title=_hint(title),
        outlet=_hint(found.sitename or found.hostname),
        address=_hint(found.url),
        day=_day(found.date),
        day_source=_SOURCE,
    )


def _hint(value: str | None) -> Hint | None:
    return Hint(as_line(value), _SOURCE) if value and as_line(value) else None


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _decoded(received: bytes, path: Path) -> str:
    """The markup as text: UTF-8 where it is that, else what the page declares, else what the bytes look like."""
    declared = _CHARSET.search(received[:_HEAD])
    for encoding in ("utf-8-sig", declared[1].decode("ascii") if declared else ""):
        try:
            return received.decode(encoding) if encoding else decoded(received, path)[0]
        except (UnicodeDecodeError, LookupError):
            continue
    return decoded(received, path)[0]
