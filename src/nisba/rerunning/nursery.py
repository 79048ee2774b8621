"""The nursery: a process that has imported what every kernel imports, and makes kernels by copying itself (Linux).

``python -m nisba.rerunning.nursery SOCKET`` imports, then waits on a socket. Each message asks for one kernel and
carries a lifeline, one end of a socket pair. The nursery forks a guard, which forks the kernel: a fresh process that
has run nobody's cell, in a world of its own (folder, variables, home), only without the second that imports take.

The guard holds the lifeline. When the kernel ends, it kills whatever the kernel's cells started and says with which
status it ended; when the lifeline closes, because the run let go of the kernel or was itself killed, it kills the kernel
and all of that. Processes that a cell detached come to the guard too, as their nearest "subreaper" (prctl(2)), so
nothing outlives a run, not even one that ends by SIGKILL.

Only a process of one thread may be copied (fork(2)), so libraries that start threads when they are imported, polars
first among them, are imported in the copy.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

_SET_DEATH_SIGNAL, _SET_SUBREAPER = 1, 36  # PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER of linux/prctl.h
_LONGEST = 1 << 16
BEFORE = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.zmqshell",
    "ipykernel.compiler",
    "IPython.core.completer",
    "IPython.core.historyapp",
    "comm.base_comm",
    "nisba.gathering",
    "nisba.reading",
    "nisba.checking",
    "nisba.explaining",
    "nisba.explaining.charts.saving",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "PIL.PngImagePlugin",
)
"""What the nursery itself imports: nothing among it starts a thread."""


def main() -> None:
    """Import, then make a kernel for each message until the socket closes."""
    calls = socket.socket(fileno=int(sys.argv[1]))
    load(BEFORE)
    gc.collect()
    gc.freeze()  # what is shared now stays shared: the collector of a copy does not write to it
    while True:
        said, lifelines, _, _ = socket.recv_fds(calls, _LONGEST, 1)
        if not said:
            return
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        if os.fork() == 0:
            calls.close()
            _leave(partial(_guard, json.loads(said), socket.socket(fileno=lifelines[0])))
        os.close(lifelines[0])


def load(modules: tuple[str, ...] | list[str]) -> None:
    """Import modules by name; one that cannot be imported is left to the cell that wants it."""
    for name in modules:
        with contextlib.suppress(Exception):
            importlib.import_module(name)


def _guard(asked: Mapping[str, Any], lifeline: socket.socket) -> None:
    """Run one kernel, and end all that came of it."""
    os.setsid()
    _prctl(_SET_SUBREAPER, 1)
    kernel = os.fork()
    if kernel == 0:
        lifeline.close()
        _leave(partial(_kernel, asked))
    ended, status = os.pidfd_open(kernel), 0
    watched: list[Any] = [ended, lifeline]
    while True:
        ready, _, _ = select.select(watched, [], [])
        if ended in ready:
            status = os.waitstatus_to_exitcode(os.waitpid(kernel, 0)[1])
            break
        number = _received(lifeline)
        if not number:
            break
        with contextlib.suppress(ProcessLookupError):
            os.killpg(kernel, number[0])
    _end_children()
    with contextlib.suppress(OSError):
        lifeline.send(str(status).encode())


def _received(lifeline: socket.socket) -> bytes:
    """The number of a signal to pass on; nothing when the run let go."""
    try:
        return lifeline.recv(1)
    except OSError:
        return b""


def _kernel(asked: Mapping[str, Any]) -> None:
    """Become the kernel: an IPython kernel behind the connection file that the run wrote."""
    _prctl(_SET_DEATH_SIGNAL, signal.SIGKILL)
    os.setpgid(0, 0)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    os.environ.clear()
    os.environ.update(asked["variables"])
    os.chdir(asked["folder"])
    arguments = ["-f", asked["connection"], "--HistoryManager.enabled=False"]
    if len(list(Path("/proc/self/task").iterdir())) > 1 or asked["plain"]:
        os.execv(sys.executable, [sys.executable, "-m", "ipykernel_launcher", *arguments])  # noqa: S606 - our own interpreter
    sys.argv = ["ipykernel_launcher", *arguments]
    from ipykernel.kernelapp import IPKernelApp  # noqa: PLC0415 - the nursery has imported it; nobody else may

    app: Any = IPKernelApp.instance()
    app.initialize(arguments)
    load(asked["modules"])
    app.start()


def _end_children() -> None:
    """Kill every process that came of this one; orphans come here, so this ends when there are none."""
    while True:
        for child in _children():
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def _children() -> list[int]:
    """The processes whose parent is this one; a process's name may hold spaces and brackets (proc(5))."""
    found = []
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            with contextlib.suppress(OSError):
                fields = (place / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
                if int(fields[1]) == os.getpid():
                    found.append(int(place.name))
    return found


def _leave(work: Callable[[], None]) -> NoReturn:
    """Do a copy's work and end it, whatever happens: it must never go on as a second nursery."""
    try:
        work()
    finally:
        os._exit(0)


def _prctl(option: int, value: int) -> None:
    ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)


if __name__ == "__main__":
    main()
