"""Quantities: every number of a report with its words, and every one that could not be read, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nisba.intervals import Interval
from nisba.periods import Period
from nisba.reading.report import Span


class Kind(StrEnum):
    """What sort of number the words give."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MULTIPLE = "multiple"
    DATE = "date"
    PERIOD = "period"
    DURATION = "duration"
    MONEY = "money"
    MEASURE = "measure"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a report, tied to its characters.

    Args:
        span: the numeral itself, without hedge and without the counted noun.
        surface: the characters of the span.
        kind: what sort of number it is.
        value: what it is worth; None for dates and periods, whose value is ``when``. Percent in percent (34, not 0.34).
        hedge: the words that make it less than exact ("more than"), or None.
        what: what is counted: an id of the lexicon where it is known, else the noun as in the text; None if not found.
        where: places, as ids of the lexicon where known; empty where the text names none.
        when: the period it holds for, as far as the text fixes it.
        unit: of a duration, a measure or money.
        implicit: the count is carried by a noun's form (a dual, "a child"), not by a numeral.
    """

    span: Span
    surface: str
    kind: Kind
    value: Interval | None
    hedge: str | None = None
    what: str | None = None
    where: tuple[str, ...] = ()
    when: Period | None = None
    unit: str | None = None
    implicit: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """Digits or a number word that belong to no quantity, with the reason; shown to people, never dropped.

    Args:
        span: its characters.
        surface: the characters of the span.
        reason: why it was not read.
    """

    span: Span
    surface: str
    reason: str
