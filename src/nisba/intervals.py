"""What a number in the news is: an exact value, or an interval with open ends.

"153" is [153, 153]; "at least 44" is [44, ∞); "more than 9 thousand" is (9000, ∞), its floor marked strict; "about 2,500"
is 2500, marked approximate. Ends are exact
(:class:`fractions.Fraction`); no binary float enters. Arithmetic is interval arithmetic (Moore, *Interval Analysis*,
1966): the result holds every value that the operands allow, and an open end stays open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

_VALUE = r"-?[0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?"
_WRITTEN = re.compile(rf"(?P<approx>~)?(?P<mark>>=|<=|>|<)?(?P<lo>{_VALUE})(?:\.\.(?P<hi>{_VALUE}))?")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between ``lo`` and ``hi``, ends included; ``None`` is an open end.

    Args:
        lo: least value, or None where the words set no floor.
        hi: greatest value, or None where the words set no ceiling.
        approx: the words give the value as approximate, with no margin ("about").
        strict: the one known end is not itself held: "more than", not "at least". Only where the other end is open.

    Raises:
        ValueError: ``lo`` lies above ``hi``, or both ends are known and one would not be held.
    """

    lo: Fraction | None
    hi: Fraction | None
    approx: bool = False
    strict: bool = False

    def __post_init__(self) -> None:
        if self.lo is not None and self.hi is not None and self.lo > self.hi:
            raise ValueError(f"the low end {self.lo} lies above the high end {self.hi}")
        if self.strict and (self.lo is None) == (self.hi is None):
            raise ValueError("only the one known end of a half-open interval can be strict")

    @classmethod
    def exactly(cls, value: Fraction | int, *, approx: bool = False) -> Self:
        """The interval that holds one value."""
        exact = value if isinstance(value, Fraction) else Fraction(value)
        return cls(exact, exact, approx)

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read the plain notation of the data files: ``153``, ``>9000``, ``>=44``, ``<50``, ``~2500``, ``13..14``.

        Raises:
            ValueError: the text is not in that notation.
        """
        found = _WRITTEN.fullmatch(written.strip())
        if not found or (found["mark"] and found["hi"]):
            raise ValueError(f"{written!r} is not a number such as 153, >9000, >=44, <50, ~2500 or 13..14")
        lo, hi = Fraction(found["lo"]), Fraction(found["hi"] or found["lo"])
        approx = found["approx"] is not None
        match found["mark"]:
            case ">" | ">=" as mark:
                return cls(lo, None, approx, strict=mark == ">")
            case "<" | "<=" as mark:
                return cls(None, lo, approx, strict=mark == "<")
        return cls(lo, hi, approx)

    def __str__(self) -> str:
        """The plain notation that :meth:`parse` reads."""
        if self.lo is None and self.hi is None:
            return "?"
        mark = "~" if self.approx else ""
        if self.lo is None or self.hi is None:
            equal = "" if self.strict else "="
            return f"{mark}>{equal}{self.lo}" if self.hi is None else f"{mark}<{equal}{self.hi}"
        return f"{mark}{self.lo}" if self.lo == self.hi else f"{mark}{self.lo}..{self.hi}"

    @property
    def is_exact(self) -> bool:
        """One value, and not an approximate one."""
        return self.lo is not None and self.lo == self.hi and not self.approx

    @property
    def value(self) -> Fraction | None:
        """The one value held, approximate or not; None for a range or an open end."""
        return self.lo if self.lo is not None and self.lo == self.hi else None

    @property
    def is_bounded(self) -> bool:
        """Both ends are known."""
        return self.lo is not None and self.hi is not None

    def __neg__(self) -> Interval:
        hi, lo = (None if end is None else -end for end in (self.lo, self.hi))
        return Interval(lo, hi, self.approx, self.strict)

    def __add__(self, other: Interval) -> Interval:
        lo = None if self.lo is None or other.lo is None else self.lo + other.lo
        hi = None if self.hi is None or other.hi is None else self.hi + other.hi
        return _made(lo, hi, self.approx or other.approx, self.strict or other.strict)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        approx, strict = self.approx or other.approx, self.strict or other.strict
        if self.is_bounded and other.is_bounded:
            ends = [a * b for a in (self.lo, self.hi) for b in (other.lo, other.hi) if a is not None and b is not None]
            return Interval(min(ends), max(ends), approx)
        if self.lo is not None and other.lo is not None and self.lo >= 0 and other.lo >= 0:  # counts: no sign to cross
            lo = self.lo * other.lo
            hi = None if self.hi is None or other.hi is None else self.hi * other.hi
            return _made(lo, hi, approx, strict and lo > 0)  # a factor of zero reaches zero
        return Interval(None, None, approx)

    def __truediv__(self, other: Interval) -> Interval:
        """Divide; a divisor that may be zero gives no bound on that side.

        Raises:
            ZeroDivisionError: the divisor is exactly zero.
        """
        if other.value == 0:
            raise ZeroDivisionError("a ratio to zero has no value")
        if other.lo is None or other.lo < 0 or other.lo == 0 == other.hi:
            if other.is_bounded and other.hi is not None and other.hi < 0:
                return -self / -other
            return Interval(None, None, self.approx or other.approx)
        greatest = None if other.lo == 0 else 1 / other.lo
        least = Fraction(0) if other.hi is None else 1 / other.hi
        return self * Interval(least, greatest, other.approx)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        lo = None if self.lo is None or other.lo is None else min(self.lo, other.lo)
        hi = None if self.hi is None or other.hi is None else max(self.hi, other.hi)
        return _made(lo, hi, self.approx or other.approx, self.strict and other.strict)

    def overlaps(self, other: Interval) -> bool:
        """Some value lies in both."""
        return not (self._below(other) or other._below(self))

    def _below(self, other: Interval) -> bool:
        if self.hi is None or other.lo is None:
            return False
        return self.hi < other.lo or (self.hi == other.lo and (self.strict or other.strict))


def _made(lo: Fraction | None, hi: Fraction | None, approx: bool, strict: bool) -> Interval:  # noqa: FBT001 - both are fields
    """An interval whose one known end, if there is just one, is strict where an operand's was."""
    return Interval(lo, hi, approx, strict and (lo is None) != (hi is None))
