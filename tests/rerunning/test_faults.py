"""Faults of the machine: whatever write, sync or rename of a publication fails, readers have the old outputs or the new."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nisba.errors import RunError
from nisba.rerunning import swap

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Fault:
    """Lets one operation on files fail: the one of that number, counted from the moment it is armed."""

    def __init__(self) -> None:
        self.left = self.seen = 0
        self.code = errno.ENOSPC

    def arm(self, number: int, code: int) -> None:
        self.left, self.seen, self.code = number, 0, code

    def pass_by(self, what: object = "") -> None:
        """Count one operation; fail if it is the one."""
        self.seen += 1
        self.left -= 1
        if self.left == 0:
            raise OSError(self.code, os.strerror(self.code), str(what))

    def hook(self, event: str, told: tuple) -> None:
        """An audit hook: opening to write, making and renaming; see the table of audit events in Python's documentation."""
        if self.left > 0 and any(word in str(told[0]) for word in (".nisba", "outputs", "processed")):
            opens = event == "open" and isinstance(told[2], int) and told[2] & WRITES
            if opens or event in {"os.rename", "os.mkdir", "os.link"}:
                self.pass_by(told[0])


FAULT = Fault()
sys.addaudithook(FAULT.hook)


@contextmanager
def _failing(monkeypatch, number: int, code: int) -> Iterator[None]:
    """Let the operation of that number fail; the exchange of two names and each sync count too."""
    real_sync, real_exchange = os.fsync, swap._exchange

    def sync(handle: int) -> None:
        FAULT.pass_by("fsync")
        real_sync(handle)

    def exchange(one: Path, other: Path) -> bool:
        FAULT.pass_by("exchange")
        return real_exchange(one, other)

    with monkeypatch.context() as patched:
        patched.setattr(swap.os, "fsync", sync)
        patched.setattr(swap, "_exchange", exchange)
        FAULT.arm(number, code)
        try:
            yield
        finally:
            FAULT.left = 0


@pytest.fixture
def editions(small):
    """Two editions of the outputs, both in the store, so that a run has only to publish; the first is published."""
    page = small.root / "notebooks/02_explain.ipynb"
    texts = (page.read_text("utf-8"), page.read_text("utf-8").replace("A & <b>", "Another"))
    published = []
    for text in reversed(texts):
        page.write_text(text, "utf-8")
        small.run()
        published.append(small.published())
    return page, texts, tuple(reversed(published))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO], ids=["the disk is full", "the disk fails"])
def test_every_operation_of_a_publication(small, editions, monkeypatch, code):
    """Whichever operation fails, the sentence is one for people, outputs are whole, and the next run needs no help."""
    page, texts, published = editions
    number, failed = 0, 0
    while True:
        number += 1
        page.write_text(texts[1], "utf-8")
        with _failing(monkeypatch, number, code):
            failed += _failed(small, os.strerror(code))
        assert small.published() in published
        if FAULT.seen < number:
            break
        page.write_text(texts[0], "utf-8")
        small.run()
        assert small.published() == published[0]
    assert failed >= 20
    assert small.published() == published[1]


def _failed(project, says: str) -> bool:
    """Whether a run fails; then its sentence says of what."""
    try:
        project.run()
    except RunError as error:
        return says in str(error) or pytest.fail(str(error))
    return False


RUN = """
import sys
from pathlib import Path
from nisba.rerunning.run import rerun
allowed = {"story": ("tiny",), "language": ("all", "ar", "en"), "baseline": ("ap", "un")}
rerun(Path(sys.argv[1]), "tiny", allowed, {})
"""


@pytest.mark.long
def test_killed_at_any_moment_of_a_run(small, editions):
    """A whole run, killed without warning at 120 random moments, leaves the old outputs or the new, and no cleaning up."""
    page, texts, published = editions
    chance, seen = random.Random(6), []
    for turn in range(120):
        page.write_text(texts[turn % 2], "utf-8")
        records = small.root / ".nisba/store/records"
        for path in sorted(records.iterdir())[: chance.randrange(3)]:
            path.unlink()
        with subprocess.Popen([sys.executable, "-c", RUN, str(small.root)], stderr=subprocess.DEVNULL) as running:
            time.sleep(chance.uniform(0.05, 2.5))
            running.send_signal(signal.SIGKILL)
        assert small.published() in published
        seen.append(small.published() == published[turn % 2])
    small.run()
    assert small.published() == published[1]
    assert {True, False} <= set(seen)
