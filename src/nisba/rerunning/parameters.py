"""Choosing the parameters of a run: every value checked against what the story allows, before any notebook starts."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping

from nisba.errors import ParameterError

Allowed = Mapping[str, tuple[str, ...]]
"""Which values each parameter may take; the first is the default."""


def choose(given: Mapping[str, str], allowed: Allowed, declared: Collection[str]) -> Mapping[str, str]:
    """All parameters of a run: the values given, and the story's defaults for the rest.

    Args:
        given: what the person asked for, by name.
        allowed: what the story allows.
        declared: names that some notebook's parameters cell takes.

    Raises:
        ParameterError: a name is unknown or no notebook takes it, a value is not text, or is not one of those allowed.
    """
    for name, value in given.items():
        known = tuple(known for known in allowed if known in declared)
        if name not in known:
            problem = "no notebook takes it" if name in allowed else f"there is none of that name{_near(name, known)}"
            raise ParameterError(name, problem, known)
        if not isinstance(value, str):
            raise ParameterError(name, f"{value!r} is a {type(value).__name__}, not text", allowed[name])
        if value not in allowed[name]:
            raise ParameterError(name, f"{value!r} is not possible here{_near(value, allowed[name])}", allowed[name])
    chosen = {name: given.get(name, values[0]) for name, values in allowed.items() if values}
    for name, value in chosen.items():
        _writable(name, value, allowed[name])
    return chosen


def _writable(name: str, value: str, values: tuple[str, ...]) -> None:
    """Refuse what papermill would have to escape: a reader of the executed notebook must recognise the value.

    A name becomes Python source as it stands, so it must be a plain one.
    """
    if not (name.isascii() and name.isidentifier() and value.isascii() and value.isprintable()):
        raise ParameterError(name, f"{value!r} holds more than plain ASCII characters", values)


def _near(word: str, known: Collection[str]) -> str:
    """A hint at the known word that was probably meant."""
    close = difflib.get_close_matches(word, known, n=1)
    return f" (did you mean {close[0]}?)" if close else ""
