"""The gate: every numeral of a finished page is a tied number, stands inside a note or a data table, or is declared.

Digits of every script count, signs such as ½, and number words ("six"), which our own reader finds paragraph by paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from nisba.explaining.number_words import Piece, number_words
from nisba.explaining.prose import numerals

_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr", "path", "use", "rect", "line", "circle"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong", "time"}
)
_TIED, _NOTE, _DATA, _SOURCE, _GIVEN = "tied", "note", "data", "source", "given"
_CLASSES: Mapping[str, str] = {
    "n": _TIED,
    "note": _NOTE,
    "wide-t": _DATA,
    "words": _SOURCE,
    "given": _GIVEN,
    "hash": _GIVEN,
    "ctl": _GIVEN,
    "vh": _GIVEN,
}
_TAGS: Mapping[str, str] = {"svg": _DATA, "details": _DATA, "code": _GIVEN, "pre": _GIVEN, "time": _GIVEN}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral of a finished page.

    Args:
        text: its characters.
        bound: how it is accounted for: ``tied``, ``note``, ``data``, ``source``, ``given``; empty where it is not.
        around: the text it stands in.
    """

    text: str
    bound: str
    around: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a page's numerals, outside notes and data tables, are tied to a number or declared.

    Args:
        tied: numerals inside links to a note.
        given: dates, versions and names, declared to stand as they are.
        unbound: all others.
    """

    tied: int
    given: int
    unbound: tuple[Numeral, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return self.tied + self.given + len(self.unbound)


def numerals_in(html: str, language: str) -> tuple[Numeral, ...]:
    """Every numeral of a page's text, in digits and in words of its language, with how it is accounted for."""
    reader = _Reader(language)
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return tuple(reader.found)


def coverage(html: str, language: str) -> Coverage:
    """Count the numerals of a page in a language."""
    found = numerals_in(html, language)
    given = sum(numeral.bound in {_GIVEN, _SOURCE} for numeral in found)
    return Coverage(
        sum(numeral.bound == _TIED for numeral in found),
        given,
        tuple(numeral for numeral in found if not numeral.bound),
    )


def coverage_of(page: str) -> Coverage:
    """Count the numerals of a published page: those of its main part, in the language that it names."""
    language = re.search(r'<html[^>]* lang="([\w-]+)"', page)
    main = re.search(r"<main[^>]*>(.*)</main>", page, re.DOTALL)
    return coverage(main[1] if main else "", language[1] if language else "")


def duplicates(html: str) -> tuple[str, ...]:
    """Ids that stand twice, and links that lead nowhere (``#…`` without an element of that id)."""
    reader = _Reader("")
    reader.feed(html)
    reader.close()
    twice = sorted({id for id in reader.ids if reader.ids.count(id) > 1})
    nowhere = sorted({f"#{target}" for target in reader.targets if target not in {*reader.ids, "closed", "main"}})
    return (*twice, *nowhere)


class _Reader(HTMLParser):
    """Walks a page and keeps, for each open element, how its numerals are accounted for."""

    def __init__(self, language: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language = language
        self.paragraph: list[Piece] = []
        self.open: list[tuple[str, str]] = []
        self.found: list[Numeral] = []
        self.ids: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.end_paragraph(tag)
        if identity := attributes.get("id"):
            self.ids.append(identity)
        for name in ("href", "xlink:href", "aria-labelledby", "aria-describedby"):
            target = attributes.get(name) or ""
            if target.startswith("#") or (target and name.startswith("aria")):
                self.targets.append(target.removeprefix("#"))
        styles = (attributes.get("class") or "").split()
        here = next((_CLASSES[style] for style in styles if style in _CLASSES), _TAGS.get(tag, ""))
        if tag not in _VOID:
            outer = self.open[-1][1] if self.open else ""
            # The outermost account holds: a number tied inside a note is part of the note.
            self.open.append((tag, outer or here))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.end_paragraph(tag)
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at][0] == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        bound = self.open[-1][1] if self.open else ""
        self.found += [Numeral(text, bound, " ".join(data.split())) for text in numerals(data)]
        self.paragraph.append(Piece(data, bound))

    def end_paragraph(self, tag: str = "") -> None:
        """At the edge of a block, look for number words in what stood before it; notes and data are what is bound to."""
        if tag in _INLINE:
            return
        pieces, self.paragraph = self.paragraph, []
        if not self.language or all(piece.bound in {_NOTE, _DATA, _SOURCE} for piece in pieces):
            return
        around = " ".join("".join(piece.text for piece in pieces).split())
        self.found += [Numeral(word.text, word.bound, around) for word in number_words(pieces, self.language)]
