"""Working off the open jobs of a run. Everything heavy is loaded from here, while the first kernel starts."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

from nisba.errors import RunError
from nisba.rerunning.jobs import JobError, Jobs
from nisba.rerunning.lightly import lightly
from nisba.rerunning.plan import Job
from nisba.rerunning.progress import Watcher
from nisba.rerunning.scheduling import on_threads
from nisba.rerunning.store import Made


def work_off(jobs: Jobs, workers: int, timeout: int, watch: Callable[[int], Watcher]) -> None:
    """Do every open job; on any failure nothing keeps running, and what was done stays in the store.

    Raises:
        RunError: a job failed; its notebook is kept as it failed, and the error says where.
    """
    from nisba.rerunning.kernels import Kernels  # noqa: PLC0415 - see above

    kernels = Kernels(jobs.work.kernels, imported(jobs.open), most=max(workers, 2))
    try:
        kernels.expect(len(jobs.open))
        with lightly():
            from nisba.rerunning.making import Maker  # noqa: PLC0415 - see above
        maker = Maker(jobs.work, kernels, timeout, watch(sum(job.cells for job in jobs.open)))

        def do(job: Job, before: list[Made]) -> Made:
            wanted = jobs.wanted(job, before)
            made = jobs.find(wanted)
            if made is None:
                jobs.begins(wanted)
                made = maker.make(job, wanted.key, wanted.depends, jobs.known(before))
            jobs.done(wanted, made)
            return made

        graph = {job.name: (do, job, list(job.after)) for job in jobs.all}
        on_threads(graph, [job.name for job in jobs.all], workers=workers, known=jobs.made)
    except JobError as failed:
        kernels.close()
        kept = jobs.work.keep(failed.folder).relative_to(jobs.work.root)
        raise RunError(failed.notebook, failed.problem, f"{failed.remedy}; all is kept in {kept}") from failed
    finally:
        kernels.close()


def imported(jobs: Sequence[Job]) -> tuple[str, ...]:
    """The modules that the notebooks' cells import, so that a kernel has them before its first cell."""
    found: dict[str, None] = {}
    for job in jobs:
        for cell in job.notebook.code:
            found |= dict.fromkeys(_imported(cell))
    return tuple(found)


def _imported(cell: str) -> list[str]:
    try:
        nodes = list(ast.walk(ast.parse(cell)))
    except SyntaxError:
        return []  # the cell itself will say so
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return [*names, *(node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module)]
