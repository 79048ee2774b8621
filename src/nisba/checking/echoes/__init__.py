"""Echoes: what a story's folder says twice must be said alike, or one of the two is a slip of the hand.

A figure stands in the account and in its translation, in a citation and in its words, in one language and in the other. Where
the two part, nobody has to know which is right to know that something is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nisba.checking.echoes import citations, editions, languages, places, series, translations, wordings
from nisba.checking.echoes.mismatch import Mismatch
from nisba.checking.numbers import Number
from nisba.gathering import Story
from nisba.reading import Quantity, Report, Unread

__all__ = ["Mismatch", "mismatches"]


def mismatches(
    story: Story, report: Report, quantities: Sequence[Quantity | Unread], facts: Iterable[Number]
) -> tuple[Mismatch, ...]:
    """Every place where the folder of a story says one thing in two ways.

    Args:
        story: what people supplied.
        report: the lead account.
        quantities: its numbers.
        facts: those of them that the story names.

    Raises:
        StoryError: a translation has not one line for each line of the account.
    """
    known = tuple(facts)
    return (
        *translations.mismatches(story, report, quantities),
        *languages.mismatches(story),
        *editions.mismatches(story),
        *citations.mismatches(story, known),
        *places.mismatches(story, known),
        *series.mismatches(story),
        *wordings.mismatches(story),
    )
