"""The reviewer's kit, and the sign-off on exactly what they read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from nisba.checking.checks import Check
from nisba.checking.readings import Finding
from nisba.errors import BundleError
from nisba.explaining.evidence import Evidence
from nisba.explaining.signing import parts, version
from nisba.gathering import Story
from nisba.gathering.reviews import FILE, Review, written
from nisba.records import from_rows
from nisba.rerunning.manifest import digests
from nisba.rerunning.swap import write_whole
from nisba.reviewing import form
from nisba.reviewing.published import Published
from nisba.reviewing.second_route import Cell, second_route

FORM, NOTEBOOK = "form.toml", "by_another_route.ipynb"
_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def write_kit(story: Story, published: Published, folder: Path, language: str) -> tuple[Path, ...]:
    """Write the form and the notebook into a folder; answers given before are kept.

    Raises:
        BundleError: the form that lies there cannot be read.
    """
    entries = form.form(story, published, form.read_form(folder / FORM), language)
    cells = second_route(story.id, [entry.number for entry in entries], published.numbers())
    content = {FORM: form.written(entries), NOTEBOOK: _notebook(cells)}
    for name, text in content.items():
        write_whole(folder / name, text.encode())
    return tuple(folder / name for name in content)


def sign(story: Story, published: Published, name: str, day: date) -> Review:
    """Add a sign-off on the outputs at hand to the story's folder.

    Args:
        story: what people supplied, as it lies there now.
        published: outputs made from exactly that.
        name: the person's own name.
        day: today.

    Raises:
        BundleError: the name cannot be printed, or the outputs were made from something else.
    """
    if not name.strip() or not name.isprintable():
        raise BundleError(story.id, "a sign-off needs a name", "give yours: --as NAME")
    _same_inputs(story, published)
    evidence = evidence_of(story, published)
    review = Review(name.strip(), day, version(evidence), parts(evidence))
    path = story.folder / FILE
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    write_whole(path, "\n".join(part for part in (before, written(review)) if part).encode())
    return review


def evidence_of(story: Story, published: Published) -> Evidence:
    """What a sign-off covers, from the tables of some outputs."""
    return Evidence(
        story,
        {},
        published.numbers(),
        checks=from_rows(Check, published.rows("tables/checks.csv")),
        findings=from_rows(Finding, published.rows("tables/findings.csv")),
        parameters={row["parameter"]: row["value"] for row in published.rows("tables/parameters.csv")},
    )


def _same_inputs(story: Story, published: Published) -> None:
    now, then = dict(digests(story.folder)), dict(published.manifest["inputs"])
    for one in (now, then):
        one.pop(FILE, None)
    if now != then:
        raise BundleError(story.id, "its inputs changed after the run", f"nisba run {story.id}, read it, then sign")


def _notebook(cells: tuple[Cell, ...]) -> str:
    """A notebook file (nbformat 4.5) of cells that nobody has run yet."""
    content: Mapping[str, object] = {
        "cells": [_cell(*cell) for cell in cells],
        "metadata": {"kernelspec": _KERNEL, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _cell(kind: str, id: str, source: str) -> Mapping[str, object]:
    cell: dict[str, object] = {"cell_type": kind, "id": id[:64], "metadata": {}, "source": source}
    return {**cell, "execution_count": None, "outputs": []} if kind == "code" else cell
