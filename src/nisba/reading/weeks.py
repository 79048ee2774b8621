"""Weeks of a month: "the first week of June 2024"; the n-th week is its n-th seven days."""

from __future__ import annotations

from dataclasses import replace

from nisba.reading.dates import Dates
from nisba.reading.moments import Stretch
from nisba.reading.ordinals import ordinal

_DAYS, _WEEKS = 7, 4


def week_of_month(dates: Dates, place: int) -> tuple[Stretch, int] | None:
    """(the days, the place after) of a week told by its rank and its month; in Arabic the noun comes first."""
    tokens = dates.tokens
    noun_first = tokens.lexicon.grammar.order == "units-first"
    rank = ordinal(tokens, place + noun_first)
    noun = place if noun_first else rank.last if rank else place
    if rank is None or not dates.noun(noun, "week") or not 1 <= rank.value <= _WEEKS:
        return None
    after = rank.last if noun_first else noun + 1
    start = dates.of(after)
    month = dates.at(start) if start > after else None
    if month is None or month.moment.month is None or month.moment.day is not None or month.moment.hijri:
        return None
    first, last = (replace(month.moment, day=day) for day in (_DAYS * (rank.value - 1) + 1, _DAYS * rank.value))
    return Stretch(first, last), month.last
