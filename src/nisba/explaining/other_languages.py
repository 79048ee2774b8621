"""A page's prose beside that of its other languages: what one of them hedges, all of them hedge."""

from __future__ import annotations

from collections.abc import Iterator

from nisba.errors import PageError, ProseError
from nisba.explaining.components import BODIES, LINES
from nisba.explaining.edition import Edition
from nisba.explaining.edition import edition as open_edition
from nisba.explaining.hedging import Hedged, unmatched
from nisba.explaining.prose import Block, Prose, Section, Text, Writer, read_prose

CHOICES = frozenset({"when", "otherwise"})
"""Directives that keep or leave out what they hold."""


def prose_of(edition: Edition) -> Prose:
    """The prose of the edition's page, with its conditions settled on the numbers.

    Raises:
        PageError: it cannot be read.
    """
    path = edition.evidence.story.folder / f"{edition.kind}.{edition.language}.md"
    if not path.exists():
        raise PageError((ProseError(path, 1, "there is no such file", "write it; see docs/writing_prose.md"),))
    return read_prose(path, bodies=frozenset(BODIES) | CHOICES, lines=frozenset(LINES))


def in_step(edition: Edition, writer: Writer) -> None:
    """Note each hedge that this page's writer types and another language's does not."""
    story = edition.evidence.story
    others = {}
    for language in story.languages:
        path = story.folder / f"{edition.kind}.{language}.md"
        if language != edition.language and path.exists():
            others[path] = _hedges(open_edition(edition.evidence, language, edition.kind, draw=False))
    for hedge, path in unmatched(writer.hedges, others):
        problem = f"{hedge.words!r} hedges {{{hedge.number}}} here, and nothing does in {path.name}"
        writer.problem(hedge.line, problem, "write the hedge there too, or take it out here")


def _hedges(edition: Edition) -> list[Hedged]:
    """The hedges that an edition's prose types; what is wrong with it is told when that page is built."""
    try:
        prose = prose_of(edition)
    except PageError:
        return []
    writer = Writer(prose.path, edition)
    for text in (*prose.words.values(), *(text for section in prose.sections for text in _texts(section))):
        writer.block(text)
    return writer.hedges


def _texts(section: Section) -> Iterator[Text]:
    """Every text of a section, those in directives too, whatever their conditions."""
    waiting: list[Block] = list(section.blocks)
    while waiting:
        block = waiting.pop()
        if isinstance(block, Text):
            yield block
        else:
            waiting += block.body
