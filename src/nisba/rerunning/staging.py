"""A run's own folder: what notebooks work in, and what will be published, until all is well.

It lies in ``.nisba/`` of the project, so on the same file system. Each notebook has a copy of the project there that
holds what it declares to read and nothing else; it finds everything by the same relative paths, in a folder whose name
never reaches an output.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nisba.rerunning.digests import digests
from nisba.rerunning.lock import only_one
from nisba.rerunning.store import Store
from nisba.rerunning.swap import put_in_place

OWN = ".nisba"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder of one run.

    Args:
        root: the project.
        story: the story's folder name.
        folder: the run's own.
        edition: the folder in ``outputs/`` that is published; the story's own where it is empty.
    """

    root: Path
    story: str
    folder: Path
    edition: str = ""

    @property
    def outputs(self) -> Path:
        """Where readers find what is published."""
        return self.root / "outputs" / (self.edition or self.story)

    @property
    def store(self) -> Store:
        """What was made before."""
        return Store(self.root / OWN / "store")

    @property
    def kernels(self) -> Path:
        """Where each kernel has its copy of the project and its home."""
        return self.folder / "kernels"

    def place(self, kind: str, files: Mapping[str, str]) -> bool:
        """Make the edition's folder in ``outputs`` or ``data/processed`` hold exactly these contents, all or nothing.

        Args:
            kind: which of the two.
            files: contents by their paths in the folder.

        Returns:
            whether anything had to change.
        """
        name = self.outputs.name
        target, fresh = self.root / kind / name, self.folder / kind / name
        if target.is_dir() and digests(target) == files:
            return False
        fresh.mkdir(parents=True)
        for path, name in files.items():
            self.store.copy(name, fresh / path)
        put_in_place(fresh, target)
        return True

    def keep(self, folder: Path) -> Path:
        """Keep a kernel's copy of the project for a person to open, in the place of one kept before; where it lies."""
        kept = self.root / OWN / "failed" / self.story
        shutil.rmtree(kept, ignore_errors=True)
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder / "home", ignore_errors=True)
        folder.rename(kept)
        return kept


@contextmanager
def workspace(root: Path, story: str) -> Iterator[Workspace]:
    """A folder for one run of a story, whose runs wait for each other; removed at the end."""
    own = root / OWN
    with only_one(own / f"{story}.lock"):
        for stale in own.glob(f"run-{story}.*"):  # of a run that was killed: we hold the lock, so nobody is in there
            shutil.rmtree(stale, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=f"run-{story}.", dir=own, ignore_cleanup_errors=True) as folder:
            yield Workspace(root, story, Path(folder))
