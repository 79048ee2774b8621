"""The words that relate numbers, per language: read once from ``checking/lang``, checked strictly, asked by class."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nisba.errors import NisbaError
from nisba.reading.normalise import PIECES, fold, plain

_LANG = Path(__file__).parent.parent / "lang"
CUES = frozenset(
    {
        "part_of",
        "made_of",
        "of",
        "those",
        "list",
        "break",
        "rest",
        "unknown",
        "groups",
        "age",
        "share",
        "share_start",
        "up",
        "down",
        "points",
        "size",
        "turn",
        "owner",
        "article",
        "from",
        "over",
        "to",
        "against",
        "fewer",
        "more",
        "together",
        "running",
        "income",
        "outgo",
        "exports",
        "imports",
        "deficit",
        "surplus",
        "for",
        "against_vote",
        "abstained",
        "cast",
        "noise",
        "among",
        "leads",
        "alone",
        "equals",
        "base",
        "grew",
        "opens",
        "and",
        "lasted",
        "per",
        "in",
        "origin",
        "still",
        "is",
        "when",
        "matches",
        "opening",
        "came",
        "went",
        "left",
        "beyond",
        "former",
        "recalled",
        "margin",
        "highest",
        "lowest",
        "members",
        "needs",
        "hourly",
        "daily",
        "weekly",
        "monthly",
        "yearly",
        "admitted",
        "background",
        "already",
    }
)
_TOP = frozenset(
    {"language", "clitics", "negations", "stem", "and_prefix", "cues", "complements", "strength", "synonyms"}
)

Phrase = tuple[str, ...]


class WordsError(NisbaError):
    """A file of relation words is missing or says what no rule asks for."""

    def __init__(self, language: str, problem: str, remedy: str) -> None:
        self.language, self.problem, self.remedy = language, problem, remedy
        super().__init__(f"checking/lang/{language}.toml: {problem}; {remedy}.")


@dataclass(frozen=True, slots=True)
class Words:
    """The relation words of one language, folded as the reader folds them.

    Args:
        cues: phrases of each class; in Arabic each also stands with its clitics before it.
        complements: sets of groups that exhaust a whole when every group is named.
        certain: names of the sets that do so whatever the wording; the others only where the list claims to be whole.
        negations: words that turn a category into its complement ("non-", as in Saudi and non-Saudi).
        stem: how many letters two forms of one word must share.
        ands: what "and" looks like when it is written with the next word.
        synonyms: nouns, as the reader names them, to the one that stands for their meaning.
        people: nouns that count people.
        events: words that tell of one event, as a noun or a verb.
    """

    cues: Mapping[str, tuple[Phrase, ...]]
    complements: Mapping[str, tuple[frozenset[str], ...]]
    certain: frozenset[str]
    negations: frozenset[str]
    stem: int
    ands: tuple[str, ...]
    synonyms: Mapping[str, str]
    people: frozenset[str]
    events: tuple[frozenset[str], ...]

    def meaning(self, noun: str) -> str:
        """The noun that stands for a noun and its synonyms; itself where it has none."""
        return self.synonyms.get(noun, noun)

    def find(self, words: Phrase, *classes: str) -> tuple[int, int] | None:
        """(start, end) of the first phrase of these classes among words, the longest where several start there."""
        there = frozenset(words)  # most phrases are not: that is quicker told than where they would stand
        known = (phrase for name in classes for phrase in self.cues[name] if phrase[:1] and phrase[0] in there)
        places = [(at, -len(phrase)) for phrase in known for at in _places(words, phrase)]
        if not places:
            return None
        start, length = min(places)
        return start, start - length

    def has(self, words: Phrase, *classes: str) -> bool:
        """Some phrase of these classes stands among the words."""
        return self.find(words, *classes) is not None

    def lists(self, words: Phrase) -> bool:
        """The words go on with a list: a comma, "and", or an "and" written with its word."""
        return self.has(words, "list") or any(word.startswith(mark) for mark in self.ands for word in words)

    def joins(self, word: str) -> bool:
        """The word is an "and", or may be one written with the next word."""
        return (fold(word),) in self.cues["and"] or (len(word) > 2 and word.startswith(self.ands))

    def last(self, words: Phrase, *classes: str) -> int:
        """Where the last phrase of these classes starts; -1 where none stands."""
        return max((at for name in classes for p in self.cues[name] for at in _places(words, p)), default=-1)

    def ends(self, words: Phrase, *classes: str) -> bool:
        """The words end in a phrase of these classes."""
        return any(words[-len(phrase) :] == phrase for name in classes for phrase in self.cues[name])

    def related(self, one: str, other: str) -> bool:
        """Two forms of one word, by their first letters."""
        length = max(self.stem, min(len(one), len(other)) - 2)
        return one == other or (min(len(one), len(other)) >= self.stem and one[:length] == other[:length])


def _places(words: Phrase, phrase: Phrase) -> Iterator[int]:
    size = len(phrase)
    return (at for at in range(len(words) - size + 1) if words[at] == phrase[0] and words[at : at + size] == phrase)


@cache
def words_of(language: str) -> Words:
    """The relation words of a language.

    Raises:
        WordsError: there is no such file, or a table, class or set in it is not one that the rules know.
    """
    path = _LANG / f"{language}.toml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in _LANG.glob("*.toml")))
        raise WordsError(language, "there is no such file", f"use one of: {known}")
    return parse_words(tomllib.loads(path.read_text(encoding="utf-8")), language)


def parse_words(tables: Mapping[str, Any], language: str) -> Words:
    """Build the words from the tables of a file; every class must be there, and no other.

    Raises:
        WordsError: see :func:`words_of`.
    """
    _exactly(language, "top", frozenset(tables), _TOP)
    _exactly(language, "cues", frozenset(tables["cues"]), CUES)
    certain = frozenset(tables["strength"]["certain"])
    if unknown := certain - frozenset(tables["complements"]):
        raise WordsError(language, f"[strength] names {', '.join(sorted(unknown))}", "name sets of [complements]")
    clitics = ("", *tables["clitics"])
    cues = {
        name: tuple(dict.fromkeys(_phrase(clitic + form) for form in forms for clitic in clitics))
        for name, forms in tables["cues"].items()
    }
    complements = {
        name: tuple(frozenset(fold(clitic + form) for form in group for clitic in clitics) for group in groups)
        for name, groups in tables["complements"].items()
    }
    return Words(
        cues,
        complements,
        certain,
        frozenset(map(fold, tables["negations"])),
        tables["stem"],
        tuple(tables["and_prefix"]),
        {noun: group[0] for group in tables["synonyms"]["same"] for noun in group},
        frozenset(tables["synonyms"]["people"]),
        tuple(
            frozenset(fold(clitic + form) for form in group for clitic in clitics)
            for group in tables["synonyms"]["events"]
        ),
    )


def _phrase(form: str) -> Phrase:
    return tuple(fold(piece) for piece in PIECES.findall(plain(form).text))


def _exactly(language: str, place: str, found: frozenset[str], known: frozenset[str]) -> None:
    if found != known:
        odd = ", ".join(sorted(found ^ known))
        raise WordsError(language, f"[{place}] lacks or adds {odd}", f"give exactly {', '.join(sorted(known))}")
