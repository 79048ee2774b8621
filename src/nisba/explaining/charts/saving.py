"""Charts as files: one SVG in each width and one PNG, for each chart of the story in each of its languages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nisba.explaining.charts.drawing import alt_text, chart_of, draw, png
from nisba.explaining.evidence import Evidence
from nisba.explaining.wording import Wording


@dataclass(frozen=True, slots=True)
class Saved:
    """A chart that was written.

    Args:
        chart: its id.
        language: BCP 47 language of its words.
        file: its PNG; the SVG files beside it have the same name.
        says: the finding and the numbers drawn, in words.
    """

    chart: str
    language: str
    file: str
    says: str


def save_charts(evidence: Evidence, folder: Path | str) -> tuple[Saved, ...]:
    """Draw every chart of the story in every language.

    Writes ``<chart>.<language>.svg``, ``<chart>.<language>.narrow.svg`` and ``<chart>.<language>.png``.

    Args:
        evidence: all that is known.
        folder: where the files go; it is made if it is not there.

    Raises:
        StoryError: a chart asks for what is not known.
    """
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    return tuple(
        _save(evidence, name, language, place)
        for name in (picture.id for picture in evidence.story.pictures)
        for language in evidence.story.languages
    )


def _save(evidence: Evidence, name: str, language: str, folder: Path) -> Saved:
    chart = chart_of(evidence.picture(name), evidence.numbers, Wording(language), evidence)
    stem = f"{name}.{language}"
    (folder / f"{stem}.svg").write_text(draw(chart, "wide") + "\n", encoding="utf-8")
    (folder / f"{stem}.narrow.svg").write_text(draw(chart, "narrow") + "\n", encoding="utf-8")
    (folder / f"{stem}.png").write_bytes(png(chart))
    return Saved(name, language, f"{stem}.png", alt_text(chart))
