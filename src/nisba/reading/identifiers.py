"""Digits that are no quantity: times of day, names with a number, versions, telephone and article numbers."""

from __future__ import annotations

from nisba.reading.digits import written
from nisba.reading.matches import Match
from nisba.reading.numeric_dates import short_year
from nisba.reading.ordinals import ordinal
from nisba.reading.tokens import Tokens

_PIECES = 12  # numbers in one word; an address of the internet has eight at most
_TELEPHONE = 9  # digits of the shortest telephone number written in groups
_MARKED = frozenset(".(:")  # signs between the word for a number and the number: No. 5, article (13)
_LOCAL = 6  # digits of a telephone number behind its area
_SERIAL = 3  # digits of the number of a house, a unit or a class
_ENDS = frozenset(".,;:)\n\0\"'")
_GAPS = frozenset({" ", "", "\u00a0"})
_LONGEST_LIST = 16  # numbers of one list that are looked back through
_HHMM, _HOURS = 4, 24  # digits of a time of day without a mark, as agencies write it
_TANWEEN_ALEF = "\u0627"  # the letter that an indefinite accusative ends in
_ADVERB = "\u064a\u0627"
_SHORTEST = 3  # letters of no noun in that form
_LONG = 7  # digits of a number that nobody counts by, when it starts with 0 or +


_AMOUNTS = ("nouns", "scale", "units", "currencies", "measures", "percent", "hundred")


def _listing(tokens: Tokens) -> bool:
    """The language puts what is counted behind its number, and the name of a series before it."""
    return tokens.lexicon.grammar.order == "units-first"


def _counted_after(tokens: Tokens, place: int) -> bool:
    """Between eleven and ninety-nine Arabic counts by a singular in the accusative, which shows: "90 mutadarriban".

    A word that is not known counts as such if it has the ending, no article, and nothing written onto it; in "iyyan" it may
    be an adverb ("112th worldwide").
    """
    text, behind = tokens[place + 1].text, tokens[place + 1].word
    bare = not (behind.definite or behind.joins or behind.preposition or behind.senses or behind.phrases)
    shows = len(text) > _SHORTEST and text.endswith(_TANWEEN_ALEF) and not text.endswith(_ADVERB)
    return _listing(tokens) and bare and shows and 11 <= int(tokens[place].text) % 100 <= 99


def after_and(tokens: Tokens, place: int) -> bool:
    """A word for "and" stands right before a number."""
    return tokens.lexicon.is_and(tokens.words[place - 1])


