"""A run's own copy of the project: notebooks work in it, and nothing outside changes until all is well.

The copy lies in ``.nisba/`` of the project, so on the same file system, and has the same folders. Notebooks find
everything by the same relative paths, in a folder whose name never reaches an output.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nisba.rerunning.lock import only_one
from nisba.rerunning.swap import put_in_place

OWN = ".nisba"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The staged project of one run.

    Args:
        root: the project.
        story: the story's folder name.
        folder: where the copy lies.
    """

    root: Path
    story: str
    folder: Path

    @property
    def notebooks(self) -> Path:
        """The working directory of every kernel."""
        return self.folder / "notebooks"

    @property
    def processed(self) -> Path:
        """Where notebooks leave tables and charts for each other and for readers."""
        return self.folder / "data" / "processed" / self.story

    @property
    def outputs(self) -> Path:
        """What will stand in the project's ``outputs/``."""
        return self.folder / "outputs" / self.story

    @property
    def executed(self) -> Path:
        """The executed notebooks among the outputs."""
        return self.outputs / "notebooks"

    @property
    def home(self) -> Path:
        """The kernels' home: empty, and gone after the run."""
        return self.folder / "home"

    def publish(self) -> None:
        """Put tables and outputs in the place of the former ones, each all or nothing."""
        put_in_place(self.processed, self.root / "data" / "processed" / self.story)
        put_in_place(self.outputs, self.root / "outputs" / self.story)

    def keep(self) -> Path:
        """Keep the whole copy for a person to open, in the place of one kept before; where it now lies."""
        kept = self.root / OWN / "failed" / self.story
        shutil.rmtree(kept, ignore_errors=True)
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(self.home, ignore_errors=True)
        self.folder.rename(kept)
        return kept


@contextmanager
def workspace(root: Path, story: str) -> Iterator[Workspace]:
    """A staged copy of the project for one story, whose runs wait for each other; removed at the end."""
    own = root / OWN
    with only_one(own / f"{story}.lock"):
        for stale in own.glob(f"run-{story}.*"):  # of a run that was killed: we hold the lock, so nobody is in there
            shutil.rmtree(stale, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=f"run-{story}.", dir=own, ignore_cleanup_errors=True) as folder:
            yield _stage(Workspace(root, story, Path(folder)))


def _stage(staged: Workspace) -> Workspace:
    raw = Path("data") / "raw" / staged.story
    shutil.copytree(staged.root / raw, staged.folder / raw)
    shutil.copytree(staged.root / "notebooks", staged.notebooks, ignore=shutil.ignore_patterns(".*"))
    for folder in (staged.processed, staged.executed, staged.home):
        folder.mkdir(parents=True)
    return staged
