"""The Islamic calendar of Saudi Arabia (Umm al-Qura), by the tables that the package ``hijridate`` keeps."""

from __future__ import annotations

from datetime import date, timedelta

from nisba.periods import Period


def within(year: int, month: int, day: int | None = None) -> Period | None:
    """The Hijri month or day that begins in a Gregorian year; the first, where two do (none does in no year)."""
    about = (year - 622) * 33 // 32  # a Hijri year is 33 to 32 of a Gregorian one
    found = (period(islamic, month, day) for islamic in range(about - 1, about + 3))
    return next((days for days in found if days and days.start.year == year), None)


def period(year: int, month: int | None = None, day: int | None = None) -> Period | None:
    """The Gregorian days of a Hijri year, month or day; None outside the tables (1343 to 1500 AH) or without them."""
    try:
        from hijridate import Hijri  # noqa: PLC0415 - only texts with Hijri dates need its tables
    except ImportError:
        return None

    def start(year: int, month: int, day: int = 1) -> date:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())

    try:
        first = start(year, month or 1, day or 1)
        if day is not None:
            return Period(first, first)
        after = start(year + 1, 1) if month is None or month == 12 else start(year, month + 1)
    except (ValueError, OverflowError):
        return None
    return Period(first, after - timedelta(days=1))
