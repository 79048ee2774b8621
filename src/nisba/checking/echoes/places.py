"""Places: a label or a citation names the places that its figure is recorded for, and no other.

Names are looked for as the story gives them, as whole words; in Arabic with what is written before them. A name that contains
another ("north-east Syria") counts as that one, so that what differs only in an ending is not called different.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from nisba.checking.claims import scope_of
from nisba.checking.echoes.mismatch import Mismatch, listed
from nisba.checking.numbers import Number
from nisba.gathering import Story
from nisba.gathering.texts import Words
from nisba.reading import Span

_ARTICLE, _ASSIMILATED = "\u0627\u0644", "\u0644\u0644"  # the Arabic article, and what "for" makes of it
_CLITICS = 2  # letters that may be written before a name in Arabic
_STEM = 4  # letters by which a word is known in another form: "north-eastern"
_WORD = re.compile(r"\w{3,}")

Names = tuple[tuple[str, str], ...]
"""Places by id, each with its name in one language."""


def mismatches(story: Story, facts: tuple[Number, ...]) -> Iterator[Mismatch]:
    """A mismatch for each fact or citation whose words name other places than it is recorded for.

    And for each multiple of something that the account counts, but in none of the places that the multiple is of.
    """
    for fact in story.facts:
        yield from _judged(story, f"facts.{fact.id}", fact.where, "label", fact.label)
    for cited in story.cited:
        yield from _judged(story, f"cited.{cited.id}", cited.where, "label", cited.label)
        yield from _judged(story, f"cited.{cited.id}", cited.where, "words", cited.words)
    given = {f"facts.{number.id}": number.scope for number in facts}
    given |= {f"cited.{cited.id}": scope_of(cited) for cited in story.cited}
    for place, scope in given.items():
        counted = [number for number in facts if scope.where and number.scope.what == scope.multiple_of]
        if counted and all(number.scope.where != scope.where for number in counted):
            yield Mismatch(
                "place",
                f"{place}.where",
                listed(scope.where),
                f"facts.{counted[0].id}.where",
                listed(counted[0].scope.where),
            )


def named(words: str, language: str, places: Mapping[str, Words]) -> frozenset[str]:
    """The ids of the places that a text names; of a name that contains others, those."""
    return _standing(words, tuple((id, told[language]) for id, told in places.items() if language in told))


def _judged(story: Story, place: str, where: tuple[str, ...], field: str, words: Words) -> Iterator[Mismatch]:
    for language, text in words.items():
        names = tuple((id, told[language]) for id, told in story.places.items() if language in told)
        recorded = frozenset(part for id in where if id in dict(names) for part in _parts(id, names))
        found = _standing(text, names)
        if where and found and (found != recorded or _narrower(text, names) != _narrow(where, text, names)):
            told = listed(_narrower(text, names) or found)
            yield Mismatch("place", f"{place}.where", ", ".join(where), f"{place}.{field}.{language}", told)


@lru_cache(maxsize=1024)  # a story's labels are asked again for every change of one of its other files
def _standing(words: str, names: Names) -> frozenset[str]:
    return frozenset(id for id, name in names if _parts(id, names) == {id} and _times(name, words))


@lru_cache(maxsize=1024)
def _parts(id: str, names: Names) -> frozenset[str]:
    """The places whose names stand in a place's name; itself where none does."""
    whole = dict(names)[id]
    return frozenset(other for other, name in names if other != id and _times(name, whole)) or frozenset({id})


@lru_cache(maxsize=1024)
def _narrower(words: str, names: Names) -> frozenset[str]:
    """The places named that are part of another ("north-east Syria"), where the other is not named beside them."""
    named_ = dict(names)
    found = [id for id in named_ if _is_narrow(id, names) and _times(named_[id], words)]
    wider = {id: next(iter(_parts(id, names))) for id in found}
    alone = [id for id in found if _times(named_[wider[id]], words) <= sum(_times(named_[one], words) for one in found)]
    return frozenset(alone)


def _narrow(where: tuple[str, ...], words: str, names: Names) -> frozenset[str]:
    """The places recorded that are part of another, but those of which some word of their own stands, if in another form."""
    exact = _narrower(words, names)
    own = {id for id in where if id in dict(names) and _is_narrow(id, names)}
    return frozenset(id for id in own if id in exact or not _half_named(id, words, names))


def _half_named(id: str, words: str, names: Names) -> bool:
    wider = dict(names)[next(iter(_parts(id, names)))]
    own = _WORD.findall(dict(names)[id].replace(wider, " "))
    standing = _WORD.findall(words)
    return any(word.startswith(mine[:_STEM]) or mine.startswith(word[:_STEM]) for mine in own for word in standing)


def _is_narrow(id: str, names: Names) -> bool:
    parts = _parts(id, names)
    return len(parts) == 1 and parts != {id}


def _times(name: str, words: str) -> int:
    """How often the name is among the words, also where the Arabic "for" has taken in its article."""
    forms = [name, _ASSIMILATED + name.removeprefix(_ARTICLE)] if name.startswith(_ARTICLE) else [name]
    return sum(1 for form in forms for _ in spans(form, words))


def spans(name: str, words: str) -> Iterator[Span]:
    """Where the name stands as a whole word; where the script writes particles with their noun, after one, too."""
    before = r"(?<!\w)" if name[:1] < _ARTICLE[0] else rf"(?<!\w)\w{{0,{_CLITICS}}}"
    for found in re.finditer(rf"{before}(?P<name>{re.escape(name)})(?!\w)", words):
        yield Span(*found.span("name"))
