"""What a number is of: the percent sign, currency, unit of time or of measurement beside it; and sums of money."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from nisba.intervals import Interval
from nisba.reading.digits import Numeral
from nisba.reading.lengths import and_part, measure_and_part
from nisba.reading.matches import Match
from nisba.reading.quantities import Kind
from nisba.reading.ranges import Ranges

_COIN = 2  # digits of the smaller coin where it is not named


class Units:
    """The grammar of units over one row of tokens.

    Args:
        ranges: the grammar of numbers and ranges over the same row.
    """

    def __init__(self, ranges: Ranges) -> None:
        self.ranges = ranges
        self.tokens, self.numerals = ranges.tokens, ranges.numerals

    def read(self, first: Numeral, last: Numeral, value: Interval) -> Match:
        """The amount with its unit, up to a second one that names the same unit ("3% to 5%", "between 2 km and 3 km")."""
        low = self._one(first, last, value)
        if low.unit is None or value.lo is None or value.lo != value.hi or self.ranges.changes(low.first):
            return low
        tokens, after = self.tokens, self.ranges.to(low.last, opened=False)[0]
        if tokens.ends(low.first, "between") and tokens.lexicon.is_and(tokens[low.last].word):
            after = low.last + 1
        number = self.ranges.number(after) if after is not None else None
        high = self._one(number, number, Interval.exactly(number.value)) if number and value.lo < number.value else None
        if high is None or high.value is None or (high.kind, high.unit) != (low.kind, low.unit):
            return low
        return replace(low, last=high.last, end=high.end, value=Interval(value.lo, high.value.hi))

    def _one(self, first: Numeral, last: Numeral, value: Interval) -> Match:
        """The amount, with the sign, currency or unit that follows it."""
        tokens, after = self.tokens, last.last
        start = first.start
        plain = Match(first.first, after, start, last.end, Kind.CARDINAL, value)
        closed = after + (tokens[after].text == ")" and tokens[first.first - 1].text == "(")
        if percent := tokens.phrase(closed, "percent"):
            end = percent[0] if closed == after else after
            return replace(plain, last=percent[0], end=tokens[end - 1].end, kind=Kind.PERCENT, unit="%")
        if led := self._percent_of(plain):
            return led
        if tokens.get(first.first - 1, "percent_prefix") and tokens[first.first].close:
            return replace(
                plain, first=first.first - 1, start=tokens[first.first - 1].start, kind=Kind.PERCENT, unit="%"
            )
        dash = self._hyphen(after)
        times = tokens.phrase(after + dash, "multiples")
        if times is None and value.lo is not None and value.lo.denominator > 1:
            times = tokens.phrase(after + dash, "fold")  # nothing happens 1.9 times
        if times and not tokens[after].word.joins:
            return replace(plain, last=times[0], end=tokens[after + dash].end, kind=Kind.MULTIPLE)
        return (
            self._with_lower_scale(self._currency(plain), last.scale)
            or self._duration(plain)
            or self._measure(plain)
            or self._below_zero(plain, after)
        )

    def _percent_of(self, plain: Match) -> Match | None:
        """As in "A percentage of 20": the word before a number that counts nothing."""
        tokens = self.tokens
        ends = not tokens[plain.last].text[0].isalnum() and self.numerals.at(plain.first - 3) is None
        of = tokens.phrase(plain.first - 1, "of") if ends else None
        if of is None or not tokens.ends(plain.first - 1, "percent"):
            return None
        start = plain.first - 2 - (tokens.get(plain.first - 3, "percent") is not None)
        start -= tokens.get(start, "percent") is None
        return replace(plain, first=start, start=tokens[start].start, kind=Kind.PERCENT, unit="%")

    def _currency(self, plain: Match) -> Match | None:
        tokens, value = self.tokens, plain.value
        found = tokens.phrase(plain.last + self._hyphen(plain.last), "currencies")
        if found is None or value is None or tokens[plain.last].word.joins:
            return None
        last, scale = found[0], tokens.get(found[0], "scale")
        if scale and value.hi is not None and value.hi < scale and not tokens[last].word.joins:  # "75 USD million"
            value, last = Interval((value.lo or 0) * scale, value.hi * scale), last + 1
        money = replace(plain, last=last, end=tokens[last - 1].end, kind=Kind.MONEY, unit=found[1][0], value=value)
        return self._with_hundredths(money)

    def of_the_second(self, match: Match) -> Match:
        """As in "Rose from 13 to 32 percent": the first value is in percent or money, too, though the sign stands once."""
        tokens = self.tokens
        if match.kind is not Kind.CARDINAL or not tokens.ends(match.first, "from"):
            return match
        after = self.ranges.to(match.last, opened=True)[0]
        second = self.ranges.number(after) if after is not None else None
        if second is None or not self.ranges.changes(match.first):
            return match
        high = self._one(second, second, Interval.exactly(second.value))
        same = high.kind in (Kind.PERCENT, Kind.MONEY)
        return replace(match, kind=high.kind, unit=high.unit) if same else match

    def _with_lower_scale(self, money: Match | None, scale: Fraction) -> Match | None:
        """As in "Two billion dollars and 415 million": what is added below the scale, with no noun of its own."""
        tokens, value = self.tokens, money.value if money else None
        if money is None or value is None or scale == 1 or not self.numerals.units_first or value.lo != value.hi:
            return money
        joined = tokens.words[money.last].joins or tokens.lexicon.is_and(tokens.words[money.last])
        more = self.ranges.number(money.last + tokens.lexicon.is_and(tokens.words[money.last])) if joined else None
        if more is None or not 1 < more.scale < scale or more.value >= scale or value.lo is None:
            return money
        again, word = tokens.phrase(more.last, "currencies"), tokens.words[more.last]
        named = (again and again[1][0] != money.unit) or (not again and not word.joins and "nouns" in word.senses)
        if named or tokens.phrase(more.last, "percent"):
            return money
        last = again[0] if again else more.last
        return replace(money, last=last, end=tokens[last - 1].end, value=Interval.exactly(value.lo + more.value))

    def _hyphen(self, place: int) -> bool:
        """A hyphen tight on both sides, as in "a 50-euro note"."""
        tokens = self.tokens
        return tokens[place].text == "-" and tokens[place].close and tokens[place + 1].close

    def _with_hundredths(self, money: Match) -> Match:
        """As in "Three dollars and 50 cents", "15 dollars 50": the smaller coin is part of the sum."""
        tokens, value = self.tokens, money.value
        more = self.ranges.number(money.last + tokens.lexicon.is_and(tokens[money.last].word))
        if more is None or value is None or value.lo is None or value.lo != value.hi or not 0 < more.value < 100:
            return money
        coin = tokens.get(more.last, "subunit") is not None
        bare = more.digits and more.end - more.start == _COIN and not tokens[more.last].text[0].isalnum()
        bare = bare and tokens.phrase(more.last, "currencies") is None
        if not (coin or bare) or tokens.get(money.last - 1, "subunit") is not None or tokens[more.last].text in "%-/":
            return money
        total = Interval.exactly(value.lo + more.value / 100)
        return replace(money, last=more.last + coin, end=tokens[more.last - 1 + coin].end, value=total)

    def _duration(self, plain: Match) -> Match | None:
        """A unit of time right after the number is part of it; with an adjective between, only the number is."""
        tokens, after = self.tokens, plain.last
        dash = self._hyphen(after)
        unit = tokens.get(after + dash, "units")
        named = (
            tokens[after + 1].is_digits and unit == ("year", "one") and self.numerals.units_first
        )  # "in the year 2022"
        again = tokens[after + dash + 2].word.folded == tokens[after + dash].word.folded  # "up 235,000 month on month"
        other = tokens.phrase(after + dash, "measures")  # "40 light years" are no years
        longer = other is not None and other[0] > after + dash + 1
        if unit is not None and not tokens[after].word.joins and not named and not again and not longer:
            last = after + dash + 1
            length = replace(plain, last=last, end=tokens[last - 1].end, kind=Kind.DURATION, unit=unit[0])
            return and_part(tokens, length)
        ahead = tokens.get(after + 1, "units") if tokens.get(after, "adverb") else None
        return replace(plain, kind=Kind.DURATION, unit=ahead[0]) if ahead else None

    def _measure(self, plain: Match) -> Match | None:
        """A unit of measurement is named, not covered: what is measured stands in the text as a noun would."""
        tokens, after = self.tokens, plain.last
        dash = self._hyphen(after)
        found = tokens.phrase(after + dash, "measures")
        if found is None or tokens[after].word.joins:
            return None
        digits = any(tokens.words[place].counts or tokens.words[place].is_digits for place in range(after, found[0]))
        last = found[0] if digits else after  # the 3 of cubic metres is no number of its own
        measure = replace(plain, last=last, kind=Kind.MEASURE, unit=found[1][0])
        longer = measure_and_part(tokens, measure, found[0])
        return longer if longer is not measure else self._below_zero(measure, found[0])

    def _below_zero(self, amount: Match, place: int) -> Match:
        """As in "Four degrees below zero": the sign in words, after the unit; the words are no number of their own."""
        below = self.tokens.phrase(place, "below_zero")
        if below is None or amount.value is None:
            return amount
        return replace(amount, last=below[0], value=-amount.value)

    def money_first(self, place: int) -> Match | None:
        """A currency sign before its number: $5 million."""
        tokens = self.tokens
        sign = tokens.phrase(place, "money_prefixes")
        number = self.ranges.number(sign[0]) if sign else None
        letter = len(tokens[place].text) == 1 and tokens[place].text.isalpha()
        loose = letter and not tokens[place + 1].close  # "a $4 billion deal" is no A$, "the city's $3 million" no S$
        if number is None or sign is None or loose:
            return None
        after, dash = self.ranges.to(number.last, opened=False)
        if tokens.ends(place, "between") and tokens.lexicon.is_and(tokens[number.last].word):
            after = number.last + 1
        again = tokens.phrase(after, "money_prefixes") if after is not None else None
        second = self.ranges.number(again[0] if again else after) if after is not None else None
        pair = self.ranges.pair(number, second) if second and (not dash or number.value < second.value) else None
        pair = None if pair and not dash and self.ranges.two_values(place, pair) else pair
        first, last, value = pair or (number, number, Interval.exactly(number.value))
        match = Match(place, last.last, first.start, last.end, Kind.MONEY, value)
        return replace(match, first=place, start=tokens.first(place), kind=Kind.MONEY, unit=sign[1])
