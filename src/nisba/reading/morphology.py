"""How a listed word may look in a text: duals and tanween of Arabic nouns, plurals of English ones, clitics.

The words are data; these few rules are the language's own. Sources: W. Wright, *A Grammar of the Arabic Language*
(dual §§ 299-304, sound plurals § 300); R. Quirk et al., *A Comprehensive Grammar of the English Language* (§§ 5.79-5.82).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_ALEF, _NUN, _YEH, _TEH, _TEH_MARBUTA, _ALEF_MAKSURA = "\u0627", "\u0646", "\u064a", "\u062a", "\u0629", "\u0649"
_HAMZA, _YEH_HAMZA, _WAW = "\u0621", "\u0626", "\u0648"


def inflect(language: str, listed: str) -> Iterator[tuple[str, str]]:
    """Every (form, number) of a noun listed as ``singular/plural/…``; number is ``one``, ``two`` or ``many``."""
    singular, *plurals = listed.split("/")
    yield singular, "one"
    if language == "ar":
        yield from _arabic(singular, frozenset(plurals))
    elif not plurals:
        plurals = list(_regular(language, singular))
    for plural in plurals:
        yield plural, "many"
        if language == "ar" and not plural.endswith((_TEH_MARBUTA, _ALEF)):
            yield plural + _ALEF, "many"


def nominative(language: str, plurals: Sequence[str]) -> str:
    """Of the listed plurals of a noun the one that can stand as a label: an Arabic sound masculine one with -un (Wright § 302)."""
    first = plurals[0]
    return first[:-2] + _WAW + _NUN if language == "ar" and first.endswith(_YEH + _NUN) else first


def _arabic(singular: str, plurals: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The accusative with tanween, and the duals that no listed plural looks like."""
    if singular[-1] not in (_TEH_MARBUTA, _ALEF, _ALEF_MAKSURA, _HAMZA):
        yield singular + _ALEF, "one"
    stem = {_TEH_MARBUTA: singular[:-1] + _TEH, _ALEF_MAKSURA: singular[:-1] + _YEH}.get(singular[-1], singular)
    for ending in (_ALEF + _NUN, _YEH + _NUN):
        if stem + ending not in plurals:
            yield stem + ending, "two"
    if singular.endswith(_TEH_MARBUTA):
        yield stem + _ALEF, "two"
        yield stem + _YEH, "two"


def _regular(language: str, singular: str) -> Iterator[str]:
    """The regular plural of a language that adds s (English with its spelling rules, French, Spanish)."""
    if language == "en" and singular.endswith(("s", "x", "ch", "sh")):
        yield singular + "es"
    elif language == "en" and singular.endswith("y") and singular[-2:-1] not in "aeiou":
        yield singular[:-1] + "ies"
    else:
        yield singular + "s"
