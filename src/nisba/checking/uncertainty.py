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
    Clopper–Pearson interval of that binomial share p, whose ends are quantiles of beta distributions (Clopper and
    Pearson, *Biometrika* 26, 1934), is turned into the interval of the ratio of rates by p / (1 - p) · base_days / days.

    Args:
        count: events in the first period.
        days: its length in days.
        base: events in the second period, at least 1.
        base_days: its length in days.

    Returns:
        lower and upper end, rounded to four decimals.
    """
    from scipy.special import betaincinv  # noqa: PLC0415 - a tenth of a second, and only this function needs it

    tail = float((1 - CONFIDENCE) / 2)
    lowest = float(betaincinv(count, base + 1, tail)) if count else 0.0
    highest = float(betaincinv(count + 1, base, 1 - tail))
    ends = (p / (1 - p) * base_days / days for p in (lowest, highest))
    low, high = (Fraction(round(end * _PLACES), _PLACES) for end in ends)
    return Interval(low, high)
