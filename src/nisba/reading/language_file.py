"""The tables of a language file, and the entries that they make: checked word by word while they are collected."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from nisba.errors import NisbaError
from nisba.reading import own_words
from nisba.reading.morphology import inflect
from nisba.reading.normalise import PIECES, fold, plain
from nisba.reading.own_words import OwnWords

#: Tables of a language file, the class their words get, and the family within which a word has one class.
TABLES: Mapping[str, tuple[str, ...]] = {
    "numbers": (
        "unit", "bound_unit", "ten", "teen", "tens", "hundred", "hundreds", "scale", "dual_scale", "ordinal",
        "bound_ordinal", "fraction", "fraction_of", "fractions", "multiple", "multiples", "vague", "suffix", "dozen", "score", "one_more", "round",
    ),
    "words": (
        "match_result", "no_hedge", "doubtful", "fiscal", "quarter_noun", "than", "per_thousand", "age_of",
        "point", "minus", "below_zero", "percent", "percent_points", "to", "between", "from", "or", "of", "other", "share", "change",
        "future", "year_before", "clock",
        "through",
        "lasting", "clock_after", "same", "same_before", "period_word", "of_it", "part_of_name",
        "list_mark", "and", "article", "not_one_after", "not_one_before", "age", "counting", "multiple_before",
        "multiple_after", "determiner", "adverb", "rank", "percent_prefix", "toll", "that", "needs_company", "matching", "over_line", "by", "particle",
        "apart", "versus", "since", "stock", "held", "own", "adjunct", "place_lead", "every", "one_in", "subunit", "earlier", "ago", "ahead", "final",
        "definite", "passing", "length_after", "year_in", "by_how_much", "numbered", "of_things", "day_lead", "on_day", "common_word", "fold", "ended",
    ),
    "time": (
        "units", "months", "hijri_months", "weekdays", "relative", "this_before", "edges", "seasons", "eras", "named_quarters", "days", "feasts", "decades", "holidays",
    ),
    "hedges": ("over", "at_least", "under", "at_most", "about"),
}  # fmt: skip
_LISTS = ("nouns", "events", "places", "actors", "currencies", "money_prefixes", "measures")
_INFLECTED = frozenset({"nouns", "currencies", "measures", "units"})
_SETTINGS = frozenset({"language", "alphabet", "ambiguous", "persons", "grammar", "clitics"})
#: Function words do several jobs ("from" leads to a year, a range and a part), so that family may repeat itself.
_MANY_JOBS = "words"
_GRAMMAR = frozenset({"order", "join", "decimal", "grouping", "script", "day_first", "capitals", "reversed_point"})
CLITICS = ("and", "preposition", "article", "fused")


class LexiconError(NisbaError):
    """A language file contradicts itself or uses a word that the reader does not know.

    Args:
        file: the file at fault, such as ``lang/ar.toml``.
        place: table and key at fault.
        problem: what is wrong, without a full stop.
        remedy: what would be right, without a full stop.
    """

    def __init__(self, file: str, place: str, problem: str, remedy: str) -> None:
        self.file, self.place, self.problem, self.remedy = file, place, problem, remedy
        super().__init__(f"{file}, [{place}]: {problem}; {remedy}.")


@dataclass(slots=True)
class Entries:
    """Stems and phrases of one language, while they are collected and after; ``file`` is the one at hand, for errors."""

    language: str
    alphabet: frozenset[str]
    ambiguous: frozenset[str]
    senses: dict[str, dict[str, Any]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], str, Any]]] = field(default_factory=dict)
    families: dict[tuple[str, str], str] = field(default_factory=dict)
    spelled: set[str] = field(default_factory=set)
    file: str = ""

    def get(self, stem: str) -> tuple[Mapping[str, Any], tuple[tuple[tuple[str, ...], str, Any], ...]]:
        """What starts with a stem: its own senses, and the phrases."""
        return self.senses.get(stem, {}), tuple(self.phrases.get(stem, ()))

    def add(self, form: str, family: str, kind: str, value: Any, *, inflected: bool = False) -> None:
        """Enter one form; one that was only ``inflected`` gives way to what is listed already.

        Raises:
            LexiconError: its letters are not in the alphabet, or it already has another class of the same family.
        """
        if any(map(str.isalpha, set(form.lower()) - self.alphabet)):
            strange = {letter for letter in form if letter.isalpha() and letter.lower() not in self.alphabet}
            raise LexiconError(
                self.file, f"{family}.{kind}", f"{form!r} has letters outside the alphabet ({''.join(sorted(strange))})",
                "correct the spelling, or add the letter to `alphabet`",
            )  # fmt: skip
        spelled = plain(form).text
        words = (fold(spelled),) if spelled.isalpha() else tuple(map(fold, PIECES.findall(spelled)))
        whole = " ".join(words)
        group = (
            kind.partition("_before")[0].partition("_after")[0].partition("_far")[0].partition("_split")[0]
            if family == "hedges"
            else kind
        )
        before = self.families.setdefault((family, whole), group)
        if before != group and family != _MANY_JOBS and whole not in self.ambiguous:
            raise LexiconError(
                self.file, f"{family}.{kind}", f"{form!r} already stands in {family}.{before}",
                "keep it in one class, or name it in `ambiguous`",
            )  # fmt: skip
        self.spelled.add(spelled)
        if len(words) == 1:
            known = self.senses.setdefault(words[0], {}).setdefault(kind, value)
            same = known[0] == value[0] if isinstance(value, tuple) else known == value
            if not same and not inflected:
                raise LexiconError(
                    self.file, f"{family}.{kind}", f"{form!r} already means {known}", "give it one meaning",
                )  # fmt: skip
        else:
            phrases = self.phrases.setdefault(words[0], [])
            phrases.append((words[1:], kind, value))
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def forget(self, form: str, kind: str) -> None:
        """Drop what a form meant in a class, so that another file can say."""
        first, *rest = [fold(part) for part in PIECES.findall(plain(form).text)]
        if rest:
            kept = [phrase for phrase in self.phrases.get(first, ()) if phrase[:2] != (tuple(rest), kind)]
            self.phrases[first] = kept
        else:
            self.senses.get(first, {}).pop(kind, None)


def collect(tables: Mapping[str, Any], language: str) -> Entries:
    """The entries of a language file.

    Raises:
        LexiconError: see :meth:`Entries.add`; also an unknown table or setting.
    """
    file = f"lang/{language}.toml"
    _refuse(file, "top", set(tables), _SETTINGS | set(TABLES) | set(_LISTS))
    _refuse(file, "grammar", set(tables.get("grammar", {})), _GRAMMAR)
    _refuse(file, "clitics", set(tables.get("clitics", {})), frozenset(CLITICS))
    alphabet = frozenset(tables["alphabet"].lower())
    ambiguous = frozenset(
        " ".join(fold(piece) for piece in PIECES.findall(plain(form).text)) for form in tables.get("ambiguous", ())
    )
    entries = Entries(language, alphabet, ambiguous, file=file)
    for family, kinds in TABLES.items():
        _refuse(file, family, set(tables.get(family, {})), frozenset(kinds))
        for kind, table in tables.get(family, {}).items():
            for value, form in _forms(file, f"{family}.{kind}", table):
                _enter(entries, family, kind, value, form)
    for kind in _LISTS:
        for value, form in _forms(file, kind, tables.get(kind, {})):
            _enter(entries, kind, kind, value, form)
    return entries


def extend(entries: Entries, own: OwnWords) -> frozenset[str]:
    """Enter a newsroom's own words; what they say of a word comes before what the language file says.

    Returns:
        The ids of its nouns for people.

    Raises:
        LexiconError: it is no TOML, has a table that is not for own words, or see :meth:`Entries.add`.
    """
    try:
        tables = tomllib.loads(own.text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(own.file, "top", f"is not TOML ({error})", "correct that line") from error
    _refuse(own.file, "top", set(tables), {*own_words.TABLES, *own_words.SETTINGS})
    entries.file, entries.alphabet = own.file, entries.alphabet | set(tables.get("alphabet", "").lower())
    listed = [(kind, *said) for kind in own_words.TABLES for said in _forms(own.file, kind, tables.get(kind, {}))]
    for kind, _, form in listed:
        for shape, _ in inflect(entries.language, form) if kind in _INFLECTED else [(form, "")]:
            entries.forget(shape, kind)
    for kind, value, form in listed:
        _enter(entries, kind, kind, value, form)
    return frozenset(tables.get("persons", ()))


def _refuse(file: str, place: str, found: set[str], known: frozenset[str] | set[str]) -> None:
    if unknown := found - known:
        raise LexiconError(file, place, f"unknown {', '.join(sorted(unknown))}", f"use {', '.join(sorted(known))}")


def _forms(file: str, place: str, table: Mapping[str, Any] | Iterable[str]) -> Iterator[tuple[str, str]]:
    """(value, form) of a table that is either ``value = [forms]``, or a plain list of words.

    Raises:
        LexiconError: a list names a form twice.
    """
    for value, forms in table.items() if isinstance(table, Mapping) else [("", list(table))]:
        twice = sorted({form for form in forms if forms.count(form) > 1})
        if twice:
            raise LexiconError(
                file, f"{place}.{value}".rstrip("."), f"{twice[0]!r} is listed twice", "drop one of the two"
            )
        yield from ((value, form) for form in forms)


def _enter(entries: Entries, family: str, kind: str, value: str, form: str) -> None:
    """One listed word, in all its shapes. Nouns get the class ``<table>``, and their number beside the value."""
    if kind in _INFLECTED:
        for shape, number in inflect(entries.language, form):
            entries.add(shape, family, kind, (value, number), inflected=shape not in form.split("/"))
    elif family == "numbers" and value:
        entries.add(form, family, kind, Fraction(value))
    elif family == "time" and value.isdecimal():
        entries.add(form, family, kind, int(value))
    elif family == "hedges":
        entries.add(form, family, f"{kind}_{value}", value)
    else:
        entries.add(form, family, kind, value or True)
