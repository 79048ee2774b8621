"""What people write in several languages, and which of several wordings holds for the numbers at hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

Words = Mapping[str, str]
"""The same words by language: ``{"en": "Killed in Syria", "ar": …}``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One wording, and the condition under which it may be printed.

    Args:
        words: the wording by language.
        when: a condition over numbers, such as ``so-far > 1 and so-far < 2``; empty: always.
    """

    words: Words
    when: str = ""


def toml_string(text: str) -> str:
    """A text as a basic string of TOML, on one line; JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\u007f", "\\u007f")
