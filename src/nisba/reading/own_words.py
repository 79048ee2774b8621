"""A newsroom's own words: ``words.<language>.toml`` beside a report's file, read with it, without a line of code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

#: Tables that a words file may have: what is counted, what happened, where, who, and in which unit.
TABLES = ("nouns", "events", "places", "actors", "currencies", "money_prefixes", "measures")
#: What else it may say: letters its words need beyond the language's, and which of its nouns are people.
SETTINGS = ("alphabet", "persons")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """One words file, as it stands.

    Args:
        file: its name, for people.
        language: code of the language whose words it adds to, such as ``ar``.
        text: the TOML.
    """

    file: str
    language: str
    text: str


def beside(report: Path) -> tuple[OwnWords, ...]:
    """The words files in the folder of a report's file, in the order of their names."""
    files = sorted(report.parent.glob("words.*.toml"))
    return tuple(OwnWords(file.name, file.name.split(".")[1], file.read_text(encoding="utf-8")) for file in files)
