"""What may stand between braces in prose: a number's name, a formula, or a declared exemption."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_OPTION = re.compile(
    r"(?P<show>count|ratio|percentage|percent|points|rate)|(?P<whole>whole)|(?P<spell>words(?:-[mf])?)"
    r"|(?P<category>zero|one|two|few|many|other)\s*=\s*(?P<form>.+)"
)
_KNOWN = "count, ratio, percent, percentage, points, rate, whole, words, words-m, words-f, one = …, two = …, few = …, many = …, other = …"
BRACES = re.compile(r"(?:\[(?P<shown>[^\[\]{}]+)\])?\{(?P<inside>[^{}]*)\}")
"""``{…}``, or ``[other words]{…}``."""


@dataclass(frozen=True, slots=True)
class Binding:
    """What braces bind.

    Args:
        name: id of a number, or empty.
        formula: a formula over ids, or empty.
        given: words printed as they stand (dates, versions, proper names), or empty.
        shown: other words to print for the number, or empty.
        show: how to print the number instead of its own way: ``count``, ``ratio``, ``percent``, …; or empty.
        decimals: 0 for a whole number, or None for the wording's own choice.
        spell: ``words``, or ``words-m`` and ``words-f`` beside a masculine and a feminine noun: small counts are spelled
            out; or empty.
        forms: what to print for each plural category of the language (CLDR), ``#`` standing for the number.
    """

    name: str = ""
    formula: str = ""
    given: str = ""
    shown: str = ""
    show: str = ""
    decimals: int | None = None
    spell: str = ""
    forms: tuple[tuple[str, str], ...] = ()


def read_binding(inside: str, shown: str = "") -> Binding:
    """Read what stands between braces.

    Args:
        inside: such as ``killed-syria``, ``attacks / attacks-2023 | percent`` or ``=2024``.
        shown: the words in brackets before the braces, if any.

    Raises:
        ValueError: nothing stands there, or an option is unknown.
    """
    if inside.startswith("="):
        return Binding(given=inside[1:].strip())
    what, *options = (part.strip() for part in inside.split("|"))
    if not what:
        raise ValueError("the braces are empty")
    show, decimals, spell = "", None, ""
    forms: dict[str, str] = {}
    for option in options:
        found = _OPTION.fullmatch(option)
        if not found:
            raise ValueError(f"there is no option {option!r}; known: {_KNOWN}")
        show, spell = found["show"] or show, found["spell"] or spell
        decimals = 0 if found["whole"] else decimals
        forms |= {found["category"]: found["form"]} if found["category"] else {}
    if forms and "other" not in forms:
        raise ValueError("the forms of a count lack other = …")
    name, formula = (what, "") if _NAME.fullmatch(what) else ("", what)
    return Binding(name, formula, "", shown, show, decimals, spell, tuple(forms.items()))


def numerals(text: str) -> tuple[str, ...]:
    """Every numeral of any script in a text: runs of decimal digits, and signs such as ½, ² or Ⅻ.

    Number words ("six") are not among them: see :mod:`nisba.explaining.number_words`.
    """
    found: list[str] = []
    inside = False
    for character in text:
        numeral = unicodedata.category(character) in {"Nd", "Nl", "No"}
        if numeral and inside:
            found[-1] += character
        elif numeral:
            found.append(character)
        inside = numeral
    return tuple(found)
