"""The ledger of a page: which numbers it shows, in order of appearance, and every place where it shows them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from nisba.checking.formulas import evaluate
from nisba.checking.grammar import Call, Name, parse, written
from nisba.checking.numbers import Number, Status
from nisba.errors import FormulaError

CALENDAR = ("days", "months", "year-days", "year-months")
"""Functions of formulas that measure the period of a number."""
_SPOKEN = {"+": "plus", "-": "minus", "*": "times", "/": "over"}


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a page shows a number.

    Args:
        id: the number.
        index: the number of its note, from 1.
        nth: which of the number's places this is, from 1.
    """

    id: str
    index: int
    nth: int

    @property
    def anchor(self) -> str:
        """The id of the element, which the note links back to."""
        # Firefox's reader view drops what has the word "share" in its id, taking it for a button of a social network.
        return f"r-{self.id.replace('share', 'sh-are')}-{self.nth}"


class Ledger:
    """The numbers of one page while it is written. A number enters when it is first shown or when a note names it.

    Args:
        numbers: every named number of the story.
    """

    def __init__(self, numbers: Mapping[str, Number]) -> None:
        self._numbers = dict(numbers)
        self._named = {number.formula: number.id for number in numbers.values() if number.formula}
        self._places: dict[str, int] = {}

    def __iter__(self) -> Iterator[Number]:
        """The page's numbers in the order of their notes; numbers that enter meanwhile are met too."""
        met = 0
        while met < len(self._places):
            yield self._numbers[list(self._places)[met]]
            met += 1

    def __len__(self) -> int:
        return len(self._places)

    @property
    def numbers(self) -> Mapping[str, Number]:
        """Every number that formulas may name, those of inline formulas among them."""
        return self._numbers

    def number(self, id: str) -> Number:
        """The number of that name.

        Raises:
            FormulaError: there is none.
        """
        if id in self._numbers:
            return self._numbers[id]
        near = difflib.get_close_matches(id, self._numbers, n=3)
        remedy = f"did you mean {' or '.join(near)}?" if near else "see tables/numbers.csv for the names"
        raise FormulaError(id, f"there is no number {id}", remedy.rstrip("?"))

    def computed(self, formula: str, show: str = "ratio") -> Number:
        """The number that a formula gives: one that the story names, where it has the same formula, else a new one.

        Raises:
            FormulaError: the formula cannot be read or computed.
        """
        plain = written(parse(formula))
        if plain in self._numbers:
            return self._numbers[plain]
        if plain in self._named:
            return self._numbers[self._named[plain]]
        number = _dated(replace(evaluate(plain, self._numbers, show=show), id=self._free(anchor(plain))), self._numbers)
        self._numbers[number.id], self._named[plain] = number, number.id
        return number

    def show(self, id: str) -> Place:
        """Note that the page shows a number here."""
        self.number(id)
        self._places[id] = self._places.get(id, 0) + 1
        return Place(id, self.index(id), self._places[id])

    def mention(self, id: str) -> Number:
        """Note that a note names a number, which then needs a note of its own."""
        number = self.number(id)
        self._places.setdefault(id, 0)
        return number

    def adopt(self, other: Ledger) -> None:
        """Take over another page's numbers, in the order of its notes, so that a note has one number on both pages."""
        for number in other:
            self._numbers.setdefault(number.id, number)
            if number.formula:
                self._named.setdefault(number.formula, number.id)
            self._places.setdefault(number.id, 0)

    def index(self, id: str) -> int:
        """The number of a number's note, from 1."""
        return list(self._places).index(id) + 1

    def places(self, id: str) -> tuple[Place, ...]:
        """Every place where the page shows a number."""
        return tuple(Place(id, self.index(id), nth) for nth in range(1, self._places.get(id, 0) + 1))

    def count(self, status: Status) -> int:
        """How many of the page's numbers have that status."""
        return sum(number.status is status for number in self)

    def _free(self, id: str) -> str:
        return id if id not in self._numbers else self._free(f"{id}-again")


def _dated(number: Number, numbers: Mapping[str, Number]) -> Number:
    """A length of time, such as ``days(attacks)``, is counted off the calendar: it keeps the period it measures."""
    match parse(number.formula or ""):
        case Call(function, (Name(id),)) if function in CALENDAR and (period := numbers[id].scope.when):
            period = period.year if function.startswith("year-") else period
            return replace(number, status=Status.CALENDAR, scope=replace(number.scope, when=period), show="count")
    return number


def anchor(formula: str) -> str:
    """A name for an inline formula, the same on every build: ``attacks / 2`` becomes ``attacks-over-2``."""
    spoken = re.sub(r" ([-+*/]) ", lambda sign: f" {_SPOKEN[sign[1]]} ", formula)
    return re.sub(r"[^a-z0-9]+", "-", spoken.lower()).strip("-")
