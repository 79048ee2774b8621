"""Labels in every language of the page: by the language files where they know the word, else the report's own, quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from babel import Locale

from nisba.explaining.messages import Messages
from nisba.explaining.messages import languages as written_languages
from nisba.explaining.number_words import quantities_of, says_a_number
from nisba.explaining.prose import BRACES
from nisba.explaining.wording import Wording
from nisba.gathering.house import load_house
from nisba.periods import Period
from nisba.reading import Span
from nisba.reading.lexicon import tables
from nisba.reading.morphology import inflect, nominative
from nisba.reading.normalise import fold, plain

_DIGITS = re.compile(r"[^\W\d]*\d(?:[\w.,:/–-]*\w)?")

Words = dict[str, str]


def page_languages(language: str) -> tuple[str, ...]:
    """The languages of the pages: the report's own first, where pages can be written in it."""
    return tuple(sorted(written_languages(), key=lambda one: (one != language, one)))


def wordings_of(folder: Path, language: str) -> Wordings:
    """The wordings of a new story, in the languages and with the dates of the newsroom's house style where it has one.

    Args:
        folder: the story's, below ``data/raw/``.
        language: of the report.

    Raises:
        StoryError: the house style is not usable.
    """
    house, written = load_house(folder), page_languages(language)
    chosen = tuple(one for one in house.languages if one in written)
    return Wordings(language, chosen or written, house.dates)


@dataclass(frozen=True, slots=True)
class Wordings:
    """What the parts of a proposal are called.

    Args:
        language: of the report.
        languages: of the pages.
        dates: how the newsroom writes dates, by language.
    """

    language: str
    languages: tuple[str, ...]
    dates: Mapping[str, str] = field(default_factory=dict)

    @property
    def persons(self) -> frozenset[str]:
        """What the language file lists as people."""
        return frozenset(tables(self.language).get("persons", ()))

    def said(self, id: str, **words: Mapping[str, str]) -> Words:
        """A message in every language, its variables in that language."""
        return {
            language: Messages(language)(id, **{name: told[language] for name, told in words.items()})
            for language in self.languages
        }

    def own(self, words: str) -> Words:
        """The report's own words in quotation marks; in another language, with the name of theirs."""
        return {language: self._quoted(language, words) for language in self.languages}

    def foreign(self, words: str) -> Words:
        """A word of the report as it stands; in another language, in quotation marks with the name of its language."""
        plain = words[:1].upper() + words[1:]
        told = self.own(words)
        stands = self.language in told and not says_a_number(words, self.language)
        return told | {self.language: plain} if stands else told

    def _quoted(self, language: str, words: str) -> str:
        messages, plain = Messages(language), words.replace("{", "(").replace("}", ")").replace("|", "/")
        declared = f"{{={plain}}}" if says_a_number(plain, language) or any(map(str.isdigit, plain)) else plain
        if language == self.language:
            return messages("proposed-own", words=declared)
        name = Locale.parse(language).languages.get(self.language, self.language)
        return messages("proposed-foreign", words=declared, language=name)

    def knows(self, what: str) -> bool:
        """What is counted is a noun of the language file."""
        return what in tables(self.language).get("nouns", {})

    def thing(self, what: str) -> Words:
        """What is counted, in the plural; named by its id, or as people write it in a table ("operations")."""
        return self._known("nouns", what) or self._known("nouns", self._noun(what)) or self.foreign(what)

    def _noun(self, written: str) -> str:
        """The id of a noun that has this form; empty where none has."""
        listed = tables(self.language).get("nouns", {}).items()
        has = (
            id for id, nouns in listed for noun in nouns for form, _ in inflect(self.language, noun) if form == written
        )
        return next(has, "")

    def place(self, where: str) -> Words:
        """A place; a name that is not known in a language stands there in quotation marks as the report writes it."""
        known = self._known("places", where)
        named = {one: Messages(one)("proposed-own", words=where) for one in self.languages} | {self.language: where}
        return known or (self.foreign(where) if says_a_number(where, self.language) else named)

    def _known(self, table: str, id: str) -> Words | None:
        found = {language: _neutral(language, id) or _form(language, table, id) for language in self.languages}
        return {language: form for language, form in found.items() if form} if all(found.values()) else None

    def named_in(self, words: str, where: Iterable[str]) -> tuple[str, ...]:
        """The places among these that words name: the others are carried over from what was told before."""
        folded = _folded(words)
        listed = tables(self.language).get("places", {})
        return tuple(
            place for place in where if any(_folded(form) in folded for form in (*listed.get(place, ()), place))
        )

    def label(self, what: Words, where: Iterable[str], when: Period | None) -> Words:
        """What a number counts, where and when."""
        label, places = what, [self.place(place) for place in where]
        if places:
            joined = {one: Wording(one).listed(place[one] for place in places) for one in self.languages}
            label = self.said("proposed-at", label=label, place=joined)
        if when is None:
            return label
        periods = {one: Wording(one, dates=self.dates.get(one, "")).period(when) for one in self.languages}
        return self.said("proposed-in", label=label, period=periods)

    def apart(self, language: str, one: str, other: str) -> str:
        """A label without the place and the period that the label after it says as well."""
        between = Messages(language)("proposed-at", label="", place="")
        parts, theirs = one.split(between), other.split(between)
        while len(parts) > 1 and len(theirs) > 1 and parts[-1] == theirs[-1]:
            parts, theirs = parts[:-1], theirs[:-1]
        return between.join(parts)

    def day(self, day: date, language: str) -> str:
        """A day as the prose declares it."""
        return f"{{={Wording(language, dates=self.dates.get(language, '')).date(day)}}}"


def bound(words: str, language: str) -> str:
    """Words for the prose: every number in them is declared; what is bound already stays."""
    pieces, at = [], 0
    for found in BRACES.finditer(words):
        pieces += [_declared(words[at : found.start()], language), found[0]]
        at = found.end()
    return "".join((*pieces, _declared(words[at:], language)))


def _declared(words: str, language: str) -> str:
    """Words with their numbers, and the names of months and the like that they stand in, declared."""
    if not says_a_number(words, language):
        return words
    spans = [quantity.span for quantity in quantities_of(words, language)]
    spans += [Span(*found.span()) for found in _DIGITS.finditer(words)]
    pieces, at = [], 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= at:
            pieces += [words[at : span.start], f"{{={words[span.start : span.end]}}}"]
            at = span.end
    return "".join((*pieces, words[at:]))


def _neutral(language: str, id: str) -> str:
    """The word for a label where the first in the language file tells more than the report may: dead, but not slain."""
    messages = Messages(language)
    return messages(f"proposed-thing-{id}") if f"proposed-thing-{id}" in messages else ""


def _form(language: str, table: str, id: str) -> str:
    """The first spelling of an entry of a language file: of a noun its plural, of a place its name."""
    forms = tables(language).get(table, {}).get(id, ())
    if not forms:
        return ""
    many = [form for form, number in inflect(language, forms[0]) if number == "many"] if table == "nouns" else []
    form = nominative(language, many) if many else str(forms[0])
    return form.title() if table == "places" else form[:1].upper() + form[1:]


def _folded(words: str) -> str:
    return " ".join(fold(word) for word in plain(words).text.lower().split())
