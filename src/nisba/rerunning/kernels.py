"""Kernels that see the same world on every machine, and that leave nothing behind.

What a kernel finds around it is made here, not inherited: its variables, its home, its settings. Each line of
:func:`environment` was shown to matter by leaving it out: then some output differs between two machines.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import tempfile
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import ensure_event_loop

NATIVE = "python3"
"""The kernel of the interpreter that runs nisba; a machine's own kernel of that name is never looked up."""

_KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_FIXED = {
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "PYTHONUTF8": "1",
    "PYTHONHASHSEED": "0",  # the order of sets
    "PYTHONSAFEPATH": "1",  # a polars.py lying beside the notebooks is not polars
    "PYTHONNOUSERSITE": "1",
    "IPYKERNEL_CELL_NAME": "cell",  # else warnings name a temporary file
    "COLUMNS": "80",
    "SOURCE_DATE_EPOCH": "315532800",  # 1980-01-01, the first day that a zip can name
    "MPL_IGNORE_SYSTEM_FONTS": "1",
    "MPLBACKEND": "agg",
}


def environment(home: Path) -> Mapping[str, str]:
    """The variables of a kernel whose home, settings and temporary files lie in ``home``, an empty folder."""
    folders = {
        "HOME": ".",
        "USERPROFILE": ".",
        "APPDATA": ".",
        "TMPDIR": "tmp",
        "TEMP": "tmp",
        "IPYTHONDIR": "ipython",
        "JUPYTER_CONFIG_DIR": "jupyter",
        "JUPYTER_DATA_DIR": "jupyter",
        "JUPYTER_RUNTIME_DIR": "jupyter",
        "MPLCONFIGDIR": "matplotlib",
    }
    for name in set(folders.values()):
        (home / name).mkdir(parents=True, exist_ok=True)
    inherited = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**inherited, **_FIXED, **{name: str(home / place) for name, place in folders.items()}}


@dataclass(slots=True)
class Kernels:
    """The kernels of one run: started here, and all ended here, with every process that their cells started.

    Args:
        variables: what each kernel finds in its environment.
    """

    variables: Mapping[str, str]
    _groups: set[int] = field(default_factory=set)
    _closed: bool = False
    _guard: threading.Lock = field(default_factory=threading.Lock)

    @contextlib.contextmanager
    def manager(self) -> Iterator[Any]:
        """A manager for one kernel; when the block ends, the kernel and its process group are gone.

        Sockets are files in a private folder, not ports: ports can be taken by others, or listened to.
        """
        with tempfile.TemporaryDirectory(prefix="nisba-") as sockets:
            manager = AsyncKernelManager(
                kernel_name=NATIVE,
                kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),
                transport="tcp" if os.name == "nt" else "ipc",
                connection_file=str(Path(sockets) / "kernel.json"),
            )
            with _event_loop():
                try:
                    yield manager
                finally:
                    self._end(_process_group(manager))

    def started(self, manager: Any) -> None:
        """Note the group of a kernel that now runs, so that it can be ended from outside."""
        group = _process_group(manager)
        if group is not None:
            with self._guard:
                self._groups.add(group)
        if self._closed:  # the run was stopped while this kernel was starting
            self._end(group)

    def end_all(self) -> None:
        """End whatever runs, and whatever is still starting: the run is over."""
        self._closed = True
        for group in tuple(self._groups):
            self._end(group)

    def _end(self, group: int | None) -> None:
        if group is None:
            return
        with self._guard:
            self._groups.discard(group)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)


@contextlib.contextmanager
def _event_loop() -> Iterator[None]:
    """The loop in which this thread talks to its kernel; jupyter_core makes one on demand, but leaves it open."""
    loop = ensure_event_loop()
    try:
        yield
    finally:
        loop.run_until_complete(_cancel_the_rest())
        loop.close()


async def _cancel_the_rest() -> None:
    """Cancel what still waits for an answer that will not come."""
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)


def _process_group(manager: Any) -> int | None:
    """The group that a kernel leads; jupyter_client starts each in a session of its own."""
    group: int | None = getattr(manager.provisioner, "pgid", None)
    return group if hasattr(os, "killpg") else None
