"""The jobs of one run and how far they have come: made before and found, made now, or still open."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nisba.errors import RunError
from nisba.rerunning import keys
from nisba.rerunning.desk import snapshot
from nisba.rerunning.digests import package_files
from nisba.rerunning.plan import Job
from nisba.rerunning.staging import Workspace
from nisba.rerunning.store import Made

UNCHANGED = "nothing that it depends on has changed"


class JobError(RunError):
    """A job failed.

    Args:
        error: how.
        hint: more about why; may be empty.
        work: of its run.
        folder: where it worked, with the notebook as it failed.
    """

    def __init__(self, error: RunError, hint: str, work: Workspace, folder: Path) -> None:
        self.work, self.folder = work, folder
        super().__init__(error.notebook, error.problem + hint, error.remedy)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A job whose inputs are known.

    Args:
        job: what is to be done.
        depends: everything that it depends on.
    """

    job: Job
    depends: Mapping[str, Any]

    @property
    def key(self) -> str:
        """Of the job."""
        return keys.key(self.depends)


class Jobs:
    """The jobs of a run; those that the store has are found at once.

    Args:
        work: the run's folder.
        jobs: in an order in which each stands behind those that it waits for.
        tell: told the name of each job, and why it ran or did not.
        named: what stands before a job's name where several editions are at work.
    """

    def __init__(self, work: Workspace, jobs: Sequence[Job], tell: Callable[[str, str], None], named: str = "") -> None:
        self.work, self.all, self._tell, self.named = work, tuple(jobs), tell, named
        self.raw = snapshot(work.root, work.story, work.store)
        self.code, self.environment = package_files(), keys.installed()
        self.made: dict[str, Made] = {}
        for job in self.all:
            if all(name in self.made for name in job.after):
                found = self.find(self.wanted(job, [self.made[name] for name in job.after]))
                if found:
                    self.made[job.name] = found

    @property
    def open(self) -> tuple[Job, ...]:
        """The jobs that nothing is found for yet."""
        return tuple(job for job in self.all if job.name not in self.made)

    def wanted(self, job: Job, before: Sequence[Made]) -> Wanted:
        """A job with what it is given, now that the jobs that it waits for are done."""
        inputs = {path: name for path, name in self._known(before).items() if job.files.reads.hold(path)}
        return Wanted(job, keys.depends(job, inputs, self.code, self.environment))

    def find(self, wanted: Wanted) -> Made | None:
        """What a job made before with the very same, if the store has all of it."""
        found = self.work.store.find(wanted.key)
        if found:
            self.tell(wanted.job, f"not run: {UNCHANGED}")
            self._remember(wanted)
        return found

    def begins(self, wanted: Wanted) -> None:
        """Say why a job runs."""
        self.tell(wanted.job, f"ran: {keys.changes(self._before(wanted.job), wanted.depends)}")

    def tell(self, job: Job, why: str) -> None:
        """Tell who listens of a job."""
        self._tell(f"{self.named}{job.name}", why)

    def done(self, wanted: Wanted, made: Made) -> None:
        """Note what a job made now."""
        self.made[wanted.job.name] = made
        self._remember(wanted)

    def known(self, before: Sequence[Made]) -> Mapping[str, str]:
        """Every content that a job could be given, by path."""
        return self._known(before)

    def _known(self, before: Sequence[Made]) -> dict[str, str]:
        known = dict(self.raw)
        for made in before:
            known.update(made.files)
        return known

    def _remember(self, wanted: Wanted) -> None:
        self.work.store.note(f"{self.work.outputs.name}/{wanted.job.name}", json.dumps(wanted.depends, sort_keys=True))

    def _before(self, job: Job) -> Mapping[str, Any] | None:
        """What the job depended on when it was last done."""
        said = self.work.store.noted(f"{self.work.outputs.name}/{job.name}")
        found: Mapping[str, Any] | None = json.loads(said) if said else None
        return found
