"""Kernels that see the same world on every machine, that wait ready for their notebook, and that leave nothing behind.

What a kernel finds around it is made here, not inherited: its variables, its home, its settings. Each line of
:func:`environment` was shown to matter by leaving it out: then some output differs between two machines.

Each kernel is a process of its own that has run nobody's cell. On Linux it is a copy of the nursery
(:mod:`nisba.rerunning.nursery`), elsewhere a new Python; either way the next one starts while the last one works.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import threading
import uuid
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextvars import Context, copy_context
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import ensure_event_loop

from nisba.errors import RunError
from nisba.rerunning.lifelines import Lifeline, Nursery, able
from nisba.rerunning.sockets import Sockets

NATIVE = "python3"
"""The kernel of the interpreter that runs nisba; a machine's own kernel of that name is never looked up."""

_START_SECONDS = 120
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
    # What is published holds no time of its making, so a date that a person's build claims has nothing to replace; a
    # library that would write the time writes this day: 1980-01-01, the first that a zip can name.
    "SOURCE_DATE_EPOCH": "315532800",
    "MPL_IGNORE_SYSTEM_FONTS": "1",
    "MPLBACKEND": "agg",
    "OPENBLAS_NUM_THREADS": "1",  # sums in one order; and a process of one thread can be copied
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


@dataclass(frozen=True, slots=True)
class Kernel:
    """A kernel that is ready for its first cell.

    Args:
        folder: its own folder; it works in ``notebooks/`` there, and its home is ``home/``.
        manager: of jupyter_client.
        client: of jupyter_client, connected.
        context: where its event loop is known; talk to it from inside.
    """

    folder: Path
    manager: Any
    client: Any
    context: Context


class Kernels:
    """The kernels of one run: started here, and all ended here, with every process that their cells started.

    Args:
        place: a folder for what they need.
        modules: what each imports before its first cell.
        most: how many may be alive because they were started ahead; as many run beside each other in any case.
        works_in: where their cells work, instead of a folder of each kernel's own.
    """

    def __init__(
        self, place: Path, modules: tuple[str, ...] = (), *, most: int = 2, works_in: Path | None = None
    ) -> None:
        self.place, self.most, self._works_in = place, most, works_in
        place.mkdir(parents=True, exist_ok=True)
        self._sockets = Sockets()
        self._nursery = Nursery(environment(place / "home"), modules) if able() else None
        self._numbers = count(1)
        self._wanted = self._alive = 0
        self._ready: deque[Future[Kernel]] = deque()
        self._starter = ThreadPoolExecutor(max_workers=most, thread_name_prefix="kernel")
        self._started: list[Any] = []
        self._guard = threading.Lock()
        self._closed = False

    def expect(self, number: int) -> None:
        """Say how many kernels will be asked for, so that those which do not stand ready can be started ahead."""
        with self._guard:
            self._wanted = max(0, number - len(self._ready))
            self._fill()

    @contextlib.contextmanager
    def kernel(self) -> Iterator[Kernel]:
        """A kernel; when the block ends, it and its processes are gone, and its folder stays.

        Raises:
            RunError: it did not start.
        """
        with self._guard:
            if self._closed:
                raise RunError("the kernel", "was not started", "the run is over")
            if not self._ready:
                self._start_one()
            coming = self._ready.popleft()
        try:
            kernel = coming.result()
        except (RuntimeError, OSError, CancelledError) as error:
            raise RunError("the kernel", f"did not start ({error})", "nothing was published; try again") from error
        try:
            yield kernel
        finally:
            kernel.context.run(_put_away, kernel)
            with self._guard:
                self._alive -= 1
                self._fill()

    def close(self) -> None:
        """End whatever runs, and whatever is still starting: the run is over."""
        with self._guard:
            self._closed, self._wanted = True, 0
            unused = tuple(self._ready)
            self._ready.clear()
        for manager in tuple(self._started):
            _end(manager)
        for coming in unused:
            if not coming.cancel():
                self._starter.submit(_put_away_unused, coming)  # not here: this thread may have a loop of its own
        self._starter.shutdown(wait=True)
        if self._nursery is not None:
            self._nursery.close()
        self._sockets.close()

    def _fill(self) -> None:
        while self._wanted > 0 and self._alive < self.most:
            self._start_one()

    def _start_one(self) -> None:
        self._wanted, self._alive = self._wanted - 1, self._alive + 1
        context = copy_context()
        self._ready.append(self._starter.submit(context.run, self._start, context))

    def _start(self, context: Context) -> Kernel:
        """Start a kernel and wait until it answers.

        Sockets are files in a private folder, not ports: ports can be taken by others, or listened to.
        """
        number = next(self._numbers)
        folder = self.place / f"{number}"
        (folder / "notebooks").mkdir(parents=True)
        manager = AsyncKernelManager(
            kernel_name=NATIVE,
            kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),
            transport="tcp" if os.name == "nt" else "ipc",
            connection_file=str(self._sockets.path / f"{number}.json"),
        )
        if self._nursery is not None:
            manager.provisioner = Lifeline(
                parent=manager,
                kernel_id=str(uuid.uuid4()),
                kernel_spec=manager.kernel_spec,
                nursery=self._nursery,
                connection=manager.connection_file,
            )
        loop = ensure_event_loop()
        client = loop.run_until_complete(_connected(manager, folder, self._works_in or folder / "notebooks"))
        self._started.append(manager)
        if self._closed:  # the run was stopped while this kernel was starting
            _end(manager)
        return Kernel(folder, manager, client, context)


def _put_away_unused(coming: Future[Kernel]) -> None:
    """End a kernel that was started ahead and is not wanted."""
    if coming.exception() is None:
        coming.result().context.run(_put_away, coming.result())


async def _connected(manager: Any, folder: Path, works_in: Path) -> Any:
    """Start a manager's kernel; a client that it has answered."""
    await manager.start_kernel(
        cwd=str(works_in),
        env=dict(environment(folder / "home")),
        extra_arguments=["--HistoryManager.enabled=False"],
    )
    client = manager.client()
    client.start_channels()
    try:
        await client.wait_for_ready(timeout=_START_SECONDS)
    except RuntimeError:
        _end(manager)
        client.stop_channels()
        raise
    client.allow_stdin = False
    return client


def _put_away(kernel: Kernel) -> None:
    """End a kernel with all that came of it, and close what led to it."""
    _end(kernel.manager)
    process = getattr(kernel.manager.provisioner, "process", None)
    if process is not None:
        process.wait()
    kernel.client.stop_channels()
    loop = ensure_event_loop()
    loop.run_until_complete(_cancel_the_rest())
    loop.run_until_complete(kernel.manager.cleanup_resources())
    loop.close()


def _end(manager: Any) -> None:
    """End a kernel from whichever thread, at once."""
    if isinstance(manager.provisioner, Lifeline):
        manager.provisioner.let_go()
        return
    group = getattr(manager.provisioner, "pgid", None)
    if group is not None and hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)


async def _cancel_the_rest() -> None:
    """Cancel what still waits for an answer that will not come."""
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
