"""Folders for the sockets between a run and its kernels.

The path of a socket is short (108 characters on Linux, unix(7)), so these lie in the system's folder for temporary files,
in one that only this person may enter, and not in the project. A run that is killed leaves its folder there. Each holds a
lock for as long as its run lives; whoever makes the next one removes those whose lock nobody holds.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from pathlib import Path

from nisba.rerunning.lock import held, only_one

_LOCK = "held"


class Sockets:
    """A folder for the sockets of one run; what runs that were killed left of theirs is removed first.

    Args:
        beside: the folder that those of all runs lie in; by default this person's own.
    """

    def __init__(self, beside: Path | None = None) -> None:
        home = beside or _own()
        with only_one(home / "lock", quiet=True):  # while a folder is made it is not yet locked, but nobody looks
            _sweep(home)
            self.path = Path(tempfile.mkdtemp(prefix="run-", dir=home))
            self._held = held(self.path / _LOCK)

    def close(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._held:
            self._held.close()


def _sweep(home: Path) -> None:
    """Remove the folders whose runs are over: nobody holds their locks."""
    for folder in home.glob("run-*"):
        try:
            free = held(folder / _LOCK)
        except OSError:
            continue  # it is being removed by its own run
        if free:
            shutil.rmtree(folder, ignore_errors=True)
            free.close()


def _own() -> Path:
    """The folder that is this person's alone; a fresh one where somebody else took its name."""
    if not hasattr(os, "getuid"):  # pragma: no cover - Windows, where kernels talk over ports
        return Path(tempfile.mkdtemp(prefix="nisba-"))
    home = Path(tempfile.gettempdir(), f"nisba-{os.getuid()}")
    home.mkdir(mode=0o700, exist_ok=True)
    found = home.lstat()
    private = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
    return home if private else Path(tempfile.mkdtemp(prefix="nisba-"))
