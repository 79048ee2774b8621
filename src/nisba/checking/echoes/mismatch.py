"""A mismatch: one thing said in two ways in a story's folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing said in two ways.

    Args:
        kind: ``translation``, ``language``, ``citation``, ``record`` or ``wording``.
        place: where it is said first, as file and name.
        says: what stands there.
        echo: where it is said again.
        answers: what stands there instead.
    """

    kind: str
    place: str
    says: str
    echo: str
    answers: str

    def __str__(self) -> str:
        return f"{self.place} has {self.says or 'nothing'}, but {self.echo} has {self.answers or 'nothing'}."


def listed(told: Iterable[str]) -> str:
    """Numerals, names or places for a message, in one order whatever theirs."""
    return ", ".join(sorted(told))
