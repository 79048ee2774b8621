"""Agreement: words that a writer puts in place of a number must give that number, with its hedge, and mislead nobody.

Our own reader reads the words. What it reads must be the number, rounded at most in the last place shown:

- a hedge is kept: "more than 9,000" is neither "9,000" nor "about 9,000";
- an open reading of an exact number must be true: 1.26 is "more than 1.2", never "more than 1.3";
- an approximate reading ("about a quarter") is within a twentieth of the value;
- rounding reaches no threshold of the story's statements: 1.996 is not "2.0" beside "double".

Words in which nothing is counted ("the total") say no number and may stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from nisba.checking.numbers import Number
from nisba.explaining.number_words import quantities_of
from nisba.intervals import Interval
from nisba.reading import Kind, Quantity

_ROUGH = Fraction(1, 20)
_READ = frozenset({Kind.CARDINAL, Kind.PERCENT, Kind.MULTIPLE, Kind.DURATION, Kind.MEASURE, Kind.MONEY})


def disagreement(words: str, number: Number, language: str, thresholds: Iterable[Fraction] = ()) -> str:
    """Why words may not stand for a number, as a clause; or empty where they may.

    Args:
        words: what is printed in place of the number.
        number: the number.
        language: of the words.
        thresholds: what the story's statements compare ratios with.
    """
    read = [item for item in quantities_of(words, language) if item.kind in _READ and item.value is not None]
    if not read:
        return ""
    wrong = next((item for item in read if _other_unit(item, number)), None)
    if wrong:
        return f"the words {words!r} measure in {wrong.unit}s, but {number.id} is {number.formula}"
    told = [_scaled(item, share=number.show != "percentage") for item in read]
    if any(_agrees(value, step, number.value, tuple(thresholds)) for value, step in told):
        return ""
    says, _ = told[0]
    lost = says.is_bounded and not says.approx and (number.value.approx or not number.value.is_bounded)
    if lost and says.lo in {number.value.lo, number.value.hi}:
        return f"the words {words!r} drop the hedge of {number.id}, which is {number.value}"
    return f"the words {words!r} say {says}, but {number.id} is {_told(number.value)}"


def says_value(item: Quantity, among: Iterable[Interval]) -> bool:
    """A quantity says one of some values, with its hedge."""
    if item.kind not in _READ or item.value is None:
        return False
    said, step = _scaled(item, share=True)
    return any(_agrees(said, step, value, ()) and said.strict == value.strict for value in among)


def _other_unit(item: Quantity, number: Number) -> bool:
    """A length of time in days stands for months, or the other way round."""
    unit = (number.formula or "").partition("(")[0].removeprefix("year-")
    return item.kind is Kind.DURATION and unit in {"days", "months"} and f"{item.unit}s" != unit


def _scaled(item: Quantity, *, share: bool) -> tuple[Interval, Fraction]:
    """What the words are worth, a per cent as a share, and half a unit of their last place; nothing for whole numbers.

    Args:
        item: what the words say.
        share: the number is a share of one; else it is worth what is printed, as a per cent that a report states.
    """
    value = item.value or Interval(None, None)
    scale = 100 if share and item.kind is Kind.PERCENT else 1
    end = value.lo if value.lo is not None else value.hi
    places = _places(end) if end is not None else 0
    step = Fraction(1, 2 * 10**places * scale) if places or scale == 100 else Fraction(0)
    ends = [None if one is None else one / scale for one in (value.lo, value.hi)]
    return Interval(ends[0], ends[1], value.approx, value.strict), step


def _places(value: Fraction) -> int:
    """Decimals of a terminating decimal; none for a third."""
    places = 0
    while value.denominator != 1 and places < 6:
        value, places = value * 10, places + 1
    return places if value.denominator == 1 else 0


def _agrees(said: Interval, step: Fraction, value: Interval, thresholds: tuple[Fraction, ...]) -> bool:
    if value.is_bounded and not said.is_bounded:
        return _holds(said, value)
    if said.is_bounded != value.is_bounded or (value.approx and not said.approx):
        return False
    pairs = [(said.lo, value.lo), (said.hi, value.hi)]
    return all(
        _near(one, other, abs(other or Fraction(0)) * _ROUGH if said.approx else step, thresholds)
        for one, other in pairs
    )


def _holds(said: Interval, value: Interval) -> bool:
    """Every value that the number may have lies in what the words say."""
    above = said.lo is None or (
        value.lo is not None and (value.lo > said.lo or (value.lo == said.lo and not said.strict))
    )
    below = said.hi is None or (
        value.hi is not None and (value.hi < said.hi or (value.hi == said.hi and not said.strict))
    )
    return above and below and (said.lo is not None or said.hi is not None)


def _near(said: Fraction | None, value: Fraction | None, step: Fraction, thresholds: tuple[Fraction, ...]) -> bool:
    """``step`` is how far the words may be from the value."""
    if said is None or value is None:
        return said is value
    if said == value:
        return True
    if any((said >= one) != (value >= one) or said == one for one in (Fraction(0), Fraction(1), *thresholds)):
        return False
    return abs(said - value) <= step


def _told(value: Interval) -> str:
    """A value for a message: exact where it is short, else with four decimals."""
    exact = value.value
    return str(value) if exact is None or exact.denominator < 100 else f"{float(exact):.4f}"
