"""Values as programs read them: the last step out of exact numbers."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from nisba.intervals import Interval


def plain(value: Interval) -> int | float | dict[str, Any] | None:
    """An exact value as a number; a range or an open end as its two ends; nothing where nothing is known."""
    if value.lo is None and value.hi is None:
        return None
    if value.value is not None:
        return _number(value.value)
    return {"lo": _number(value.lo), "hi": _number(value.hi), "approx": value.approx}


def _number(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)
