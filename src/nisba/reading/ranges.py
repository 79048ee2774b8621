"""Two numbers that are one: "between A and B", "A to B", "A - B", "A or B"; and the single numbers they are made of."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from nisba.intervals import Interval
from nisba.reading.digits import Numeral
from nisba.reading.hedges import hedge_before
from nisba.reading.numerals import Numerals
from nisba.reading.tokens import Tokens

_CHANGE_REACH = 12  # tokens before "from A to B" in which a verb of change makes them two values
_UNITS = frozenset({"units", "currencies", "measures"})
_THOUSAND = Fraction(1000)
_STEPS = 3  # times the first number: what something changed to, no upper bound of the change

#: The first and the last number of an amount, and what they are worth together.
Pair = tuple[Numeral, Numeral, Interval]


class Ranges:
    """The grammar of single numbers and ranges over one row of tokens."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.numerals = Numerals(tokens)

    def number(self, place: int) -> Numeral | None:
        """A number at a place, unless its only word is one that mostly means something else there."""
        numeral = self.numerals.at(place)
        if numeral and numeral.spoken and numeral.last == place + 1 and numeral.value <= 1 and self._no_count(place):
            return None
        if numeral and numeral.spoken and numeral.last == place + 1 and self.numerals.doubtful(place):
            return None
        return numeral

    def _no_count(self, place: int) -> bool:
        """As in "One" that stands for a noun ("the one you mean", "one another"); in Arabic, "the one" and "the zero"."""
        if self.numerals.units_first:
            return self.tokens[place].word.definite
        if self.tokens.get(place, "unit") == 0:
            return False
        if self.tokens[place + 1].text == "-" and not _UNITS.isdisjoint(self.tokens[place + 2].word.kinds):
            return False  # "a one-year deal"
        after = self.tokens.phrase(place + 1, "not_one_before")
        return after is not None or self.tokens.ends(place, "not_one_after")

    def at(self, place: int) -> Pair | None:
        """As in "Between A and B", "from A to B" unless something changed from A to B, "A to B", "A - B", "A or B"."""
        tokens = self.tokens
        if (between := tokens.phrase(place, "between")) is not None:
            return self._between(between[0])
        start = self._from(place)
        first = self.number(place if start is None else start)
        if first is None or first.fraction:
            return None
        after, dash = self.to(first.last, opened=start is not None)
        if after is None and (start is not None or not self.changes(place)):
            first, after = self._unit_twice(first, start is not None)
        second = self.number(after) if after is not None else None
        if second is None or (dash and not self._dashed(first, second)):
            return None
        if start is None and not dash and (tokens.ends(place, "from") or self._just_one(first)):
            return None
        pair = self.pair(first, second)
        return None if pair and not dash and self.two_values(place, pair) else pair

    def _just_one(self, first: Numeral) -> bool:
        """As in "At one go to 100": where nouns come first, the word "one" belongs to the noun before it."""
        return self.numerals.units_first and first.spoken and first.value == 1

    def two_values(self, place: int, pair: Pair) -> bool:
        """What looks like a range is by how much, or from what, something changed, and to what."""
        return self._hedged_from(place) or self._step_and_end(place, pair)

    def changes(self, place: int) -> bool:
        """A verb of change stands shortly before."""
        return self.tokens.before(place, "change", _CHANGE_REACH - 1)

    def _hedged_from(self, place: int) -> bool:
        """As in "rose from more than 800 to 1,000": the first of two values, with a hedge of its own."""
        if self.tokens.ends(place, "from"):
            return self.changes(place)
        for back in range(2, 6):
            hedge = hedge_before(self.tokens, place - back + 1)
            if hedge and hedge[1] == place and self.tokens.ends(place - back + 1, "from"):
                return self.changes(place - back)
        return False

    def _step_and_end(self, place: int, pair: Pair) -> bool:
        """As in "Fell by 60 to 510": by how much, and to what; two bounds of one change lie nearer together."""
        tokens, (_, last, value) = self.tokens, pair
        by = tokens.ends(place, "by_how_much") and self.changes(place)
        if not by and tokens.get(place - 1, "change") is None:
            return False
        apart = value.lo is not None and value.hi is not None and value.hi >= _STEPS * value.lo
        return apart and tokens.phrase(last.last, "percent") is None

    def _unit_twice(self, first: Numeral, opened: bool) -> tuple[Numeral, int | None]:  # noqa: FBT001
        """As in "From 5% to 10%": the first number with its unit, and the place of the second, which has the same."""
        found = self._unit(first.last)
        after = self.to(found[0], opened=opened)[0] if found else None
        second = self.number(after) if after is not None else None
        again = self._unit(second.last) if second else None
        if found is None or again is None or again[1] != found[1] or (second and second.value <= first.value):
            return first, None
        return replace(first, last=found[0], digits=False), after

    def _unit(self, place: int) -> tuple[int, str] | None:
        """(place after, name) of the percent sign, currency, measure or unit of time right behind a number."""
        if self.tokens[place].word.joins:
            return None
        for kind in ("percent", "currencies", "measures", "units"):
            if found := self.tokens.phrase(place, kind):
                return found[0], kind if kind == "percent" else str(found[1][0])
        return None

    def _from(self, place: int) -> int | None:
        found = self.tokens.phrase(place, "from")
        return None if found is None or self.changes(place) else found[0]

    def to(self, place: int, *, opened: bool) -> tuple[int | None, bool]:
        """Where the second number of a range starts, and whether a dash leads to it."""
        tokens = self.tokens
        if tokens[place].text == "-":
            return place + 1, True
        if opened and tokens.lexicon.is_preposition(tokens.texts[place]) and "of" in tokens.words[place].senses:
            return place + 1, False  # "from 18 to 20" with the preposition of one letter
        found = tokens.phrase(place, "to") or (None if opened else tokens.phrase(place, "or"))
        return (found[0] if found else None), False

    def _dashed(self, first: Numeral, second: Numeral) -> bool:
        """A dash makes a range of two rising numbers with the same space on both sides."""
        dash = self.tokens[first.last]
        even = dash.close == self.tokens[first.last + 1].close
        return even and self.tokens[second.last].text != "-" and first.value < second.value

    def _between(self, start: int) -> Pair | None:
        """Two numbers joined by "and", cut where both halves are numbers that rise."""
        tokens = self.tokens
        whole = self.numerals.at(start)
        if whole is None:
            return None
        if pair := self._between_units(whole):
            return pair
        for cut in range(whole.last, start, -1):
            first = whole if cut == whole.last else Numerals(tokens, cut).at(start)
            word = tokens[cut].word
            after = cut if word.joins else cut + 1 if tokens.lexicon.is_and(word) else None
            if first is None or first.last != cut or after is None:
                continue
            second = self.number(after)
            if second and first.value * (second.scale if first.scale == 1 else 1) < second.value:
                return self.pair(first, second)
            if second and first.value < second.value:
                return self.pair(first, second)
        return None

    def _between_units(self, first: Numeral) -> Pair | None:
        """As in "Between 2% and 13%": the same unit behind both numbers."""
        found = self._unit(first.last)
        word = self.tokens[found[0]].word if found else None
        after = None
        if found and word:
            after = found[0] if word.joins else found[0] + 1 if self.tokens.lexicon.is_and(word) else None
        second = self.number(after) if after is not None else None
        again = self._unit(second.last) if second else None
        if second is None or found is None or again is None or again[1] != found[1] or second.value <= first.value:
            return None
        return self.pair(replace(first, last=found[0], digits=False), second)

    def pair(self, first: Numeral, second: Numeral) -> Pair | None:
        """A range; a scale named once holds for both ("20 to 25 thousand", "20 to 25,000")."""
        low, high = first.value, second.value
        if first.scale == 1 and second.scale > 1 and low < high / second.scale:
            low *= second.scale
        elif (
            first.digits
            and low < _THOUSAND <= high
            and high % _THOUSAND == 0
            and low < high / _THOUSAND
            and not second.spoken
        ):
            low *= _THOUSAND
        return (first, second, Interval(low, high)) if low < high else None
