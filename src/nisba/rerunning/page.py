"""The page inside an executed notebook: what its cells displayed for readers, and what the page says of itself.

A cell shows a part of the page by displaying ``text/html`` with the metadata ``{"nisba": {"page": true}}``; one cell
displays ``application/vnd.nisba.page+json`` with the page's language, direction, title, description and kind. Anything
else in the notebook is for its own reader and stays there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nisba.errors import RunError
from nisba.explaining.page import HEAD

KINDS = ("explainer", "methodology")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is cleaned and put into its template.

    Args:
        kind: one of :data:`KINDS`.
        language: BCP 47 language of the page.
        direction: ``ltr`` or ``rtl``.
        title: what stands in the browser's tab.
        description: one or two sentences for search engines and previews.
        head: further facts for the template's head.
        body: the parts as displayed, in the order of the notebook; not yet safe.
    """

    kind: str
    language: str
    direction: str
    title: str
    description: str
    head: Mapping[str, Any]
    body: str

    @property
    def file(self) -> str:
        """The name under which the page is published."""
        return f"{self.kind}.{self.language}.html"


def find_page(file: str, content: Any) -> Page | None:
    """The page of an executed notebook; None if it displayed none.

    Raises:
        RunError: parts of a page without a word about it, or the other way round, or that word is not usable.
    """
    outputs = list(_displayed(content))
    abouts = [output.data[HEAD] for output in outputs if HEAD in output.data]
    parts = [output.data["text/html"] for output in outputs if _is_part(output)]
    if not abouts and not parts:
        return None
    if len(abouts) != 1 or not parts:
        found = f"displays {len(parts)} parts of a page and says {len(abouts)} times what page it is"
        raise RunError(file, found, f"display the parts, and {HEAD} once")
    return _page(file, abouts[0], "\n".join(parts))


def _page(file: str, about: Any, body: str) -> Page:
    said = about if isinstance(about, dict) else {}
    words = {name: said.get(name) for name in ("kind", "language", "direction", "title", "description")}
    wrong = [name for name, value in words.items() if not isinstance(value, str) or not value]
    if not wrong:
        wrong += ["kind"] if words["kind"] not in KINDS else []
        wrong += ["language"] if not _LANGUAGE.fullmatch(str(words["language"])) else []
        wrong += ["direction"] if words["direction"] not in ("ltr", "rtl") else []
    head = said.get("head") or {}
    if wrong or not isinstance(head, dict):
        named = ", ".join(wrong) or "head"
        raise RunError(file, f"says nothing usable about its page's {named}", f"mend what it displays as {HEAD}")
    return Page(**{name: str(value) for name, value in words.items()}, head=head, body=body)


def _displayed(content: Any) -> Iterator[Any]:
    """All rich outputs, in the order of the notebook."""
    for cell in content.cells:
        for output in cell.get("outputs", ()):
            if output.output_type in ("display_data", "execute_result"):
                yield output


def _is_part(output: Any) -> bool:
    marked = output.metadata.get("nisba")
    return isinstance(marked, dict) and marked.get("page") is True and isinstance(output.data.get("text/html"), str)
