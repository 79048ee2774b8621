"""Lifelines: how a run asks its nursery for a kernel, and holds on to it.

A lifeline is a socket pair between a run and the guard of one kernel. While the run holds its end the kernel lives; a
byte sent along it is a signal for the kernel; what comes back is the status with which the kernel ended. No process
number is kept, so none can be mistaken for another's.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Instance, Unicode

_POLL_SECONDS = 0.02


def able() -> bool:
    """Whether this system can copy processes and look after what they start: Linux, and a Python that knows it."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")


class Nursery:
    """The process that makes kernels; see :mod:`nisba.rerunning.nursery`.

    Args:
        variables: what it and its kernels find in their environment.
        modules: what each kernel imports before its first cell.
        plain: kernels are started as new Pythons, not copied.
    """

    def __init__(self, variables: Mapping[str, str], modules: Sequence[str], *, plain: bool = False) -> None:
        self._modules, self._plain = tuple(modules), plain
        self._calls, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-m", "nisba.rerunning.nursery", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env=dict(variables),
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def kernel(self, connection: str, folder: Path, variables: Mapping[str, str]) -> socket.socket:
        """Ask for a kernel; the lifeline to its guard."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        asked = {
            "connection": connection,
            "folder": str(folder),
            "variables": dict(variables),
            "modules": self._modules,
            "plain": self._plain,
        }
        with theirs, contextlib.suppress(OSError):  # a nursery that is gone shows as a kernel that is gone
            socket.send_fds(self._calls, [json.dumps(asked).encode()], [theirs.fileno()])
        ours.settimeout(0.0)
        return ours

    def close(self) -> None:
        """Let the nursery go; kernels that are still held live on."""
        self._calls.close()
        self._process.wait()


class Lifeline(LocalProvisioner):
    """What a kernel manager holds instead of a process."""

    nursery = Instance(Nursery)
    connection = Unicode()
    line: socket.socket | None = None
    status: int | None = None

    @property
    def has_process(self) -> bool:
        """Whether the manager still has something to look after."""
        return self.line is not None

    async def launch_kernel(self, cmd: list[str], **told: Any) -> Any:  # noqa: ARG002 - the nursery knows the command
        """Ask the nursery."""
        self.line = self.nursery.kernel(self.connection, told["cwd"], told["env"])
        return self.connection_info

    async def poll(self) -> int | None:
        """The status with which the kernel ended, None while it runs."""
        if self.status is None and self.line is not None:
            try:
                said = self.line.recv(16)
            except BlockingIOError:
                return None
            except OSError:
                said = b""
            self.status = int(said or b"-9")
        return self.status

    async def wait(self) -> int | None:
        """The status, once the kernel has ended."""
        while await self.poll() is None:  # noqa: ASYNC110 - jupyter_client asks, and is not told
            await asyncio.sleep(_POLL_SECONDS)
        self.let_go()
        return self.status

    async def send_signal(self, signum: int) -> None:
        """Pass a signal on."""
        if self.line is not None:
            with contextlib.suppress(OSError):
                self.line.send(bytes([signum]))

    async def kill(self, restart: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - jupyter_client's signature
        """End the kernel and all that came of it."""
        await self.send_signal(signal.SIGKILL)

    async def terminate(self, restart: bool = False) -> None:  # noqa: FBT001, FBT002 - jupyter_client's signature
        """The same: a kernel has nothing to put in order."""
        await self.kill(restart)

    def let_go(self) -> None:
        """Close the lifeline; the guard ends whatever still runs."""
        if self.line is not None:
            self.line.close()
            self.line = None
