"""The original of an account: the file that its text was taken from, kept as it arrived."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from nisba.gathering.fields import Fields


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it arrived, beside the text that was taken from it.

    Args:
        file: its name in the story's folder.
        format: what kind of file it is, such as ``pdf``.
        sha256: of its bytes.
        pages: of a paged original, the 1-based line of the text with which each page begins.
    """

    file: str
    format: str
    sha256: str
    pages: tuple[int, ...] = ()

    def place(self, line: int) -> tuple[int, int] | None:
        """Where a 1-based line of the text stands: the 1-based page, and the how many paragraph of it; None without pages."""
        page = bisect_right(self.pages, line)
        return (page, line - self.pages[page - 1] + 1) if page else None


def read_original(folder: Path, fields: Fields) -> Original:
    """Read ``[lead.original]``.

    A notebook sees the text only; where the original is at hand, its bytes must be those that arrived.

    Raises:
        StoryError: a key is missing, unknown or of the wrong type, or the original was altered.
    """
    pages = fields.take("pages", list, [])
    if not all(isinstance(line, int) for line in pages) or pages != sorted(pages):
        raise fields.problem(f"pages is {pages!r}", "write the line with which each page begins, in rising order")
    original = Original(fields.text("file"), fields.text("format"), fields.text("sha256"), tuple(pages))
    fields.done()
    path = folder / original.file
    if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() != original.sha256:
        raise fields.problem(f"{original.file} is not the file that arrived", "put back the file as it arrived")
    return original
