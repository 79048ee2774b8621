"""Executing one notebook: the only module that knows papermill.

Papermill's own word that a notebook "completed" is not taken: :mod:`nisba.rerunning.soundness` looks for itself.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine, papermill_engines
from papermill.exceptions import PapermillExecutionError
from papermill.execute import execute_notebook
from papermill.iorw import load_notebook_node
from papermill.parameterize import parameterize_notebook

from nisba.errors import RunError
from nisba.rerunning.kernels import NATIVE, Kernel
from nisba.rerunning.plan import Job
from nisba.rerunning.progress import Watcher
from nisba.rerunning.soundness import place_of, tidy, traceback_tail

ENGINE = "nisba"


@dataclass(slots=True)
class Execution:
    """One notebook being executed; keeps what there is of it when something goes wrong.

    Args:
        job: what to execute.
        timeout: seconds that one cell may take.
        watch: told the job's name and the cell's id before each cell.
        content: the notebook, as far as it has come.
        seconds: that each cell took, by its id.
    """

    job: Job
    timeout: int
    watch: Watcher
    content: Any = None
    seconds: dict[str, float] = field(default_factory=dict)
    _current: Any = None
    _begun: float = 0.0

    def run(self, kernel: Kernel) -> Any:
        """Execute the notebook in a kernel; its content, as papermill leaves it.

        Raises:
            RunError: a cell failed or took too long, or the kernel died.
        """
        self.content = self.job.notebook.content
        try:
            return kernel.context.run(self._papermill, kernel)
        except PapermillExecutionError as error:
            what = f"{error.ename}: {error.evalue}" if error.evalue else error.ename
            raise self._failed(what, traceback_tail(error.traceback)) from error
        except CellTimeoutError as error:
            raise self._failed(f"took more than {self.timeout} seconds") from error
        except DeadKernelError as error:
            raise self._failed("ended its own kernel") from error

    def _papermill(self, kernel: Kernel) -> Any:
        return execute_notebook(
            self.content,
            None,
            parameters=dict(self.job.parameters),
            engine_name=ENGINE,
            kernel_name=NATIVE,
            progress_bar=False,
            request_save_on_cell_execute=False,
            autosave_cell_every=0,
            execution=self,
            kernel=kernel,
        )

    def begins(self, cell: Any, cell_index: int) -> None:  # noqa: ARG002 - nbclient's signature
        """Remember the cell that is about to run, and tell who watches."""
        self._current, self._begun = cell, perf_counter()
        self.watch(self.job.name, cell.get("id", ""))

    def ended(self, cell: Any, cell_index: int, execute_reply: Any) -> None:  # noqa: ARG002 - the same
        """Note how long the cell took."""
        self.seconds[cell.get("id", "")] = perf_counter() - self._begun

    def _failed(self, what: str, tail: str = "") -> RunError:
        place = place_of(self.content, self._current) if self._current is not None else "the kernel"
        detail = f" ({tail})" if tail else ""
        return RunError(self.job.file, f"{place} failed: {what}{detail}", "nothing was published")


def with_parameters(job: Job) -> Any:
    """A job's notebook with its parameters in a cell behind the one that declares them, as papermill runs it."""
    return tidy(
        parameterize_notebook(load_notebook_node(job.notebook.content), dict(job.parameters), kernel_name=NATIVE)
    )


class Engine(NBClientEngine):  # type: ignore[misc] # papermill ships no types
    """Papermill's own engine, talking to a kernel that stands ready."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **told: Any) -> None:
        """Execute the cells, with papermill's own client."""
        execution, kernel = told["execution"], told["kernel"]
        execution.content = nb_man.nb
        client = PapermillNotebookClient(
            nb_man,
            km=kernel.manager,
            kernel_name=kernel_name,
            timeout=execution.timeout,
            record_timing=False,  # no times in the outputs
            coalesce_streams=True,  # how a stream was cut up depends on the machine's load
            force_raise_errors=True,
            on_cell_execute=execution.begins,
            on_cell_executed=execution.ended,
            log=_quiet(),
        )
        client.kc = kernel.client
        client.execute(cleanup_kc=False)


def _quiet() -> logging.Logger:
    """A logger that keeps nbclient's remarks from standing above our one sentence."""
    logger = logging.getLogger("nisba.execution")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    return logger


papermill_engines.register(ENGINE, Engine)
