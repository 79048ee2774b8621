"""Plain text: the original is the text."""

from __future__ import annotations

from pathlib import Path

from nisba.proposing.originals.extracted import Extracted
from nisba.reading.encoding import decoded


def extract(received: bytes, path: Path) -> Extracted:
    """The text as decoded, no character changed.

    Raises:
        ReportError: it is no text, or damaged.
    """
    return Extracted(decoded(received, path)[0], "plain_text")
