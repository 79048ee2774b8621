"""So many a day, over so many days: "40 boats a day for five days, 200 in all"."""

from __future__ import annotations

from collections.abc import Iterator

from nisba.checking.inferred.breakdowns import same_noun
from nisba.checking.inferred.judging import Relation, judge, relation, rounded, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading import Kind

_UNITS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}
_LABEL = 5
_GAP = 6


def relations(passage: Passage) -> Iterator[Relation]:
    """Every rate with the time it went on for and the total of its sentence."""
    for rate in passage.mentions:
        unit = _unit(passage, rate)
        lasted = [m for m in passage.asides if _lasting(m, unit) and m.sentence == rate.sentence]
        if not unit or len(lasted) != 1:
            continue
        for whole in passage.mentions:
            if whole.sentence == rate.sentence and whole is not rate and _alike(passage, whole, rate):
                yield from _told(passage, whole, rate, lasted[0])


def _unit(passage: Passage, rate: Mention) -> str:
    """The unit of time right behind the number and its noun."""
    after = passage.after(rate)[:_LABEL]
    return next((unit for name, unit in _UNITS.items() if rate.is_count and passage.words.has(after, name)), "")


def _lasting(aside: Mention, unit: str) -> bool:
    return aside.quantity.kind is Kind.DURATION and aside.quantity.unit == unit and aside.value.is_bounded


def _alike(passage: Passage, whole: Mention, rate: Mention) -> bool:
    """In the unit of the rate, and of its noun as far as it has one."""
    units = (whole.quantity.kind, whole.quantity.unit) == (rate.quantity.kind, rate.quantity.unit)
    nouns = None in (whole.quantity.what, rate.quantity.what) or same_noun(passage, whole, rate)
    return units and nouns and not whole.rate and not _unit(passage, whole)


def _told(passage: Passage, whole: Mention, rate: Mention, lasted: Mention) -> Iterator[Relation]:
    """It fails only where the whole is told to be the total, right behind the rate and the time."""
    verdict, computed = _verdict(whole, rate, lasted)
    behind = passage.stretch(lasted.place, whole.place) if rate.place < lasted.place < whole.place else None
    last = behind is not None and len(behind) <= _GAP and not passage.words.has(behind, "turn")
    around = (*(behind or ()), *passage.after(whole)[:3])
    tight = last and passage.words.has(around, "together", "share", "equals") and passage.words.has(around, "together")
    if verdict is Verdict.HOLDS or tight:
        says = {Verdict.HOLDS: "as the text says:", Verdict.FAILS: "but the text says"}.get(
            verdict, "against the text's"
        )
        unit = lasted.quantity.unit
        why = f"{shown(rate.value)} a {unit} over {shown(lasted.value)} is {shown(computed)}, {says} {shown(whole.value)}."
        yield relation("multiple", verdict, whole, (rate, lasted), computed, why, lambda m: _verdict(*m)[0])


def _verdict(whole: Mention, rate: Mention, lasted: Mention) -> tuple[Verdict, Interval]:
    """A rate is rounded; so is what it comes to."""
    half = rate.step / 2
    computed = rate.value * lasted.value
    if computed == whole.value or judge(rounded(whole), computed) is Verdict.HOLDS:
        return Verdict.HOLDS, computed
    room = (rate.value + Interval(-half, half)) * lasted.value
    return (Verdict.FAILS if judge(rounded(whole), room) is Verdict.FAILS else Verdict.UNDECIDED), computed
