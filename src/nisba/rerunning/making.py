"""Making: one job done, from its inputs to what it leaves in the store. Everything heavy is loaded from here.

A job runs in a kernel of its own, at a desk of its own. Its page is made in this process, as soon as its notebook has
run, so all pages share one exporter.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from nisba.errors import RunError
from nisba.rerunning.desk import Desk
from nisba.rerunning.execution import Execution
from nisba.rerunning.jobs import JobError
from nisba.rerunning.kernels import Kernel, Kernels
from nisba.rerunning.notebooks import save, written
from nisba.rerunning.plan import Job
from nisba.rerunning.progress import Watcher
from nisba.rerunning.publish import page_of
from nisba.rerunning.soundness import check, tidy
from nisba.rerunning.staging import Workspace
from nisba.rerunning.store import Made


@dataclass(frozen=True, slots=True)
class Maker:
    """Does jobs of one run.

    Args:
        work: the run's folder.
        kernels: where kernels come from.
        timeout: seconds that one cell may take.
        watch: told of each cell.
        turn: held while a page is made: two at once would be no sooner done, and hold twice the memory.
    """

    work: Workspace
    kernels: Kernels
    timeout: int
    watch: Watcher
    turn: threading.Lock = field(default_factory=threading.Lock)

    def make(self, job: Job, key: str, depends: Mapping[str, Any], known: Mapping[str, str]) -> Made:
        """Do a job and keep what it made.

        Args:
            job: what to do.
            key: of the job.
            depends: what the key was made of.
            known: every content that any job could have been given, by path, to tell what was not declared.

        Raises:
            RunError: the notebook did not run to its end, or made what it must not.
        """
        begun = perf_counter()
        execution = Execution(job, self.timeout, self.watch)
        with self.kernels.kernel() as kernel:
            desk = Desk(kernel.folder, self.work.story, job, depends["inputs"])
            desk.lay(self.work.store)
            try:
                return self._made(desk, execution, kernel, lambda: perf_counter() - begun, (key, depends))
            except RunError as error:
                if execution.content is not None:
                    save(desk.folder / "notebooks" / job.file, execution.content)
                raise JobError(error, desk.undeclared(error.problem, known), self.work, desk.folder) from error

    def _made(
        self,
        desk: Desk,
        execution: Execution,
        kernel: Kernel,
        seconds: Callable[[], float],
        identity: tuple[str, Mapping[str, Any]],
    ) -> Made:
        store, job = self.work.store, desk.job
        content = tidy(execution.run(kernel))
        check(job.file, content, private=(str(self.work.root), str(desk.folder)))
        files = desk.written(store)
        with self.turn:
            forms = {name: store.put(text.encode()) for name, text in page_of(job.file, content).items()}
        made = Made(
            *identity,
            files=files,
            notebook=store.put(written(content).encode()),
            page=forms,
            cells=execution.seconds,
            seconds=seconds(),
        )
        store.keep(made)
        shutil.rmtree(desk.folder, ignore_errors=True)
        return made
