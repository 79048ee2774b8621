"""How far chance alone would spread the ratio of two counts. Not a margin of error: counts of claims are no sample."""

from __future__ import annotations

from fractions import Fraction

from nisba.intervals import Interval

CONFIDENCE = Fraction(95, 100)
"""Two-sided confidence of every interval."""
_PLACES = 10_000  # published digits: beyond four decimals, binary floats of other machines may differ


def poisson_interval(count: int, days: int, base: int, base_days: int) -> Interval:
    """The exact conditional interval of the ratio of two Poisson rates.

    Given their sum, one of two Poisson counts is binomial (Przyborowski and Wilenski, *Biometrika* 31, 1940); the
    Clopper–Pearson interval of that binomial share p (:func:`scipy.stats.binomtest`) is turned into the interval of
    the ratio of rates by p / (1 - p) · base_days / days.

    Args:
        count: events in the first period.
        days: its length in days.
        base: events in the second period, at least 1.
        base_days: its length in days.

    Returns:
        lower and upper end, rounded to four decimals.
    """
    from scipy.stats import binomtest  # noqa: PLC0415 - half a second, and only this function needs it

    share = binomtest(count, count + base).proportion_ci(float(CONFIDENCE), method="exact")
    ends = (p / (1 - p) * base_days / days for p in (share.low, share.high))
    low, high = (Fraction(round(end * _PLACES), _PLACES) for end in ends)
    return Interval(low, high)
