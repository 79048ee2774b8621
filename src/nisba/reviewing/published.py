"""What a run left behind, from wherever it lies: a folder, a bundle, or a revision of git."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nisba.checking.numbers import Number
from nisba.errors import BundleError
from nisba.rerunning.corrections import LEDGER, numbers_of
from nisba.rerunning.manifest import NAME
from nisba.reviewing.alone import read_folder
from nisba.reviewing.archive import unpack

LISTING = "tables/numbers.csv"


@dataclass(frozen=True, slots=True)
class Published:
    """The outputs of one run.

    Args:
        name: how people named it.
        files: content by path, relative to ``outputs/<story>/``.
        whole: for a bundle: all its files by path, relative to its top; else empty.
    """

    name: str
    files: Mapping[str, bytes]
    whole: Mapping[str, bytes]

    @property
    def manifest(self) -> Mapping[str, Any]:
        """The run's own list of what went in and came out.

        Raises:
            BundleError: it is missing or unreadable.
        """
        try:
            said = json.loads(self.files[NAME])
        except KeyError as error:
            raise BundleError(self.name, f"has no {NAME}", "name a folder that nisba run made, or a bundle") from error
        except ValueError as error:
            raise BundleError(
                self.name, f"has an unreadable {NAME} ({error})", "make it again with nisba run"
            ) from error
        if not isinstance(said, dict) or not said.get("outputs") or not isinstance(said.get("story"), str):
            raise BundleError(self.name, f"has a {NAME} that lists nothing", "make it again with nisba run")
        return said

    @property
    def story(self) -> str:
        """The story's folder name."""
        return str(self.manifest["story"])

    def numbers(self) -> Mapping[str, Number]:
        """Every named number of the run."""
        return numbers_of(self.files[LEDGER].decode("utf-8-sig")) if LEDGER in self.files else {}

    def rows(self, table: str) -> list[dict[str, str]]:
        """A CSV table, a row each; nothing where it was not written."""
        text = self.files.get(table, b"").decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))


def open_published(where: str, root: Path) -> Published:
    """Open outputs by the name of a story, a folder, a bundle, or ``REVISION:STORY`` for what git keeps.

    Raises:
        BundleError: there is nothing of that name, or it cannot be read.
    """
    path = Path(where)
    if path.is_file():
        return _from_bundle(path)
    if (path / NAME).is_file():
        return Published(where, read_folder(path), {})
    if (root / "outputs" / where / NAME).is_file():
        return Published(where, read_folder(root / "outputs" / where), {})
    revision, divider, story = where.rpartition(":")
    if divider:
        return Published(where, _from_git(root, revision, story), {})
    raise BundleError(where, "is no published story, bundle or REVISION:STORY", "run the story first, or mend the name")


def _from_bundle(path: Path) -> Published:
    whole = unpack(path)
    found = [name for name in whole if name.startswith("outputs/") and name.endswith(f"/{NAME}")]
    if len(found) != 1:
        raise BundleError(path, "holds no single story", "name a file that nisba bundle made")
    top = found[0].removesuffix(NAME)
    return Published(str(path), {n.removeprefix(top): c for n, c in whole.items() if n.startswith(top)}, whole)


def _from_git(root: Path, revision: str, story: str) -> Mapping[str, bytes]:
    top = f"outputs/{story}/"
    asked = ["git", "-C", str(root), "archive", "--format=tar", revision, top]
    try:
        done = subprocess.run(asked, capture_output=True, check=True)  # noqa: S603 - a list, no shell; git checks the name
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", b"").decode("utf-8", "replace").strip() or str(error)
        raise BundleError(f"{revision}:{story}", f"git has no such outputs ({said})", "see git log outputs/") from error
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        members = [member for member in archive.getmembers() if member.isfile()]
        opened = {member.name: archive.extractfile(member) for member in members}
        return {name.removeprefix(top): file.read() for name, file in opened.items() if file}
