"""The explainer: the page a reader sees."""

from __future__ import annotations

from nisba.explaining.composing import Outline, Slot, compose
from nisba.explaining.edition import edition
from nisba.explaining.evidence import Evidence
from nisba.explaining.page import Page

OUTLINE = Outline(
    slots=(Slot("about", ("replies", "downloads", "corrections", "review")),),
    required=("facts", "how"),
    anchors=("unknown",),
)
"""What every explainer has: facts, what is not known, how we know, right of reply, downloads, corrections, review, notes."""


def explainer(evidence: Evidence, language: str, *, draw: bool = True) -> Page:
    """Write the explainer in one language, from ``explainer.<language>.md``.

    Args:
        evidence: all that is known of the story.
        language: BCP 47 language, one of the story's.
        draw: draw the charts; without them the page is the same but for its pictures.

    Raises:
        PageError: the prose has a numeral that is bound to nothing, an unknown name or directive, or lacks a part.
        StoryError: words or figures that the page needs are missing from the story.
    """
    return compose(edition(evidence, language, "explainer", draw=draw), OUTLINE)
