"""The parameters of a run: what a journalist may change without touching a file, and which values a story allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nisba.gathering.story import Story

PARAMETERS: Mapping[str, str] = {
    "story": "folder in data/raw",
    "language": "edition to write: a language of the story, or all",
    "baseline": "cited figure that the comparison is made with",
    "reading": "readings under which statements are judged: one kind, or every",
    "counting": "how periods are measured: days or months",
    "uncorrected": "whether published numbers may change without a correction; the page says so: refused or allowed",
}
"""Name and help of every parameter; all are plain ASCII text."""


def allowed(story: Story) -> Mapping[str, tuple[str, ...]]:
    """The values that each parameter may take for a story; the first is the default.

    A baseline must cover the same places as the story's first one: a count for one country is no base for the ratio of
    two. The others stay in the tables, refused with that reason.
    """
    kinds = dict.fromkeys(reading.kind for reading in story.readings)
    candidates = story.candidates
    return {
        "story": (story.id,),
        "language": ("all", *story.languages),
        "baseline": tuple(cited.id for cited in candidates if set(cited.where) == set(candidates[0].where)),
        "reading": ("every", *kinds),
        "counting": ("days", "months"),
        "uncorrected": ("refused", "allowed"),
    }
