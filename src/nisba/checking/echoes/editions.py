"""Editions: each section of a page names the same numbers and the same given dates, as often, and the same directives in every language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from nisba.checking.echoes.languages import numerals
from nisba.checking.echoes.mismatch import Mismatch, listed
from nisba.gathering import Story
from nisba.reading.normalise import plain

_KINDS = ("explainer", "methodology")
_HEADING = re.compile(r"^##[ \t]", re.MULTILINE)
_DIRECTIVE = re.compile(r"^:::[ \t]*([a-z-]+)(?:[ \t]+([a-z][a-z0-9-]*)[ \t]*$)?", re.MULTILINE)

_BOUND = re.compile(r"\{([^=}|][^}|]*)[^}]*\}")
_GIVEN = re.compile(r"\{=([^}]*)\}")


def mismatches(story: Story) -> Iterator[Mismatch]:
    """A mismatch for each section whose numbers are not those of the first language's."""
    for kind in _KINDS:
        told = {language: _sections(story, f"{kind}.{language}.md") for language in story.languages}
        told = {language: sections for language, sections in told.items() if sections}
        first = next(iter(told), "")
        for language, sections in told.items():
            for place, (ours, theirs) in enumerate(zip(told[first], sections, strict=False)):
                if ours != theirs:
                    echo = f"{kind}.{language}.md section {place}"
                    yield Mismatch(
                        "edition",
                        f"{kind}.{first}.md section {place}",
                        listed(frozenset(ours - theirs)),
                        echo,
                        listed(frozenset(theirs - ours)),
                    )
            if len(sections) != len(told[first]):
                here, there = (f"{len(found)} sections" for found in (told[first], sections))
                yield Mismatch("edition", f"{kind}.{first}.md", here, f"{kind}.{language}.md", there)


def _sections(story: Story, name: str) -> list[Counter[str]]:
    path = story.folder / name
    if not path.is_file():
        return []
    parts = _HEADING.split(path.read_text(encoding="utf-8"))
    return [_told(part) for part in parts]


def _told(part: str) -> Counter[str]:
    directives = {" ".join(filter(None, found)) for found in _DIRECTIVE.findall(part)}
    found = Counter(bound.strip() for bound in _BOUND.findall(part))
    found.update(run for given in _GIVEN.findall(part) for run in re.findall(r"\d+", plain(given).text))
    found.update((numerals(part) | directives) - found.keys())
    return found
