"""Faults in prose: a numeral typed where one was bound, another number bound, a name misspelt, a date miscopied."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from nisba.rerunning.drill.fault import Fault
from nisba.rerunning.drill.slips import miscopied

_BOUND = re.compile(r"\{(?P<name>[a-z][a-z0-9-]*)(?P<rest>[ |a-z]*)\}")
_GIVEN = re.compile(r"\{=(?P<given>[^}]*\d[^}]*)\}")


def in_prose(text: str, file: str, names: Sequence[str], chance: random.Random) -> Iterator[Fault]:
    """Faults in one prose file.

    Args:
        text: the file's text.
        file: its name.
        names: the story's numbers by name, of which another may be bound by mistake.
        chance: what decides which.
    """
    for found in _BOUND.finditer(text):
        name, (start, end) = found["name"], found.span("name")
        yield Fault("prose", file, ((*found.span(), str(chance.randint(2, 999))),))
        yield Fault("prose", file, ((start, end, chance.choice([other for other in names if other != name])),))
        at = chance.randrange(start, end)
        yield Fault("prose", file, ((at, at + 1, ""),))
    for found in _GIVEN.finditer(text):
        yield Fault("prose", file, ((*found.span("given"), miscopied(found["given"], chance)),))
