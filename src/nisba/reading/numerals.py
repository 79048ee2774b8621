"""Numbers in words, in digits, and in both: one small grammar for languages that count by hundreds and thousands.

    number := term (and term)*                 each term below the scale of the one before: 240 thousand and 381
    term   := group scale*                     three thousand; hundred thousand; two million (one word in Arabic)
    group  := digits | hundreds (and small)?   five hundred and twelve
    small  := unit and tens | tens unit | unit ten | teen | tens | unit

Languages differ in whether "and" must stand (``join``) and whether units come first (``order``). A grammar works on
tokens ``[place, limit)``, so that "between five and twenty" can be cut where both halves are numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from nisba.reading.digits import Numeral, written
from nisba.reading.lexicon import Word
from nisba.reading.tokens import Tokens

_LONGEST = 9  # tokens of one term; no language stacks more
_HUNDRED = Fraction(100)
_NO_WORD = Word("\0", "\0", {})
_TANWEEN = "\u064b"


@dataclass(frozen=True, slots=True)
class _Part:
    """A value read so far: the token after it, and the least power it was multiplied by."""

    value: Fraction
    after: int
    floor: Fraction = Fraction(1)


class Numerals:
    """The number grammar over one row of tokens.

    Args:
        tokens: the row.
        limit: the first token that may not be used; the end of the row if not given.
    """

    def __init__(self, tokens: Tokens, limit: int | None = None) -> None:
        self.tokens, self.row = tokens, tokens.row
        self.limit = len(tokens) if limit is None else limit
        self.units_first = tokens.lexicon.grammar.order == "units-first"
        self.must_join = tokens.lexicon.grammar.join == "required"

    def at(self, place: int) -> Numeral | None:
        """The longest number that starts at a place; None where none does."""
        if self.limit < len(self.tokens):
            return self._at(place)
        if place not in self.tokens.numerals:
            self.tokens.numerals[place] = self._at(place)
        found: Numeral | None = self.tokens.numerals[place]
        return found

    def _at(self, place: int) -> Numeral | None:
        minus = self._phrase(place, "minus")
        if minus and (numeral := self._plain(minus)):
            return replace(numeral, first=place, start=self.tokens.first(place), value=-numeral.value)
        return self._plain(place)

    def part(self, place: int) -> Numeral | None:
        """A part of one, by itself or after a whole number of parts ("two thirds", "twenty one fifths")."""
        part = self._part(place)
        number = self._number(place) if part is None else None
        after = number.after + self._dash(number.after) if number else place
        fraction = self._apart(after, "fractions") if number else None
        if part is None and number and fraction:
            part = _Part(number.value * fraction, after + 1)
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
        return Numeral(
            place, part.after, tokens.first(place), tokens[part.after - 1].end, part.value,
            digits=bare and digits is not None and digits.digits, spoken=not bare, scale=part.floor,
        )  # fmt: skip

    def _word(self, place: int) -> Word:
        return self.row[place].word if place < self.limit else _NO_WORD

    def _get(self, place: int, kind: str) -> Fraction | None:
        value: Fraction | None = self.row[place].word.senses.get(kind) if place < self.limit else None
        return value

    def _phrase(self, place: int, kind: str) -> int | None:
        found = self.tokens.phrase(place, kind)
        return found[0] if found and found[0] < self.limit else None

    def _joined(self, place: int) -> int | None:
        """Where the next part starts, if "and" (or, where the language allows, nothing) leads to it."""
        word = self._word(place)
        if word.joins:
            return place
        if self.tokens.lexicon.is_and(word):
            return place + 1 if not self._word(place + 1).joins else None
        if self.tokens[place].text == "-" and self.tokens[place].close:
            return place + 1 if not self.must_join and self.tokens[place + 1].close else None
        return place if not self.must_join or self._hidden_and(place) else None

    def _dash(self, place: int) -> bool:
        """A hyphen tight on both sides."""
        return self.row[place].text == "-" and self.row[place].close and self.row[place + 1].close

    def _joins_with_word(self, place: int) -> bool:
        """A word for "and" stands there, not just nothing or a hyphen."""
        return self._word(place).joins or self.tokens.lexicon.is_and(self._word(place))

    def _hidden_and(self, place: int) -> bool:
        """"And one" whose hamza was not typed, at the head of eleven or of twenty-one."""
        more = self._word(place + 1)
        ahead = "ten" in more.senses or (more.joins and "tens" in more.senses)
        return ahead and self.tokens.lexicon.hides_and(self.tokens[place].text)

    def _apart(self, place: int, kind: str) -> Fraction | None:
        """A value that stands directly beside what came before, with no "and" between."""
        return None if self._word(place).joins else self._get(place, kind)

    def _number(self, place: int) -> _Part | None:
        """Terms of falling scale, a fraction of the last scale, and spoken decimals."""
        total = self._term(place)
        while total and (start := self._joined(total.after)) is not None:
            half = self._fraction(start, total) if self._joins_with_word(total.after) else None
            if half:
                return half
            term = self._term(start) if total.floor > 1 else None
            if term is None or not 0 < term.value < total.floor or term.after > self.limit:
                break
            total = _Part(total.value + term.value, term.after, term.floor)
        return self._decimals(total) if total else None

    def _decimals(self, total: _Part) -> _Part:
        """"Three point one four": digits after the spoken decimal mark."""
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
        return _Part(value * scale, place + 1, scale) if scale else _Part(value, place)

    def _fraction(self, place: int, total: _Part) -> _Part | None:
        """"… and a half": of the last scale, or of the scale that is named after it."""
        named_part = self._part(place)
        if named_part is None or named_part.value >= 1:
            return None
        part, last = named_part.value, named_part.after
        after = last + (self._get(last, "article") is not None)
        named = self._apart(after, "scale") or self._apart(after, "hundred")
        if named and named <= total.floor * (named if total.floor == 1 else 1):
            whole = total.value * named if total.floor == 1 else total.value
            return _Part(whole + part * named, after + 1, named)
        if total.floor < 1000 or "fractions" in self._word(last - 1).senses:
            return _Part(total.value + part, last)
        return _Part(total.value + part * total.floor, last, total.floor)

    def _part(self, place: int) -> _Part | None:
        """A part of one: "half", "a quarter", "one half", "three fifths", "a fifth"."""
        article = self._get(place, "article") is not None
        start = place + article
        part = self._get(start, "fraction")
        if part is not None:
            return _Part(part, start + 1)
        number = self._small(start)
        upper = number.value if number else Fraction(1) if article else None
        if upper is None:
            return None
        after = number.after if number else start
        after += number is not None and self._dash(after)
        part = self._apart(after, "fractions") or (self._apart(after, "fraction") if upper == 1 else None)
        rank = self._apart(after, "ordinal") if upper == 1 and not self.units_first else None
        ends = "of" in self._word(after + 1).senses or not self.row[after + 1].text[0].isalpha()
        if part is None and rank and rank > 2 and ends:
            part = 1 / rank
        return _Part(upper * part, after + 1) if part else None

    def _term(self, place: int) -> _Part | None:
        """A group with its scales, a dual scale, a scale by itself, or half a scale."""
        dual = self._dual(place)
        if dual:
            return _Part(dual, place + 1, dual / 2)
        group = self._group(place) or self._bare(place)
        if group is None:
            return None
        value, after, floor = group.value, group.after, group.floor
        while after < place + _LONGEST and (scale := self._scale(after)) is not None:
            value, after, floor = value * scale, after + 1, (floor if floor >= 1000 else Fraction(1)) * scale
        return _Part(value, after, floor)

    def _scale(self, place: int) -> Fraction | None:
        scale = self._apart(place, "scale") or self._apart(place, "dozen")
        if scale is None and self._get(place - 1, "fraction") is not None:
            scale = self._apart(place, "hundred")
        if scale is None and self.tokens[place].close and self.tokens[place - 1].is_digits and place < self.limit:
            big = self.row[place].text != "B" or self.row[place - 2].text == "." or self.row[place - 2].word.senses
            scale = self._get(place, "suffix") if big else None
        return scale

    def _dual(self, place: int) -> Fraction | None:
        """Two thousand in one word; a word that may also be one thousand in the accusative is that if so marked."""
        dual = self._get(place, "dual_scale")
        if dual is None or self._get(place, "scale") is None:
            return dual
        start, end = self.tokens.span(self.tokens[place].start, self.tokens[place].end)
        marked = _TANWEEN in self.tokens.plain.original[start:end]
        after = self.row[place + 1 + self.tokens.lexicon.is_and(self.row[place + 1].word)]
        more = after.word.opens_amount or after.is_digits
        goes_on = more and (after.word.joins or self.tokens.lexicon.is_and(self.row[place + 1].word))
        return None if marked or goes_on else dual

    def _bare(self, place: int) -> _Part | None:
        """A scale with no group before it ("thousand", "a million", "half a million"); bare plurals are vague."""
        start = place + (self._get(place, "article") is not None)
        fraction = self._get(start, "fraction")
        if fraction is not None:
            of = start + 1 + (self._get(start + 1, "article") is not None)
            return _Part(fraction, of) if self._apart(of, "scale") or self._apart(of, "dozen") or self._apart(of, "hundred") else None
        lone = self._get(start, "scale") or self._get(start, "dozen")
        if lone is None or self._get(start, "vague") is not None:
            return None
        return _Part(lone, start + 1, lone)

    def _group(self, place: int) -> _Part | None:
        """Digits, or words for a number below a thousand."""
        number = written(self.tokens, place)
        if number and number.last <= self.limit:
            hundred = self._apart(number.last, "hundred")
            return self._tail(_Part(number.value * 100, number.last + 1, _HUNDRED)) if hundred else self._mixed(number)
        fused = self._get(place, "hundreds")
        if fused is not None:
            return self._tail(_Part(fused, place + 1, _HUNDRED))
        start = place + (not self.units_first and self._get(place, "article") is not None)
        if self._get(start, "hundred") is not None and self._get(start, "vague") is None:
            return self._tail(_Part(_HUNDRED, start + 1, _HUNDRED))
        small = self._small(place)
        if small and self._apart(small.after, "hundred") is not None:
            return self._tail(_Part(small.value * 100, small.after + 1, _HUNDRED))
        return small

    def _mixed(self, number: Numeral) -> _Part:
        """"10 1/2": a whole number beside a written fraction."""
        part = written(self.tokens, number.last) if number.digits and not self.tokens[number.last].close else None
        if part and part.last <= self.limit and part.last == number.last + 3 and 0 < part.value < 1:
            if self.tokens[number.last + 1].text == "/":
                return _Part(number.value + part.value * (-1 if number.value < 0 else 1), part.last)
        return _Part(number.value, number.last)

    def _tail(self, hundreds: _Part) -> _Part:
        """The part below a hundred that is added to hundreds."""
        start = self._joined(hundreds.after)
        small = self._small(start) if start is not None else None
        if small is None or small.after > self.limit:
            return hundreds
        return _Part(hundreds.value + small.value, small.after)

    def _small(self, place: int) -> _Part | None:
        """A number below a hundred, in words."""
        if self.units_first:
            return self._small_units_first(place)
        tens = self._get(place, "tens")
        if tens is not None:
            dash = self.tokens[place + 1].text == "-" and self.tokens[place + 1].close
            unit = self._get(place + 1 + dash, "unit")
            return _Part(tens + unit, place + 2 + dash) if unit else _Part(tens, place + 1)
        for kind in ("unit", "teen", "ten"):
            value = self._get(place, kind)
            if value is not None:
                return _Part(value, place + 1)
        return None

    def _small_units_first(self, place: int) -> _Part | None:
        unit, bound = self._get(place, "unit"), self._get(place, "bound_unit")
        if unit is None and self.tokens.lexicon.hides_and(self.tokens[place].text):
            unit = Fraction(1)
        value = bound if unit is None else unit
        if value is not None:
            if 1 <= value <= 9 and self._apart(place + 1, "ten") is not None:
                return _Part(value + 10, place + 2)
            start = self._joined(place + 1)
            tens = self._get(start, "tens") if start is not None else None
            if tens is not None and start is not None and value:
                return _Part(value + tens, start + 1)
            return None if unit is None else _Part(value, place + 1)
        for kind in ("tens", "teen", "ten"):
            value = self._get(place, kind)
            if value is not None:
                return _Part(value, place + 1)
        return None
