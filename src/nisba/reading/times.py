"""Times as they are written: a single date or period, or from one to another."""

from __future__ import annotations

from nisba.reading.language_file import TABLES
from nisba.reading.moments import Moment, Stretch
from nisba.reading.ordinals import ordinal
from nisba.reading.pointing import pointed
from nisba.reading.stretches import Stretches, Timed
from nisba.reading.tokens import Tokens

_LEAD = 4  # tokens of a phrase that leads on to a date, and its article
_RANKS = frozenset({"ordinal", "bound_ordinal", "tens"})
_LEADING = frozenset({"of", "to", "relative"})
_GOING_ON = frozenset(TABLES["numbers"]) | {"of_it", "rank", "eras"}


class Times:
    """The grammar of times over one row of tokens."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.stretches = Stretches(tokens)
        self.dates = self.stretches.dates

    def at(self, place: int) -> Timed | None:
        """The longest date, period or range of two that starts at a place."""
        if self.tokens.words[place].is_digits and not self._goes_on(place):
            return self.stretches.bare_year(place)
        single = self.stretches.single(place)
        found = [single, self._range(place, single), self.stretches.counted(place), self._pointed(place)]
        return max((timed for timed in found if timed), key=lambda timed: timed.last, default=None)

    def _pointed(self, place: int) -> Timed | None:
        """A day told by pointing, where the rank stands before its noun."""
        found = None if self.stretches.noun_first else pointed(self.dates, place)
        return Timed(*found) if found else None

    def _goes_on(self, place: int) -> bool:
        """Digits begin more than a bare year only before a sign or a word that times go on with."""
        tokens, after = self.tokens, self.tokens.words[place + 1]
        tight = not tokens.gaps[place + 1] or tokens.texts[place + 1] in ("/", "-")
        if tight or after.opens_time or after.joins:
            return True
        if not _GOING_ON.isdisjoint(after.kinds) or tokens.lexicon.is_and(after):
            return True
        ahead = tokens.words[place + 2 : place + 2 + _LEAD]
        return not _LEADING.isdisjoint(after.kinds) and any(word.opens_time or word.is_digits for word in ahead)

    def _range(self, place: int, single: Timed | None) -> Timed | None:
        """As in "From A to B", "between A and B", "A - B", where the month or the year may be named once."""
        tokens = self.tokens
        opening = tokens.phrase(place, "from") or tokens.phrase(place, "between")
        between = opening is not None and tokens.phrase(place, "between") is not None
        word = tokens.words[place]
        if opening is None and single is None and not word.is_digits and _RANKS.isdisjoint(word.kinds):
            return None
        start = opening[0] if opening else place
        first = self.stretches.single(start) if opening else single
        for left in self._openings(start, first, opened=opening is not None):
            after = self._connector(left, between=between)
            right = self._closing(after, left) if after is not None else None
            if right and isinstance(left.when, Moment) and isinstance(right.when, Moment):
                return Timed(Stretch(left.when, right.when), place, right.last)
        return None

    def _openings(self, place: int, first: Timed | None, *, opened: bool) -> list[Timed]:
        """What a range may start with: a date, a bare day, or a bare year."""
        found = [first] if first and isinstance(first.when, Moment) else []
        rank = ordinal(self.tokens, place)
        day = rank.value if rank else self.dates.number(place, 1, 31)
        year = self.dates.plain_year(place)
        if day and 1 <= day <= 31:
            found.append(Timed(Moment(day=day), place, rank.last if rank else place + 1))
        if year and (opened or self.tokens[place + 1].text in ("-", "/")):
            found.append(Timed(Moment(year=year), place, place + 1))
        return found

    def _connector(self, left: Timed, *, between: bool) -> int | None:
        tokens, place = self.tokens, left.last
        after = tokens[place + 1].word
        place += between and tokens[place].text in (",", "\u060c") and (after.joins or tokens.lexicon.is_and(after))
        bare = isinstance(left.when, Moment) and left.when.day is not None and left.when.month is None
        word = tokens[place].word
        if between or (bare and (word.joins or tokens.lexicon.is_and(word))):  # "3 and 4 April" are two days running
            return place if word.joins else place + 1 if tokens.lexicon.is_and(word) else None
        if tokens[place].text == "-":
            return place + 1
        found = tokens.phrase(place, "to")
        return found[0] if found else None

    def _closing(self, place: int, left: Timed) -> Timed | None:
        """What a range may end with; a bare day or year must follow one of its own kind."""
        right = self.stretches.single(place)
        if right and isinstance(left.when, Moment) and isinstance(right.when, Moment):
            bare = left.when.day is not None and left.when.month is None
            named = right.when.month is not None or right.when.same
            return right if not bare or (right.when.day is not None and named) else None
        if not isinstance(left.when, Moment):
            return None
        rank = ordinal(self.tokens, place)
        day = rank.value if rank else self.dates.number(place, 1, 31)
        if left.when.day and left.when.month and day and 1 <= day <= 31:
            moment, last = self.dates.tail(Moment(day=day, month=left.when.month), rank.last if rank else place + 1)
            return Timed(moment, place, last)
        year = self.dates.plain_year(place)
        if year and left.when.year and left.when.month is None and not self.dates.counts(place):
            return Timed(Moment(year=year), place, place + 1)
        return None
