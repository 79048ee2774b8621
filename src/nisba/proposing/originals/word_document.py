"""A Word document (DOCX): its paragraphs and tables in their order, and its properties."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nisba.errors import ReportError
from nisba.proposing.originals.extracted import Extracted, Hint
from nisba.proposing.originals.lines import as_lines

_SOURCE = "the document's properties"


def extract(received: bytes, path: Path) -> Extracted:
    """The text of a document.

    Raises:
        ReportError: it is none, damaged, or locked with a password.
    """
    import docx  # noqa: PLC0415 - only where a document is given
    from docx.opc.exceptions import OpcError  # noqa: PLC0415 - the same

    try:
        document: Any = docx.Document(io.BytesIO(received))
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError) as error:
        remedy = "open it in a word processor and save it again as DOCX, without a password"
        raise ReportError(path, "is no Word document that can be opened", remedy) from error
    title = str(document.core_properties.title or "").strip()
    hint = Hint(title, _SOURCE) if title else None
    return Extracted(as_lines(_paragraphs(document)), "word_document", title=hint)


def _paragraphs(document: Any) -> Iterator[str]:
    """Paragraphs, and rows of tables with their cells side by side; a cell that spans columns once."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield " | ".join(dict.fromkeys(cell.text.replace("\n", " ") for cell in row.cells))
        else:
            yield from block.text.split("\n")
