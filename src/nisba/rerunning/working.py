"""Working off the open jobs of a run. Everything heavy is loaded from here, while the first kernel starts."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from nisba.errors import RunError
from nisba.rerunning.digests import as_json, sha256
from nisba.rerunning.jobs import JobError, Jobs, Wanted
from nisba.rerunning.lightly import lightly
from nisba.rerunning.notebooks import Notebook, imports
from nisba.rerunning.plan import Job
from nisba.rerunning.scheduling import Graph, on_threads
from nisba.rerunning.settings import Settings
from nisba.rerunning.store import Made
from nisba.rerunning.thrift import one_pool

if TYPE_CHECKING:
    from nisba.rerunning.kernels import Kernels

Sharing = Sequence[tuple[Jobs, Job]]
"""The same job in several editions."""
Make = Callable[[Jobs, Wanted, Mapping[str, str]], Made]
"""Does a job, given every content that any job could have been given, by path."""


def work_off(every: Sequence[Jobs], settings: Settings) -> None:
    """Do every open job of some editions; on any failure nothing keeps running, and what was done stays in the store.

    Raises:
        RunError: a job failed; its notebook is kept as it failed, and the error says where.
    """
    shared = share(every)
    known = {name: jobs.made[job.name] for name, ((jobs, job), *_) in shared.items() if job.name in jobs.made}
    still_open = [job for name, ((_, job), *_) in shared.items() if name not in known]
    try:
        with (_on_cluster if settings.cluster else _here)(every, still_open, settings) as (make, workers):
            on_threads(_graph(shared, make), list(shared), workers=workers, known=known)
    except JobError as failed:
        kept = failed.work.keep(failed.folder).relative_to(failed.work.root)
        name = f"{failed.work.outputs.name}/{failed.notebook}" if len(every) > 1 else failed.notebook
        raise RunError(name, failed.problem, f"{failed.remedy}; all is kept in {kept}") from failed


def share(every: Sequence[Jobs]) -> Mapping[str, Sharing]:
    """The jobs of editions by what they are: what two editions need is one job, found under one name."""
    shared: dict[str, list[tuple[Jobs, Job]]] = {}
    for jobs in every:
        names: dict[str, str] = {}
        for job in jobs.all:
            after = [names[name] for name in job.after]
            said = [jobs.work.story, job.name, job.notebook.digest, dict(job.parameters), after]
            names[job.name] = sha256(as_json(said).encode())
            shared.setdefault(names[job.name], []).append((jobs, job))
    return shared


def _graph(shared: Mapping[str, Sharing], make: Make) -> Graph[Made]:
    place = {(id(jobs), job.name): name for name, sharing in shared.items() for jobs, job in sharing}

    def do(sharing: Sharing, before: list[Made]) -> Made:
        (jobs, job), *others = sharing
        wanted = jobs.wanted(job, before)
        made = jobs.find(wanted)
        if made is None:
            jobs.begins(wanted)
            made = make(jobs, wanted, jobs.known(before))
        jobs.done(wanted, made)
        for other, same in others:
            other.tell(same, f"not run: made for {jobs.work.outputs.name}, and is the same")
            other.done(other.wanted(same, before), made)
        return made

    return {
        name: (do, sharing, [place[id(sharing[0][0]), one] for one in sharing[0][1].after])
        for name, sharing in shared.items()
    }


@contextmanager
def _here(every: Sequence[Jobs], still_open: Sequence[Job], settings: Settings) -> Iterator[tuple[Make, int]]:
    """Jobs done in kernels of this machine."""
    one_pool()
    held = settings.held or _for_one_run
    with held(every[0].work.kernels, imported(job.notebook for job in still_open), max(settings.beside, 2)) as kernels:
        kernels.expect(len(still_open))
        with lightly():
            from nisba.rerunning.making import Maker  # noqa: PLC0415 - while the first kernel starts
        watch = settings.watch(sum(job.cells for job in still_open))

        turn = threading.Lock()

        def make(jobs: Jobs, wanted: Wanted, known: Mapping[str, str]) -> Made:
            maker = Maker(jobs.work, kernels, settings.timeout, watch, turn)
            return maker.make(wanted.job, wanted.key, wanted.depends, known)

        yield make, settings.beside


@contextmanager
def _on_cluster(every: Sequence[Jobs], still_open: Sequence[Job], settings: Settings) -> Iterator[tuple[Make, int]]:  # noqa: ARG001
    """Jobs done by the workers of a cluster."""
    from nisba.rerunning.errands import errand_for, kept, run_errand  # noqa: PLC0415 - only where a cluster is named
    from nisba.rerunning.scheduling import cluster  # noqa: PLC0415 - the same

    with cluster(settings.cluster) as (run, workers):

        def make(jobs: Jobs, wanted: Wanted, known: Mapping[str, str]) -> Made:
            return kept(jobs.work, wanted, run(run_errand, errand_for(jobs.work, wanted, known, settings.timeout)))

        yield make, settings.jobs or workers


@contextmanager
def _for_one_run(place: Path, modules: tuple[str, ...], most: int) -> Iterator[Kernels]:
    """Kernels that are started for a run and end with it."""
    from nisba.rerunning.kernels import Kernels  # noqa: PLC0415 - heavy, and not wanted where a cluster works

    kernels = Kernels(place, modules, most=most)
    try:
        yield kernels
    finally:
        kernels.close()


def imported(notebooks: Iterable[Notebook]) -> tuple[str, ...]:
    """The modules that the notebooks' cells import, so that a kernel has them before its first cell."""
    return imports(cell for notebook in notebooks for cell in notebook.code)
