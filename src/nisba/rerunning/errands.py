"""Errands: a job with all that it needs, sent to another machine, and what comes back.

Nothing is shared but the package: contents travel both ways by what they are called in the store, so no network drive is
needed. A worker with other code or other packages than the key says refuses the job, for it could make something else.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nisba.errors import RunError
from nisba.rerunning import keys
from nisba.rerunning.desk import Desk
from nisba.rerunning.digests import package_files
from nisba.rerunning.jobs import JobError, Wanted
from nisba.rerunning.plan import Job
from nisba.rerunning.staging import OWN, Workspace
from nisba.rerunning.store import Made


@dataclass(frozen=True, slots=True)
class Errand:
    """A job as it is sent out; it can be pickled.

    Args:
        story: the story's folder name.
        job: what to do.
        key: of the job.
        depends: what the key was made of.
        contents: of its inputs, by their names in the store.
        known: every content that any job could have been given, by path.
        timeout: seconds that one cell may take.
    """

    story: str
    job: Job
    key: str
    depends: Mapping[str, Any]
    contents: Mapping[str, bytes]
    known: Mapping[str, str]
    timeout: int


@dataclass(frozen=True, slots=True)
class Done:
    """What an errand made, with all its contents."""

    made: Made
    contents: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Failed:
    """Why an errand failed, in the fields of a :class:`nisba.errors.RunError`, and the notebook as it failed, if any."""

    notebook: str
    problem: str
    remedy: str
    content: bytes = b""


def errand_for(work: Workspace, wanted: Wanted, known: Mapping[str, str], timeout: int) -> Errand:
    """The errand that does a job."""
    inputs = wanted.depends["inputs"]
    contents = {name: work.store.get(name) for name in inputs.values()}
    return Errand(work.story, wanted.job, wanted.key, wanted.depends, contents, known, timeout)


def run_errand(errand: Errand) -> Done | Failed:
    """Do a job here, in a folder that is gone afterwards."""
    here = {"code": keys.code_digest(package_files()), "environment": keys.installed()}
    other = [name for name, digest in here.items() if errand.depends[name] != digest]
    if other:
        problem = f"was sent to a machine whose {' and '.join(other)} is another"
        return Failed(errand.job.file, problem, "install the same nisba, Python and packages on every machine")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        work = Workspace(Path(folder), errand.story, Path(folder) / OWN / "run")
        for content in errand.contents.values():
            work.store.put(content)
        try:
            with ThreadPoolExecutor(max_workers=1) as own:  # a worker's thread may have a loop; kernels need theirs
                made = own.submit(_made, work, errand).result()
        except JobError as error:
            executed = error.folder / "notebooks" / errand.job.file
            content = executed.read_bytes() if executed.exists() else b""
            return Failed(error.notebook, error.problem, error.remedy, content)
        except RunError as error:
            return Failed(error.notebook, error.problem, error.remedy)
        return Done(made, {name: work.store.get(name) for name in made.contents})


def kept(work: Workspace, wanted: Wanted, outcome: Done | Failed) -> Made:
    """Keep here what an errand made.

    Raises:
        JobError: it failed; the notebook lies as it failed in a copy of the project, as if it had run here.
    """
    if isinstance(outcome, Failed):
        desk = Desk(work.folder / "errands" / wanted.job.name, work.story, wanted.job, wanted.depends["inputs"])
        desk.lay(work.store)
        (desk.folder / "notebooks").mkdir(parents=True, exist_ok=True)
        (desk.folder / "notebooks" / wanted.job.file).write_bytes(outcome.content)
        raise JobError(RunError(outcome.notebook, outcome.problem, outcome.remedy), "", work, desk.folder)
    for content in outcome.contents.values():
        work.store.put(content)
    work.store.keep(outcome.made)
    return outcome.made


def _made(work: Workspace, errand: Errand) -> Made:
    from nisba.rerunning.kernels import Kernels  # noqa: PLC0415 - heavy, and wanted only where the work is done
    from nisba.rerunning.making import Maker  # noqa: PLC0415 - the same
    from nisba.rerunning.progress import nobody  # noqa: PLC0415 - the same
    from nisba.rerunning.working import imported  # noqa: PLC0415 - that module sends errands out

    kernels = Kernels(work.kernels, imported([errand.job.notebook]), most=1)
    try:
        maker = Maker(work, kernels, errand.timeout, nobody)
        return maker.make(errand.job, errand.key, errand.depends, errand.known)
    finally:
        kernels.close()
