"""Imports without what they load for others: half of a run's start would go to a grammar that no notebook needs.

jsonschema, which checks notebooks for nbformat, builds a parser of internationalised web addresses when it is imported,
if the package for that is installed. No notebook's schema asks for one, and jsonschema does without where it is missing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_UNUSED = ("rfc3987_syntax",)


@contextmanager
def lightly() -> Iterator[None]:
    """Import inside this block as if those packages were not installed; afterwards all is as before."""
    absent = [name for name in _UNUSED if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type] # None is Python's word for "not to be had"
    try:
        yield
    finally:
        for name in absent:
            sys.modules.pop(name, None)
