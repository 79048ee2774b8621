"""Kernels leave nothing behind, however the run and its cells end; and each is as good as a new one."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nisba.errors import RunError
from nisba.rerunning import kernels
from nisba.rerunning.notebooks import load

# A grandchild that has left its parents, its session and its group, as a badly behaved daemon does.
DETACHED = """
import subprocess
code = "import os, time; os.setsid(); os.fork() and os._exit(0); open({pid!r}, 'w').write(str(os.getpid())); time.sleep(600)"
subprocess.Popen([__import__("sys").executable, "-c", code]).wait();
""".strip()
RUNNER = """
import sys
from pathlib import Path
from nisba.rerunning.run import rerun
rerun(Path(sys.argv[1]), "tiny", {"story": ("tiny",)}, {})
"""
pytestmark = pytest.mark.skipif(not kernels.able(), reason="only Linux tells a process of its orphans")


def _gone(pid: int) -> bool:
    """Whether a process has ended, or ends within ten seconds."""
    for _ in range(100):
        stat = Path(f"/proc/{pid}/stat")
        if not stat.exists() or stat.read_text("utf-8", "replace").rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


def _written(path: Path) -> int:
    for _ in range(300):
        if path.exists() and path.read_text("utf-8"):
            return int(path.read_text("utf-8"))
        time.sleep(0.1)
    raise AssertionError("waited in vain")


@pytest.mark.parametrize("end", ["after = 1", "1 / 0", "import os; os._exit(0)"], ids=["ends well", "fails", "dies"])
def test_a_detached_grandchild_ends_with_its_notebook(project, end):
    """A process that left its parents behind still ends when the notebook does."""
    pid = project.root.parent / "pid"
    project.notebook("01_starts", DETACHED.format(pid=str(pid)), end)
    with contextlib.suppress(RunError):
        project.run()
    assert _gone(_written(pid))


def test_nothing_survives_a_killed_run(project):
    """A run that is killed without warning takes its kernels and all their processes with it."""
    pids = [project.root.parent / name for name in ("kernel", "grandchild")]
    project.notebook(
        "01_waits",
        f"import os; open({str(pids[0])!r}, 'w').write(str(os.getpid()));",
        DETACHED.format(pid=str(pids[1])),
        "import time; time.sleep(600)",
    )
    command = [sys.executable, "-c", RUNNER, str(project.root)]
    with subprocess.Popen(command, cwd=project.root, stderr=subprocess.DEVNULL) as running:
        found = [_written(path) for path in pids]
        running.send_signal(signal.SIGKILL)
    assert [_gone(pid) for pid in found] == [True, True]
    assert not project.outputs.exists()


def test_a_clean_namespace(project):
    """What one notebook does to a module that both use is not there for the next."""
    project.notebook("01_spoils", "import nisba.reading; nisba.reading.spoilt = True")
    project.notebook("02_looks", "import nisba.reading; hasattr(nisba.reading, 'spoilt')")
    project.run()
    cell = load(project.outputs / "notebooks/02_looks.ipynb").cells[-1]
    assert cell.outputs[0].data["text/plain"] == "False"


def test_a_home_of_its_own(project):
    """A notebook cannot hand on through its home what it did not declare."""
    project.notebook("01_hides", "from pathlib import Path; Path.home().joinpath('x').write_text('x');")
    project.notebook("02_seeks", "from pathlib import Path; Path.home().joinpath('x').exists()")
    project.run()
    cell = load(project.outputs / "notebooks/02_seeks.ipynb").cells[-1]
    assert cell.outputs[0].data["text/plain"] == "False"


def test_kernels_that_are_new_pythons_give_the_same(small, monkeypatch):
    """Where processes cannot be copied, kernels are started anew, and the outputs are the same."""
    small.run()
    before = small.published()
    for path in (small.root / ".nisba/store/records").iterdir():
        path.unlink()
    monkeypatch.setattr(kernels, "able", lambda: False)
    small.run()
    assert small.published() == before


def test_a_child_can_wait_for_its_own(project):
    """A cell may start processes and hear how they ended, as in any Python."""
    project.notebook(
        "01_starts", "import subprocess, sys; subprocess.run([sys.executable, '-c', 'exit(3)']).returncode"
    )
    project.run()
    assert load(project.outputs / "notebooks/01_starts.ipynb").cells[-1].outputs[0].data["text/plain"] == "3"
