"""Which language a text is in: its letters tell the script, and of languages that share one, their small words.

Nothing here knows a language by name: scripts and small words are those of the language files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from nisba.reading.lexicon import languages, tables
from nisba.reading.normalise import PIECES, fold, plain

#: Letters by ISO 15924 code of their script (Unicode blocks).
LETTERS: Mapping[str, str] = MappingProxyType({
    "Arab": "\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "Latn": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
    "Cyrl": "\u0400-\u052f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Hebr": "\u05d0-\u05ea",
})  # fmt: skip
_FALLBACK = "Latn"
_SAMPLE = 20_000  # characters that are looked at
#: Classes of small words that stand in any text of a language, whatever it is about.
_SMALL = (
    "article",
    "of",
    "to",
    "from",
    "that",
    "by",
    "between",
    "determiner",
    "or",
    "and",
    "particle",
    "adjunct",
    "since",
)


def language_of(text: str) -> str:
    """The code of the language that a text is in, of those that can be read.

    The script with most letters; of its languages, the one whose small words stand most often. A text in a script that
    no language file has, or without letters, is taken for the first language written in Latin letters.
    """
    sample = text[:_SAMPLE]
    scripts = by_script()
    count = {script: len(re.findall(f"[{LETTERS[script]}]", sample)) for script in scripts}
    best = max(count, key=lambda script: (count[script], script == _FALLBACK), default=_FALLBACK)
    return among(sample, scripts.get(best if count.get(best) else _FALLBACK, languages()))


def among(text: str, candidates: tuple[str, ...]) -> str:
    """The candidate whose small words stand in a text most often; the first where they tie."""
    if len(candidates) == 1:
        return candidates[0]
    words = [fold(piece) for piece in PIECES.findall(plain(text).text)]
    return max(candidates, key=lambda language: sum(word in small_words(language) for word in words))


@cache
def by_script() -> Mapping[str, tuple[str, ...]]:
    """Script → the languages written in it."""
    scripts = {language: script_of(language) for language in languages()}
    return {
        script: tuple(language for language in languages() if scripts[language] == script)
        for script in dict.fromkeys(scripts.values())
    }


@cache
def script_of(language: str) -> str:
    """The ISO 15924 code of the script of a language, as its file says."""
    return str(tables(language).get("grammar", {}).get("script", _FALLBACK))


@cache
def small_words(language: str) -> frozenset[str]:
    """The words of a language that say little by themselves and stand everywhere ("of", "the"), folded."""
    listed = tables(language).get("words", {})
    forms = [form for kind in _SMALL for form in listed.get(kind, ())]
    return frozenset(fold(piece) for form in forms for piece in PIECES.findall(plain(form).text) if piece.isalpha())
