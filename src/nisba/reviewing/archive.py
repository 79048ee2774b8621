"""One zip from files, the same bytes every time; and files from a zip that may come from anybody.

Files are stored, not compressed, so that no compression library decides over the bytes, and so that an archive can be
made again from its content and compared whole: whatever hides between the files is found.
"""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from nisba.errors import BundleError

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that the format knows
_MODE = stat.S_IFREG | 0o644
_UNIX = 3
LARGEST = 1 << 30
"""Bytes that an archive may hold in all, 1 GiB; more is refused unread."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """A zip archive of files, by relative path, in the order of their names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.external_attr = _UNIX, _MODE << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def unpack(path: Path) -> dict[str, bytes]:
    """The files of an archive that :func:`pack` made; nothing is written anywhere.

    Raises:
        BundleError: it is none, was altered, or holds what an archive from a stranger must not hold.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            for entry in entries:
                _check(path, entry)
            if sum(entry.file_size for entry in entries) > min(LARGEST, path.stat().st_size):
                raise BundleError(path, "claims to hold more than it does", "ask for the bundle again")
            if len({entry.filename for entry in entries}) < len(entries):
                raise BundleError(path, "holds two files of one name", "ask for the bundle again")
            files = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise BundleError(path, f"cannot be read as a bundle ({error})", "ask for the bundle again") from error
    if pack(files) != path.read_bytes():
        raise BundleError(path, "holds bytes that belong to none of its files", "ask for the bundle again")
    return files


def _check(path: Path, entry: zipfile.ZipInfo) -> None:
    name, kind = entry.filename, stat.S_IFMT(entry.external_attr >> 16)
    pure = PurePosixPath(name)
    if (
        pure.is_absolute()
        or str(pure) != name
        or ".." in pure.parts
        or "\\" in name
        or ":" in pure.parts[0]
        or not name.isprintable()
    ):
        raise BundleError(path, f"holds a file with the unsafe name {name!r}", "do not unpack it")
    if kind not in (0, stat.S_IFREG):
        raise BundleError(path, f"holds {name!r}, which is a link or no plain file", "do not unpack it")
    if entry.compress_type != zipfile.ZIP_STORED or entry.compress_size != entry.file_size or entry.flag_bits & 1:
        raise BundleError(path, f"holds {name!r} compressed or locked, as no bundle does", "ask for the bundle again")
