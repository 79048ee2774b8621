"""Talking to a kernel of ours with papermill's own client: what the engine ``nisba`` does with a notebook."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from nbclient.exceptions import DeadKernelError
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine

from nisba.errors import RunError

if TYPE_CHECKING:
    from nisba.rerunning.kernels import Kernel

_LONGEST_IOPUB_SECONDS = 30  # how late what a cell shows may come behind its end, on a busy machine

_PASSED_ON = ("log_output", "stdout_file", "stderr_file")


class Steps(Protocol):
    """Who is told of each cell."""

    timeout: int
    content: Any

    def begins(self, cell: Any, cell_index: int) -> None:
        """Called before a cell."""

    def ended(self, cell: Any, cell_index: int, execute_reply: Any) -> None:
        """Called behind it."""


class Talking(NBClientEngine):  # type: ignore[misc] # papermill ships no types
    """Papermill's own engine, talking to a kernel that stands ready, or to one that is started for this notebook."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **told: Any) -> None:
        """Execute the cells, with papermill's own client.

        Raises:
            RunError: called by papermill alone, the notebook is not Python, or did not run to its end.
        """
        if "kernel" in told:
            steps = told["execution"]
            steps.content = nb_man.nb
            _execute(nb_man, told["kernel"], steps.timeout, steps, log=_quiet())
        else:
            _alone(nb_man, kernel_name, **told)


def _alone(
    nb_man: Any, kernel_name: str, input_path: str = "", execution_timeout: int | None = None, **told: Any
) -> None:
    """Execute a notebook for who called papermill: in a kernel of its own, in the folder that papermill works in."""
    from nisba.rerunning.soundness import check  # noqa: PLC0415 - a run has them already

    file = Path(input_path).name or "the notebook"
    language = nb_man.nb.metadata.get("kernelspec", {}).get("language", "python")
    if language != "python":
        raise RunError(file, f"is written in {language} for the kernel {kernel_name}", "use another engine for it")
    with _kernel(nb_man.nb) as kernel:
        said = {name: told[name] for name in _PASSED_ON if name in told}
        kernel.context.run(partial(_execute, nb_man, kernel, execution_timeout, **said))
        check(file, nb_man.nb, private=(str(kernel.folder),))


@contextmanager
def _kernel(content: Any) -> Iterator[Kernel]:
    from nisba.rerunning.kernels import Kernels  # noqa: PLC0415 - a run has them already
    from nisba.rerunning.notebooks import imports, is_code  # noqa: PLC0415 - a run has them already

    with tempfile.TemporaryDirectory(prefix="nisba-engine.", ignore_cleanup_errors=True) as place:
        modules = imports(cell.source for cell in content.cells if is_code(cell))
        kernels = Kernels(Path(place), modules, most=1, works_in=Path.cwd())
        try:
            with kernels.kernel() as kernel:
                yield kernel
        finally:
            kernels.close()


def _execute(nb_man: Any, kernel: Kernel, timeout: int | None, steps: Steps | None = None, **told: Any) -> None:
    client = PapermillNotebookClient(
        nb_man,
        km=kernel.manager,
        timeout=timeout,
        iopub_timeout=min(timeout or _LONGEST_IOPUB_SECONDS, _LONGEST_IOPUB_SECONDS),
        record_timing=False,  # no times in the outputs
        coalesce_streams=True,  # how a stream was cut up depends on the machine's load
        force_raise_errors=True,
        on_cell_execute=steps.begins if steps else None,
        on_cell_executed=partial(_ended, told=steps.ended if steps else None),
        **told,
    )
    client.kc = kernel.client
    client.execute(cleanup_kc=False)


def _ended(cell: Any, cell_index: int, execute_reply: Any, *, told: Callable[..., None] | None) -> None:
    """Behind a cell: ``quit()`` is answered with "ok" and a request that nbclient does not read."""
    if any(asked.get("source") == "ask_exit" for asked in execute_reply["content"].get("payload", ())):
        raise DeadKernelError("A cell asked its kernel to end")
    if told:
        told(cell=cell, cell_index=cell_index, execute_reply=execute_reply)


def _quiet() -> logging.Logger:
    """A logger that keeps nbclient's remarks from standing above our one sentence."""
    logger = logging.getLogger("nisba.execution")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    return logger
