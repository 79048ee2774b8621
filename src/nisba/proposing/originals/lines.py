"""Paragraphs as lines: how every extracted text is laid out, since a line is a place that people can name."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WHITE = re.compile(r"[\s\u00a0\u202f]+")
_INVISIBLE = re.compile("[\u00ad\u200b\ufeff]")


def as_lines(paragraphs: Iterable[str]) -> str:
    """One paragraph a line, white space made single, empty ones left out; soft hyphens and byte order marks go."""
    return "".join(f"{line}\n" for paragraph in paragraphs if (line := as_line(paragraph)))


def as_line(paragraph: str) -> str:
    """A paragraph on one line."""
    return _WHITE.sub(" ", _INVISIBLE.sub("", paragraph)).strip()
