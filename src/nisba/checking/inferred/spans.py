"""Stated durations beside the dates they run between: "from 3 to 17 May, 15 days"; "January to June 2023, six months".

Both ways of counting are allowed: with both ends, or from one to the other. Months and years may be rounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from nisba.checking.inferred.judging import Relation, judge, relation, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.periods import Period
from nisba.reading import Kind

_NEAR = 4
_YEAR = Fraction(1461, 4)  # days, leap years among them
_DAYS = {"day": Fraction(1), "week": Fraction(7), "month": _YEAR / 12, "year": _YEAR}
_ROOM = {"day": Fraction(0), "week": Fraction(1, 2), "month": Fraction(1, 2), "year": Fraction(1, 2)}


def relations(passage: Passage) -> Iterator[Relation]:
    """Every duration that is told of a period beside it."""
    for said in passage.asides:
        if said.quantity.kind is Kind.DURATION and said.quantity.unit in _DAYS:
            for period in passage.asides:
                if period.sentence == said.sentence and _beside(passage, period, said):
                    yield _judged(said, period)


def _beside(passage: Passage, period: Mention, said: Mention) -> bool:
    """The duration stands right behind the period, and its clause ends with it: "15 days of talks" may be other days."""
    when = period.quantity.when
    if period.quantity.kind is not Kind.PERIOD or when is None or when.days < 2:
        return False
    gap, behind = passage.stretch(period.place, said.place), passage.stretch(said.place, said.place + 3)
    told = 0 < len(gap) <= _NEAR and passage.words.ends(gap, "lasted") and period.place < said.place
    ends = not behind or not behind[0].isalnum() or passage.words.has(behind, "together")
    return told and ends


def _judged(said: Mention, period: Mention) -> Relation:
    when = period.quantity.when or Period.parse("1970")
    verdict, computed = duration_verdict(said.value, said.quantity.unit or "day", when)
    words = {Verdict.HOLDS: "as the text says:", Verdict.FAILS: "but the text says"}.get(verdict, "against the text's")
    unit = said.quantity.unit
    why = f"From {when.start} to {when.end} is {shown(computed)} {unit}(s), {words} {shown(said.value)} {unit}(s)."
    return relation("difference", verdict, said, (period,), computed, why)


def duration_verdict(said: Interval, unit: str, when: Period) -> tuple[Verdict, Interval]:
    """Whether a duration is as long as a period, and how long that is in the duration's unit.

    Days count with both ends or from one to the other; of longer units half of one to either side is rounding.
    """
    lo, hi = (Fraction(days) / _DAYS[unit] for days in (when.days - 1, when.days))
    computed = Interval(lo, hi)
    room = Interval(lo - _ROOM[unit], hi + _ROOM[unit])
    if said.lo is not None and said.hi is not None and room.lo is not None and room.hi is not None:
        inside = room.lo <= said.lo and said.hi <= room.hi
        return (Verdict.HOLDS if inside else judge(said, room)), computed
    verdict = judge(said, room)
    return verdict, computed
