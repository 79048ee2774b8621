"""The words of one language, looked up with their clitics: spelling → what the grammar needs to know of it.

Adding a language is adding ``lang/<code>.toml``; ``docs/adding_a_language.md`` names its tables, and
:mod:`language_file` checks them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from nisba.reading.language_file import CLITICS, TABLES, Entries, LexiconError, collect, extend
from nisba.reading.normalise import fold
from nisba.reading.own_words import OwnWords

__all__ = ["Grammar", "Lexicon", "LexiconError", "Word", "languages", "lexicon", "parse", "tables"]

#: Distinct spellings kept before starting afresh, so that memory stays flat on an endless stream.
KEPT = 60_000
_LANG = Path(__file__).parent / "lang"

#: Classes of words that a time, an amount or a hedge can begin with; all other words are passed over.
OPENS_TIME = frozenset({
    "units", "months", "hijri_months", "weekdays", "relative", "this_before", "edges", "seasons", "named_quarters", "quarter_noun",
    "same_before", "period_word", "feasts", "decades", "holidays", "final", "fraction", "ordinal", "bound_ordinal", "unit", "ten", "tens", "teen", "from", "between",
})  # fmt: skip
_OPENS_AMOUNT = frozenset(TABLES["numbers"]) - {"suffix", "fractions", "multiples"} | {
    "minus", "money_prefixes", "from", "between", "article",
}  # fmt: skip
_OPENS_HEDGE = frozenset(f"{kind}_before" for kind in TABLES["hedges"])
#: All of these together.
OPENING = OPENS_TIME | _OPENS_AMOUNT | _OPENS_HEDGE
#: Classes that open nothing by themselves: what they lead to must open it.
LEADS = frozenset({"from", "between", "article"})
_COUNTS = frozenset({"unit", "teen", "ten", "tens", "hundred", "hundreds", "scale", "dual_scale", "ordinal"})
_NAMES = frozenset({"places", "place_lead", "actors"})
#: A sign or a decimal mark, with which a number can begin as with a digit.
SIGNS = frozenset("-.\u066b")


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
        kinds: classes of its senses and of the phrases that start with it.
        is_digits: it is a run of digits.
        counts: it is a number word, or holds digits among signs, so that it may never be dropped.
        names: a place or a name that holds one can begin with it.
        opens: something to read can begin with it; all other words are passed over.
        leads: of words that only lead to what they open ("from", "the"), how many tokens on that stands at the latest; else 0.
        inflected: it is a noun, whose form may tell its number.
        own: classes of its senses.
        follow: the words that its phrases go on with.
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
    kinds: frozenset[str] = frozenset()
    is_digits: bool = False
    counts: bool = False
    names: bool = False
    opens: bool = False
    leads: int = 0
    inflected: bool = False
    own: frozenset[str] = frozenset()
    follow: frozenset[str] = frozenset()


def _reach(word: Word) -> int:
    """How far on something must open, after a word that only leads to it; 0 for all other words."""
    opening = OPENING & word.kinds
    if not opening or not opening <= LEADS or word.inflected:
        return 0
    return 2 + max((len(rest) for rest, kind, _ in word.phrases if kind in LEADS), default=0)


#: A spelling of which no clitic is cut off yet.
_UNCUT = Word("", "", {})
#: Classes of nouns, whose number may be told by their form.
_INFLECTED = ("nouns", "currencies", "units")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The few switches by which the number grammars of languages differ."""

    order: str = "tens-first"
    join: str = "optional"
    decimal: tuple[str, ...] = (".",)
    grouping: tuple[str, ...] = (",",)
    script: str = "Latn"
    day_first: bool = True
    capitals: bool = True
    reversed_point: str = ""

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Grammar:
        """The grammar of a language file; what it does not say stays as above."""
        given: Any = {key: tuple(value) if isinstance(value, list) else value for key, value in settings.items()}
        return cls(**given)


