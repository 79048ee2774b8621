"""Days, months and years as they are written: 17 July, Oct. 2, 2015/7/3, the first of January, December of the year 2017.

Each rule looks at one place and answers with a symbolic moment, or with nothing; resolving is left to :mod:`moments`.
"""

from __future__ import annotations

from dataclasses import replace

from nisba.reading.digits import written
from nisba.reading.moments import Moment
from nisba.reading.month_names import is_month_name
from nisba.reading.numerals import Numerals
from nisba.reading.numeric_dates import NUMERIC, Dated, day_and_month, era, numeric
from nisba.reading.ordinals import Ordinal, ordinal
from nisba.reading.tokens import Tokens
from nisba.reading.years import spoken_year

_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_DAY = 2  # digits
_HIJRI_YEARS = range(1300, 1501)
SHIFT = {"last": -1, "this": 0, "next": 1, "before_last": -2, "after_next": 2}


class Dates:
    """The date grammar over one row of tokens."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.noun_first = tokens.lexicon.grammar.order == "units-first"

    def at(self, place: int) -> Dated | None:
        """The longest date that starts at a place: a day, a month, or a year with its noun."""
        tokens, kinds = self.tokens, self.tokens.kinds(place)
        if tokens[place].is_digits:
            tight = not tokens.gaps[place + 1]  # no date in digits has a space after its first
            found = [rule(tokens, place) for rule in NUMERIC] if tight else []
            found += [self._day(place)] if tight or len(tokens.texts[place]) <= _DAY else []
            found += [self._hijri_year(place)]
        else:
            found = [rule(self, place) for opens, rule in _RULES if not opens.isdisjoint(kinds)]
        return max((dated for dated in found if dated), key=lambda dated: dated.last, default=None)

    # -- parts ---------------------------------------------------------------------------------------------------

    def of(self, place: int) -> int:
        """The place after a word like "of" or "in", if one stands there and more follows."""
        found = self.tokens.phrase(place, "of")
        return found[0] if found else place

    def noun(self, place: int, unit: str) -> bool:
        """The noun of a unit, in the singular ("the year" 2023)."""
        return bool(self.tokens.get(place, "units") == (unit, "one"))

    def relative(self, place: int) -> tuple[int, int] | None:
        """As in "last", "this", "next" and the like: (shift, place after)."""
        found = self.tokens.phrase(place, "relative")
        return (SHIFT[found[1]], found[0]) if found else None

    def number(self, place: int, low: int, high: int, width: int = 2) -> int | None:
        """A bare run of at most so many digits, between two values."""
        token = self.tokens[place]
        if len(token.text) > width or not token.is_digits or not low <= int(token.text) <= high:
            return None
        number = written(self.tokens, place)
        return int(token.text) if number and number.digits else None

    def plain_year(self, place: int) -> int | None:
        """Four digits that may be a year; whether they are is for the words around to say."""
        if len(self.tokens[place].text) != 4 or (self.tokens[place + 1].text == "s" and self.tokens[place + 1].close):
            return None
        return self.number(place, _FIRST_YEAR, _LAST_YEAR, width=4)

    def _year_number(self, place: int) -> tuple[int, bool, int] | None:
        """(year, Hijri, place after) of digits or of a number in words after the noun "year"."""
        token = self.tokens[place]
        if token.is_digits:
            number = written(self.tokens, place)
            year = int(token.text) if number and number.digits and 3 <= len(token.text) <= 4 else 0
            islamic, after = era(self.tokens, place + 1)
            return (year, islamic or year in _HIJRI_YEARS, after) if year else None
        spelled = Numerals(self.tokens).at(place)
        if spelled and spelled.value.denominator == 1 and 1000 <= spelled.value <= _LAST_YEAR:
            islamic, after = era(self.tokens, spelled.last)
            return int(spelled.value), islamic or int(spelled.value) in _HIJRI_YEARS, after
        return None

    def tail(self, moment: Moment, place: int) -> tuple[Moment, int]:
        """The year of a day or month: a number, "last", "of this year", or nothing."""
        if relative := self.relative(place):
            year = None if self.counts(relative[1]) else self.plain_year(relative[1])
            if year is not None:
                return replace(moment, year=year), relative[1] + 1
            return replace(moment, shift=relative[0], unit="month"), relative[1]
        comma = self.tokens[place].text in (",", "\u060c", "/", "-") and self.tokens[place + 1].is_digits
        dot = self.tokens[place].text == "." and self.tokens[place].close
        dot = dot and "\n" not in self.tokens.between(place, place + 1)
        start = place + (comma or (dot and self.plain_year(place + 1) is not None))
        beside = start == place and not self.noun_first
        if self.plain_year(start) is not None and (beside or not self.counts(start)):
            _, after = era(self.tokens, start + 1)
            return replace(moment, year=int(self.tokens[start].text)), after
        if self.tokens[start].is_digits and (found := self._year_number(start)) and found[1] and found[2] > start + 1:
            return replace(moment, year=found[0], hijri=True), found[2]
        return self._told_year(moment, place)

    def _told_year(self, moment: Moment, place: int) -> tuple[Moment, int]:
        """The year of a day or month in words, or after "of"."""
        spoken = place + (self.tokens[place].text == ",")
        words = spoken_year(self.tokens, spoken) if moment.day and not self.noun_first else None
        if words:
            return replace(moment, year=words[0]), words[1]
        of = self.of(place)
        if year := self.year(of):
            return replace(moment, year=year.moment.year, shift=year.moment.shift, unit=year.moment.unit), year.last
        plain = self.plain_year(of) if of > place and moment.month and not self.noun_first else None
        if plain is not None and not self.counts(of):
            return replace(moment, year=plain), of + 1
        if moment.hijri and (found := self._year_number(of)):
            return replace(moment, year=found[0]), found[2]
        return moment, place

    def counts(self, place: int) -> bool:
        """The four digits are the number of something: a unit, a scale or a listed noun follows."""
        word = self.tokens[place + 1].word
        other = word.joins or word.definite or word.preposition or "eras" in word.senses  # the era's letter, not metres
        senses = {} if other else word.senses
        return any(kind in senses for kind in ("nouns", "scale", "currencies", "percent", "measures", "units"))

    # -- rules ---------------------------------------------------------------------------------------------------

    def year(self, place: int) -> Dated | None:  # noqa: PLR0911 - one line for each way to name a year
        """As in "The year 2023", "the current year", "last year", "the same year"; Arabic has the noun first."""
        this = self.tokens.phrase(place, "this_before") if self.noun_first else None
        if this and self.noun(this[0], "year"):
            return Dated(Moment(shift=SHIFT[this[1]], unit="year"), place, this[0] + 1)
        if not self.noun(place, "year"):
            before = self.tokens.phrase(place, "relative")
            if before and self.noun(before[0], "year") and self.tokens.lexicon.grammar.order != "units-first":
                return Dated(Moment(shift=SHIFT[before[1]], unit="year"), place, before[0] + 1)
            return self._hijri_year(place)
        if self.tokens.phrase(place + 1, "same"):
            return Dated(Moment(same=True, unit="year"), place, place + 2)
        if relative := self.relative(place + 1):
            year = self.plain_year(relative[1])
            if year is not None and not self.counts(relative[1]):
                return Dated(Moment(year=year), place, relative[1] + 1)
            return Dated(Moment(shift=relative[0], unit="year"), place, relative[1])
        found = self._year_number(place + 1)
        if found is None or (self.counts(found[2] - 1) and not found[1]):
            return None
        return Dated(Moment(year=found[0], hijri=found[1]), place, found[2])

    def _hijri_year(self, place: int) -> Dated | None:
        if not self.tokens[place].is_digits:
            return None
        found = self._year_number(place)
        marked = found is not None and found[2] > place + 1
        return Dated(Moment(year=found[0], hijri=True), place, found[2]) if found and marked else None

    def _month_name(self, place: int) -> tuple[Moment, int] | None:
        """A month by name, with its twin in another naming ("tammuz/July", "July (tammuz)")."""
        for kind, islamic in (("months", False), ("hijri_months", True)):
            found = self.tokens.phrase(place, kind)
            if found:
                return Moment(month=found[1], hijri=islamic), self._twin(found[0], found[1], kind)
        return None

    def _feast(self, place: int) -> Dated | None:
        """As in "Eid al-Fitr 2013": a day of the Islamic calendar by the name of its feast, with its year."""
        found = self.tokens.phrase(place, "feasts")
        if found is None:
            return None
        month, day = map(int, found[1].split("-"))
        moment, last = self.tail(Moment(month=month, day=day, hijri=True), found[0])
        return Dated(moment, place, last) if moment.year is not None else None

    def _twin(self, place: int, month: int, kind: str) -> int:
        sign = self.tokens[place].text
        if self.tokens[place].text == "." and self.tokens[place].close and kind == "months":
            short = len(self.tokens[place - 1].text) <= 4 and self.tokens.lexicon.grammar.script == "Latn"
            ends = not self.tokens[place + 2].text[0].isalnum()
            return place + 1 if (short or ends) and self.tokens[place + 1].is_digits else place
        if sign in ("/", "(", "-") and (twin := self.tokens.phrase(place + 1, kind)) and twin[1] == month:
            closed = sign == "(" and self.tokens[twin[0]].text == ")"
            return twin[0] + closed if sign != "(" or closed else place
        return place

    def _month(self, place: int) -> Dated | None:
        """A month with its year, if it has one: "July 2015", "the month of July last", "last July", "December of 2017"."""
        start = place + self.noun(place, "month")
        before = self.tokens.phrase(start, "relative") if start == place else None
        if before and self.tokens.lexicon.grammar.order != "units-first":
            name = self._month_name(before[0])
            return Dated(replace(name[0], shift=SHIFT[before[1]], unit="month"), place, name[1]) if name else None
        name = self._month_name(start) or (start > place and self._numbered_month(start)) or None
        if name is None or not is_month_name(self.tokens, start):
            return None
        moment, after = self.tail(*name)
        if moment.hijri and start == place and after == name[1]:
            return None  # by themselves these are also names of people, or "zero"
        return Dated(moment, place, after)

    def _numbered_month(self, place: int) -> tuple[Moment, int] | None:
        number = self.number(place, 1, 12)
        if number:
            return Moment(month=number), place + 1
        spelled = Numerals(self.tokens).at(place) if not self.tokens[place].is_digits else None
        alone = spelled is not None and not self.tokens[spelled.last].text[0].isalpha()
        dated = spelled is not None and (
            alone or self.noun(spelled.last, "year") or self.of(spelled.last) > spelled.last
        )
        fits = (
            spelled is not None and spelled.value.denominator == 1 and 2 <= spelled.value <= 12
        )  # one month is a length
        return (Moment(month=int(spelled.value)), spelled.last) if spelled and dated and fits else None

    def _day(self, place: int) -> Dated | None:
        """A day before its month: "17 July", "the first of the month of January 2015", "19/ April/ 2020"."""
        tokens = self.tokens
        rank = ordinal(tokens, place)
        day = rank.value if rank else self.number(place, 1, 31)
        if day is None or not 1 <= day <= 31:
            return None
        after = rank.last if rank else place + 1
        if tokens[after].text in ("/", "-"):
            after += 1
        after = self.of(after)
        start = after + self.noun(after, "month")
        name = self._month_name(start) or (start > after and self._numbered_month(start)) or None
        if name is None or not is_month_name(self.tokens, start):
            return self._of_it(place, day) or self._of_this_month(place, day, after)
        moment, last = self.tail(replace(name[0], day=day), name[1])
        return Dated(moment, place, last)

    def _of_it(self, place: int, day: int) -> Dated | None:
        """As in "The 19th of it": a day of the month just named."""
        found = self.tokens.phrase(place + 1, "of_it")
        return Dated(Moment(day=day, same=True), place, found[0]) if found else None

    def _of_this_month(self, place: int, day: int, after: int) -> Dated | None:
        """As in "The 20th of the current month"."""
        this = self.tokens.phrase(after, "this_before")
        if this and self.noun(this[0], "month"):
            return Dated(Moment(day=day, shift=SHIFT[str(this[1])], unit="month"), place, this[0] + 1)
        relative = self.relative(after + 1) if self.noun(after, "month") and self.tokens[after].word.definite else None
        return Dated(Moment(day=day, shift=relative[0], unit="month"), place, relative[1]) if relative else None

    def _month_first(self, place: int) -> Dated | None:
        """A month before its day: "Oct. 2", "July 4th, 2025"."""
        name = self._month_name(place)
        grammar = self.tokens.lexicon.grammar
        if name is None or not is_month_name(self.tokens, place) or grammar.script != "Latn" or grammar.day_first:
            return None
        moment, after = name
        after += self.tokens.get(after, "definite") is not None
        rank = ordinal(self.tokens, after) or self._spoken_day(after)
        day = rank.value if rank else self.number(after, 1, 31)
        if day is None or not 1 <= day <= 31:
            return None
        moment, last = self.tail(replace(moment, day=day), rank.last if rank else after + 1)
        return Dated(moment, place, last)

    def _spoken_day(self, place: int) -> Ordinal | None:
        """As in "May twenty-one": a number in words behind a month, before a year or with no word behind that it counts."""
        tens, dash = self.tokens.get(place, "tens"), self.tokens[place + 1].text == "-"
        unit = self.tokens.get(place + 1 + dash, "unit") if tens is not None else None
        small = (tens or 0) + (unit or 0) or next(
            (value for kind in ("unit", "teen", "ten") if (value := self.tokens.get(place, kind))), None
        )
        last = place + 1 + (unit is not None) * (1 + dash)
        counts = self.tokens[last].text[0].isalnum() and spoken_year(self.tokens, last) is None
        return None if small is None or counts else Ordinal(int(small), place, last)

    def _weekday(self, place: int) -> Dated | None:
        """A weekday or the noun "day" before a date belongs to it; by itself it is no date with a number."""
        tokens = self.tokens
        after = place + self.noun(place, "day")
        weekday = tokens.get(after, "weekdays")
        after += weekday is not None
        if after == place:
            return None
        after += tokens[after].text in (",", "\u060c")
        if self.tokens.phrase(after, "matching"):
            after += 1
        date = numeric(tokens, after) or self._day(after) or self._month_first(after) or day_and_month(tokens, after)
        return Dated(replace(date.moment, weekday=weekday), place, date.last) if date else None


_RULES = (
    (frozenset({"weekdays", "units"}), Dates._weekday),  # noqa: SLF001 - the rules of the class itself
    (frozenset({"ordinal", "bound_ordinal", "tens"}), Dates._day),  # noqa: SLF001
    (frozenset({"months", "hijri_months"}), Dates._month_first),  # noqa: SLF001
    (frozenset({"months", "hijri_months", "units", "relative"}), Dates._month),  # noqa: SLF001
    (frozenset({"units", "relative"}), Dates.year),
    (frozenset({"feasts"}), Dates._feast),  # noqa: SLF001
)
