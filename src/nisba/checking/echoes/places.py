"""Places: a label or a citation names the places that its figure is recorded for, and no other.

Names are looked for as the story gives them, as whole words; in Arabic with what is written before them. A name that contains
another ("north-east Syria") counts as that one, so that what differs only in an ending is not called different.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from nisba.checking.echoes.mismatch import Mismatch
from nisba.gathering import Story
from nisba.gathering.texts import Words

_ARTICLE, _ASSIMILATED = "\u0627\u0644", "\u0644\u0644"  # the Arabic article, and what "for" makes of it
_CLITICS = 2  # letters that may be written before a name in Arabic

Names = tuple[tuple[str, str], ...]
"""Places by id, each with its name in one language."""


def mismatches(story: Story) -> Iterator[Mismatch]:
    """A mismatch for each fact or citation whose words name other places than it is recorded for."""
    for fact in story.facts:
        yield from _judged(story, f"facts.{fact.id}", fact.where, "label", fact.label)
    for cited in story.cited:
        yield from _judged(story, f"cited.{cited.id}", cited.where, "label", cited.label)
        yield from _judged(story, f"cited.{cited.id}", cited.where, "words", cited.words)


def named(words: str, language: str, places: Mapping[str, Words]) -> frozenset[str]:
    """The ids of the places that a text names; of a name that contains others, those."""
    return _standing(words, tuple((id, told[language]) for id, told in places.items() if language in told))


def _judged(story: Story, place: str, where: tuple[str, ...], field: str, words: Words) -> Iterator[Mismatch]:
    for language, text in words.items():
        names = tuple((id, told[language]) for id, told in story.places.items() if language in told)
        recorded = frozenset(part for id in where if id in dict(names) for part in _parts(id, names))
        found = _standing(text, names)
        if where and found and found != recorded:
            told = ", ".join(sorted(found))
            yield Mismatch("place", f"{place}.where", ", ".join(where), f"{place}.{field}.{language}", told)


@lru_cache(maxsize=1024)  # a story's labels are asked again for every change of one of its other files
def _standing(words: str, names: Names) -> frozenset[str]:
    return frozenset(id for id, name in names if _parts(id, names) == {id} and _stands(name, words))


@lru_cache(maxsize=1024)
def _parts(id: str, names: Names) -> frozenset[str]:
    """The places whose names stand in a place's name; itself where none does."""
    whole = dict(names)[id]
    return frozenset(other for other, name in names if other != id and _stands(name, whole)) or frozenset({id})


def _stands(name: str, words: str) -> bool:
    """The name is among the words; where the script writes particles with their noun, after one, too."""
    latin = name[:1] < _ARTICLE[0]
    forms = [name, _ASSIMILATED + name.removeprefix(_ARTICLE)] if name.startswith(_ARTICLE) else [name]
    before = r"(?<!\w)" if latin else rf"(?<!\w)\w{{0,{_CLITICS}}}"
    return any(re.search(rf"{before}{re.escape(form)}(?!\w)", words) for form in forms)
