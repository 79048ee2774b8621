"""The words of one language, typed: read from ``lang/<code>.toml``, checked, and looked up with their clitics.

Adding a language is adding such a file; ``docs/adding_a_language.md`` names its tables. A file that contradicts itself
is refused when it is loaded, so that a wrong word is found by its author and not by a reader of a report.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from nisba.errors import NisbaError
from nisba.reading.morphology import inflect
from nisba.reading.normalise import PIECES, fold, plain

_LANG = Path(__file__).parent / "lang"

#: Tables of a language file, the class their words get, and the family within which a word has one class.
_TABLES: Mapping[str, tuple[str, ...]] = {
    "numbers": (
        "unit", "bound_unit", "ten", "teen", "tens", "hundred", "hundreds", "scale", "dual_scale", "ordinal",
        "bound_ordinal", "fraction", "fractions", "multiple", "multiples", "vague", "suffix", "dozen",
    ),
    "words": (
        "point", "minus", "percent", "percent_points", "to", "between", "from", "or", "of", "other", "share", "change",
        "future", "year_before", "clock", "clock_after", "same", "same_before", "period_word", "of_it", "part_of_name",
        "list_mark", "and", "article", "not_one_after", "not_one_before", "age", "counting", "multiple_before",
        "multiple_after", "determiner", "adverb", "rank", "percent_prefix", "toll", "that", "needs_company", "matching", "over_line", "by", "particle",
    ),
    "time": (
        "units", "months", "hijri_months", "weekdays", "relative", "this_before", "edges", "seasons", "eras", "named_quarters",
    ),
    "hedges": ("over", "under", "about"),
}  # fmt: skip
_LISTS = ("nouns", "events", "places", "actors", "currencies", "money_prefixes", "measures")
_INFLECTED = frozenset({"nouns", "currencies", "measures", "units"})
#: Classes of words that a time, an amount or a hedge can begin with; all other words are passed over.
_OPENS_TIME = frozenset({
    "units", "months", "hijri_months", "weekdays", "relative", "this_before", "edges", "seasons", "named_quarters",
    "same_before", "period_word", "fraction", "ordinal", "bound_ordinal", "unit", "ten", "tens", "teen", "from", "between",
})  # fmt: skip
_OPENS_AMOUNT = frozenset(_TABLES["numbers"]) - {"suffix", "fractions", "multiples"} | {
    "minus", "money_prefixes", "from", "between", "article",
}  # fmt: skip
_OPENS_HEDGE = frozenset(f"{kind}_before" for kind in _TABLES["hedges"])
_SETTINGS = frozenset({"language", "alphabet", "ambiguous", "persons", "grammar", "clitics"})
#: Function words do several jobs ("from" leads to a year, a range and a part), so that family may repeat itself.
_MANY_JOBS = "words"
_GRAMMAR = frozenset({"order", "join", "decimal", "grouping", "script", "day_first"})
_CLITICS = ("and", "preposition", "article", "fused")


class LexiconError(NisbaError):
    """A language file contradicts itself or uses a word that the reader does not know.

    Args:
        language: code of the file, such as ``ar``.
        place: table and key at fault.
        problem: what is wrong, without a full stop.
        remedy: what would be right, without a full stop.
    """

    def __init__(self, language: str, place: str, problem: str, remedy: str) -> None:
        self.language, self.place, self.problem, self.remedy = language, place, problem, remedy
        super().__init__(f"lang/{language}.toml, [{place}]: {problem}; {remedy}.")


@dataclass(frozen=True, slots=True)
class Word:
    """What the lexicon knows of one spelling.

    Args:
        folded: the whole spelling, folded.
        stem: the folded spelling without its clitics.
        senses: class of word → value, such as ``{"unit": Fraction(3)}``; empty for words of no class.
        phrases: continuations of phrases that start here, longest first: (further words, class, value).
        skip: how many characters the detachable clitics take.
        joins: it begins with a clitic "and".
        preposition: it carries a clitic preposition.
        definite: it carries the article.
        opens_time, opens_amount, opens_hedge: such a thing can begin with it.
    """

    folded: str
    stem: str
    senses: Mapping[str, Any]
    phrases: tuple[tuple[tuple[str, ...], str, Any], ...] = ()
    skip: int = 0
    joins: bool = False
    preposition: bool = False
    definite: bool = False
    opens_time: bool = False
    opens_amount: bool = False
    opens_hedge: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """The few switches by which the number grammars of languages differ."""

    order: str = "tens-first"
    join: str = "optional"
    decimal: tuple[str, ...] = (".",)
    grouping: tuple[str, ...] = (",",)
    script: str = "Latn"
    day_first: bool = True


class Lexicon(dict[str, Word]):
    """Spelling → :class:`Word`, found on first use and kept; a spelling of no class is kept too, as an empty word."""

    #: Distinct spellings kept before starting afresh, so that memory stays flat on an endless stream.
    KEPT = 60_000

    def __init__(
        self, language: str, grammar: Grammar, clitics: Mapping[str, tuple[str, ...]], entries: Entries, persons: frozenset[str]
    ) -> None:
        super().__init__()
        self.language, self.grammar, self._clitics, self._entries = language, grammar, clitics, entries
        self.persons = persons

    def __missing__(self, spelling: str) -> Word:
        if len(self) >= self.KEPT:
            self.clear()
        word = self[spelling] = self._analyse(spelling)
        return word

    def is_and(self, word: Word) -> bool:
        """A word that is nothing but "and"."""
        return word.folded in self._clitics["and"][:1] or "and" in word.senses

    def is_article(self, spelling: str) -> bool:
        """A bare article, written apart before digits."""
        return spelling in self._clitics["article"]

    def hides_and(self, spelling: str) -> bool:
        """A word written as "one" that may be "and one" without its hamza (Arabic wahid for wa-ahad)."""
        return any(
            spelling.startswith(mark) and "bound_unit" in self._entries.get(fold(spelling[len(mark) :]))[0]
            for mark in self._clitics["and"]
        )

    def _analyse(self, spelling: str) -> Word:
        whole = fold(spelling)
        for stem, skip, joins, preposition, definite in self._readings(spelling):
            senses, phrases = self._entries.get(stem)
            if senses or phrases:
                kinds = {*senses, *(kind for _, kind, _ in phrases)}
                implicit = any(senses.get(kind, ("", "many"))[1] != "many" for kind in ("nouns", "currencies", "units"))
                return Word(
                    whole, stem, senses, phrases, skip, joins, preposition, definite,
                    opens_time=not _OPENS_TIME.isdisjoint(kinds),
                    opens_amount=not _OPENS_AMOUNT.isdisjoint(kinds) or (implicit and not definite),
                    opens_hedge=not _OPENS_HEDGE.isdisjoint(kinds),
                )  # fmt: skip
        return Word(whole, whole, {}, (), 0, False, False, spelling.startswith(self._clitics["article"] or ("\0",)))

    def _readings(self, spelling: str) -> Iterator[tuple[str, int, bool, bool, bool]]:
        """The spelling with ever more clitics cut off: (stem, characters cut, and, preposition, article)."""
        # A hamza after "and" shows that a word begins there, unless just this spelling is listed.
        firm = spelling[1:2] in ("\u0623", "\u0625", "\u0622") and spelling not in self._entries.spelled
        ands = [mark for mark in self._clitics["and"] if spelling.startswith(mark) and len(spelling) > len(mark)]
        if not (ands and firm):
            yield from self._prepositions(spelling, 0, False)
        for mark in ands:
            yield from self._prepositions(spelling[len(mark) :], len(mark), True)

    def _prepositions(self, rest: str, skip: int, joins: bool) -> Iterator[tuple[str, int, bool, bool, bool]]:
        yield from self._articles(rest, skip, joins, False)
        for mark in self._clitics["fused"]:
            if rest.startswith(mark) and len(rest) > len(mark) + 1:
                yield fold(rest[len(mark) :]), skip, joins, True, True
        for mark in self._clitics["preposition"]:
            if rest.startswith(mark) and len(rest) > len(mark) + 1:
                yield from self._articles(rest[len(mark) :], skip + len(mark), joins, True)

    def _articles(self, rest: str, skip: int, joins: bool, preposition: bool) -> Iterator[tuple[str, int, bool, bool, bool]]:
        yield fold(rest), skip, joins, preposition, False
        for mark in self._clitics["article"]:
            if rest.startswith(mark) and len(rest) > len(mark) + 1:
                yield fold(rest[len(mark) :]), skip, joins, preposition, True


@dataclass(slots=True)
class Entries:
    """Stems and phrases of one language, while they are collected and after."""

    language: str
    alphabet: frozenset[str]
    ambiguous: frozenset[str]
    senses: dict[str, dict[str, Any]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], str, Any]]] = field(default_factory=dict)
    families: dict[tuple[str, str], str] = field(default_factory=dict)
    spelled: set[str] = field(default_factory=set)

    def get(self, stem: str) -> tuple[Mapping[str, Any], tuple[tuple[tuple[str, ...], str, Any], ...]]:
        """What starts with a stem: its own senses, and the phrases."""
        return self.senses.get(stem, {}), tuple(self.phrases.get(stem, ()))

    def add(self, form: str, family: str, kind: str, value: Any, *, inflected: bool = False) -> None:
        """Enter one form; one that was only ``inflected`` gives way to what is listed already.

        Raises:
            LexiconError: its letters are not in the alphabet, or it already has another class of the same family.
        """
        strange = {letter for letter in form if letter.isalpha() and letter.lower() not in self.alphabet}
        if strange:
            raise LexiconError(
                self.language, f"{family}.{kind}", f"{form!r} has letters outside the alphabet ({''.join(sorted(strange))})",
                "correct the spelling, or add the letter to `alphabet`",
            )  # fmt: skip
        words = tuple(fold(part) for part in PIECES.findall(plain(form).text))
        whole = " ".join(words)
        group = kind.partition("_before")[0].partition("_after")[0] if family == "hedges" else kind
        before = self.families.setdefault((family, whole), group)
        if before != group and family != _MANY_JOBS and whole not in self.ambiguous:
            raise LexiconError(
                self.language, f"{family}.{kind}", f"{form!r} already stands in {family}.{before}",
                "keep it in one class, or name it in `ambiguous`",
            )  # fmt: skip
        self.spelled.add(plain(form).text)
        if len(words) == 1:
            known = self.senses.setdefault(words[0], {}).setdefault(kind, value)
            same = known[0] == value[0] if isinstance(value, tuple) else known == value
            if not same and not inflected:
                raise LexiconError(
                    self.language, f"{family}.{kind}", f"{form!r} already means {known}", "give it one meaning",
                )  # fmt: skip
        else:
            phrases = self.phrases.setdefault(words[0], [])
            phrases.append((words[1:], kind, value))
            phrases.sort(key=lambda phrase: -len(phrase[0]))


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language.

    Raises:
        LexiconError: there is no file for that language, or the file contradicts itself.
    """
    path = _LANG / f"{language}.toml"
    if not path.is_file():
        raise LexiconError(language, "language", "there is no such file", f"use one of: {', '.join(languages())}")
    return parse(tomllib.loads(path.read_text(encoding="utf-8")), language)


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that can be read."""
    return tuple(sorted(file.stem for file in _LANG.glob("*.toml")))


def parse(tables: Mapping[str, Any], language: str) -> Lexicon:
    """Build a lexicon from the tables of a language file.

    Raises:
        LexiconError: see :meth:`Entries.add`; also an unknown table or setting.
    """
    _refuse(language, "top", set(tables), _SETTINGS | set(_TABLES) | set(_LISTS))
    _refuse(language, "grammar", set(tables.get("grammar", {})), _GRAMMAR)
    _refuse(language, "clitics", set(tables.get("clitics", {})), frozenset(_CLITICS))
    alphabet = frozenset(tables["alphabet"].lower())
    ambiguous = frozenset(
        " ".join(fold(piece) for piece in PIECES.findall(plain(form).text)) for form in tables.get("ambiguous", ())
    )
    entries = Entries(language, alphabet, ambiguous)
    for family, kinds in _TABLES.items():
        _refuse(language, family, set(tables.get(family, {})), frozenset(kinds))
        for kind, table in tables.get(family, {}).items():
            for value, form in _forms(table):
                _enter(entries, family, kind, value, form)
    for kind in _LISTS:
        for value, form in _forms(tables.get(kind, {})):
            _enter(entries, kind, kind, value, form)
    grammar = {key: tuple(value) if isinstance(value, list) else value for key, value in tables.get("grammar", {}).items()}
    clitics = {name: tuple(tables.get("clitics", {}).get(name, ())) for name in _CLITICS}
    return Lexicon(language, Grammar(**grammar), clitics, entries, frozenset(tables.get("persons", ())))


def _refuse(language: str, place: str, found: set[str], known: frozenset[str] | set[str]) -> None:
    if unknown := found - known:
        raise LexiconError(language, place, f"unknown {', '.join(sorted(unknown))}", f"use {', '.join(sorted(known))}")


def _forms(table: Mapping[str, Any] | Iterable[str]) -> Iterator[tuple[str, str]]:
    """(value, form) of a table that is either ``value = [forms]``, or a plain list of words."""
    if isinstance(table, Mapping):
        for value, forms in table.items():
            yield from ((value, form) for form in forms)
    else:
        yield from (("", form) for form in table)


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
