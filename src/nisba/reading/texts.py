"""A text of any length, read block by block: what crosses from one to the next is a :class:`~.memory.Memory`, nothing else.

One thing is only known at a text's end: without a day of publication, "this year" is reckoned from the last day that the
text names. Then a long text is gone through twice, the first time for that day; a short one is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from nisba.reading.blocks import Block, blocks
from nisba.reading.context import Context, last_day
from nisba.reading.lexicon import lexicon
from nisba.reading.matches import Match
from nisba.reading.memory import Memory
from nisba.reading.own_words import OwnWords
from nisba.reading.quantities import Quantity, Unread
from nisba.reading.report import Report
from nisba.reading.scan import Scan
from nisba.reading.script import language_of
from nisba.reading.tokens import Tokens

_KEPT = 8  # blocks


@dataclass(frozen=True, slots=True)
class Scanned:
    """A block, its tokens, and the readings found in them."""

    block: Block
    tokens: Tokens
    matches: list[Match]


def read_quantities(report: Report) -> tuple[Quantity | Unread, ...]:
    """Every quantity of a report, in text order, no two overlapping; what could not be read is there as unread.

    Raises:
        LexiconError: there is no lexicon for the report's language.
    """
    language = language_of(report.text) if report.language == "und" else report.language
    return tuple(stream_quantities(lambda: (report.text,), language, report.date, report.own_words))


def stream_quantities(
    pieces: Callable[[], Iterable[str]], language: str, day: date | None, own_words: tuple[OwnWords, ...] = ()
) -> Iterator[Quantity | Unread]:
    """The quantities of a text of any length, one after the other, in memory that does not grow with it.

    Args:
        pieces: begins the text anew, in pieces of any length; asked twice where ``day`` is None.
        language: code of the language of most of it.
        day: the day it was published.
        own_words: a newsroom's own words.

    Raises:
        LexiconError: there is no lexicon for the language.
    """
    lexicon(language, own_words)  # an unknown language is told before anything is read
    memory = Memory(day)
    scanned: Iterable[Scanned] = _scanned(pieces(), language, own_words)
    if day is None:
        kept, last = _first_look(scanned)
        memory = Memory(last)
        scanned = kept or _scanned(pieces(), language, own_words)
    for one in scanned:
        context = Context(one.block, one.tokens, one.matches, memory)
        yield from context.quantities()
        memory = context.memory()


def _scanned(pieces: Iterable[str], language: str, own_words: tuple[OwnWords, ...]) -> Iterator[Scanned]:
    """The blocks of a text and the readings found in each."""
    for block in blocks(pieces, language):
        tokens = Tokens(block.text, lexicon(block.language, own_words))
        yield Scanned(block, tokens, Scan(tokens).matches(whole=block.whole))


def _first_look(scanned: Iterable[Scanned]) -> tuple[list[Scanned], date | None]:
    """What was scanned, where it is short enough to keep, else nothing; and the last day that the text names."""
    kept: list[Scanned] = []
    days: set[date] = set()
    for count, one in enumerate(scanned):
        days = {max(days | known)} if (known := {day for day in (last_day(one.matches),) if day}) else days
        if count < _KEPT:
            kept.append(one)
        else:
            kept.clear()
    return kept, max(days, default=None)
