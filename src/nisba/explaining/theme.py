"""A theme: a house style as a page wears it. The page's head carries it as plain values; the exporter makes the style.

A head may come from a stranger's notebook, so the style is made from values of known shapes only, never from text as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from nisba.gathering import House, plain_house
from nisba.gathering.contrast import COLOUR
from nisba.gathering.house import SCHEMES

_FONT = re.compile(r"[\w -]{1,60}")
_LOGO = re.compile(r"data:image/(?:svg\+xml|png);base64,[A-Za-z0-9+/]+={0,2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_VARIABLES = {"text": "serif", "headings": "display", "labels": "sans", "code": "mono"}
_SCRIPTS = {"text": "ar-text", "labels": "ar-sans"}  # Arabic words inside a page of another language
_GENERIC = ("serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif", "ui-monospace")
_LOGO_STYLE = ".mark img{display:block;block-size:2.5rem;inline-size:auto;max-inline-size:100%}\n"
_DARK = "(prefers-color-scheme:dark)"


def worn(house: House, language: str) -> dict[str, Any]:
    """What a page's head says of the house style; nothing where nobody chose any.

    Args:
        house: the house style.
        language: of the page, for the name of the newsroom.
    """
    said: dict[str, Any] = {}
    if house.chosen:
        said["colours"] = {name: list(house.colours[name]) for name in house.chosen}
    if house.fonts:
        said["fonts"] = {
            one: {role: list(names) for role, names in roles.items()} for one, roles in house.fonts.items()
        }
    if house.logo:
        said["logo"] = {**house.logo, "name": house.name.get(language) or next(iter(house.name.values()))}
    return said


def style(said: Any) -> str:
    """The style sheet of a theme, to stand behind the page's own; empty where there is none.

    Paper keeps the colours that the page's own style sheet has for it.
    """
    theme = said if isinstance(said, Mapping) else {}
    colours = list(_colours(theme.get("colours")))
    schemes = [f":root{{{''.join(f'--{name}:{pair[at]};' for name, pair in colours)}}}" for at in range(len(SCHEMES))]
    shown = f"@media screen{{{schemes[0]}}}\n@media screen and {_DARK}{{{schemes[1]}}}\n" if colours else ""
    return shown + "".join(_fonts(theme.get("fonts"))) + (_LOGO_STYLE if logo(theme) else "")


def logo(said: Any) -> dict[str, str]:
    """The logo of a theme: ``light``, perhaps ``dark``, and ``name``; nothing where there is none."""
    found = said.get("logo") if isinstance(said, Mapping) else None
    if not isinstance(found, Mapping) or not isinstance(found.get("name"), str):
        return {}
    pictures = {one: found[one] for one in SCHEMES if isinstance(found.get(one), str) and _LOGO.fullmatch(found[one])}
    return {"light": next(iter(pictures.values())), **pictures, "name": found["name"]} if pictures else {}


def _colours(said: Any) -> Iterator[tuple[str, list[str]]]:
    known = plain_house().colours
    for name, pair in (said if isinstance(said, Mapping) else {}).items():
        pairs = isinstance(pair, list) and len(pair) == len(SCHEMES)
        if name in known and pairs and all(isinstance(one, str) and COLOUR.fullmatch(one) for one in pair):
            yield name, pair


def _fonts(said: Any) -> Iterator[str]:
    for language, roles in (said if isinstance(said, Mapping) else {}).items():
        if not _LANGUAGE.fullmatch(str(language)) or not isinstance(roles, Mapping):
            continue
        stacks = {role: stack for role in _VARIABLES if (stack := _stack(roles.get(role)))}
        own = "".join(f"--{_VARIABLES[role]}:{stack};" for role, stack in stacks.items())
        yield f":root:lang({language}){{{own}}}\n" if own else ""
        inside = "".join(f"--{_SCRIPTS[role]}:{stacks[role]};" for role in _SCRIPTS if role in stacks)
        yield f":root{{{inside}}}\n" if inside and language == "ar" else ""


def _stack(names: Any) -> str:
    found = [one for one in (names if isinstance(names, list) else []) if isinstance(one, str) and _FONT.fullmatch(one)]
    return ",".join(one if one in _GENERIC else f'"{one}"' for one in found)
