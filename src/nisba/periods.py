"""Stretches of calendar days, both ends included: a half-year, a month, a day."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from ``start`` to ``end``, both included.

    Raises:
        ValueError: the end lies before the start.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"the period ends on {self.end}, before it starts on {self.start}")

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read ``2023``, ``2024-03``, ``2024-03-31`` or an ISO 8601 interval of two dates, ``2024-01-01/2024-06-30``.

        Raises:
            ValueError: the text is none of these.
        """
        first, _, last = written.strip().partition("/")
        return cls(cls._whole(first)[0], cls._whole(last or first)[1])

    @staticmethod
    def _whole(written: str) -> tuple[date, date]:
        if not written.isascii():  # int() would take the digits of any script
            raise ValueError(f"{written!r} is not written in the digits 0 to 9")
        parts = [int(part) for part in written.split("-")]
        match parts:
            case [year]:
                return date(year, 1, 1), date(year, 12, 31)
            case [year, month]:
                return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
            case [year, month, day]:
                return date(year, month, day), date(year, month, day)
        raise ValueError(f"{written!r} is not a date such as 2023, 2024-03 or 2024-03-31")

    def __str__(self) -> str:
        return f"{self.start.isoformat()}/{self.end.isoformat()}"

    @property
    def days(self) -> int:
        """How many days, both ends counted."""
        return (self.end - self.start).days + 1

    @property
    def months(self) -> int | None:
        """How many whole calendar months, or None where the period does not consist of whole months."""
        if self.start.day != 1 or (self.end + timedelta(days=1)).day != 1:
            return None
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    def holds(self, other: Period) -> bool:
        """The other period lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def shares(self, other: Period) -> bool:
        """Some day lies in both."""
        return self.start <= other.end and other.start <= self.end

    def without(self, *others: Period) -> tuple[Period, ...]:
        """What is left of this period when the days of others are taken away, in order: stretches, or nothing."""
        left: list[Period] = []
        begin: date | None = self.start
        for other in sorted(other for other in others if self.shares(other)):
            if begin and begin < other.start:
                left.append(Period.before(begin, other.start))
            if begin and other.end >= begin:
                begin = other.end + timedelta(days=1) if other.end < self.end else None
        return (*left, Period(begin, self.end)) if begin else tuple(left)

    def less(self, other: Period) -> Period | None:
        """What is left of this period when another at its beginning or its end is taken away; None where that is no stretch."""
        left = self.without(other) if self.holds(other) else ()
        return left[0] if len(left) == 1 else None

    @classmethod
    def after(cls, day: date, end: date) -> Self:
        """The days after ``day``, up to and with ``end``."""
        return cls(day + timedelta(days=1), end)

    @classmethod
    def before(cls, start: date, day: date) -> Self:
        """The days from ``start`` to the one before ``day``."""
        return cls(start, day - timedelta(days=1))

    @property
    def year(self) -> Period:
        """The calendar year in which the period ends."""
        return Period(date(self.end.year, 1, 1), date(self.end.year, 12, 31))


def uncovered(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The stretches between the first day of some periods and the last that lie in none of them, in order."""
    held = tuple(periods)
    if not held:
        return ()
    return Period(min(held).start, max(period.end for period in held)).without(*held)
