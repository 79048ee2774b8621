"""The methodology: how each number was got, for a reviewer who wants to redo it."""

from __future__ import annotations

from nisba.explaining.composing import Outline, Slot, compose
from nisba.explaining.edition import edition
from nisba.explaining.evidence import Evidence
from nisba.explaining.explainer import OUTLINE as EXPLAINER
from nisba.explaining.gate import coverage
from nisba.explaining.page import Page

OUTLINE = Outline(
    slots=(
        Slot("claim", ()),
        Slot("sources", ("sources", "cited", "outlets", "accounts all", "departures")),
        Slot("words", ("quantities", "unread")),
        Slot("decisions", ("decisions",)),
        Slot("checks", ("checks", "repairs", "others")),
        Slot("ratios", ("ratios",)),
        Slot("readings", ("baselines",)),
        Slot("uncertainty", ("estimates",)),
        Slot("rules", ("rules",)),
        Slot("series", ("series",)),
        Slot("unchecked", ("unchecked",)),
        Slot("limits", ("caveats",)),
        Slot("rerun", ("parameters", "downloads")),
        Slot("ledger", ("coverage",)),
        Slot("record", ("replies", "review", "corrections")),
    ),
    contents=True,
)
"""What every methodology has, in order; a section that the prose writes is completed, the others are generated."""


def methodology(evidence: Evidence, language: str, *, draw: bool = True) -> Page:
    """Write the methodology in one language, from ``methodology.<language>.md``.

    Args:
        evidence: all that is known of the story.
        language: BCP 47 language, one of the story's.
        draw: draw the charts; without them the page is the same but for its pictures.

    Raises:
        PageError: the prose has a numeral that is bound to nothing, or an unknown name or directive.
        StoryError: words or figures that the page needs are missing from the story.
    """
    told = edition(evidence, language, "explainer", draw=False)
    bound = coverage(compose(told, EXPLAINER).html, language)
    written = edition(evidence, language, "methodology", draw=draw, companion=bound)
    written.ledger.adopt(told.ledger)
    return compose(written, OUTLINE)
