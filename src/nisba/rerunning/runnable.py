"""A methodology as a notebook: its sections as text, and each of its sums as a cell that a reviewer runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nisba.rerunning.notebooks import Cell, fresh
from nisba.rerunning.plain import Written, directed, plain, sections


def notebook(written: Written) -> str:
    """The notebook's file; nobody has run it yet. The same page gives the same bytes."""
    return fresh(_cells(written), title=written.page.title)


def _cells(written: Written) -> Iterator[Cell]:
    page = written.page
    for place, section in enumerate(sections(written)):
        yield "markdown", f"section-{place}", section.strip()
    again = page.head.get("again")
    if not isinstance(again, Mapping):
        return
    words = again["words"]
    yield "markdown", "again", directed(page, f"## {plain(words['title'])}\n\n{plain(words['how'])}").strip()
    yield "code", "imports", str(again["imports"])
    for place, told in enumerate(again["sums"]):
        yield "markdown", f"what-{place}", directed(page, _told(told)).strip()
        yield "code", f"sum-{place}", str(told["source"])
    if again["by_hand"]:
        lines = "\n".join(f"- {_told(number)}" for number in again["by_hand"])
        yield "markdown", "by-hand", directed(page, f"{plain(words['hand'])}\n\n{lines}").strip()


def _told(number: Mapping[str, Any]) -> str:
    """What a number is, its sum in names, and how the page prints it."""
    return f"**{plain(number['label'])}**: `{number['formula']}` = {plain(number['shown'])}"
