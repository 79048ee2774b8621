"""How a run is carried out; none of it changes what comes out."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nisba.rerunning.progress import Watcher, nobody

if TYPE_CHECKING:
    from nisba.rerunning.kernels import Kernels

Held = Callable[[Path, tuple[str, ...], int], AbstractContextManager["Kernels"]]
"""Given a folder, the modules that cells import and how many run beside each other, holds kernels for one run."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run is carried out.

    Args:
        jobs: notebooks that may run at the same time; 0: as many as there are processors.
        timeout: seconds that one cell may take.
        watch: given the number of cells, hands back what is told of each.
        tell: told the name of each job, and why it ran or did not.
        cluster: address of a Dask scheduler whose workers run the notebooks; empty: this machine runs them.
        held: where kernels come from; None: they are started for the run and end with it.
    """

    jobs: int = 0
    timeout: int = 600
    watch: Callable[[int], Watcher] = lambda cells: nobody  # noqa: ARG005
    tell: Callable[[str, str], None] = nobody
    cluster: str = ""
    held: Held | None = None

    @property
    def beside(self) -> int:
        """How many notebooks run at the same time on this machine."""
        return self.jobs or cores()


DEFAULT = Settings()


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