class Lexicon(dict[str, Word]):
    """Spelling → :class:`Word`, found on first use and kept; a spelling of no class is kept too, as an empty word."""

    def __init__(
        self,
        language: str,
        grammar: Grammar,
        clitics: Mapping[str, tuple[str, ...]],
        entries: Entries,
        persons: frozenset[str],
    ) -> None:
        super().__init__()
        self.language, self.grammar, self._clitics, self._entries = language, grammar, clitics, entries
        self.persons = persons
        self.fates = frozenset(str(sense) for word in entries.senses.values() if (sense := word.get("events")))

    def __missing__(self, spelling: str) -> Word:
        if len(self) >= KEPT:
            self.clear()
        word = self._analyse(spelling)
        digits = spelling[0].isdecimal()
        among = not (spelling.isascii() or spelling.isalpha()) and any(map(str.isdigit, spelling))
        word = self[spelling] = replace(
            word,
            is_digits=digits,
            counts=among or not _COUNTS.isdisjoint(word.senses),
            names=not _NAMES.isdisjoint(word.kinds),
            leads=_reach(word),
            opens=digits or word.opens_time or word.opens_amount or word.opens_hedge or spelling[0] in SIGNS,
        )
        return word

    def is_and(self, word: Word) -> bool:
        """A word that is nothing but "and"."""
        return word.folded in self._clitics["and"][:1] or "and" in word.senses

    def is_article(self, spelling: str) -> bool:
        """A bare article, written apart before digits."""
        return spelling in self._clitics["article"]

    def has_and(self, spelling: str) -> bool:
        """It begins with the letter of "and", also where the whole is a listed phrase."""
        return spelling.startswith(self._clitics["and"])

    def is_preposition(self, spelling: str) -> bool:
        """A preposition of one letter, written apart before digits."""
        return spelling in self._clitics["preposition"]

    def hides_and(self, spelling: str) -> bool:
        """A word written as "one" that may be "and one" without its hamza (Arabic wahid for wa-ahad)."""
        return any(
            spelling.startswith(mark) and "bound_unit" in self._entries.get(fold(spelling[len(mark) :]))[0]
            for mark in self._clitics["and"]
        )

    def _analyse(self, spelling: str) -> Word:
        whole = fold(spelling)
        for stem, cut in self._readings(spelling):
            senses, phrases = self._entries.get(stem)
            if senses or phrases:
                kinds = frozenset({*senses, *(kind for _, kind, _ in phrases)})
                implicit = any(senses.get(kind, ("", "many"))[1] != "many" for kind in _INFLECTED)
                return replace(
                    cut,
                    folded=whole,
                    stem=stem,
                    senses=senses,
                    phrases=phrases,
                    opens_time=not OPENS_TIME.isdisjoint(kinds),
                    opens_amount=not _OPENS_AMOUNT.isdisjoint(kinds) or (implicit and not cut.definite),
                    opens_hedge=not _OPENS_HEDGE.isdisjoint(kinds),
                    kinds=kinds,
                    inflected=any(kind in senses for kind in _INFLECTED),
                    own=frozenset(senses),
                    follow=frozenset(rest[0] for rest, _, _ in phrases),
                )
        return Word(whole, whole, {}, definite=spelling.startswith(self._clitics["article"] or ("\0",)))

    def _readings(self, spelling: str) -> Iterator[tuple[str, Word]]:
        """The spelling with ever more clitics cut off: (stem, a word that tells what was cut)."""
        # A hamza after "and" shows that a word begins there, unless just this spelling is listed.
        firm = spelling[1:2] in ("\u0623", "\u0625", "\u0622") and spelling not in self._entries.spelled
        ands = [mark for mark in self._clitics["and"] if spelling.startswith(mark) and len(spelling) > len(mark)]
        if not (ands and firm):
            yield from self._prepositions(spelling, _UNCUT)
        for mark in ands:
            yield from self._prepositions(spelling[len(mark) :], replace(_UNCUT, skip=len(mark), joins=True))

    def _prepositions(self, rest: str, cut: Word) -> Iterator[tuple[str, Word]]:
        yield from self._articles(rest, cut)
        for mark in self._clitics["fused"]:
            if rest.startswith(mark) and len(rest) > len(mark) + 1:
                yield fold(rest[len(mark) :]), replace(cut, preposition=True, definite=True)
        for mark in self._clitics["preposition"]:
            if rest.startswith(mark) and len(rest) > len(mark) + 1:
                yield from self._articles(rest[len(mark) :], replace(cut, skip=cut.skip + len(mark), preposition=True))

    def _articles(self, rest: str, cut: Word) -> Iterator[tuple[str, Word]]:
        yield fold(rest), cut
        for mark in self._clitics["article"]:
            if rest.startswith(mark) and len(rest) > len(mark) + 1:
                yield fold(rest[len(mark) :]), replace(cut, definite=True)


@cache
def lexicon(language: str, words: tuple[OwnWords, ...] = ()) -> Lexicon:
    """The lexicon of a language, with a newsroom's own words for it where there are any.

    Raises:
        LexiconError: there is no file for that language, or a file contradicts itself.
    """
    own = tuple(one for one in words if one.language == language)
    if words and not own:
        return lexicon(language)
    return parse(tables(language), language, own)


@cache
def tables(language: str) -> Mapping[str, Any]:
    """The tables of a language file as they are written.

    Raises:
        LexiconError: there is no file for that language.
    """
    path = _LANG / f"{language}.toml"
    if not path.is_file():
        remedy = f"use one of: {', '.join(languages())}"
        raise LexiconError(f"lang/{language}.toml", "language", "there is no such file", remedy)
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that can be read."""
    return tuple(sorted(file.stem for file in _LANG.glob("*.toml")))


def parse(listed: Mapping[str, Any], language: str, words: tuple[OwnWords, ...] = ()) -> Lexicon:
    """Build a lexicon from the tables of a language file, and own words over them.

    Raises:
        LexiconError: see :func:`nisba.reading.language_file.collect`.
    """
    entries = collect(listed, language)
    persons = frozenset(listed.get("persons", ())).union(*(extend(entries, own) for own in words))
    clitics = {name: tuple(listed.get("clitics", {}).get(name, ())) for name in CLITICS}
    return Lexicon(language, Grammar.of(listed.get("grammar", {})), clitics, entries, persons)
