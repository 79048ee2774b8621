"""Numbers in words, in digits, and in both: one small grammar for languages that count by hundreds and thousands.

    number := term (and term)*                 each term below the scale of the one before: 240 thousand and 381
    term   := group scale*                     three thousand; hundred thousand; two million (one word in Arabic)
    group  := digits | hundreds (and small)?   five hundred and twelve
    small  := unit and tens | tens unit | unit ten | teen | tens | unit

Languages differ in whether "and" must stand (``join``) and whether units come first (``order``). A grammar works on
tokens ``[place, limit)``, so that "between five and twenty" can be cut where both halves are numbers.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from nisba.reading.digits import Numeral, written
from nisba.reading.groups import Groups, Part

#: Classes of words with which a number goes on after digits.
_GOING_ON = frozenset({"hundred", "scale", "dozen", "suffix", "point", "fraction", "fractions"})

_DAMMA = "\u064f"
_PRICE = Fraction(1, 8)  # spelled like "the price of"; read as a part with its vowel only
_NUMERAL = ("scale", "hundred", "hundreds", "ten", "tens", "unit", "fractions")
_COUNTABLE = ("scale", "hundred", "units", "nouns", "currencies", "measures", "percent")


class Numerals(Groups):
    """The number grammar over one row of tokens.

    Args:
        tokens: the row.
        limit: the first token that may not be used; the end of the row if not given.
    """

    def at(self, place: int) -> Numeral | None:
        """The longest number that starts at a place; None where none does."""
        if self.limit < len(self.tokens):
            return self._at(place)
        if place not in self.tokens.numerals:
            self.tokens.numerals[place] = self._at(place)
        found: Numeral | None = self.tokens.numerals[place]
        return found

    def _at(self, place: int) -> Numeral | None:
        if (whole := self.whole(place)) is not None:
            return whole
        minus = None if self.tokens.get(place - 1, "or") else self._phrase(place, "minus")  # not "plus or minus 3"
        if minus and (numeral := self._plain(minus)):
            return replace(numeral, first=place, start=self.tokens.first(place), value=-numeral.value)
        return self._plain(place)

    def whole(self, place: int) -> Numeral | None:
        """Digits that nothing goes on from: the number is what is written."""
        tokens = self.tokens
        after = tokens.words[place + 1]
        if not tokens.words[place].is_digits or not tokens.gaps[place + 1] or place >= self.limit:
            return None
        over = after.is_digits and tokens.texts[place + 2] == "/"  # "10 1/2"
        ends = not (over or after.joins or self._bracketed(place, place + 1)) and _GOING_ON.isdisjoint(after.kinds)
        if not ends or tokens.lexicon.is_and(after):
            return None
        number = written(tokens, place)
        return number if number is not None and number.digits else None

    def part(self, place: int) -> Numeral | None:
        """A part of one, by itself or after a whole number of parts ("two thirds", "twenty one fifths")."""
        part = self._part(place)
        number = self._number(place) if part is None else None
        after = number.after + self._dash(number.after) if number else place
        fraction = self._apart(after, "fractions") if number else None
        if part is None and number and fraction:
            part = Part(number.value * fraction, after + 1)
        if part is None or part.after > self.limit:
            return None
        start, end = self.tokens.first(place), self.tokens[part.after - 1].end
        return Numeral(place, part.after, start, end, part.value, spoken=True, fraction=True)

    def _plain(self, place: int) -> Numeral | None:
        tokens = self.tokens
        if not (self.row[place].word.opens_amount or self.row[place].text[0] in "0123456789-.\u066b"):
            return None
        part = self._number(place)
        if part is None or part.after > self.limit:
            return None
        digits = written(tokens, place)
        bare = digits is not None and digits.last == part.after
        bracketed = digits is not None and self._bracketed(place, digits.last)
        return Numeral(
            place, part.after, tokens.first(place - bracketed), tokens[part.after - 1].end, part.value,
            digits=bare and digits is not None and digits.digits, spoken=not bare, scale=part.floor,
        )  # fmt: skip

    def _number(self, place: int) -> Part | None:
        """Terms of falling scale, a fraction of the last scale, and spoken decimals."""
        total = self._term(place)
        while total and (start := self._joined(total.after)) is not None:
            half = self._fraction(start, total) if self._joins_with_word(total.after) else None
            if half:
                return half
            term = self._term(start) if total.floor > 1 else None
            if (
                term is None
                or not (0 < term.value < total.floor or self._again(total, term))
                or term.after > self.limit
            ):
                break
            total = Part(total.value + term.value, term.after, term.floor)
        return self._decimals(total) if total else None

    def _again(self, total: Part, term: Part) -> bool:
        """As in Arabic "a hundred thousand and a thousand", 101,000: the last thousand or two after full hundreds."""
        full = self.must_join and total.value % (100 * total.floor) == 0
        return full and term.floor == total.floor and term.value in (total.floor, 2 * total.floor)

    def _decimals(self, total: Part) -> Part:
        """As in "Three point one four": digits after the spoken decimal mark."""
        point = self._phrase(total.after, "point")
        if point is None or total.floor > 1:
            return total
        digits, place = "", point
        while (digit := self._get(place, "unit")) is not None and not self.units_first:
            digits, place = digits + str(digit), place + 1
        part = self._number(point)
        if part and (self.units_first or not digits) and part.after <= self.limit:
            digits, place = str(part.value), part.after
        if not digits.isdecimal():
            return total
        scale = self._apart(place, "scale")
        if part and part.floor > 1 and self.units_first:  # its scale was meant for the whole: 4.55 million
            digits, scale, place = str(part.value / part.floor), part.floor, place - 1
        if not digits.isdecimal():
            return total
        value = total.value + Fraction(int(digits), 10 ** len(digits))
        return Part(value * scale, place + 1, scale) if scale else Part(value, place)

    def _fraction(self, place: int, total: Part) -> Part | None:
        """As in "… and a half": of the last scale, or of the scale that is named after it."""
        named_part = self._part(place)
        if named_part is None or named_part.value >= 1:
            return None
        part, last = named_part.value, named_part.after
        after = last + (self._get(last, "article") is not None)
        named = self._apart(after, "scale") or self._apart(after, "hundred")
        if named and named <= total.floor * (named if total.floor == 1 else 1):
            whole = total.value * named if total.floor == 1 else total.value
            return Part(whole + part * named, after + 1, named)
        if total.floor < 1000 or (self.units_first and "fractions" in self._word(last - 1).senses):
            return Part(total.value + part, last)
        return Part(total.value + part * total.floor, last, total.floor)

    def _of_thewhole(self, place: int) -> Fraction | None:
        """A part that is spelled like a number: its vowel is written, or a definite noun follows ("a fifth of the land")."""
        part, word, after = self._get(place, "fraction_of"), self._word(place), self._word(place + 1)
        if part is None:
            return None
        start, end = self.tokens.span(self.tokens[place].start, self.tokens[place].end)
        if _DAMMA in self.tokens.plain.original[start:end]:
            return part
        counted = any(kind in after.senses for kind in _NUMERAL)
        whole = after.definite and not after.joins and not after.preposition and not counted
        return part if whole and not word.definite and part != _PRICE else None

    def doubtful(self, place: int) -> bool:
        """A word that mostly means something else, with nothing behind it that it could count, in a text of other words."""
        if self._get(place, "doubtful") is None:
            return False
        after, before = self.row[place + 1], self.row[place - 1]
        counts = any(kind in after.word.senses for kind in _COUNTABLE)
        return not (counts and not after.word.joins) and (after.text[0].isalpha() or before.text[0].isalpha())

    def _part(self, place: int) -> Part | None:
        """A part of one: "half", "a quarter", "one half", "three fifths", "a fifth"."""
        article = self._get(place, "article") is not None
        if self._get(place, "definite") is not None:
            return None
        start = place + article
        part = self._get(start, "fraction") or self._of_thewhole(start)
        if part is not None:
            return None if self.doubtful(start) else Part(part, start + 1)
        number = self._small(start)
        upper = number.value if number else Fraction(1) if article else None
        if upper is None:
            return None
        after = number.after if number else start
        after += number is not None and self._dash(after)
        part = self._apart(after, "fractions") or (self._apart(after, "fraction") if upper == 1 else None)
        rank = self._apart(after, "ordinal") if upper == 1 and not self.units_first else None
        follows = self._word(after + 1).senses
        ends = "of" in follows or "adjunct" in follows or not self.row[after + 1].text[0].isalpha()
        if part is None and rank and rank > 2 and ends:
            part = 1 / rank
        return Part(upper * part, after + 1) if part else None
