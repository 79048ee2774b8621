"""Put a finished folder in the place of another, all or nothing.

A reader sees the old folder or the new one, never a mixture and never neither. Linux exchanges two names in one step
(renameat2 with RENAME_EXCHANGE, see renameat2(2)), macOS likewise (renamex_np with RENAME_SWAP, see rename(2)).
Elsewhere, and on file systems that cannot, two renames come as near as the system allows.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def put_in_place(fresh: Path, target: Path) -> None:
    """Make ``target`` the folder that ``fresh`` is; what stood there before stands at ``fresh`` afterwards.

    Both must lie on one file system. Everything in ``fresh`` is on the disk before the names change.
    """
    sync_tree(fresh)
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        _two_renames(fresh, target)
    _sync(target.parent)
    _sync(fresh.parent)


def sync_tree(folder: Path) -> None:
    """Write a folder's files and names to the disk itself, so that a power cut after the swap finds them whole."""
    for path in sorted(folder.rglob("*"), reverse=True):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    if os.name == "nt":  # pragma: no cover - Windows opens no folders
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where system or file system cannot."""
    if sys.platform == "linux":
        function, before, flags = (
            "renameat2",
            (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other)),
            _RENAME_EXCHANGE,
        )
    elif sys.platform == "darwin":  # pragma: no cover
        function, before, flags = "renamex_np", (os.fsencode(one), os.fsencode(other)), _RENAME_SWAP
    else:  # pragma: no cover
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), function, None)
    if call is None:  # pragma: no cover - a C library older than the call
        return False
    if call(*before, ctypes.c_uint(flags)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _two_renames(fresh: Path, target: Path) -> None:
    """Old away, new in; if the second rename fails, the old comes back."""
    aside = fresh.with_name(f"{fresh.name}.old")
    target.rename(aside)
    try:
        fresh.rename(target)
    except OSError:
        aside.rename(target)
        raise
    aside.rename(fresh)


def write_whole(path: Path, content: bytes) -> None:
    """Write one file all or nothing: beside its place first, then into it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    try:
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    _sync(path.parent)
