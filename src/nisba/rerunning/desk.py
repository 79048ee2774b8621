"""A desk: the copy of the project that one notebook works in, with what it declared to read, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nisba.errors import RunError
from nisba.rerunning.digests import digests
from nisba.rerunning.plan import Job
from nisba.rerunning.project import supplied_files
from nisba.rerunning.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """One notebook's copy of the project.

    Args:
        folder: of the copy.
        story: the story's folder name.
        job: what works there.
        inputs: contents that it is given, by path in the project.
    """

    folder: Path
    story: str
    job: Job
    inputs: Mapping[str, str]

    @property
    def processed(self) -> str:
        """The one folder that a notebook writes to."""
        return f"data/processed/{self.story}/"

    def lay(self, store: Store) -> None:
        """Put the inputs in their places."""
        (self.folder / self.processed).mkdir(parents=True)
        (self.folder / "data" / "raw" / self.story).mkdir(parents=True, exist_ok=True)
        for path, name in self.inputs.items():
            store.copy(name, self.folder / path)

    def written(self, store: Store) -> Mapping[str, str]:
        """Every file that the notebook wrote or changed, now in the store.

        Raises:
            RunError: one of them is not among those that it declares to write, or an input is gone.
        """
        found = {path: name for path, name in digests(self.folder).items() if not path.startswith("home/")}
        fresh = {path: name for path, name in found.items() if self.inputs.get(path) != name}
        for path in fresh:
            if not path.startswith(self.processed):
                raise RunError(self.job.file, f"writes {path}", f"write only below {self.processed}")
            if not self.job.files.writes.hold(path):
                raise RunError(self.job.file, f"writes {path}, which its # outputs do not name", "name it there")
        for path in self.inputs:
            if path not in found:
                raise RunError(self.job.file, f"removes {path}", "leave what other notebooks and people wrote")
        return {path: store.put((self.folder / path).read_bytes()) for path in fresh}

    def undeclared(self, sentence: str, known: Mapping[str, str]) -> str:
        """What to say of files that a failed cell names, that are there, and that its notebook does not declare."""
        given = {Path(path).name for path in self.inputs}
        missing = [path for path in known if (name := Path(path).name) not in given and name in sentence]
        return f"; its # inputs do not name {', '.join(missing)}" if missing else ""


def snapshot(root: Path, story: str, store: Store) -> Mapping[str, str]:
    """The contents that people supplied for a story, as they are now, kept in the store, by path in the project.

    Notebooks are given these, so that a file that is saved while a run is under way is read by all of them or by none.
    """
    files = supplied_files(root, story)
    return {f"data/raw/{story}/{name}": store.put(path.read_bytes()) for name, path in files.items()}