class Identifiers:
    """The rules for digits that stand for no amount, over one row of tokens."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def at(self, place: int) -> Match | None:
        """The identifier whose first digits stand at a place."""
        if not self.tokens[place].is_digits:
            return self._hour(place) if "ordinal" in self.tokens.words[place].kinds else None
        tight = not self.tokens.gaps[place + 1]
        return (
            (self._chain(place) if tight else None)
            or (self._item(place) if tight else None)
            or self._telephone(place)
            or self._clock(place)
            or (
                self._added(place) or self._score(place) or self._dashed(place) or self._dotted(place)
                if tight
                else None
            )
            or self._spaced_score(place)
            or (self._named(place) if tight or not self.tokens.gaps[place] or self._after_name(place) else None)
            or self._listed(place)
        )

    def _after_name(self, place: int) -> bool:
        return "part_of_name" in self.tokens.words[place - 1].senses

    def _match(self, first: int, last: int, reason: str) -> Match:
        row = self.tokens
        return Match(first, last, row[first].start, row[last - 1].end, None, reason=reason)

    def _chain(self, place: int) -> Match | None:
        """1,1,1,1,…: more pieces in one word than any number, date or address has; skipped whole, so that noise is cheap."""
        row, after = self.tokens.row, place + 1
        while row[after].close and row[after + 1].close and row[after + 1].is_digits and not row[after].is_digits:
            after += 2
        return self._match(place, after, "too many numbers in one word") if after > place + 2 * _PIECES else None

    def _item(self, place: int) -> Match | None:
        """As in "1-", "2.", "3)" at the head of a line: the number of an item, not of anything in it."""
        tokens, before, sign = self.tokens, self.tokens[place - 1], self.tokens[place + 1]
        opens = before.text in ("\0", "\n") and sign.close and sign.text in ("-", ".", ")")
        if not opens or len(tokens[place].text) > 2 or tokens[place + 2].close or tokens[place + 2].is_digits:
            return None
        ends = tokens[place + 2].text in ("\0", "\n")
        return None if ends else self._match(place, place + 1, "the number of an item in a list")

    def _joined(self, place: int, mark: str) -> tuple[list[str], int]:
        """Digits joined by a mark with nothing between, as in 10:30 or 1.2.3: the pieces, and the place after the last."""
        tokens, after, parts = self.tokens, place + 1, [self.tokens[place].text]
        while (
            tokens[after].text == mark
            and tokens[after].close
            and tokens[after + 1].close
            and tokens[after + 1].is_digits
        ):
            parts.append(tokens[after + 1].text)
            after += 2
        return parts, after

    def _telephone(self, place: int) -> Match | None:
        """0800 555 0123: groups of digits with a nought, a plus sign or a bracket at their head."""
        tokens, after, digits = self.tokens, place, 0
        opens = tokens[place].text[0] == "0" or (tokens[place].close and tokens[place - 1].text == "+")
        while (
            opens
            and after < place + _PIECES
            and tokens[after].is_digits
            and (after == place or tokens.between(after - 1, after) in _GAPS)
        ):
            digits += len(tokens[after].text)
            after += 1
            after += tokens[after].text in (")", "-") and tokens[after + 1].is_digits and tokens[after].close
        if not opens or after <= place + 1 or digits < _TELEPHONE:
            return None
        return self._match(place, after, "a telephone or identity number")

    def _clock(self, place: int) -> Match | None:
        """10:30, 10 p.m., after "at … o'clock" words."""
        tokens = self.tokens
        _, after = self._joined(place, ":")
        if after > place + 1:
            part = tokens[after].text == "." and tokens[after].close and tokens[after + 1].close  # 1:43.70
            after += 2 * (part and tokens[after + 1].is_digits)
            return self._match(place, after, "a time of day or a ratio written with a colon")
        four = len(tokens[place].text) == _HHMM and int(tokens[place].text[:2]) < _HOURS and tokens.ends(place, "clock")
        if four and "clock_after" in tokens.words[after].kinds:
            return self._match(place, place + 1, "a time of day")
        if len(tokens[place].text) <= 2 and (tokens.phrase(after, "clock_after") or tokens.ends(place, "clock")):
            return self._match(place, after, "a time of day")
        return None

    def _hour(self, place: int) -> Match | None:
        """As in "At the eighth hour and the half": a time of day in words, where the language counts hours so."""
        tokens, rank = self.tokens, ordinal(self.tokens, place)
        if rank is None or not tokens.words[place].definite:
            return None
        part = tokens.words[rank.last].joins and tokens.get(rank.last, "fraction") is not None
        last = rank.last + part
        if not tokens.ends(place, "clock") and tokens.phrase(last, "clock_after") is None:
            return None
        return Match(place, last, tokens.first(place), tokens[last - 1].end, None, reason="a time of day")

    def _score(self, place: int) -> Match | None:
        """2-1, in one word: a result, where the first number is not the smaller one."""
        tokens = self.tokens
        row = [tokens[place + step] for step in range(3)]
        pair = row[1].text == "-" and row[1].close and row[2].close and row[2].is_digits
        if not pair or max(len(row[0].text), len(row[2].text)) > _SERIAL:
            return None
        told = any(tokens.get(place - back, "match_result") is not None for back in range(1, 6))
        if int(row[0].text) < int(row[2].text) and not told:
            return None
        if row[0].close or (tokens[place + 3].close and tokens[place + 3].text not in ".,;:)!?\"'\u060c\n"):
            return None if tokens[place - 1].text not in '("' else self._match(place, place + 3, "a score")
        return self._match(place, place + 3, "a score")

    def _spaced_score(self, place: int) -> Match | None:
        """0 - 0, with spaces: a result where a word before tells of one, or where no range could rise."""
        tokens = self.tokens
        dash, second = tokens[place + 1], tokens[place + 2]
        pair = dash.text == "-" and not dash.close and not second.close and second.is_digits
        if not pair or max(len(tokens[place].text), len(second.text)) > 2 or tokens[place + 3].text == "-":
            return None
        told = any(tokens.get(place - back, "match_result") is not None for back in range(1, 6))
        ends = not tokens[place + 3].text[0].isalnum() or told
        return self._match(place, place + 3, "a score") if told and ends else None

    def _added(self, place: int) -> Match | None:
        """90+3, 5+1: minutes of play, or a name; no sum is left to the reader."""
        tokens = self.tokens
        plus, second = tokens[place + 1], tokens[place + 2]
        if plus.text != "+" or not plus.close or not second.close or not second.is_digits:
            return None
        return self._match(place, place + 3, "numbers joined by a plus: minutes of play, or a name")

    def _dashed(self, place: int) -> Match | None:
        """1-800-555-0199: digits in four or more pieces, or in three that are no date."""
        parts, after = self._joined(place, "-")
        date = len(parts) == 3 and (4 in (len(parts[0]), len(parts[2])) or short_year(self.tokens, place) is not None)
        if len(parts) < 3 or date:
            return None
        return self._match(place, after, "a telephone or identity number")

    def _dotted(self, place: int) -> Match | None:
        """1.2.3 and longer: a version or an address, unless all parts after the first are groups of three."""
        parts, after = self._joined(place, ".")
        date = len(parts) == 3 and 4 in (len(parts[0]), len(parts[2]))
        groups = all(len(part) == 3 for part in parts[1:])
        if len(parts) < 3 or date or groups:
            return None
        return self._match(place, after, "a version or an address, not one number")

    def _named(self, place: int) -> Match | None:
        """COVID-19, F-16, A320, 5G: letters and digits of one name."""
        tokens, before = self.tokens, self.tokens[place - 1]
        if before.text == "-" and before.close and tokens[place].close and self._is_name(place - 2):
            return self._match(place, place + 1, "part of a name")
        if tokens[place].close and before.text.isascii() and before.text.isalpha() and before.text.isupper():
            return self._match(place, place + 1, "part of a name")
        if "part_of_name" in before.word.senses and "nouns" not in tokens.words[place + 1].senses:
            return self._match(place, self._joined(place, "-")[1], "part of a name")
        times = before.text in ("x", "X") and before.close and tokens[place].close and tokens[place - 2].is_digits
        if times:
            return self._match(place, place + 1, "part of a name")
        after = tokens[place + 1]
        if (
            (
                after.close
                and after.text.isascii()
                and after.text.isalpha()
                and not after.word.senses
                and not after.word.phrases
            )
            and after.text != "s"
            and not (after.text in "eE" and tokens[place + 2].is_digits)
        ):
            return self._match(place, place + 1, "part of a name")
        return None

    def _is_name(self, place: int) -> bool:
        """Letters that a number may hang on: of a listed name, or in capitals."""
        text = self.tokens[place].text
        listed = self.tokens.get(place, "part_of_name") is not None
        return listed or (
            text.isascii() and text.isalpha() and text[:1].isupper() and not self.tokens[place].word.senses
        )

    def _listed(self, place: int, far: int = 0) -> Match | None:
        """As in "Article 12", "No. 5", telephone numbers."""
        tokens, text = self.tokens, self.tokens[place].text
        if len(text) >= _LONG and (text[0] == "0" or (tokens[place].close and tokens[place - 1].text == "+")):
            return self._match(place, place + 1, "a telephone or identity number")
        dotted = tokens[place - 1].text in _MARKED and tokens.ends(place - 1, "list_mark")
        parts, after = self._joined(place, "/")
        if after == place + 3 and parts[0][0] == "0" and len(parts[1]) >= _LOCAL:
            return self._match(place, after, "a telephone or identity number")
        behind = tokens.words[place + 1]
        more = _counted_after(tokens, place) or (
            any(kind in behind.senses for kind in _AMOUNTS)
            and not (behind.definite or behind.joins or behind.preposition)
        )
        back = far < _LONGEST_LIST and after_and(tokens, place) and tokens[place - 2].is_digits
        again = back and self._listed(place - 2, far + 1) is not None
        led = tokens.ends(place, "list_mark") or (_listing(tokens) and self._numbered(place - 1))
        if (dotted and not more) or (led and not (more and _listing(tokens))) or again:
            last = max(after, self._joined(place, "-")[1])
            return self._match(place, last, "a number in a name or a list")
        return self._of_its_kind(place)

    def _numbered(self, place: int) -> bool:
        """A noun of things that have a number, with the article ("round 28", "kilometre 85")."""
        return self.tokens.words[place].definite and self.tokens.get(place, "numbered") is not None

    def _of_its_kind(self, place: int) -> Match | None:
        """As in "Unit 2", "district 9": a noun in the singular takes its own number, where nothing follows to be counted."""
        tokens = self.tokens
        noun, whole = tokens.get(place - 1, "nouns"), tokens[place + 1].word
        noun = ("", "one") if tokens.get(place - 1, "numbered") else noun
        lower = tokens[place - 1].text.islower()
        if tokens.lexicon.grammar.order == "units-first" or noun is None or noun[1] != "one" or tokens[place].close:
            return None
        number = written(tokens, place)
        bare = number is not None and number.digits and len(tokens[place].text) <= _SERIAL
        if not bare or (lower and tokens.ends(place - 1, "determiner")):
            return None
        leaves = tokens[place + 1].text in _ENDS or "particle" in whole.senses or not (whole.senses or whole.phrases)
        leaves = leaves or (
            whole.senses.get("nouns", ("", ""))[1] == "one" and tokens[place].text != "1"
        )  # a Level 3 alert
        counted = tokens[place + 1].text.endswith("s") or noun[0] in tokens.lexicon.persons
        return self._match(place, place + 1, "a number in a name or a list") if leaves and not counted else None
