"""The gate: every numeral of a finished page is a tied number, stands inside a note or a data table, or is declared.

Digits of every script count, and signs such as ½. Number words ("six") do not yet: :func:`numerals_in` is where they will
enter, from the lexicon of the reading room.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from nisba.explaining.prose import numerals

_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr", "path", "use", "rect", "line", "circle"})
_TIED, _NOTE, _DATA, _SOURCE, _GIVEN = "tied", "note", "data", "source", "given"
_CLASSES: Mapping[str, str] = {
    "n": _TIED,
    "note": _NOTE,
    "wide-t": _DATA,
    "words": _SOURCE,
    "given": _GIVEN,
    "hash": _GIVEN,
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


def numerals_in(html: str) -> tuple[Numeral, ...]:
    """Every numeral of a page's text, with how it is accounted for."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.found)


def coverage(html: str) -> Coverage:
    """Count the numerals of a page."""
    found = numerals_in(html)
    given = sum(numeral.bound in {_GIVEN, _SOURCE} for numeral in found)
    return Coverage(
        sum(numeral.bound == _TIED for numeral in found),
        given,
        tuple(numeral for numeral in found if not numeral.bound),
    )


def duplicates(html: str) -> tuple[str, ...]:
    """Ids that stand twice, and links that lead nowhere (``#…`` without an element of that id)."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    twice = sorted({id for id in reader.ids if reader.ids.count(id) > 1})
    nowhere = sorted({f"#{target}" for target in reader.targets if target not in {*reader.ids, "closed", "main"}})
    return (*twice, *nowhere)


class _Reader(HTMLParser):
    """Walks a page and keeps, for each open element, how its numerals are accounted for."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.found: list[Numeral] = []
        self.ids: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
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
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at][0] == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        bound = self.open[-1][1] if self.open else ""
        self.found += [Numeral(text, bound, " ".join(data.split())) for text in numerals(data)]
