"""Quotations: a source's sentence whole and in its own language, a paraphrase with its number marked."""

from __future__ import annotations

import re

from markupsafe import Markup

from nisba.explaining.edition import Edition
from nisba.explaining.markup import foreign, join, tag, visible
from nisba.intervals import Interval
from nisba.reading.report import Report, Span

_MARKS = ".,\u066b\u066c"  # within a number: stop, comma, Arabic decimal and thousands separators


def quotation(edition: Edition, report: Report, sentence: Span, spans: list[Span]) -> Markup:
    """A whole sentence of a source in its own language and direction, with some of its characters marked."""
    pieces: list[str | Markup] = []
    at = sentence.start
    for span in sorted(spans):
        pieces += [visible(report.text[at : span.start]), tag("mark", visible(report.words(span)))]
        at = span.end
    pieces.append(visible(report.text[at : sentence.end]))
    return tag("blockquote", pieces, class_="q", **foreign(report.language, edition.language))


def marked(words: str, value: Interval) -> Markup:
    """A paraphrase with its number in a mark, where the number stands in it by itself: 13 is not in 137."""
    end = value.lo if value.lo is not None else value.hi
    if end is None or end.denominator != 1:
        return join(words)
    found = re.search(rf"(?<!\d)(?<!\d[{_MARKS}])(?:{end.numerator:,}|{end.numerator})(?!\d)(?![{_MARKS}]\d)", words)
    if not found:
        return join(words)
    return join(words[: found.start()], tag("mark", found[0]), words[found.end() :])


def open_end(value: Interval) -> str:
    """How a value is less than exact: ``floor``, ``ceiling``, ``about``, ``unbounded``; or empty."""
    if value.lo is None and value.hi is None:
        return "unbounded"
    if value.hi is None:
        return "floor"
    if value.lo is None:
        return "ceiling"
    return "about" if value.approx else ""


def hedge(edition: Edition, value: Interval, *, own: bool) -> Markup:
    """What an open or approximate value leaves open, drawn and said.

    Args:
        edition: the page.
        value: the value.
        own: the source hedges it in words of its own.
    """
    kind = open_end(value)
    if not kind:
        return Markup()
    drawn = tag("span", class_=f"range {kind}", aria_hidden="true")
    return join(drawn, tag("p", edition.say(f"hedge-{kind}" if own else f"open-{kind}")))
