"""The draft notice: what a program proposed and a person has yet to confirm, above everything else on the page."""

from __future__ import annotations

from markupsafe import Markup

from nisba.explaining.edition import Edition
from nisba.explaining.markup import tag


def draft(edition: Edition) -> Markup | None:
    """The notice, with every table of ``story.toml`` that awaits its confirmation; None where none does."""
    awaiting = edition.evidence.story.awaiting
    if not awaiting:
        return None
    items = [tag("li", tag("code", edition.given(name), dir="ltr")) for name in awaiting]
    listed = tag("details", tag("summary", edition.text("draft-list")), tag("ul", items))
    mark = tag("strong", edition.text("draft"))
    return tag("aside", tag("p", mark, " ", edition.text("draft-why")), listed, class_="box draft", id="draft")
