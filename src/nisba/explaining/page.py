"""A page in parts: what a notebook displays, and what the exporter puts together again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

HEAD = "application/vnd.nisba.page+json"
"""The media type of the part that says what the page is."""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a page's body: whole elements, safe by construction."""

    html: str

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> tuple[dict[str, str], dict[str, Any]]:
        """What Jupyter shows; the metadata tells the exporter that it belongs to the page."""
        del include, exclude
        plain = f"a part of the page, {len(self.html)} characters"  # else the notebook would hold the whole part twice
        return {"text/html": self.html, "text/plain": plain}, {"nisba": {"page": True}}


@dataclass(frozen=True, slots=True)
class Head:
    """What a page is: its language, title, description, kind, style and script."""

    content: Mapping[str, Any]

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """What Jupyter keeps for the exporter, and a line for people."""
        del include, exclude
        return {HEAD: dict(self.content), "text/plain": f"{self.content['kind']} ({self.content['language']})"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page: ``for part in page: display(part)``.

    Args:
        parts: its body, in order.
        head: what it is.
    """

    parts: tuple[Part, ...]
    head: Head

    def __iter__(self) -> Iterator[Head | Part]:
        """The head, then the parts."""
        yield self.head
        yield from self.parts

    @property
    def html(self) -> str:
        """The whole body."""
        return "\n".join(part.html for part in self.parts)
