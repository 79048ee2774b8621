"""Synonyms: words of one language or of two that accounts of one announcement may use for one thing.

Wider than the reader's own nouns: fighters and gunmen are not added up, but where one account has 31 of the one and another 31 of
the other, nobody needs to be asked whether they tell of the same.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from nisba.checking.claim_words import Phrase, pieces_of
from nisba.reading import Quantity

_LANG = Path(__file__).parent / "lang" / "alike"


def one_thing(mine: Quantity, yours: Quantity, languages: tuple[str, str]) -> bool:
    """Both say what they count, by one noun or by two that may mean one thing.

    Args:
        mine: a number of one account.
        yours: a number of another.
        languages: BCP 47 language of either; one without a list of such words has no synonyms.
    """
    if mine.what is None or yours.what is None:
        return False
    return mine.what == yours.what or bool(_meanings(mine.what, languages[0]) & _meanings(yours.what, languages[1]))


def _meanings(what: str, language: str) -> frozenset[str]:
    return _words(language.partition("-")[0]).get(pieces_of(what), frozenset())


@cache
def _words(language: str) -> Mapping[Phrase, frozenset[str]]:
    path = _LANG / f"{language}.toml"
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["alike"] if path.is_file() else {}
    found: dict[Phrase, set[str]] = {}
    for name, words in listed.items():
        for form in (form for word in words for form in word.split("/")):
            found.setdefault(pieces_of(form), set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}
