"""Executing one notebook: the only module that knows papermill.

Papermill's own word that a notebook "completed" is not taken: :mod:`nisba.rerunning.soundness` looks for itself.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine, papermill_engines
from papermill.exceptions import PapermillExecutionError
from papermill.execute import execute_notebook

from nisba.errors import RunError
from nisba.rerunning.kernels import NATIVE, Kernels
from nisba.rerunning.plan import Job
from nisba.rerunning.progress import Watcher
from nisba.rerunning.soundness import place_of, traceback_tail

_ENGINE = "nisba"
_START_SECONDS = 120


@dataclass(slots=True)
class Execution:
    """One notebook being executed; keeps what there is of it when something goes wrong.

    Args:
        job: what to execute.
        folder: working directory of the kernel.
        timeout: seconds that one cell may take.
        watch: told the job's name and the cell's id before each cell.
    """

    job: Job
    folder: Path
    timeout: int
    watch: Watcher
    content: Any = None
    current: Any = None

    def run(self, kernels: Kernels) -> Any:
        """Execute the notebook; its content, as papermill leaves it.

        Raises:
            RunError: a cell failed or took too long, or the kernel died.
        """
        self.content = self.job.notebook.content
        try:
            with kernels.manager() as manager:
                return self._papermill(manager, kernels)
        except PapermillExecutionError as error:
            what = f"{error.ename}: {error.evalue}" if error.evalue else error.ename
            raise self._failed(what, traceback_tail(error.traceback)) from error
        except CellTimeoutError as error:
            raise self._failed(f"took more than {self.timeout} seconds") from error
        except DeadKernelError as error:
            raise self._failed("ended its own kernel") from error

    def _papermill(self, manager: Any, kernels: Kernels) -> Any:
        return execute_notebook(
            self.job.notebook.content,
            None,
            parameters=dict(self.job.parameters),
            engine_name=_ENGINE,
            kernel_name=NATIVE,
            progress_bar=False,
            request_save_on_cell_execute=False,
            autosave_cell_every=0,
            start_timeout=_START_SECONDS,
            execution=self,
            manager=manager,
            kernels=kernels,
        )

    def note(self, cell: Any, cell_index: int) -> None:  # noqa: ARG002 - nbclient's signature
        """Remember the cell that is about to run, and tell who watches."""
        self.current = cell
        self.watch(self.job.name, cell.get("id", ""))

    def _failed(self, what: str, tail: str = "") -> RunError:
        place = place_of(self.content, self.current) if self.current is not None else "the kernel"
        detail = f" ({tail})" if tail else ""
        return RunError(self.job.file, f"{place} failed: {what}{detail}", "nothing was published")


class _Engine(NBClientEngine):  # type: ignore[misc] # papermill ships no types
    """Papermill's own engine, with a kernel, an environment and a folder that we chose."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **told: Any) -> None:
        execution, manager, kernels = told["execution"], told["manager"], told["kernels"]
        execution.content = nb_man.nb
        client = PapermillNotebookClient(
            nb_man,
            km=manager,
            kernel_name=kernel_name,
            timeout=execution.timeout,
            startup_timeout=told["start_timeout"],
            record_timing=False,  # no times in the outputs
            coalesce_streams=True,  # how a stream was cut up depends on the machine's load
            force_raise_errors=True,
            shutdown_kernel="immediate",
            extra_arguments=["--HistoryManager.enabled=False"],
            on_cell_execute=execution.note,
            on_notebook_start=lambda notebook: kernels.started(manager),  # noqa: ARG005 - nbclient's signature
            log=_quiet(),
        )
        client.execute(env=dict(kernels.variables), cwd=str(execution.folder), cleanup_kc=True)


def _quiet() -> logging.Logger:
    """A logger that keeps nbclient's remarks from standing above our one sentence."""
    logger = logging.getLogger("nisba.execution")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    return logger


papermill_engines.register(_ENGINE, _Engine)
