"""Words of another script in a page's own text: a quotation in them says its language and keeps its direction."""

from __future__ import annotations

import re

from markupsafe import Markup

from nisba.explaining.markup import direction, join, tag, visible
from nisba.reading.script import LETTERS, language_of, script_of

_QUOTED = re.compile("\u201c([^\u201c\u201d]+)\u201d|\u00ab([^\u00ab\u00bb]+)\u00bb")
"""What stands in quotation marks, English or Arabic ones."""


def quoted(text: str, language: str) -> Markup:
    """A text in which each quotation in another script is an element of its own; its marks are those of the page.

    A screen reader then speaks it in its language, and its order does not depend on what stands around it
    (Unicode Standard Annex 9, section 6.1, on quotations).

    Args:
        text: plain text.
        language: of the page.
    """
    pieces: list[str | Markup] = []
    at = 0
    for found in _QUOTED.finditer(text):
        words = found[1] or found[2]
        if (spoken := language_of(words)) and _foreign(words, language):
            pieces += [text[at : found.start()], tag("q", visible(words), lang=spoken, dir=direction(spoken))]
            at = found.end()
    return join(pieces, text[at:])


def _foreign(words: str, language: str) -> bool:
    """The words have letters, and none of the script of the language."""
    own = LETTERS[script_of(language)]
    return any(map(str.isalpha, words)) and not re.search(f"[{own}]", words)
