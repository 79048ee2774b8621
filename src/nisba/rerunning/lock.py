"""Locks that the operating system lets go of when their holder dies, however it dies."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no flock; there, two runs at once are the person's care
    fcntl = None  # type: ignore[assignment]


@contextmanager
def only_one(path: Path, *, quiet: bool = False) -> Iterator[None]:
    """Hold the lock file for the time of the block; wait, and say so unless ``quiet``, while another process holds it.

    The file stays: removing it would let a third process lock a new file while a second still holds the old one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if not quiet:
                    sys.stderr.write(f"Another run holds {path.name}; waiting for it to end.\n")
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def held(path: Path) -> IO[str] | None:
    """The lock file, locked until it is closed or this process ends; None where another holds it."""
    file = path.open("a", encoding="utf-8")
    if fcntl is not None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return None
    return file
