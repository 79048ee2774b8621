"""Which language a text is in, told by its letters; a rule of thumb for when nobody says."""

from __future__ import annotations

_ARABIC = range(0x0600, 0x0700)


def language_of(text: str) -> str:
    """``ar`` where most letters are Arabic, else ``en``."""
    letters = [letter for letter in text if letter.isalpha()]
    arabic = sum(ord(letter) in _ARABIC for letter in letters)
    return "ar" if arabic * 2 > len(letters) else "en"
