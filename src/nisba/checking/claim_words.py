"""The words of each language that tell a number as a pace, a target, a forecast or an estimate: read once, by file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nisba.checking.numbers import ClaimStatus
from nisba.reading.normalise import PIECES, fold, plain

_LANG = Path(__file__).parent / "lang" / "claims"

Phrase = tuple[str, ...]
#: Phrases and what they tell, by their first word, the longest first.
Cues = Mapping[str, tuple[tuple[Phrase, ClaimStatus], ...]]


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """The phrases of one language, folded as the reader folds words.

    Args:
        before: those that stand before the number they tell of.
        behind: those that stand behind it and its noun.
        clause: what ends their reach: another clause, or what was so already.
        adjacent: what ends it right before the number ("from 400", "the 400").
        done: what, right behind a number, tells it as what is.
        joins: words for "and", which must lead to the next number of a list.
        goes_on: what else may follow a comma and still be told of.
    """

    before: Cues
    behind: Cues
    clause: tuple[Phrase, ...]
    adjacent: tuple[Phrase, ...]
    done: tuple[Phrase, ...]
    joins: tuple[Phrase, ...]
    goes_on: tuple[Phrase, ...]


@cache
def claim_words(language: str) -> ClaimWords | None:
    """The words of a language; None where it has no such file, so that its numbers are all taken as told for facts.

    Args:
        language: BCP 47 language; only its first subtag is looked at.
    """
    path = _LANG / f"{language.partition('-')[0]}.toml"
    if not path.is_file():
        return None
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    clitics = ("", *tables["clitics"])
    ends = {name: _phrases(listed, clitics) for name, listed in tables["ends"].items()}
    return ClaimWords(_cues(tables["before"], clitics), _cues(tables["behind"], ("",)), **ends)


def cue_at(row: Phrase, place: int, cues: Cues) -> tuple[int, ClaimStatus] | None:
    """(place behind it, what it tells) of the longest phrase that starts at a place of a row; None where none does."""
    known = cues.get(row[place], ())
    return next(
        ((place + len(phrase), told) for phrase, told in known if row[place : place + len(phrase)] == phrase), None
    )


def pieces_of(words: str) -> Phrase:
    """Words and marks, folded as the reader folds them."""
    return tuple(fold(piece) for piece in PIECES.findall(plain(words).text))


def _cues(tables: Mapping[str, Sequence[str]], clitics: Sequence[str]) -> Cues:
    cues = [(phrase, ClaimStatus(name)) for name, listed in tables.items() for phrase in _phrases(listed, clitics)]
    cues.sort(key=lambda cue: -len(cue[0]))
    return {first: tuple(cue for cue in cues if cue[0][0] == first) for first in {phrase[0] for phrase, _ in cues}}


def _phrases(listed: Sequence[str], clitics: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(pieces_of(clitic + phrase) for phrase in listed for clitic in clitics))
