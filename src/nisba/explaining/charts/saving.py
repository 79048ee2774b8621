"""Saving: every chart of a story in every language, as files for pages and desks, and each page's picture for shared links."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nisba.explaining.charts.drawing import alt_text, chart_of, draw, png
from nisba.explaining.evidence import Evidence
from nisba.explaining.social import save_social
from nisba.explaining.wording import Wording, wording_of


@dataclass(frozen=True, slots=True)
class Saved:
    """A chart that was saved.

    Args:
        chart: its id.
        language: of its words.
        file: name of the PNG; the SVG files are beside it, ``….wide.svg`` and ``….narrow.svg``.
        says: what it shows, in words.
    """

    chart: str
    language: str
    file: str
    says: str


def save_charts(evidence: Evidence, folder: Path) -> tuple[Saved, ...]:
    """Draw every chart of a story in each of its languages.

    Args:
        evidence: the story, its numbers, findings, accounts and rates.
        folder: where the files go; it is made where it does not exist.

    Raises:
        StoryError: a chart lacks words, names an unknown number, or does not fit its kind.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wordings = tuple(wording_of(evidence.story, language) for language in evidence.story.languages)
    for language in evidence.story.languages:
        save_social(evidence, language, folder)
    return tuple(
        _saved(evidence, picture.id, wording, folder) for picture in evidence.story.pictures for wording in wordings
    )


def _saved(evidence: Evidence, id: str, wording: Wording, folder: Path) -> Saved:
    chart = chart_of(evidence.picture(id), evidence.numbers, wording, evidence)
    name = f"{id}.{wording.language}"
    (folder / f"{name}.wide.svg").write_text(draw(chart, "wide"), encoding="utf-8", newline="\n")
    (folder / f"{name}.narrow.svg").write_text(draw(chart, "narrow"), encoding="utf-8", newline="\n")
    (folder / f"{name}.png").write_bytes(png(chart))
    return Saved(id, wording.language, f"{name}.png", alt_text(chart))
