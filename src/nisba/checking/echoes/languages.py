"""Languages: words that a person gives in several languages hold the same numerals and the same names in braces.

How often is left to the language: one may say "the same number" where the other repeats it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping

from nisba.checking.echoes.mismatch import Mismatch, listed
from nisba.gathering import Story
from nisba.reading.normalise import plain

_TOLD = re.compile(r"\{(?P<bound>[^=}][^}|]*)[^}]*\}|(?P<digits>\d+)")


def mismatches(story: Story) -> Iterator[Mismatch]:
    """A mismatch for each label, note or caveat whose numerals are not the same in every language."""
    for place, words in _words(story, ""):
        told = {language: numerals(words[language]) for language in story.languages if language in words}
        first = next(iter(told), "")
        for language, found in told.items():
            if found != told[first]:
                here, there = told[first] - found, found - told[first]
                echo = f"{place}.{language}"
                yield Mismatch("language", f"{place}.{first}", listed(here), echo, listed(there))


def numerals(words: str) -> frozenset[str]:
    """The runs of digits of a text, and the names and formulas it binds in braces."""
    found = _TOLD.finditer(plain(words).text)
    return frozenset(str(int(match["digits"])) if match["digits"] else match["bound"].strip() for match in found)


def _words(value: object, place: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every mapping from languages to words inside a value, with the names that lead to it."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _words(getattr(value, field.name), _within(place, field.name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _words(item, _within(place, str(getattr(item, "id", number + 1))))
    elif isinstance(value, Mapping) and value and all(isinstance(item, str) for item in value.values()):
        yield place, value
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _words(item, _within(place, str(name)))


def _within(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
