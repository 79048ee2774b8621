"""Translations: each paragraph of ours gives the numbers of the account's paragraph, in order, and names the same places.

The order is asked for so that two numbers exchanged are seen. A translation that must turn a sentence round will be listed, too:
a mismatch is something to look at, and stops nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from nisba.checking.differences import ends
from nisba.checking.echoes.mismatch import Mismatch
from nisba.checking.echoes.places import named
from nisba.checking.echoes.told import told
from nisba.errors import StoryError
from nisba.gathering import Story
from nisba.reading import Kind, Quantity, Report, Unread
from nisba.reading.lexicon import tables
from nisba.reading.normalise import plain

_WORDED = (Kind.MULTIPLE, Kind.DURATION)  # what both languages say in words; other number words need not be alike


def mismatches(story: Story, report: Report, quantities: Sequence[Quantity | Unread]) -> Iterator[Mismatch]:
    """A mismatch for each paragraph whose numbers or places are not those of its translation.

    Raises:
        StoryError: a translation has not one line for each line of the account.
    """
    if not story.lead.translations:
        return
    original = _paragraphs(story, report, quantities)
    for language, file in story.lead.translations.items():
        path = story.folder / file
        translated = Report(file, path.read_text(encoding="utf-8"), language, report.date, "")
        lines = len(translated.text.splitlines())
        if lines != len(report.text.splitlines()):
            raise StoryError(path, f"has {lines} lines", f"write one for each line of {story.lead.file}")
        ours = _paragraphs(story, translated, told(translated.text, language, report.date))
        for line, (here, there) in enumerate(zip(original, ours, strict=True), start=1):
            if here != there:
                said = (f"{story.lead.file}:{line}", ", ".join(here)), (f"{file}:{line}", ", ".join(there))
                yield Mismatch("translation", *said[0], *said[1])


def _paragraphs(story: Story, report: Report, quantities: Sequence[Quantity | Unread]) -> list[tuple[str, ...]]:
    """What each paragraph tells: its numbers in order, then the places it names."""
    lines = report.text.splitlines()
    numbers: list[list[str]] = [[] for _ in lines]
    listed = tables(report.language).get("places", {}).keys()
    of: list[set[str]] = [set(named(line, report.language, story.places)) for line in lines]
    for quantity in quantities:
        if isinstance(quantity, Quantity):
            line = report.paragraph(quantity.span.start)
            numbers[line] += _numbers(quantity)
            # A name that no list has is written in another way in each language, and is compared as the story names it.
            of[line] |= set(quantity.where) & listed if quantity.value is not None else set()
    return [(*given, *sorted(places)) for given, places in zip(numbers, of, strict=True)]


def _numbers(quantity: Quantity) -> Iterator[str]:
    digits = re.findall(r"\d+", plain(quantity.surface).text)
    if quantity.value is None:
        yield from (str(int(run)) for run in digits)
    elif digits or quantity.kind in _WORDED:
        yield str(quantity.value) if not quantity.value.is_exact else str(ends(quantity.value)[0] or Fraction(0))
