"""Where something was read: who says it, its address, the day it was read, and who had it from whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from nisba.explaining.edition import Edition
from nisba.explaining.markup import join, tag

_SECURE, _PLAIN = "https://", "http://"


def source(edition: Edition, words: str, address: str) -> Markup:
    """Who says it: a link where an address over an encrypted line is known, else a word on why there is none."""
    if address.startswith(_SECURE):
        return tag("span", tag("a", words, href=address), class_="where")
    plain = edition.text("source-plain-http") if address.startswith(_PLAIN) else ""
    return tag("span", words, " " if plain else None, plain, class_="where")


def read_day(edition: Edition, day: date | None) -> Markup:
    """The day that an address was read, or that nobody noted it."""
    if day is None:
        return tag("span", edition.text("read-on-unknown"), class_="read")
    when = tag("time", edition.wording.date(day), datetime=day.isoformat())
    return tag("span", edition.say("read-on", date=when), class_="read")


def read_cell(edition: Edition, day: date | None) -> Markup:
    """The same in a column headed by the question."""
    if day is None:
        return tag("td", edition.text("read-on-none"))
    return tag("td", tag("time", edition.wording.date(day), datetime=day.isoformat()))


def none_noted(edition: Edition, days: Iterable[date | None]) -> Markup | None:
    """One sentence in place of a column, where nobody noted the day of reading of anything listed."""
    return None if any(days) else tag("p", edition.text("read-on-never"), class_="caveat")


def provenance(edition: Edition, said_by: str, words: str, address: str, day: date | None) -> Markup:
    """Of a cited number: the line on its source, and the chain of those who passed it on; each is named once.

    Args:
        edition: the page.
        said_by: those who passed it on before the source, separated by a bar; empty where it is the source's own.
        words: the source.
        address: where it was read; may be empty.
        day: when.
    """
    named = source(edition, words, address)
    links = [link.strip() for link in said_by.split("|") if link.strip()]
    if not links or links == [words]:
        return join(chain(edition, [named]), tag("p", read_day(edition, day)))
    return join(tag("p", named, edition.text("note-between"), read_day(edition, day)), chain(edition, links))


def chain(edition: Edition, links: Iterable[str | Markup]) -> Markup:
    """Who had it from whom, down to this page."""
    items = [tag("li", link) for link in [*links, edition.text("this-page")]]
    return tag("ol", items, class_="chain", aria_label=edition.text("chain"))
