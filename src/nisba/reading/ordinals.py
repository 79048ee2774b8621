"""Ordinals: first, twenty-third, 21st; in Arabic also the compounds whose parts agree ("the third and twenty")."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from nisba.reading.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A rank as written: its value, the tokens it takes, and whether words alone make it."""

    value: int
    first: int
    last: int
    spoken: bool = True


def ordinal(tokens: Tokens, place: int) -> Ordinal | None:
    """The ordinal that starts at a place."""
    if tokens[place].is_digits:
        ending = tokens[place + 1].close and tokens.get(place + 1, "rank") is not None
        return Ordinal(int(tokens[place].text[:9]), place, place + 2, spoken=False) if ending else None
    if tokens.lexicon.grammar.order == "units-first":
        return _units_first(tokens, place)
    tens, dash = tokens.get(place, "tens"), tokens[place + 1].text == "-"
    unit = tokens.get(place + 1 + dash, "ordinal")
    if tens is not None and unit is not None and unit < 10:
        return Ordinal(int(tens + unit), place, place + 2 + dash)
    rank = tokens.get(place, "ordinal")
    return None if rank is None else Ordinal(int(rank), place, place + 1)


def _units_first(tokens: Tokens, place: int) -> Ordinal | None:
    bound, rank = tokens.get(place, "bound_ordinal"), tokens.get(place, "ordinal")
    value: Fraction | None = rank if bound is None else bound
    if value is None:
        tens = tokens.get(place, "tens")
        return Ordinal(int(tens), place, place + 1) if tens is not None and tokens[place].word.definite else None
    after = tokens[place + 1].word
    if "ten" in after.senses and not after.joins:
        return Ordinal(int(value) + 10, place, place + 2)
    tens = after.senses.get("tens") if after.joins else None
    if tens is not None and value < 10:
        return Ordinal(int(value + tens), place, place + 2)
    return None if rank is None else Ordinal(int(rank), place, place + 1)
