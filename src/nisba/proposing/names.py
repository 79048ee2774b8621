"""Names of numbers: short, in ASCII letters, each given once, as formulas and prose need them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_LONGEST = 40


def slug(words: str) -> str:
    """Words as part of a name; empty where no letter of them is Latin."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_NAMES.sub("-", plain).strip("-")[:_LONGEST].rstrip("-")


def name_of(parts: Iterable[str], taken: Iterable[str], otherwise: str) -> str:
    """A name that is not taken, made of as many parts as it takes, then of a running number.

    Args:
        parts: what the name is made of, the most telling first.
        taken: names in use.
        otherwise: the name where no part has a Latin letter; it begins with one.
    """
    used, said = set(taken), [part for part in map(slug, parts) if part]
    if not said or not said[0][0].isalpha():
        said = [otherwise, *said]
    for length in range(1, len(said) + 1):
        name = "-".join(said[:length])
        if name not in used:
            return name
    name = "-".join(said)
    return next(f"{name}-{n}" for n in range(2, len(used) + 3) if f"{name}-{n}" not in used)
