"""What may stand between braces in prose: a number's name, a formula, or a declared exemption."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_OPTION = re.compile(r"(?P<show>count|ratio|percent|rate)|(?P<whole>whole)")
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
        show: how to print the number instead of its own way: ``count``, ``ratio``, ``percent``, ``rate``; or empty.
        decimals: 0 for a whole number, or None for the wording's own choice.
    """

    name: str = ""
    formula: str = ""
    given: str = ""
    shown: str = ""
    show: str = ""
    decimals: int | None = None


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
    show, decimals = "", None
    for option in options:
        found = _OPTION.fullmatch(option)
        if not found:
            raise ValueError(f"there is no option {option!r}; known: count, ratio, percent, rate, whole")
        show = found["show"] or show
        decimals = 0 if found["whole"] else decimals
    if _NAME.fullmatch(what):
        return Binding(name=what, shown=shown, show=show, decimals=decimals)
    return Binding(formula=what, shown=shown, show=show, decimals=decimals)


def numerals(text: str) -> tuple[str, ...]:
    """Every numeral of any script in a text: runs of decimal digits, and signs such as ½, ² or Ⅻ.

    Number words ("six") are not among them: they are found per language, by the lexicon of the reading room.
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
