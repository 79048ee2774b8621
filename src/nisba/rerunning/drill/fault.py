"""A fault: one small change of one file, such as a hand in haste makes."""

from __future__ import annotations

from dataclasses import dataclass

Edit = tuple[int, int, str]
"""From, to, and what is put there; offsets in the file's text."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One change.

    Args:
        kind: what sort of slip it is: ``digit``, ``swap``, ``hedge``, ``pace``, ``place``, ``sum``, ``cited`` or ``prose``.
        file: the file's name.
        edits: what is put where; they do not overlap.
    """

    kind: str
    file: str
    edits: tuple[Edit, ...]

    def sown(self, text: str) -> str:
        """The file's text with the fault in it."""
        for start, end, written in sorted(self.edits, reverse=True):
            text = text[:start] + written + text[end:]
        return text

    def line(self, text: str) -> int:
        """The 1-based line of the file in which it begins."""
        return text.count("\n", 0, min(self.edits)[0]) + 1

    def was(self, text: str) -> str:
        """What stood there."""
        return " … ".join(text[start:end] for start, end, _ in sorted(self.edits))

    @property
    def becomes(self) -> str:
        """What stands there instead."""
        return " … ".join(written for _, _, written in sorted(self.edits))
