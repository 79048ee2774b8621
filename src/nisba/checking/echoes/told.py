"""Told: what words of a story's folder give; the same words are read once, however often they are compared."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from nisba.reading import Quantity, Report, Unread, read_quantities


@lru_cache(maxsize=1024)
def told(words: str, language: str, day: date | None = None) -> tuple[Quantity | Unread, ...]:
    """The quantities of a label, a citation, a wording or a translation.

    Args:
        words: the text.
        language: BCP 47 language of it.
        day: what "this year" is resolved against; None where the words must show it.

    Raises:
        LexiconError: there is no lexicon for the language.
    """
    return read_quantities(Report("", words, language, day, ""))
