"""What came out of an original: its text, the pages it stood on, and what the file says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Hint:
    """Something that a file says about itself, such as its title.

    Args:
        value: what it says.
        source: where in the file it says so, in a few words of English, such as ``the page's metadata``.
    """

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of an original.

    Args:
        text: paragraphs, one a line; of a plain text file, the text as decoded.
        format: what the original is, such as ``pdf``; an entry of :data:`~nisba.proposing.originals.formats.FORMATS`.
        pages: of a paged original, the 1-based line of the text with which each page begins.
        title: what the file gives as its title.
        outlet: what it gives as the publisher, or the sender.
        address: what it gives as its address on the web.
        day: the day that it gives.
        day_source: where it gives that day.
    """

    text: str
    format: str
    pages: tuple[int, ...] = ()
    title: Hint | None = None
    outlet: Hint | None = None
    address: Hint | None = None
    day: date | None = None
    day_source: str = ""
