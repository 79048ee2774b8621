"""A file of text on disk, of any length: its encoding is found out first, then its text is given piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nisba.errors import ReportError
from nisba.reading.encoding import characters, encoding_of

_PIECE = 1 << 18  # bytes


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file whose encoding is known.

    Args:
        path: where it lies.
        encoding: Python's name for how it is written down, such as ``utf-8`` or ``windows-1256``.
    """

    path: Path
    encoding: str

    def pieces(self) -> Iterator[str]:
        """The text from its beginning, in pieces.

        Raises:
            ReportError: it cannot be opened, or a place cannot be decoded.
        """
        return characters(_chunks(self.path), self.encoding, self.path)


def text_file(path: Path) -> TextFile:
    """The file at a path, looked through once for its encoding.

    Raises:
        ReportError: it is missing, empty, damaged or no text.
    """
    return TextFile(path, encoding_of(_chunks(path), path))


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while chunk := file.read(_PIECE):
                yield chunk
    except OSError as error:
        raise ReportError(path, f"cannot be opened ({error.strerror})", "give the path of a text file") from error
