"""Set up and run the project's tasks with nothing but Python: ``python bootstrap.py explainer``.

The Makefile calls this file, so both ways do the same. The first call makes ``.venv`` from the hashed locks in
``requirements/``; a later call finds the lock's digest written there and goes straight to work. Standard library only.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "nisba-locks.json"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WASTE = (".venv", ".nisba", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "build", "dist", "site")


class Task(NamedTuple):
    """One thing people ask for: which lock it needs, the commands, and what it does in a line."""

    lock: str | None
    commands: tuple[tuple[str, ...], ...]
    help: str
    browser: bool = False


TASKS = {
    "explainer": Task("run", (("nisba", "run", "centcom-2024h1"),), "set up, then make the first story's pages"),
    "test": Task(
        "dev",
        (("python", "-m", "pytest", "-n", "auto", "--dist", "loadgroup"),),
        "set up, then run every test",
        browser=True,
    ),
    "test-long": Task(
        "dev",
        (("python", "-m", "pytest", "-m", "long", "-n", "auto"),),
        "the tests that take minutes: kills at random moments, the same bytes in many environments",
    ),
    "cover": Task(
        "dev",
        (("python", "-m", "pytest", "--cov", "-n", "auto", "--dist", "loadgroup"),),
        "the tests, with the lines they miss",
        browser=True,
    ),
    "lint": Task(
        "dev",
        (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)),
        "style, formatting and strict types",
    ),
    "accuracy": Task(
        "dev",
        (("python", "benchmarks/floors.py"), ("python", "benchmarks/accuracy.py")),
        "how well the annotated reports are read, and no figure below its floor",
    ),
    "drill": Task(
        "dev",
        (("nisba", "drill", "centcom-2024h1", "--floor", "97"),),
        "sow 500 faults into the first story, and ask that 97 per cent are caught",
    ),
    "bench": Task(
        "dev",
        (("python", "benchmarks/peers.py"), ("python", "benchmarks/against_plain_tools.py", "--keep")),
        "reading beside other readers, a run beside the plain tools",
    ),
    "goldens": Task(
        "dev",
        (("python", "tests/goldens.py"),),
        "take the pictures of the pages anew; look at each one that changed",
        browser=True,
    ),
    "docs": Task(
        "dev",
        (("python", "docs/write_commands.py"), ("python", "docs/write_story_toml.py")),
        "write docs/commands.md and docs/story_toml.md from the program itself",
    ),
    "docs-site": Task(
        "dev",
        (("python", "-m", "sphinx", "--fail-on-warning", "--quiet", "docs", "site"),),
        "build the documentation as a site, in site/",
    ),
    "lock": Task("dev", (("python", "requirements/lock.py"),), "resolve the locks and environment.yml afresh"),
    "clean": Task(None, (), "remove the environment and what the tools left behind"),
}


def main() -> int:
    """Run the task named on the command line; what follows its name goes to its last command."""
    if sys.version_info < (3, 11):
        return fail(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    told = argparse.ArgumentParser(description=__doc__.splitlines()[0], formatter_class=argparse.RawTextHelpFormatter)
    told.add_argument("task", choices=TASKS, help="\n".join(f"{name:10} {task.help}" for name, task in TASKS.items()))
    told.add_argument("more", nargs=argparse.REMAINDER, help="handed to the task's last command")
    asked = told.parse_args()
    task = TASKS[asked.task]
    if asked.task == "clean":
        return clean()
    if task.lock:
        set_up(task.lock)
    if task.browser:
        find_browser()
    return run_all(task.commands, asked.more)


def run_all(commands: tuple[tuple[str, ...], ...], more: list[str]) -> int:
    """Run the commands in order from the project's root; stop at the first that fails and hand back its status."""
    for place, command in enumerate(commands, start=1):
        extra = more if place == len(commands) else []
        done = subprocess.run([BIN / command[0], *command[1:], *extra], cwd=ROOT, env=environment(), check=False)
        if done.returncode:
            return done.returncode
    return 0


def environment() -> dict[str, str]:
    """The caller's variables, with the project's environment first on the path as if it had been activated."""
    return {**os.environ, "VIRTUAL_ENV": str(VENV), "PATH": os.pathsep.join([str(BIN), os.environ.get("PATH", "")])}


def set_up(lock: str) -> None:
    """Install the lock and the project into ``.venv``, unless exactly that is installed there already."""
    wanted = {"run": key("run")} if lock == "run" else {"run": key("run"), "dev": key("dev")}
    present = json.loads(STAMP.read_text("utf-8")) if STAMP.exists() else {}
    if wanted.items() <= present.items():
        return
    print(f"Setting up .venv from requirements/{lock}.txt (about a minute the first time) …", flush=True)
    STAMP.unlink(missing_ok=True)
    pip = make_venv()
    pip_install(pip, "--require-hashes", "--no-deps", "-r", f"requirements/{lock}.txt")
    pip_install(pip, "--no-deps", "--no-build-isolation", "--editable", ".")
    STAMP.write_text(json.dumps(wanted, indent=1) + "\n", "utf-8")


def key(lock: str) -> str:
    """What the environment depends on: the lock, the project's own entry points, and the Python that runs it."""
    said = b"\0".join((ROOT / name).read_bytes() for name in (f"requirements/{lock}.txt", "pyproject.toml"))
    return hashlib.sha256(said + sys.version.encode() + str(ROOT).encode()).hexdigest()


def make_venv() -> list[str]:
    """Make ``.venv`` where it is missing or broken; hand back the pip that fills it.

    Debian keeps ``ensurepip`` in a package of its own (python3-venv). Where it is missing, the machine's own pip
    installs into the environment instead.
    """
    if not works(BIN / "python", sys.version):
        own_pip = importlib.util.find_spec("ensurepip") is not None
        venv.EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=own_pip).create(VENV)
    if importlib.util.find_spec("ensurepip") is not None:
        return [str(BIN / "python"), "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", str(BIN / "python")]


def works(python: Path, version: str) -> bool:
    """Whether this interpreter starts and is the very version asked for."""
    if not python.exists():
        return False
    asked = subprocess.run(
        [python, "-c", "import sys; print(sys.version)"], capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() == version


def pip_install(pip: list[str], *what: str) -> None:
    """Install quietly; a failure ends the set-up with pip's own words above ours."""
    quiet = ("-qq", "--disable-pip-version-check", "--no-input")
    done = subprocess.run([*pip, "install", *quiet, *what], cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(fail("the environment could not be set up; pip says why above."))


def find_browser() -> None:
    """Get Debian's chromium where the tests would find no browser and this machine lets us install one."""
    if any(map(shutil.which, BROWSERS)) or os.environ.get("NISBA_BROWSER"):
        return
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Getting Debian's chromium for the tests that open pages …", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
        packages = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        subprocess.run(packages, env=quiet, check=False, stdout=subprocess.DEVNULL)
    else:
        print("No chromium here: tests that open pages are skipped (install chromium, or name one in NISBA_BROWSER).")


def clean() -> int:
    """Remove the environment, caches and workspaces; what people wrote and what was published stays."""
    for name in WASTE:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    for cache in [*ROOT.rglob("__pycache__"), *ROOT.rglob(".ipynb_checkpoints")]:
        shutil.rmtree(cache, ignore_errors=True)
    return 0


def fail(sentence: str) -> int:
    """Say what is wrong in one sentence and hand back a status of failure."""
    print(f"bootstrap: {sentence}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
