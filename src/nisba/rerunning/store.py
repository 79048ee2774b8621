"""The store: what jobs made, kept under ``.nisba/store`` by the SHA-256 of its content, so that it is made once.

A record says, for the key of a job (everything that it depends on), which contents it made. Contents and records
are written beside their place and moved in, so a kill leaves whole ones or none; each is hashed again before it is used,
so a damaged one counts as missing and the job runs again.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from nisba.rerunning.digests import sha256

_KEPT_RECORDS = 400


@dataclass(frozen=True, slots=True)
class Made:
    """What a job made.

    Args:
        key: of the job.
        depends: everything that the key was made of, for people: see :func:`nisba.rerunning.keys.depends`.
        files: contents of the files it wrote, by their paths in the project.
        notebook: content of the executed notebook.
        page: contents of its page's forms by name, HTML first; empty where it displays none.
        cells: seconds that its cells took when they ran, by id; told to people, never published.
        seconds: that the whole job took then.
    """

    key: str
    depends: Mapping[str, Any]
    files: Mapping[str, str]
    notebook: str
    page: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, float] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def contents(self) -> frozenset[str]:
        """All that must be in the store for this to be used."""
        return frozenset({*self.files.values(), self.notebook, *self.page.values()})


@dataclass(frozen=True, slots=True)
class Store:
    """Contents and records.

    Args:
        folder: where they lie; made when needed.
    """

    folder: Path

    def put(self, content: bytes) -> str:
        """Keep a content; its name."""
        name = sha256(content)
        path = self._content(name)
        if not path.exists() or path.read_bytes() != content:
            _write(path, content)
        return name

    def get(self, name: str) -> bytes:
        """A content.

        Raises:
            KeyError: it is missing, or is not what it was.
        """
        try:
            content = self._content(name).read_bytes()
        except OSError as error:
            raise KeyError(name) from error
        if sha256(content) != name:
            self._content(name).unlink(missing_ok=True)
            raise KeyError(name)
        return content

    def copy(self, name: str, path: Path) -> None:
        """Write a content to a file of its own."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.get(name))

    def keep(self, made: Made) -> None:
        """Record what a job made."""
        said = json.dumps(asdict(made) | {"page": list(made.page.items())}, ensure_ascii=False, sort_keys=True)
        _write(self._record(made.key), json.dumps([sha256(said.encode()), said]).encode())

    def find(self, key: str) -> Made | None:
        """What the job of that key made, if all of it is still here."""
        path = self._record(key)
        try:
            digest, said = json.loads(path.read_bytes())
            if sha256(said.encode()) != digest:
                return None
            told = json.loads(said)
            made = Made(**{**told, "page": dict(told["page"])})
            for name in made.contents:
                self.get(name)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        os.utime(path)  # says which records were used last; no key depends on it
        return made

    def note(self, name: str, text: str) -> None:
        """Keep a short text under a name, in the place of one kept before."""
        if self.noted(name) != text:
            _write(self.folder / "notes" / name, text.encode())

    def noted(self, name: str) -> str:
        """The text kept under a name; empty where there is none."""
        try:
            return (self.folder / "notes" / name).read_text("utf-8")
        except OSError:
            return ""

    def prune(self, wanted: int = 0, *, most: int = _KEPT_RECORDS) -> None:
        """Forget all but the records used last, and the contents that none of them names.

        Args:
            wanted: how many are of use to the runs at hand, if these are more than usual.
            most: how many are usually kept.
        """
        most = max(most, wanted)
        records = sorted((self.folder / "records").glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        if len(records) <= most:
            return
        for path in records[most:]:
            path.unlink(missing_ok=True)
        named: set[str] = set()
        for path in records[:most]:
            with contextlib.suppress(OSError, ValueError, KeyError):
                told = json.loads(json.loads(path.read_bytes())[1])
                named |= {*told["files"].values(), told["notebook"], *dict(told["page"]).values()}
                named |= set(told["depends"]["inputs"].values())
        for path in (self.folder / "contents").glob("*/*"):
            if path.name not in named:
                path.unlink(missing_ok=True)

    def _content(self, name: str) -> Path:
        return self.folder / "contents" / name[:2] / name

    def _record(self, key: str) -> Path:
        return self.folder / "records" / f"{key}.json"


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
