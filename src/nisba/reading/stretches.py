"""Periods as they are written: halves and quarters, "the past six months", "from January until June 2024".

Built on :class:`~nisba.reading.dates.Dates`; answers with a symbolic time and the tokens that name it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from nisba.reading.dates import SHIFT, Dates
from nisba.reading.long_times import long_time, two_years, written_decade
from nisba.reading.moments import Around, Ending, Moment, Stretch, When
from nisba.reading.numerals import Numerals
from nisba.reading.numeric_dates import Dated
from nisba.reading.ordinals import ordinal
from nisba.reading.parts_of_year import part_of_year
from nisba.reading.tokens import Tokens
from nisba.reading.weeks import week_of_month
from nisba.reading.years import names_year

_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Timed:
    """A symbolic time, its tokens, and for "past six months" the number and unit it gives."""

    when: When
    first: int
    last: int
    number: Fraction | None = None
    unit: str | None = None


class Stretches:
    """The grammar of periods over one row of tokens."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.dates = Dates(tokens)
        self.numerals = Numerals(tokens)
        self.noun_first = tokens.lexicon.grammar.order == "units-first"

    def single(self, place: int) -> Timed | None:
        """One date or period, that is no range of two."""
        tokens, kinds = self.tokens, self.tokens.kinds(place)
        date = self.dates.at(place)
        year = self.bare_year(place) if date is None and tokens.words[place].is_digits else None
        found: list[Timed | None] = [Timed(date.moment, date.first, date.last) if date else year]
        if kinds:
            found += [rule(self, place) for opens, rule in _RULES if not opens.isdisjoint(kinds)]
        return max((timed for timed in found if timed), key=lambda timed: timed.last, default=None)

    def counted(self, place: int) -> Timed | None:
        """A time that a number makes: "the past six months", "the first six months of 2024", the 1980s, 2022-23."""
        found = [self._around(place), self._first_months(place), self._ended(place)] if self._numbered(place) else []
        if len(self.tokens[place].text) == 4 or self.tokens.get(place, "units"):
            years = written_decade(self.dates, place) or two_years(self.dates, place)
            found += [Timed(years[0], place, years[1])] if years else []
        return max((timed for timed in found if timed), key=lambda timed: timed.last, default=None)

    def _numbered(self, place: int) -> bool:
        """A unit of time or a rank stands there, or a number with a unit or a relation behind it: without, no time is counted."""
        tokens = self.tokens
        tight = tokens.words[place].is_digits and not tokens.gaps[place + 1]  # "1st"
        if tight or not _NUMBERED.isdisjoint(tokens.kinds(place)) or tokens.lexicon.is_article(tokens.texts[place]):
            return True
        number = self.numerals.at(place)
        return number is not None and not _UNITED.isdisjoint(tokens.words[number.last].kinds)

    def bare_year(self, place: int) -> Timed | None:
        """Four digits after a word that leads to a year ("in 2025"), and before nothing that they could count."""
        year = self.dates.plain_year(place)
        if year is None:
            return None
        if not self.noun_first:
            return Timed(Moment(year=year), place, place + 1) if names_year(self.tokens, place, year) else None
        if self.dates.counts(place):
            return None
        glued = self.tokens[place].close and self.tokens[place - 1].text[0].isalpha()
        led = self.tokens.ends(place - glued, "year_before") or (glued and len(self.tokens[place - 1].text) <= 2)
        another = place - 2 if glued else place - 1 - self.tokens.lexicon.is_and(self.tokens[place - 1].word)
        if (
            glued
            and self.tokens[place - 1].word.joins is False
            and self.tokens.lexicon.is_and(self.tokens[place - 1].word)
        ):
            led = self.dates.plain_year(another) is not None
        return Timed(Moment(year=year), place, place + 1) if led else None

    def _year(self, place: int) -> Dated | None:
        """A year after "of": with its noun, or four digits; the definite noun alone is this year."""
        start = self.dates.of(place)
        start += self.tokens.get(start, "article") is not None and not self.noun_first
        if self.dates.noun(start, "year") and self.tokens.get(start + 1, "fiscal"):
            shift, last = self.dates.relative(start + 2) or (0, start + 2)
            return Dated(Moment(shift=shift, unit="fiscal"), place, last)
        year = self.dates.year(start)
        if year:
            return year
        plain = self.dates.plain_year(start)
        if plain is not None and not self.dates.counts(start):
            return Dated(Moment(year=plain), place, start + 1)
        alone = self.dates.noun(start, "year") and start > place
        return Dated(Moment(shift=0, unit="year"), place, start + 1) if alone else None

    def _part(self, place: int) -> Timed | None:
        found = part_of_year(self.dates, place, self._year)
        return Timed(found[0], place, found[1]) if found else None

    def _shifted(self, place: int) -> Timed | None:
        """As in "Last month", "this week", "last summer": a unit with nothing but its relation to the day of the report."""
        tokens = self.tokens
        before = tokens.phrase(place, "relative") if not self.noun_first else tokens.phrase(place, "this_before")
        noun = before[0] if before else place
        season, unit = tokens.get(noun, "seasons"), tokens.get(noun, "units")
        if season is None and (unit is None or unit[1] != "one" or unit[0] in ("day", "hour", "minute", "second")):
            return None
        after: tuple[int, int] | None = (
            (SHIFT.get(str(before[1]), 0), noun + 1) if before else self.dates.relative(noun + 1)
        )
        if after is None or (self.noun_first and not before and not tokens[noun].word.definite):
            return None
        moment = Moment(season=season, shift=after[0]) if season else Moment(shift=after[0], unit=unit[0])
        return Timed(moment, place, after[1])

    def _same(self, place: int) -> Timed | None:
        """As in "The same period of 2014", "the corresponding period of last year"."""
        tokens = self.tokens
        before = tokens.phrase(place, "same_before")
        noun = before[0] if before else place
        word = tokens.phrase(noun, "period_word")
        if word is None:
            return None
        after = word[0]
        if not before:
            found = tokens.phrase(after, "same")
            if found is None:
                return None
            after = found[0]
        year = self._year(after)
        if year is None:
            return None
        moment = Moment(same=True, unit="period", year=year.moment.year, shift=year.moment.shift)
        return Timed(moment, place, year.last)

    def _week(self, place: int) -> Timed | None:
        found = week_of_month(self.dates, place) or long_time(self.dates, place, self._year(place + 1))
        return Timed(found[0], place, found[1]) if found else None

    def _edge(self, place: int) -> Timed | None:
        """As in "The end of June", "early 2025"."""
        edge = self.tokens.phrase(place, "edges")
        if edge is None:
            return None
        start = self.dates.of(edge[0])
        start += self.tokens.get(start, "article") is not None and not self.noun_first
        date = self.dates.at(start) or self._year(edge[0])
        near = None if date else self._shifted(start) or self._part(start)
        if near and isinstance(near.when, Moment):
            date = Dated(near.when, start, near.last)
        definite = self.dates.noun(start, "year") and self.tokens[start].word.definite
        if date is None and self.noun_first and definite and not self.tokens[start + 1].word.definite:
            date = Dated(Moment(shift=0, unit="year"), start, start + 1)
        if date is None or date.moment.edge or date.moment.day or date.moment.unit == "fiscal":
            return None
        return Timed(replace(date.moment, edge=edge[1]), place, date.last)

    def _ended(self, place: int) -> Timed | None:
        """As in "The six months to June", "the year ended March 31, 2024", in languages that count before the noun."""
        tokens = self.tokens
        number = None if self.noun_first else self.numerals.at(place)
        noun = number.last if number else place
        unit = tokens.get(noun, "units")
        ended = tokens.phrase(noun + 1, "ended") if unit and not self.noun_first else None
        start = ended[0] + (tokens.get(ended[0], "relative") is not None) if ended else 0
        date = self.dates.at(start) if ended else None
        count = number.value if number else Fraction(1)
        whole = unit is not None and (unit[1] == "one") == (count == 1) and count.denominator == 1
        if unit is None or not whole or date is None or not (date.moment.month or date.moment.unit == "month"):
            return None
        return Timed(Ending(int(count), unit[0], date.moment), place, date.last)

    def _around(self, place: int) -> Timed | None:
        """As in "The past six months": noun, number, relation in Arabic; relation, number, noun in English."""
        tokens = self.tokens
        if not self.noun_first:
            return self._relative_first(place) or self._number_first(place)
        unit = tokens.get(place, "units")
        if unit is not None and tokens[place].word.definite:
            number = self.numerals.at(place + 1 + self._article_token(place + 1)) if unit[1] == "many" else None
            value = Fraction(2) if unit[1] == "two" else number.value if number else None
            relative = self.dates.relative(number.last if number else place + 1) if value else None
            if relative and value:
                return Timed(Around(value, unit[0], relative[0]), place, relative[1], value, unit[0])
            return None
        number = self.numerals.at(place)
        unit = tokens.get(number.last, "units") if number else None
        relative = self.dates.relative(number.last + 1) if number and unit else None
        if number is None or unit is None or relative is None:
            return None
        return Timed(Around(number.value, unit[0], relative[0]), place, relative[1], number.value, unit[0])

    def _relative_first(self, place: int) -> Timed | None:
        """As in "Past six months"; the relation is no part of the length."""
        before = self.tokens.phrase(place, "relative")
        number = self.numerals.at(before[0]) if before else None
        unit = self.tokens.get(number.last, "units") if number else None
        if before is None or number is None or unit is None:
            return None
        around = Around(number.value, unit[0], SHIFT[before[1]])
        return Timed(around, before[0], number.last + 1, number.value, unit[0])

    def _number_first(self, place: int) -> Timed | None:
        """As in French "six derniers mois"."""
        number = self.numerals.at(place) if self.tokens.lexicon.grammar.day_first else None
        between = self.tokens.phrase(number.last, "relative") if number else None
        unit = self.tokens.get(between[0], "units") if between else None
        if number is None or between is None or unit is None:
            return None
        around = Around(number.value, unit[0], SHIFT[between[1]])
        return Timed(around, place, between[0] + 1, number.value, unit[0])

    def _article_token(self, place: int) -> bool:
        """A bare article that stands tight before digits."""
        return self.tokens.lexicon.is_article(self.tokens[place].text) and self.tokens[place + 1].is_digits

    def _first_months(self, place: int) -> Timed | None:
        """As in "The first six months of the current year 2015", in either order of noun and number."""
        tokens = self.tokens
        start = place + self._article_token(place)
        if self.noun_first and tokens.get(start, "units") == ("month", "many"):
            number = self.numerals.at(start + 1 + self._article_token(start + 1))
            after = number.last if number else start
            rank = ordinal(tokens, after)
            after = rank.last if rank else after
        elif self.noun_first:
            number = self.numerals.at(start)
            months = number is not None and tokens.get(number.last, "units") == ("month", "many")
            rank = ordinal(tokens, number.last + 1) if number and months else None
            after = rank.last if rank else start
            if number is None and (rank := ordinal(tokens, start)):  # "the first five months" without articles
                number = self.numerals.at(rank.last)
                months = number is not None and tokens.get(number.last, "units") == ("month", "many")
                after = number.last + 1 if number and months else start
        else:
            rank = ordinal(tokens, place)
            number = self.numerals.at(rank.last) if rank else None
            months = number is not None and tokens.get(number.last, "units") == ("month", "many")
            after = number.last + 1 if number and months else place
        if rank is None or rank.value != 1 or number is None or number.value.denominator != 1 or after <= place + 1:
            return None
        count, year = int(number.value), self._year(after)
        if year is None or not 1 <= count <= _MONTHS_A_YEAR:
            return None
        first, last = replace(year.moment, month=1), replace(year.moment, month=count)
        return Timed(Stretch(first, last), place, year.last)


_UNITED = frozenset({"units", "relative"})
_NUMBERED = _UNITED | {"ordinal", "bound_ordinal", "tens"}
_RULES = (
    (frozenset({"fraction", "ordinal", "bound_ordinal", "named_quarters", "final", "quarter_noun"}), Stretches._part),  # noqa: SLF001 - its own
    (frozenset({"relative", "this_before", "units", "seasons"}), Stretches._shifted),  # noqa: SLF001
    (frozenset({"same_before", "period_word"}), Stretches._same),  # noqa: SLF001
    (frozenset({"ordinal", "units", "seasons", "decades"}), Stretches._week),  # noqa: SLF001
    (frozenset({"edges"}), Stretches._edge),  # noqa: SLF001
)
