"""Amounts: a number, or a range of two, with what makes it a percentage, money, a duration, a measure or a multiple."""

from __future__ import annotations

from dataclasses import replace

from nisba.intervals import Interval
from nisba.reading.counting_nouns import dual, lone
from nisba.reading.digits import Numeral
from nisba.reading.language_file import TABLES
from nisba.reading.lengths import and_part, one_length, part_of_one
from nisba.reading.matches import Match
from nisba.reading.ordinals import ordinal
from nisba.reading.quantities import Kind
from nisba.reading.ranges import Ranges
from nisba.reading.shares import one_in
from nisba.reading.tokens import Tokens
from nisba.reading.units import Units


class Amounts:
    """The grammar of amounts over one row of tokens."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.ranges = Ranges(tokens)
        self.numerals = self.ranges.numerals
        self.units = Units(self.ranges)

    def at(self, place: int) -> Match | None:
        """The amount that starts at a place: by digits, or by a word."""
        tokens = self.tokens
        if tokens[place].is_digits:
            if plain := self._plain_count(place):
                return plain
            parted = tokens[place + 1].text == "-" or not _PARTS.isdisjoint(tokens[place + 1].word.kinds)
            part = self._part(place) if parted else None
            return (
                self._ordinal(place)
                or part
                or one_in(tokens, self.ranges, place)
                or self._range(place)
                or self._single(place)
            )
        kinds = tokens.kinds(place)
        if not _COUNTED.isdisjoint(kinds):
            match = one_length(tokens, place) or dual(tokens, place) or lone(tokens, place)
            if match:
                return and_part(tokens, match)
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

    def _plain_count(self, place: int) -> Match | None:
        """Whole digits beside which no word stands that makes them more than a number: by far the most, so told first."""
        tokens = self.tokens
        after = tokens.words[place + 1]
        if not _MAKES_MORE.isdisjoint(after.kinds) or not tokens.gaps[place] or tokens.texts[place + 1] in _SIGNS:
            return None
        if "of" in tokens.words[place - 1].kinds and not tokens.texts[place + 1][0].isalnum():
            return None  # "a percentage of 20"
        if "adverb" in after.kinds or (number := self.numerals.whole(place)) is None:
            return None
        exactly = Interval.exactly(number.value)
        return Match(place, place + 1, number.start, number.end, Kind.CARDINAL, exactly)

    def _range(self, place: int) -> Match | None:
        pair = self.ranges.at(place)
        return self.units.read(*pair) if pair else None

    # -- whole amounts -------------------------------------------------------------------------------------------

    def _single(self, place: int) -> Match | None:
        numeral = self.ranges.number(place)
        if numeral is None:
            return None
        match = self.units.read(numeral, self._repeated(numeral), Interval.exactly(numeral.value))
        return self.units.of_the_second(match)

    def _repeated(self, numeral: Numeral) -> Numeral:
        """As in "Forty-five (45)": the same number again in digits is part of it."""
        tokens = self.tokens
        again = self.numerals.at(numeral.last + 1) if numeral.spoken and tokens[numeral.last].text == "(" else None
        if again is None or again.value != numeral.value or tokens[again.last].text != ")":
            return numeral
        return replace(numeral, last=again.last + 1, end=tokens[again.last].end)

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
        if ranked or (
            unit and unit[1] == "one" and not (tokens.phrase(part.last, "of") or tokens.ends(place, "by_how_much"))
        ):
            return None
        named = part.last + (tokens.get(part.last, "article") is not None)
        if percent := tokens.phrase(named, "percent"):
            value, end = Interval.exactly(part.value), tokens[percent[0] - 1].end
            return Match(place, percent[0], part.start, end, Kind.PERCENT, value, unit="%")
        match = Match(place, part.last, part.start, part.end, Kind.MULTIPLE, Interval.exactly(part.value))
        if length := part_of_one(tokens, match):
            return length
        of = tokens.phrase(part.last, "of") is not None or self._names(part.last) or tokens.ends(place, "by")
        of = of or (self.numerals.units_first and tokens[place].word.stem.endswith(_OF_THEM))
        prose = of or tokens[place].word.definite or self._in_prose(place, part)
        return match if prose else replace(match, kind=Kind.CARDINAL)

    def _in_prose(self, place: int, part: Numeral) -> bool:
        """A plain part in the middle of a sentence is a part of what was spoken of ("in 1990 it was a fifth")."""
        words = self.tokens[place - 1].text[0].isalpha() or self.tokens[part.last].text[0].isalpha()
        return words and part.value.denominator in _PLAIN and not self.numerals.units_first

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
        behind = self.tokens[after].word
        time = behind.definite and "units" in behind.senses  # "twice last year"
        told = self.tokens.ends(place, "multiple_before") or self.tokens.phrase(after, "multiple_after") is not None
        return told or time

    def _round(self, place: int) -> Match | None:
        """As in French "une centaine": about so many, in one word."""
        start = place + (self.tokens.get(place, "article") is not None)
        found = self.tokens.phrase(start, "round")
        if found is None:
            return None
        first, end = self.tokens.first(place), self.tokens[found[0] - 1].end
        number = Numeral(place, found[0], first, end, found[1], spoken=True)
        return self.units.read(number, number, Interval.exactly(found[1], approx=True))

    def _vague(self, place: int) -> Match | None:
        """As in "Dozens", "several": a lower bound by convention."""
        found, word = self.tokens.phrase(place, "vague"), self.tokens.words[place]
        if word.preposition and self.tokens.texts[place].endswith(_OF_HIM) and word.stem.endswith(_OF_HIM):
            return None  # "after him" is spelled like "with several" but for the dots of its last letter
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


_OF_HIM = "\u0647"
_OF_THEM = ("\u0647\u0627", "\u0647\u0645", "\u0647\u0646")  # "half of it" in one word
_PLAIN = frozenset({2, 3, 4, 5, 10})  # parts that prose speaks in
#: Signs, and classes of words, with which digits become a range, a share, money, a measure or a multiple.
_SIGNS = frozenset("-)(/")
_MAKES_MORE = frozenset({
    "per_thousand", "every", "one_in", "over_line", "to", "or", "percent", "currencies", "measures", "units", "multiples",
    "fold", "below_zero", "fraction", "fractions",
})  # fmt: skip
_PARTS = frozenset({"fraction", "fractions"})
_COUNTED = frozenset({"nouns", "currencies", "units"})
_NUMBERS = frozenset(TABLES["numbers"]) | {"minus", "from", "between", "article"}
_RULES = (
    (frozenset({"ordinal", "bound_ordinal", "tens"}), Amounts._ordinal),  # noqa: SLF001 - the rules of the class itself
    (frozenset({"money_prefixes"}), lambda rules, place: rules.units.money_first(place)),
    (frozenset({"unit"}), lambda rules, place: one_in(rules.tokens, rules.ranges, place)),
    (_NUMBERS, Amounts._part),  # noqa: SLF001
    (frozenset({"round", "article"}), Amounts._round),  # noqa: SLF001
    (frozenset({"vague"}), Amounts._vague),  # noqa: SLF001
    (_NUMBERS, Amounts._range),  # noqa: SLF001
    (_NUMBERS, Amounts._single),  # noqa: SLF001
    (frozenset({"multiple"}), Amounts._multiple),  # noqa: SLF001
)
