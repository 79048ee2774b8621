"""Where in a hand-written TOML file something stands: the parser keeps no lines, and people mend by line."""

from __future__ import annotations

import re
from pathlib import Path

_TOP = "story"
_HEADER = re.compile(r"\s*\[")


def line_of(path: Path, place: str, key: str = "") -> int | None:
    """The 1-based line of a key of a table, else of the table's head; None where neither is found.

    Args:
        path: the file.
        place: the table, such as ``facts.injured``; ``story`` is what stands before the first table.
        key: a key of it.
    """
    if path.suffix != ".toml" or not path.exists():
        return None
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    table = place.partition(",")[0]
    heads = (n for n, line in enumerate(lines) if re.match(rf"\s*\[+\s*{re.escape(table)}\s*\]", line))
    head = -1 if table == _TOP else next(heads, None)
    if head is None:
        return None
    named = re.compile(rf"\s*\"?{re.escape(key)}\"?\s*[.=]") if key else None
    for n in range(head + 1, len(lines)):
        if _HEADER.match(lines[n]):
            break
        if named and named.match(lines[n]):
            return n + 1
    return head + 1 or None
