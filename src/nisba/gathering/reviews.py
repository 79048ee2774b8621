"""Sign-offs: who read exactly which version of a story. ``nisba review STORY --sign`` adds one; people may remove one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from nisba.gathering.fields import Fields
from nisba.gathering.texts import toml_string

FILE = "reviews.toml"
"""The file of a story's folder that holds them, and nothing else."""


@dataclass(frozen=True, slots=True)
class Review:
    """A named person's sign-off on exactly one version.

    Args:
        name: who signed.
        date: when.
        sha256: of the version, as its pages show it.
        parts: SHA-256 of each part of that version, by name; empty where they were not noted.
    """

    name: str
    date: date
    sha256: str
    parts: Mapping[str, str]


def read_review(fields: Fields, table: Mapping[str, Any]) -> Review:
    """Read one ``[[reviews]]`` table.

    Raises:
        StoryError: a key is missing, unknown or of the wrong type.
    """
    entry = Fields(fields.path, "reviews", table)
    review = Review(entry.text("name"), entry.needed_day("date"), entry.text("sha256"), entry.words("parts", {}))
    entry.done()
    return review


def written(review: Review) -> str:
    """A sign-off as the file holds it.

    Args:
        review: the sign-off; its name holds no control character.
    """
    lines = [
        "[[reviews]]",
        f"name = {toml_string(review.name)}",
        f"date = {review.date.isoformat()}",
        f'sha256 = "{review.sha256}"',
    ]
    return "\n".join([*lines, *(f'parts."{part}" = "{digest}"' for part, digest in review.parts.items())]) + "\n"
