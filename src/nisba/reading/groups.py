"""Numbers below a thousand, and their scales: the pieces that :mod:`numerals` puts together."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from nisba.reading.digits import Numeral, written
from nisba.reading.lexicon import Word
from nisba.reading.tokens import Tokens

_LONGEST = 16  # tokens of one term, hyphens too; no language stacks more
_HUNDRED = Fraction(100)
_NO_WORD = Word("\0", "\0", {})
#: Classes of tens, with the classes that count on from them, compounds first.
_TENS = (("score", ("teen", "ten", "unit")), ("tens", ("unit",)))
_TANWEEN = "\u064b"


@dataclass(frozen=True, slots=True)
class Part:
    """A value read so far: the token after it, and the least power it was multiplied by."""

    value: Fraction
    after: int
    floor: Fraction = Fraction(1)


class Groups:
    """The pieces of numbers over one row of tokens.

    Args:
        tokens: the row.
        limit: the first token that may not be used; the end of the row if not given.
    """

    def __init__(self, tokens: Tokens, limit: int | None = None) -> None:
        self.tokens, self.row = tokens, tokens.row
        self.limit = len(tokens) if limit is None else limit
        self.units_first = tokens.lexicon.grammar.order == "units-first"
        self.must_join = tokens.lexicon.grammar.join == "required"

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
        """A hyphen with the same space on both sides."""
        return self.row[place].text == "-" and self.row[place].close == self.row[place + 1].close

    def _joins_with_word(self, place: int) -> bool:
        """A word for "and" stands there, not just nothing or a hyphen."""
        return self._word(place).joins or self.tokens.lexicon.is_and(self._word(place))

    def _hidden_and(self, place: int) -> bool:
        """As in "And one" whose hamza was not typed, at the head of eleven or of twenty-one."""
        more = self._word(place + 1)
        ahead = "ten" in more.senses or (more.joins and "tens" in more.senses)
        return ahead and self.tokens.lexicon.hides_and(self.tokens[place].text)

    def _apart(self, place: int, kind: str) -> Fraction | None:
        """A value that stands directly beside what came before, with no "and" between."""
        word = self._word(place)
        return None if word.joins or word.preposition else self._get(place, kind)

    def _term(self, place: int) -> Part | None:
        """A group with its scales, a dual scale, a scale by itself, or half a scale."""
        dual = self._dual(place)
        if dual:
            return Part(dual, place + 1, dual / 2)
        group = self._group(place) or self._bare(place)
        if group is None:
            return None
        value, after, floor = group.value, group.after + self._bracketed(place, group.after), group.floor
        while after < place + _LONGEST and (scale := self._scale(after)) is not None:
            value, after, floor = value * scale, after + 1, (floor if floor >= 1000 else Fraction(1)) * scale
        return Part(value, after, floor)

    def _bracketed(self, place: int, after: int) -> bool:
        """As in "(118.5) million": digits in brackets of their own, and their scale behind them."""
        closed = self.tokens[place].is_digits and self.row[place - 1].text == "(" and self.row[after].text == ")"
        return closed and self._apart(after + 1, "scale") is not None

    def _scale(self, place: int) -> Fraction | None:
        scale = self._apart(place, "scale") or self._apart(place, "dozen")
        if scale is None and self._get(place - 1, "fraction") is not None:
            scale = self._apart(place, "hundred")
        if scale is None and self.tokens[place].close and self.tokens[place - 1].is_digits and place < self.limit:
            big = self.row[place].text != "B" or self.row[place - 2].text == "." or self.row[place - 2].word.senses
            length = self._get(place, "measures") and (
                self._get(place + 1, "length_after") or self.row[place].text == "mm"
            )  # "the 400m hurdles"
            scale = self._get(place, "suffix") if big and not length else None
        return scale or self._written_apart(place)

    def _written_apart(self, place: int) -> Fraction | None:
        """As in "1.5 M", "$20 B": a capital apart from a number that is no bare run of digits, or follows a sign."""
        token, before = self.row[place], self.row[place - 1]
        if token.close or not before.is_digits or not token.text.isupper() or place >= self.limit:
            return None
        parted = self.row[place - 2].text in ".," and self.row[place - 2].close
        signed = "money_prefixes" in self.row[place - 2].word.kinds
        return self._get(place, "suffix") if parted or signed else None

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

    def _bare(self, place: int) -> Part | None:
        """A scale with no group before it ("thousand", "a million", "half a million"); bare plurals are vague."""
        start = place + (self._get(place, "article") is not None)
        fraction = self._get(start, "fraction")
        if fraction is not None:
            of = start + 1 + (self._get(start + 1, "article") is not None or self._dash(start + 1))
            return (
                Part(fraction, of)
                if self._apart(of, "scale") or self._apart(of, "dozen") or self._apart(of, "hundred")
                else None
            )
        lone = self._get(start, "scale") or self._get(start, "dozen")
        if lone is None or self._get(start, "vague") is not None:
            return None
        return Part(lone, start + 1, lone)

    def _group(self, place: int) -> Part | None:
        """Digits, or words for a number below a thousand."""
        number = written(self.tokens, place)
        if number and number.last <= self.limit:
            hundred = self._apart(number.last, "hundred")
            return self._tail(Part(number.value * 100, number.last + 1, _HUNDRED)) if hundred else self._mixed(number)
        if not self._word(place).senses:
            return None
        fused = self._get(place, "hundreds")
        if fused is not None:
            return self._tail(Part(fused, place + 1, _HUNDRED))
        start = place + (not self.units_first and self._get(place, "article") is not None)
        if self._get(start, "hundred") is not None and self._get(start, "vague") is None:
            return self._tail(Part(_HUNDRED, start + 1, _HUNDRED))
        small = self._small(place)
        after = small.after + self._dash(small.after) if small else place
        if small and self._apart(after, "hundred") is not None:
            return self._tail(Part(small.value * 100, after + 1, _HUNDRED))
        return small

    def _mixed(self, number: Numeral) -> Part:
        """As in "10 1/2": a whole number beside a written fraction."""
        sign = self.row[number.last]
        half = self._get(number.last, "fraction") if sign.close and not sign.text[0].isalpha() else None
        if half is not None and number.digits:  # 2½
            return Part(number.value + half, number.last + 1)
        part = written(self.tokens, number.last) if number.digits and not self.tokens[number.last].close else None
        beside = part is not None and part.last <= self.limit and self.tokens[number.last + 1].text == "/"
        if part is None or not beside or not 0 < part.value < 1:
            return Part(number.value, number.last)
        return Part(number.value + part.value * (-1 if number.value < 0 else 1), part.last)

    def _tail(self, hundreds: Part) -> Part:
        """The part below a hundred that is added to hundreds."""
        start = self._joined(hundreds.after)
        small = self._small(start) or self._one_of(start, ("one_more",)) if start is not None else None
        if small is None or small.after > self.limit:
            return hundreds
        if not self.units_first and self._joins_with_word(hundreds.after) and self._get(small.after, "fractions"):
            return hundreds  # "one hundred and three quarters"
        return Part(hundreds.value + small.value, small.after)

    def _small(self, place: int) -> Part | None:
        """A number below a hundred, in words."""
        if self.units_first:
            return self._small_units_first(place)
        if not self._word(place).senses:
            return None
        for kind, more in _TENS:
            if tens := self.tokens.phrase(place, kind):
                return self._tens_and(Part(tens[1], tens[0]), more)
        return self._one_of(place, ("teen", "unit", "ten"))

    def _tens_and(self, tens: Part, more: tuple[str, ...]) -> Part:
        """Tens with what is counted on: twenty-five, in French also 60 and 10, 20 "and" 1."""
        after = tens.after + self._dash(tens.after)
        joined = self.tokens.lexicon.is_and(self._word(after))
        start = after + joined
        start += joined and self._dash(start)
        ones = self._one_of(start, ("one_more",)) if joined or start > tens.after else None
        ones = ones or (None if joined else self._one_of(start, more))
        return Part(tens.value + ones.value, ones.after) if ones and ones.value else tens

    def _one_of(self, place: int, kinds: tuple[str, ...]) -> Part | None:
        """The first of some classes of which a number stands at a place."""
        for kind in kinds:
            found = self.tokens.phrase(place, kind)
            if found and found[0] <= self.limit:
                return Part(found[1], found[0])
        return None

    def _small_units_first(self, place: int) -> Part | None:
        senses = self._word(place).senses
        if not senses:
            return None
        unit, bound = senses.get("unit"), senses.get("bound_unit")
        value = bound if unit is None else unit
        if value is not None:
            if 1 <= value <= 9 and self._apart(place + 1, "ten") is not None:
                return Part(value + 10, place + 2)
            start = self._joined(place + 1)
            tens = self._get(start, "tens") if start is not None else None
            if tens is not None and start is not None and value:
                return Part(value + tens, start + 1)
            return None if unit is None else Part(value, place + 1)
        value = senses.get("tens") or senses.get("teen") or senses.get("ten")
        return None if value is None else Part(value, place + 1)
