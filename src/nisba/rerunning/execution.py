"""Executing one notebook: the only module that calls papermill; it talks to our kernels through :mod:`nisba.rerunning.talking`.

Papermill's own word that a notebook "completed" is not taken: :mod:`nisba.rerunning.soundness` looks for itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.engines import papermill_engines
from papermill.exceptions import PapermillExecutionError
from papermill.execute import execute_notebook
from papermill.iorw import load_notebook_node
from papermill.parameterize import parameterize_notebook

from nisba.errors import RunError
from nisba.rerunning.engine import NAME, Engine
from nisba.rerunning.kernels import NATIVE, Kernel
from nisba.rerunning.plan import Job
from nisba.rerunning.progress import Watcher
from nisba.rerunning.soundness import last_words, place_of, tidy, traceback_tail


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
            what = ": ".join(part for part in (error.ename, error.evalue or last_words(self._current)) if part)
            raise self._failed(what, traceback_tail(error.traceback)) from error
        except CellTimeoutError as error:
            lost = "IOPub" in str(error)
            raise self._failed(
                "ended, but what it shows was lost" if lost else f"took more than {self.timeout} seconds"
            ) from error
        except DeadKernelError as error:
            raise self._failed("ended its own kernel") from error

    def _papermill(self, kernel: Kernel) -> Any:
        return execute_notebook(
            self.content,
            None,
            parameters=dict(self.job.parameters),
            engine_name=NAME,
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


papermill_engines.register(NAME, Engine)  # where the package is not installed, papermill finds no entry point
