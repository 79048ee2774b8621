"""Ending a command that was asked to end: whoever asks, it takes the same way out."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stopped_cleanly() -> Iterator[None]:
    """Let a request to end (from a closed terminal, a container, a scheduler) take the same way out as Ctrl-C."""

    def leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - signal's signature
        sys.exit(128 + number)

    wanted = [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None))]
    before = {number: signal.signal(number, leave) for number in wanted}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
