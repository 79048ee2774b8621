"""Amounts: a number, or a range of two, with what makes it a percentage, money, a duration, a measure or a multiple."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from nisba.intervals import Interval
from nisba.reading.digits import Numeral
from nisba.reading.matches import Match
from nisba.reading.numerals import Numerals
from nisba.reading.ordinals import ordinal
from nisba.reading.quantities import Kind
from nisba.reading.tokens import Tokens

_CHANGE_REACH = 12  # tokens before "from A to B" in which a verb of change makes them two values
_THOUSAND = Fraction(1000)


class Amounts:
    """The grammar of amounts over one row of tokens."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.numerals = Numerals(tokens)

    def at(self, place: int) -> Match | None:
        """The longest amount that starts at a place."""
        return (
            self._ordinal(place)
            or self._money_first(place)
            or self._part(place)
            or self._vague(place)
            or self._range(place)
            or self._single(place)
            or self._multiple(place)
            or self._dual(place)
            or self._lone(place)
        )

    def number(self, place: int) -> Numeral | None:
        """A number at a place, unless its only word is one that mostly means something else there."""
        numeral = self.numerals.at(place)
        if numeral and numeral.spoken and numeral.last == place + 1 and numeral.value <= 1 and self._no_count(place):
            return None
        return numeral

    def _no_count(self, place: int) -> bool:
        """"One" that stands for a noun ("the one you mean", "one another"); in Arabic, "the one" and "the zero"."""
        if self.numerals.units_first:
            return self.tokens[place].word.definite
        after = self.tokens.phrase(place + 1, "not_one_before")
        return after is not None or self.tokens.ends(place, "not_one_after")

    # -- whole amounts -------------------------------------------------------------------------------------------

    def _single(self, place: int) -> Match | None:
        numeral = self.number(place)
        if numeral is None:
            return None
        return self._with_unit(numeral, self._repeated(numeral), Interval.exactly(numeral.value))

    def _repeated(self, numeral: Numeral) -> Numeral:
        """"Forty-five (45)": the same number again in digits is part of it."""
        tokens = self.tokens
        again = self.numerals.at(numeral.last + 1) if numeral.spoken and tokens[numeral.last].text == "(" else None
        if again is None or again.value != numeral.value or tokens[again.last].text != ")":
            return numeral
        return replace(numeral, last=again.last + 1, end=tokens[again.last].end)

    def _range(self, place: int) -> Match | None:
        """"Between A and B", "from A to B" unless something changed from A to B, "A to B", "A - B", "A or B"."""
        tokens = self.tokens
        if (between := tokens.phrase(place, "between")) is not None:
            return self._between(place, between[0])
        start = self._from(place)
        first = self.number(place if start is None else start)
        if first is None or first.fraction:
            return None
        after, dash = self._to(first.last, opened=start is not None)
        second = self.number(after) if after is not None else None
        if second is None or (dash and not self._dashed(first, second)):
            return None
        if start is None and not dash and tokens.ends(place, "from"):
            return None
        return self._pair(first, second)

    def _from(self, place: int) -> int | None:
        found = self.tokens.phrase(place, "from")
        changing = any(self.tokens.get(place - back, "change") for back in range(1, _CHANGE_REACH))
        return found[0] if found and not changing else None

    def _to(self, place: int, *, opened: bool) -> tuple[int | None, bool]:
        """Where the second number of a range starts, and whether a dash leads to it."""
        tokens = self.tokens
        if tokens[place].text == "-":
            return place + 1, True
        found = tokens.phrase(place, "to") or (None if opened else tokens.phrase(place, "or"))
        return (found[0] if found else None), False

    def _dashed(self, first: Numeral, second: Numeral) -> bool:
        """A dash makes a range of two rising numbers with the same space on both sides."""
        dash = self.tokens[first.last]
        even = dash.close == self.tokens[first.last + 1].close
        return even and not self.tokens[second.last].text == "-" and first.value < second.value

    def _between(self, place: int, start: int) -> Match | None:
        """Two numbers joined by "and", cut where both halves are numbers that rise."""
        tokens = self.tokens
        whole = self.numerals.at(start)
        if whole is None:
            return None
        for cut in range(whole.last, start, -1):
            first = whole if cut == whole.last else Numerals(tokens, cut).at(start)
            word = tokens[cut].word
            after = cut if word.joins else cut + 1 if tokens.lexicon.is_and(word) else None
            if first is None or first.last != cut or after is None:
                continue
            second = self.number(after)
            if second and first.value * (second.scale if first.scale == 1 else 1) < second.value:
                return self._pair(first, second)
            if second and first.value < second.value:
                return self._pair(first, second)
        return None

    def _pair(self, first: Numeral, second: Numeral) -> Match | None:
        """A range; a scale named once holds for both ("20 to 25 thousand", "20 to 25,000")."""
        low, high = first.value, second.value
        if first.scale == 1 and second.scale > 1 and low < high / second.scale:
            low *= second.scale
        elif first.digits and low < _THOUSAND <= high and high % _THOUSAND == 0 and low < high / _THOUSAND and not second.spoken:
            low *= _THOUSAND
        return self._with_unit(first, second, Interval(low, high)) if low < high else None

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
            return replace(plain, first=first.first - 1, start=tokens[first.first - 1].start, kind=Kind.PERCENT, unit="%")
        dash = tokens[after].text == "-" and tokens[after].close and tokens[after + 1].close
        if (times := tokens.phrase(after + dash, "multiples")) and not tokens[after].word.joins:
            return replace(plain, last=times[0], end=tokens[times[0] - 1].end, kind=Kind.MULTIPLE)
        return self._currency(plain) or self._duration(plain) or self._measure(plain) or plain

    def _currency(self, plain: Match) -> Match | None:
        found = self.tokens.phrase(plain.last, "currencies")
        if found is None or self.tokens[plain.last].word.joins:
            return None
        code = found[1][0]
        return replace(plain, last=found[0], end=self.tokens[found[0] - 1].end, kind=Kind.MONEY, unit=code)

    def _duration(self, plain: Match) -> Match | None:
        """A unit of time right after the number is part of it; with an adjective between, only the number is."""
        tokens, after = self.tokens, plain.last
        dash = tokens[after].text == "-" and tokens[after].close and tokens[after + 1].close
        unit = tokens.get(after + dash, "units")
        if unit is not None and not tokens[after].word.joins:
            last = after + dash + 1
            return replace(plain, last=last, end=tokens[last - 1].end, kind=Kind.DURATION, unit=unit[0])
        ahead = tokens.get(after + 1, "units") if tokens.get(after, "adverb") else None
        return replace(plain, kind=Kind.DURATION, unit=ahead[0]) if ahead else None

    def _measure(self, plain: Match) -> Match | None:
        """A unit of measurement is named, not covered: what is measured stands in the text as a noun would."""
        found = self.tokens.phrase(plain.last, "measures")
        if found is None or self.tokens[plain.last].word.joins:
            return None
        return replace(plain, kind=Kind.MEASURE, unit=found[1][0])

    def _money_first(self, place: int) -> Match | None:
        """A currency sign before its number: $5 million."""
        tokens = self.tokens
        sign = tokens.phrase(place, "money_prefixes")
        number = self.number(sign[0]) if sign else None
        if number is None or sign is None:
            return None
        after, dash = self._to(number.last, opened=False)
        again = tokens.phrase(after, "money_prefixes") if after is not None else None
        second = self.number(again[0] if again else after) if after is not None else None
        pair = self._pair(number, second) if second and (not dash or number.value < second.value) else None
        match = pair or Match(place, number.last, number.start, number.end, Kind.MONEY, Interval.exactly(number.value))
        return replace(match, first=place, start=tokens.first(place), kind=Kind.MONEY, unit=sign[1])

    def _ordinal(self, place: int) -> Match | None:
        """A rank in prose; in Arabic also digits with the article after a definite singular ("the 42nd session")."""
        rank = ordinal(self.tokens, place)
        article, noun = self.tokens[place - 1], self.tokens[place - 2]
        listed = noun.word.senses.get("nouns", ("", ""))[1] == "one" and noun.word.definite
        if self.tokens[place].is_digits and listed and self.tokens[place].close and self.tokens.lexicon.is_article(article.text):
            number = self.number(place)
            if number and number.digits:
                exactly = Interval.exactly(number.value)
                return Match(place, number.last, number.start, number.end, Kind.ORDINAL, exactly)
        if rank is None or (rank.spoken and self.tokens.get(place, "tens") is not None):
            return None
        start, end = self.tokens.first(place), self.tokens[rank.last - 1].end
        if rank.spoken and not self._ranks(place, rank.last):
            return Match(place, rank.last, start, end, None, reason="an ordinal used as an adverb")
        return Match(place, rank.last, start, end, Kind.ORDINAL, Interval.exactly(rank.value))

    def _ranks(self, place: int, after: int) -> bool:
        """An ordinal that ranks something: with a determiner before or a known noun after, where the language needs them."""
        if self.numerals.units_first:
            return True
        word = self.tokens[after].word
        return self.tokens.ends(place, "determiner") or "nouns" in word.senses or "units" in word.senses

    def _part(self, place: int) -> Match | None:
        """A part of one: a multiple where it is a part of something, a number by itself."""
        tokens, part = self.tokens, self.numerals.part(place)
        if part is None or part.value >= 1 and part.first + 1 == part.last:
            return None
        after = tokens[part.last + (tokens.get(part.last, "article") is not None)].word
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
        return letters and self.numerals.units_first and not word.joins and "units" not in word.senses

    def _multiple(self, place: int) -> Match | None:
        """"Double", "twice"; a word that may mean something else needs its neighbours."""
        found = self.tokens.phrase(place, "multiple")
        if found is None:
            return None
        if self.tokens.get(place, "needs_company") and not self._in_company(place, found[0]):
            return None
        first, end = self.tokens.first(place), self.tokens[found[0] - 1].end
        return Match(place, found[0], first, end, Kind.MULTIPLE, Interval.exactly(found[1]))

    def _in_company(self, place: int, after: int) -> bool:
        return self.tokens.ends(place, "multiple_before") or self.tokens.phrase(after, "multiple_after") is not None

    def _vague(self, place: int) -> Match | None:
        """"Dozens", "several": a lower bound by convention."""
        found = self.tokens.phrase(place, "vague")
        if found is None:
            return None
        last, value = found
        while scale := (self.tokens.get(last, "scale") or self.tokens.get(last, "hundred") or self.tokens.get(last, "dozen")):
            last, value = last + 1, value * scale
            if last > found[0] + 2 or self.tokens[last].word.joins:
                break
        start, end = self.tokens.first(place), self.tokens[last - 1].end
        return Match(place, last, start, end, Kind.VAGUE, Interval(value, None, approx=True))

    def _dual(self, place: int) -> Match | None:
        """A noun in the dual counts two: indefinite, for "the two" are known already."""
        tokens = self.tokens
        word = tokens[place].word
        for family, kind in (("nouns", Kind.CARDINAL), ("currencies", Kind.MONEY), ("units", Kind.DURATION)):
            noun = word.senses.get(family)
            if noun and noun[1] == "two" and not word.definite:
                unit = None if family == "nouns" else noun[0]
                what = noun[0] if family == "nouns" else None
                start, end = tokens.first(place), tokens[place].end
                return Match(place, place + 1, start, end, kind, Interval.exactly(2), unit=unit, implicit=True, what=what)
        return None

    def _lone(self, place: int) -> Match | None:
        """One person, by the noun alone, where the words before are a toll ("the death of a person", "among them a child")."""
        tokens = self.tokens
        word = tokens[place].word
        noun = word.senses.get("nouns")
        if noun is None or noun[1] != "one" or word.definite or noun[0] not in tokens.lexicon.persons:
            return None
        told = tokens.ends(place, "toll") or tokens.ends(place, "share")
        reported = tokens.ends(place, "that") and tokens.get(place + 1, "events") is not None
        if not (told or reported):
            return None
        start, end = tokens.first(place), tokens[place].end
        return Match(place, place + 1, start, end, Kind.CARDINAL, Interval.exactly(1), implicit=True, what=noun[0])
