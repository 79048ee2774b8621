"""Places: a label or a citation names the places that its figure is recorded for, and no other.

Names are looked for as the story gives them, as whole words; in Arabic with what is written before them. A name that contains
another ("north-east Syria") counts as that one, so that what differs only in an ending is not called different.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from nisba.checking.echoes.mismatch import Mismatch
from nisba.gathering import Story
from nisba.gathering.texts import Words

_ARTICLE, _ASSIMILATED = "\u0627\u0644", "\u0644\u0644"  # the Arabic article, and what "for" makes of it
_CLITICS = 2  # letters that may be written before a name in Arabic


def mismatches(story: Story) -> Iterator[Mismatch]:
    """A mismatch for each fact or citation whose words name other places than it is recorded for."""
    for fact in story.facts:
        yield from _judged(story, f"facts.{fact.id}", fact.where, "label", fact.label)
    for cited in story.cited:
        yield from _judged(story, f"cited.{cited.id}", cited.where, "label", cited.label)
        yield from _judged(story, f"cited.{cited.id}", cited.where, "words", cited.words)


def named(words: str, language: str, places: Mapping[str, Words]) -> frozenset[str]:
    """The ids of the places that a text names; of a name that contains others, those."""
    return frozenset(id for id in _atoms(language, places) if _stands(places[id][language], words))


def _judged(story: Story, place: str, where: tuple[str, ...], field: str, words: Words) -> Iterator[Mismatch]:
    for language, text in words.items():
        known = {id: told for id, told in story.places.items() if language in told}
        recorded = frozenset(part for id in where if id in known for part in _parts(id, language, known))
        found = named(text, language, known)
        if where and found and found != recorded:
            names = ", ".join(sorted(found))
            yield Mismatch("place", f"{place}.where", ", ".join(where), f"{place}.{field}.{language}", names)


def _atoms(language: str, places: Mapping[str, Words]) -> Iterator[str]:
    for id, told in places.items():
        if language in told and _parts(id, language, places) == {id}:
            yield id


def _parts(id: str, language: str, places: Mapping[str, Words]) -> frozenset[str]:
    """The places whose names stand in a place's name; itself where none does."""
    name = places[id][language]
    inner = {
        other for other, told in places.items() if other != id and language in told and _stands(told[language], name)
    }
    return frozenset(inner or {id})


def _stands(name: str, words: str) -> bool:
    """The name is among the words; where the script writes particles with their noun, after one, too."""
    latin = name[:1] < _ARTICLE[0]
    forms = [name, _ASSIMILATED + name.removeprefix(_ARTICLE)] if name.startswith(_ARTICLE) else [name]
    before = r"(?<!\w)" if latin else rf"(?<!\w)\w{{0,{_CLITICS}}}"
    return any(re.search(rf"{before}{re.escape(form)}(?!\w)", words) for form in forms)
