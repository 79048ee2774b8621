"""Rich text (RTF): its paragraphs, without their looks."""

from __future__ import annotations

from pathlib import Path

from nisba.errors import ReportError
from nisba.proposing.originals.extracted import Extracted
from nisba.proposing.originals.lines import as_lines


def extract(received: bytes, path: Path) -> Extracted:
    """The text of a document.

    Raises:
        ReportError: it cannot be read as rich text.
    """
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - only where rich text is given

    try:
        # RTF is ASCII with escapes by its own definition; the few that write raw bytes mean their code page.
        text = str(rtf_to_text(received.decode("latin-1"), errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError) as error:
        raise ReportError(path, "is no rich text that can be read", "save it as plain text or DOCX") from error
    return Extracted(as_lines(text.split("\n")), "rich_text")
