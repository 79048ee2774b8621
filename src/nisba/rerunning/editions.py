"""Editions: a story with one choice of its parameters, published in a folder of its own.

A grid of parameters gives an edition for each combination of their values. The one whose values are all the story's own
is published in ``outputs/<story>``, so that this folder means the same with a grid and without. Any other stands beside
it, in ``outputs/<story>@<name>=<value>,…``, which names all that is not the story's own: each is a whole folder of
outputs, with a manifest that names the parameters, so it is swapped in, verified, compared and bundled as any other; a
folder inside ``outputs/<story>`` would be part of what another run publishes, and go with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from urllib.parse import quote

from nisba.errors import ParameterError
from nisba.rerunning.parameters import Allowed

Consent = Callable[[str, Mapping[str, str]], None]
Grid = Mapping[str, tuple[str, ...]]
"""Values that each parameter takes in turn."""
_CONSENTS = ("uncorrected",)
"""Parameters that allow something and choose nothing: they name no edition."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A story with one choice of its parameters.

    Args:
        story: the story's folder name.
        possible: which values each parameter may take; the first is the story's own.
        given: values that were asked for, by name.
        label: what tells it from the story's own edition; empty for that one.
        consent: given the new ledger and the parameters before anything is published; it raises to refuse.
    """

    story: str
    possible: Allowed
    given: Mapping[str, str]
    label: str = ""
    consent: Consent = lambda ledger, chosen: None  # noqa: ARG005

    @property
    def folder(self) -> str:
        """Its folder in ``outputs/``."""
        return f"{self.story}@{self.label}" if self.label else self.story


def combinations(given: Mapping[str, str], grid: Grid, possible: Allowed) -> Iterator[tuple[Mapping[str, str], str]]:
    """Every combination of a grid's values with the values that are given, and its label.

    Raises:
        ParameterError: a parameter has no values, or one value both given and in the grid.
    """
    for name, values in grid.items():
        if name in given:
            raise ParameterError(name, "is given once and in the grid, too", values)
        if not all(values) or not values:
            raise ParameterError(name, "has an empty value in the grid", possible.get(name, ()))
    for values in product(*(dict.fromkeys(one) for one in grid.values())):
        asked = {**given, **dict(zip(grid, values, strict=True))}
        yield asked, label(asked, possible) if grid else ""


def label(asked: Mapping[str, str], possible: Allowed) -> str:
    """What tells a choice from the story's own, as a name that every file system takes (RFC 3986, section 2.1)."""
    other = [name for name in sorted(asked) if asked[name] not in possible.get(name, ())[:1] and name not in _CONSENTS]
    return ",".join(f"{quote(name, safe='')}={quote(asked[name], safe='')}" for name in other)


def read_grid(written: Sequence[str]) -> Grid:
    """A grid from words such as ``baseline=ap-2023,bbc-2023``.

    Raises:
        ParameterError: a word is not of that form, or a parameter stands in two.
    """
    found: dict[str, tuple[str, ...]] = {}
    for word in written:
        name, sign, values = word.partition("=")
        if not (name and sign):
            raise ParameterError(word, "is not written as NAME=VALUE,VALUE", ("baseline=first,second",))
        if name in found:
            raise ParameterError(name, "stands twice in the grid", found[name])
        found[name] = tuple(values.split(","))
    return found
