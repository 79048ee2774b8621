"""House style: what a newsroom decides once for all its pages and charts, in ``house.toml``.

``data/raw/house.toml`` holds for every story of a project, unless the story's folder has one of its own. What it leaves out
is the look in the package's own ``house.toml``, which also lists the pairs of colours whose contrast is checked here, before
any notebook starts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from nisba.errors import StoryError
from nisba.gathering.contrast import COLOUR, contrast, passing
from nisba.gathering.fields import Fields
from nisba.gathering.logo import read_logo
from nisba.gathering.texts import Words

FILE = "house.toml"
SCHEMES = ("light", "dark")
ROLES = ("text", "headings", "labels", "code")
"""What letters are for; each may have fonts of its own."""
Fonts = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Names of fonts, best first, by language and role."""


@dataclass(frozen=True, slots=True)
class House:
    """What pages and charts look like.

    Args:
        colours: light and dark value of each colour by name.
        chosen: names of the colours that a newsroom chose.
        fonts: by language and role; those of the style sheet where empty.
        name: of the newsroom by language; the words for its logo.
        logo: the picture as a ``data:`` address, by scheme; empty where there is none.
        digits: numbering system by language: ``latn`` or ``arab``.
        dates: how dates are written, by language: ``day-first`` or ``month-first``; in Arabic, whose names of months.
        languages: the languages of a page where the story does not say.
    """

    colours: Mapping[str, tuple[str, str]]
    chosen: tuple[str, ...] = ()
    fonts: Fonts = field(default_factory=dict)
    name: Words = field(default_factory=dict)
    logo: Words = field(default_factory=dict)
    digits: Words = field(default_factory=dict)
    dates: Words = field(default_factory=dict)
    languages: tuple[str, ...] = ()


def load_house(folder: Path) -> House:
    """The house style of a story.

    Args:
        folder: the story's, below ``data/raw/``.

    Raises:
        StoryError: a table, colour, font, logo or style is not usable, or two colours are too much alike to be read.
    """
    found = next((path for path in (folder / FILE, folder.parent / FILE) if path.is_file()), None)
    return _chosen(found) if found else plain_house()


@cache  # a file of the package's own, which does not change while it runs
def plain_house() -> House:
    """The look of nisba itself."""
    colours = _own()["colours"]
    return House({name: (colours["light"][name], colours["dark"][name]) for name in colours["light"]})


def _own() -> Mapping[str, Any]:
    return tomllib.loads((files("nisba.gathering") / FILE).read_text(encoding="utf-8"))


def _chosen(path: Path) -> House:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StoryError(path, f"is not valid TOML ({error})", "mend that line") from error
    fields = Fields(path, "house", tables)
    plain = plain_house().colours
    colours, logo, name = _colours(plain, fields), _logo(fields), fields.words("name", {})
    if logo and not name:
        raise fields.problem("logo has no words", 'add name = { en = "…" }: it is what a screen reader says')
    house = House(
        colours=colours,
        chosen=tuple(one for one in colours if colours[one] != plain[one]),
        fonts=_fonts(fields),
        name=name,
        logo=logo,
        digits=_style(fields, "digits"),
        dates=_style(fields, "dates"),
        languages=fields.list("languages"),
    )
    fields.done()
    for problem, remedy in _too_alike(colours):
        raise fields.problem(problem, remedy)
    return house


def _colours(plain: Mapping[str, tuple[str, str]], fields: Fields) -> Mapping[str, tuple[str, str]]:
    tables = Fields(fields.path, "colours", fields.take("colours", dict, {}))
    found: list[Mapping[str, str]] = []
    for at, scheme in enumerate(SCHEMES):
        given = Fields(fields.path, f"colours.{scheme}", tables.take(scheme, dict, {}))
        colours = {}
        for name, colour in plain.items():
            colours[name] = given.text(name, colour[at]).lower()
            if not COLOUR.fullmatch(colours[name]):
                raise given.problem(f"{name} is {colours[name]!r}", 'write it as six hexadecimal digits, "#0a5678"')
        given.done()
        found.append(colours)
    tables.done()
    return {name: (found[0][name], found[1][name]) for name in plain}


def _too_alike(colours: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of colours whose contrast is too low, each with what would pass."""
    for at, scheme in enumerate(SCHEMES):
        for rule in _own()["contrast"]:
            for ground, names in rule["on"].items():
                for name in names:
                    one, other, least = colours[name][at], colours[ground][at], rule["least"]
                    found = contrast(one, other)
                    if found < least:
                        said = (
                            f"colours.{scheme}: {name} {one} on {ground} {other} has a contrast of {_down(found)} : 1"
                        )
                        better = passing(one, other, least)
                        yield f"{said}, and {rule['what']} needs {least} : 1", f'{name} = "{better}" would pass'


def _down(ratio: float) -> str:
    """A ratio to two decimals, rounded down: one that fails is never printed as if it passed."""
    return f"{int(ratio * 100) / 100:g}"


def _fonts(fields: Fields) -> Fonts:
    given = fields.take("fonts", dict, {})
    found: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for language, table in given.items():
        if not isinstance(table, dict):
            raise fields.problem(f"fonts.{language} is {table!r}", 'write [fonts.en] and under it text = ["Georgia"]')
        roles = Fields(fields.path, f"fonts.{language}", table)
        found[language] = {role: names for role in ROLES if (names := roles.list(role))}
        roles.done()
        for name in (name for names in found[language].values() for name in names):
            if not name.replace(" ", "").replace("-", "").replace("_", "").isalnum():
                raise roles.problem(f"names the font {name!r}", "write its name in letters, digits, spaces and hyphens")
    return found


def _logo(fields: Fields) -> Words:
    table = fields.take("logo", (dict, str), {})
    given = Fields(fields.path, "logo", {"light": table} if isinstance(table, str) else table)
    found = {scheme: logo for scheme in SCHEMES if (logo := read_logo(given, scheme))}
    given.done()
    return found


def _style(fields: Fields, key: str) -> Words:
    found = fields.words(key, {})
    known = _own()["styles"][key]
    for language, style in found.items():
        if style not in known.get(language, ()):
            choices = "; ".join(f"{one}: {', '.join(styles)}" for one, styles in known.items())
            raise fields.problem(f"{key}.{language} is {style!r}", f"choose among {choices}")
    return found
