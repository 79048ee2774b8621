"""Amounts: a number, or a range of two, with what makes it a percentage, money, a duration, a measure or a multiple."""

from __future__ import annotations

from dataclasses import replace

from nisba.intervals import Interval
from nisba.reading.counting_nouns import dual, lone
from nisba.reading.digits import Numeral
from nisba.reading.language_file import TABLES
from nisba.reading.matches import Match
from nisba.reading.ordinals import ordinal
from nisba.reading.quantities import Kind
from nisba.reading.ranges import Ranges
from nisba.reading.shares import one_in
from nisba.reading.tokens import Tokens


class Amounts:
    """The grammar of amounts over one row of tokens."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.ranges = Ranges(tokens)
        self.numerals = self.ranges.numerals

    def at(self, place: int) -> Match | None:
        """The amount that starts at a place: by digits, or by a word."""
        tokens, word = self.tokens, self.tokens[place].word
        if tokens[place].is_digits:
            parted = tokens[place + 1].text == "-" or not _PARTS.isdisjoint(tokens[place + 1].word.kinds)
            part = self._part(place) if parted else None
            return (
                self._ordinal(place)
                or part
                or one_in(tokens, self.ranges, place)
                or self._range(place)
                or self._single(place)
            )
        kinds = word.kinds
        if not _COUNTED.isdisjoint(kinds) and (match := dual(tokens, place) or lone(tokens, place)):
            return match
        signed = tokens[place].text[0] in "-.\u066b"
        return next(
            (
                match
                for opens, rule in _RULES
                if not opens.isdisjoint(kinds) or (opens is _NUMBERS and signed)
                if (match := rule(self, place))
            ),
            None,
        )

    def _range(self, place: int) -> Match | None:
        pair = self.ranges.at(place)
        return self._with_unit(*pair) if pair else None

    # -- whole amounts -------------------------------------------------------------------------------------------

    def _single(self, place: int) -> Match | None:
        numeral = self.ranges.number(place)
        if numeral is None:
            return None
        return self._with_unit(numeral, self._repeated(numeral), Interval.exactly(numeral.value))

    def _repeated(self, numeral: Numeral) -> Numeral:
        """As in "Forty-five (45)": the same number again in digits is part of it."""
        tokens = self.tokens
        again = self.numerals.at(numeral.last + 1) if numeral.spoken and tokens[numeral.last].text == "(" else None
        if again is None or again.value != numeral.value or tokens[again.last].text != ")":
            return numeral
        return replace(numeral, last=again.last + 1, end=tokens[again.last].end)

    # -- what the number is of -----------------------------------------------------------------------------------

    def _with_unit(self, first: Numeral, last: Numeral, value: Interval) -> Match:
        """The amount, with the sign, currency or unit that follows it."""
        tokens, after = self.tokens, last.last
        start = first.start
        plain = Match(first.first, after, start, last.end, Kind.CARDINAL, value)
        closed = after + (tokens[after].text == ")" and tokens[first.first - 1].text == "(")
        if percent := tokens.phrase(closed, "percent"):
            end = percent[0] if closed == after else after
            return replace(plain, last=percent[0], end=tokens[end - 1].end, kind=Kind.PERCENT, unit="%")
        if tokens.get(first.first - 1, "percent_prefix") and tokens[first.first].close:
            return replace(
                plain, first=first.first - 1, start=tokens[first.first - 1].start, kind=Kind.PERCENT, unit="%"
            )
        dash = tokens[after].text == "-" and tokens[after].close and tokens[after + 1].close
        if (times := tokens.phrase(after + dash, "multiples")) and not tokens[after].word.joins:
            return replace(plain, last=times[0], end=tokens[after + dash].end, kind=Kind.MULTIPLE)
        return self._currency(plain) or self._duration(plain) or self._measure(plain) or plain

    def _currency(self, plain: Match) -> Match | None:
        found = self.tokens.phrase(plain.last, "currencies")
        if found is None or self.tokens[plain.last].word.joins:
            return None
        code = found[1][0]
        money = replace(plain, last=found[0], end=self.tokens[found[0] - 1].end, kind=Kind.MONEY, unit=code)
        return self._with_hundredths(money)

    def _with_hundredths(self, money: Match) -> Match:
        """As in "Three dollars and 50 cents": the smaller coin is part of the sum."""
        tokens, value = self.tokens, money.value
        more = self.ranges.number(money.last + tokens.lexicon.is_and(tokens[money.last].word))
        if more is None or value is None or value.lo is None or value.lo != value.hi or not 0 < more.value < 100:
            return money
        if tokens.get(more.last, "subunit") is None or tokens.get(money.last - 1, "subunit") is not None:
            return money
        total = Interval.exactly(value.lo + more.value / 100)
        return replace(money, last=more.last + 1, end=tokens[more.last].end, value=total)

    def _duration(self, plain: Match) -> Match | None:
        """A unit of time right after the number is part of it; with an adjective between, only the number is."""
        tokens, after = self.tokens, plain.last
        dash = tokens[after].text == "-" and tokens[after].close and tokens[after + 1].close
        unit = tokens.get(after + dash, "units")
        named = (
            tokens[after + 1].is_digits and unit == ("year", "one") and self.numerals.units_first
        )  # "in the year 2022"
        if unit is not None and not tokens[after].word.joins and not named:
            last = after + dash + 1
            return replace(plain, last=last, end=tokens[last - 1].end, kind=Kind.DURATION, unit=unit[0])
        ahead = tokens.get(after + 1, "units") if tokens.get(after, "adverb") else None
        return replace(plain, kind=Kind.DURATION, unit=ahead[0]) if ahead else None

    def _measure(self, plain: Match) -> Match | None:
        """A unit of measurement is named, not covered: what is measured stands in the text as a noun would."""
        tokens, after = self.tokens, plain.last
        dash = tokens[after].text == "-" and tokens[after].close and tokens[after + 1].close
        found = tokens.phrase(after + dash, "measures")
        if found is None or tokens[after].word.joins:
            return None
        return replace(plain, kind=Kind.MEASURE, unit=found[1][0])

    def _money_first(self, place: int) -> Match | None:
        """A currency sign before its number: $5 million."""
        tokens = self.tokens
        sign = tokens.phrase(place, "money_prefixes")
        number = self.ranges.number(sign[0]) if sign else None
        loose = tokens.get(place, "article") is not None and not tokens[place + 1].close  # "a $4 billion deal" is no A$
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

    def _ordinal(self, place: int) -> Match | None:
        """A rank in prose; in Arabic also digits with the article after a definite singular ("the 42nd session")."""
        rank = ordinal(self.tokens, place)
        digits = self.tokens[place].is_digits and self.tokens[place].close
        if digits and self.tokens.lexicon.is_article(self.tokens[place - 1].text) and self._names_one(place - 2):
            number = self.ranges.number(place)
            if number and number.digits:
                exactly = Interval.exactly(number.value)
                return Match(place, number.last, number.start, number.end, Kind.ORDINAL, exactly)
        if rank is None or (rank.spoken and self.tokens.get(place, "tens") is not None):
            return None
        start, end = self.tokens.first(place), self.tokens[rank.last - 1].end
        if rank.spoken and not self._ranks(place, rank.last):
            return Match(place, rank.last, start, end, None, reason="an ordinal used as an adverb")
        return Match(place, rank.last, start, end, Kind.ORDINAL, Interval.exactly(rank.value))

    def _names_one(self, place: int) -> bool:
        """A listed noun in the singular, with the article."""
        word = self.tokens[place].word
        return word.definite and word.senses.get("nouns", ("", ""))[1] == "one"

    def _ranks(self, place: int, after: int) -> bool:
        """An ordinal that ranks something: with a determiner before or a known noun after, where the language needs them."""
        if self.numerals.units_first:
            return True
        word = self.tokens[after].word
        return self.tokens.ends(place, "determiner") or "nouns" in word.senses or "units" in word.senses

    def _part(self, place: int) -> Match | None:
        """A part of one: a multiple where it is a part of something, a number by itself."""
        tokens, part = self.tokens, self.numerals.part(place)
        if part is None or (part.value >= 1 and part.first + 1 == part.last):
            return None
        dash = tokens[part.last].text == "-" and tokens[part.last].close
        after = tokens[part.last + (dash or tokens.get(part.last, "article") is not None)].word
        if any(kind in after.senses for kind in ("scale", "dozen", "hundred")) and not after.joins:
            return None
        ranked = ordinal(tokens, part.last) if self.numerals.units_first else ordinal(tokens, place - 1)
        unit = tokens.get(part.last - 1, "units")
        if ranked or (unit and unit[1] == "one" and not tokens.phrase(part.last, "of")):
            return None
        named = part.last + (tokens.get(part.last, "article") is not None)
        if percent := tokens.phrase(named, "percent"):
            value, end = Interval.exactly(part.value), tokens[percent[0] - 1].end
            return Match(place, percent[0], part.start, end, Kind.PERCENT, value, unit="%")
        of = tokens.phrase(part.last, "of") is not None or self._names(part.last) or tokens.ends(place, "by")
        kind = Kind.MULTIPLE if of else Kind.CARDINAL
        return Match(place, part.last, part.start, part.end, kind, Interval.exactly(part.value))

    def _names(self, place: int) -> bool:
        """A word that is no "and" stands there: what a part is a part of."""
        word = self.tokens[place].word
        letters = self.tokens[place].text[0].isalpha()
        noun = self.numerals.units_first or not (word.senses or word.phrases) or "nouns" in word.senses
        return letters and noun and not word.joins and "units" not in word.senses

    def _multiple(self, place: int) -> Match | None:
        """As in "Double", "twice"; a word that may mean something else needs its neighbours."""
        found = self.tokens.phrase(place, "multiple")
        if found is None:
            return None
        if self.tokens.get(place, "needs_company") and not self._in_company(place, found[0]):
            return None
        first, end = self.tokens.first(place), self.tokens[found[0] - 1].end
        return Match(place, found[0], first, end, Kind.MULTIPLE, Interval.exactly(found[1]))

    def _in_company(self, place: int, after: int) -> bool:
        return self.tokens.ends(place, "multiple_before") or self.tokens.phrase(after, "multiple_after") is not None

    def _round(self, place: int) -> Match | None:
        """As in French "une centaine": about so many, in one word."""
        start = place + (self.tokens.get(place, "article") is not None)
        found = self.tokens.phrase(start, "round")
        if found is None:
            return None
        first, end = self.tokens.first(place), self.tokens[found[0] - 1].end
        number = Numeral(place, found[0], first, end, found[1], spoken=True)
        return self._with_unit(number, number, Interval.exactly(found[1], approx=True))

    def _vague(self, place: int) -> Match | None:
        """As in "Dozens", "several": a lower bound by convention."""
        found = self.tokens.phrase(place, "vague")
        alone = self.tokens.get(place, "needs_company") is not None
        if found is None or (alone and not self._in_company(place, found[0])):
            return None
        last, value = found
        while scale := (
            self.tokens.get(last, "scale") or self.tokens.get(last, "hundred") or self.tokens.get(last, "dozen")
        ):
            last, value = last + 1, value * scale
            if last > found[0] + 2 or self.tokens[last].word.joins:
                break
        start, end = self.tokens.first(place), self.tokens[last - 1].end
        return Match(place, last, start, end, Kind.VAGUE, Interval(value, None, approx=True))


_PARTS = frozenset({"fraction", "fractions"})
_COUNTED = frozenset({"nouns", "currencies", "units"})
_NUMBERS = frozenset(TABLES["numbers"]) | {"minus", "from", "between", "article"}
_RULES = (
    (frozenset({"ordinal", "bound_ordinal", "tens"}), Amounts._ordinal),  # noqa: SLF001 - the rules of the class itself
    (frozenset({"money_prefixes"}), Amounts._money_first),  # noqa: SLF001
    (frozenset({"unit"}), lambda rules, place: one_in(rules.tokens, rules.ranges, place)),
    (_NUMBERS, Amounts._part),  # noqa: SLF001
    (frozenset({"round", "article"}), Amounts._round),  # noqa: SLF001
    (frozenset({"vague"}), Amounts._vague),  # noqa: SLF001
    (_NUMBERS, Amounts._range),  # noqa: SLF001
    (_NUMBERS, Amounts._single),  # noqa: SLF001
    (frozenset({"multiple"}), Amounts._multiple),  # noqa: SLF001
)
