"""The folders of sockets: one for each run, removed with it, or by the next run where it was killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nisba.rerunning.sockets import Sockets

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lock that ends with its holder")
HOLDER = """
import sys
from pathlib import Path
from nisba.rerunning.sockets import Sockets
sockets = Sockets(Path(sys.argv[1]))
print(sockets.path, flush=True)
sys.stdin.read()
"""


def _runs(home: Path) -> set[str]:
    return {str(path) for path in home.glob("run-*")}


def test_a_folder_goes_with_its_run(tmp_path):
    """A run that ends leaves none."""
    sockets = Sockets(tmp_path)
    assert _runs(tmp_path) == {str(sockets.path)}
    sockets.close()
    assert _runs(tmp_path) == set()


def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path):
    """The folder of a process that is gone goes; that of one that lives stays, so two runs share the place."""
    told = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, **told) as dead, subprocess.Popen(command, **told) as alive:
        dead.stdout.readline()
        living = alive.stdout.readline().strip()
        dead.send_signal(signal.SIGKILL)
        dead.wait()
        ours = Sockets(tmp_path)
        found = _runs(tmp_path)
        ours.close()
    assert found == {living, str(ours.path)}


def test_nobody_else_may_look(monkeypatch, tmp_path):
    """The folder admits its owner only; where others may enter the place of that name, another is taken."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    first = Sockets()
    first.close()
    (home,) = tmp_path.glob("nisba-*")
    assert home.stat().st_mode & 0o077 == 0
    home.chmod(0o755)
    second = Sockets()
    second.close()
    assert second.path.parent != home
    assert second.path.parent.stat().st_mode & 0o077 == 0
