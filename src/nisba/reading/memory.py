"""What the reading of one block leaves for the next: the little of a text's context that reaches over any distance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nisba.periods import Period


@dataclass(frozen=True, slots=True)
class Memory:
    """What was spoken of before a block.

    Args:
        today: the day of the report, or the last that its text names outright; None where neither is known.
        before: the last time named, which "the same year" points to.
        spoken: the last period named that numbers without one of their own hold for.
        first_places: the places that the text names first, which numbers without any are about.
        places: the places named last in the paragraph that the block goes on with.
        counted: what the last number of that paragraph counts.
    """

    today: date | None = None
    before: Period | None = None
    spoken: Period | None = None
    first_places: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    counted: str | None = None
