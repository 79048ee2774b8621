"""What a check or a reading comes to. "Undecided" is never shown as a pass."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """The outcome of comparing what is said with what follows from the numbers."""

    HOLDS = "holds"
    FAILS = "fails"
    UNDECIDED = "undecided"


class Robustness(StrEnum):
    """How a statement fares over all its readings that could be computed."""

    ROBUST = "holds under every reading"
    DEPENDS = "depends on the reading"
    FALSE = "fails under every reading"
    UNKNOWN = "no reading could be computed"
