"""Slips: how a number, a hedge or a name is miswritten."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from nisba.checking.claims import hedge_span
from nisba.checking.echoes.places import spans
from nisba.checking.pace import pace_spans
from nisba.reading import Quantity, Report, Span, read_quantities
from nisba.rerunning.drill.fault import Edit, Fault


def miscopied(numeral: str, chance: random.Random) -> str:
    """The numeral with one of its digits another one, of the same script; unchanged where it has none."""
    places = [at for at, sign in enumerate(numeral) if sign.isdigit()]
    if not places:
        return numeral
    at = chance.choice(places)
    zero = ord(numeral[at]) - unicodedata.digit(numeral[at])
    least = 1 if at == places[0] else 0  # a numeral does not begin with a zero
    others = [chr(zero + digit) for digit in range(least, 10) if chr(zero + digit) != numeral[at]]
    return numeral[:at] + chance.choice(others) + numeral[at + 1 :]


def in_words(report: Report, file: str, at: int, places: Iterable[str], chance: random.Random) -> Iterator[Fault]:
    """Faults in running text: a digit, two numbers exchanged, a hedge or a pace left out, another place.

    Args:
        report: the text.
        file: the file it stands in.
        at: where in the file it begins.
        places: names of places in its language.
        chance: what decides which digit, and which place.
    """
    read = [quantity for quantity in read_quantities(report) if isinstance(quantity, Quantity)]
    numerals = [quantity for quantity in read if any(sign.isdigit() for sign in quantity.surface)]
    for quantity in numerals:
        start, end = at + quantity.span.start, at + quantity.span.end
        yield Fault("digit", file, ((start, end, miscopied(quantity.surface, chance)),))
    for one, other in pairwise(numerals):
        if one.surface != other.surface:
            first = (at + one.span.start, at + one.span.end, other.surface)
            yield Fault("swap", file, (first, (at + other.span.start, at + other.span.end, one.surface)))
    yield from (Fault("hedge", file, (edit,)) for quantity in read for edit in _unhedged(report, quantity, at))
    yield from (Fault("pace", file, edits) for edits in _paceless(report, at))
    yield from (Fault("place", file, (edit,)) for edit in _elsewhere(report.text, at, tuple(places), chance))


def _unhedged(report: Report, quantity: Quantity, at: int) -> Iterator[Edit]:
    if hedge := hedge_span(quantity, report):
        yield at + hedge.start, at + hedge.end, ""


def _paceless(report: Report, at: int) -> Iterator[tuple[Edit, ...]]:
    """Each sentence without any of its words for a pace: with one of two left, it would still tell one."""
    sentences: dict[Span, list[Edit]] = {}
    for span in pace_spans(report.text, report.language):
        edits = sentences.setdefault(report.sentence(span.start), [])
        if not edits or edits[-1][1] <= at + span.start:  # phrases may overlap
            edits.append((at + span.start, at + span.end, ""))
    yield from (tuple(edits) for edits in sentences.values())


def _elsewhere(text: str, at: int, places: tuple[str, ...], chance: random.Random) -> Iterator[Edit]:
    """Each name of a place, exchanged for another that the story knows."""
    for place in places:
        others = [other for other in places if other != place and place not in other and other not in place]
        for span in spans(place, text) if others else ():
            yield at + span.start, at + span.end, chance.choice(others)
