"""Numbers with a name and an origin: what every sum, ratio, chart and sentence is made of.

A number on the page is one of four things, and says which: *reported* by the lead account, *cited* from elsewhere,
*computed* from other numbers, or counted off the *calendar*.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nisba.intervals import Interval
from nisba.periods import Period
from nisba.reading.report import Span


class Status(StrEnum):
    """Where a number comes from."""

    REPORTED = "reported"
    CITED = "cited"
    COMPUTED = "computed"
    CALENDAR = "calendar"


class ClaimStatus(StrEnum):
    """As what a number is told: what is, what would be if things went on, what is meant to be, what is foreseen or guessed."""

    ACTUAL = "actual"
    PACE = "pace"
    TARGET = "target"
    FORECAST = "forecast"
    ESTIMATE = "estimate"


MULTIPLE_OF = "multiple of "
"""What a multiple counts is written so, before the thing that it is so many times of."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a number counts, where and when: what decides with which others it may be compared.

    Args:
        what: what is counted, such as ``attacks``; empty for pure numbers such as ratios.
        where: the places it covers.
        when: the period it covers; None for a stock or where the source fixes none.
    """

    what: str = ""
    where: frozenset[str] = frozenset()
    when: Period | None = None

    @property
    def multiple_of(self) -> str:
        """The thing that it is a multiple of; empty for what is counted itself."""
        return self.what.removeprefix(MULTIPLE_OF) if self.what.startswith(MULTIPLE_OF) else ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The characters of an account that give a number.

    Args:
        account: name of the account.
        span: the numeral with its hedge, as marked for readers.
        sentence: the whole sentence around it; a quotation is never cut.
        paragraph: 0-based line of the account's text.
        hedge: the hedging words, or None.
    """

    account: str
    span: Span
    sentence: Span
    paragraph: int
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A named number and its origin.

    Args:
        id: its name in formulas and prose, such as ``killed-syria``.
        status: where it comes from.
        value: exact, an interval, or with open ends.
        scope: what it counts, where and when.
        quote: of a reported number: its characters.
        citation: of a cited number: the id of its source.
        formula: of a computed number: the expression, in ids.
        operands: of a computed number: the ids it is made of, in order of appearance.
        show: how to print it: ``count``, ``ratio``, ``percent`` (of a share), ``percentage``, ``points`` or ``rate``; the number of decimals is the wording's.
        doubtful: another source contradicts it, or a sum does.
        claim: as what the account tells it; a fact unless its words say otherwise.
    """

    id: str
    status: Status
    value: Interval
    scope: Scope = Scope()
    quote: Quote | None = None
    citation: str | None = None
    formula: str | None = None
    operands: tuple[str, ...] = ()
    show: str = "count"
    doubtful: bool = False
    claim: ClaimStatus = ClaimStatus.ACTUAL
