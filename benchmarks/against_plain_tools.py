"""Time ``nisba run`` against the plain tools: the papermill command for each notebook, then nbconvert for each page.

Both do the same notebooks on a copy of the project; ours also looks at what ran, and publishes all or nothing. Run it
with ``make bench``; the ratio is what counts, since seconds differ from machine to machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
LANGUAGES = ("ar", "en")


def main() -> None:
    """Print the median seconds of each way, and how many times as fast ours is."""
    told = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    told.add_argument("--story", default="centcom-2024h1")
    told.add_argument("--times", type=int, default=3)
    asked = told.parse_args()
    ways: dict[str, Callable[[Path, str], None]] = {
        "papermill and nbconvert": plain,
        "nisba run": lambda root, story: ours(root, story, 1),
        "nisba run --jobs 2": lambda root, story: ours(root, story, 2),
    }
    seconds = {
        name: statistics.median(timed(way, asked.story) for _ in range(asked.times)) for name, way in ways.items()
    }
    slowest = seconds["papermill and nbconvert"]
    for name, taken in seconds.items():
        print(f"{name:26}{taken:7.1f} s   {slowest / taken:4.1f} times as fast")


def timed(way: Callable[[Path, str], None], story: str) -> float:
    """Seconds that one way takes on a fresh copy of the project."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("notebooks", "data/raw"):
            shutil.copytree(ROOT / name, Path(folder, name))
        begun = time.perf_counter()
        way(Path(folder), story)
        return time.perf_counter() - begun


def ours(root: Path, story: str, jobs: int) -> None:
    """One command."""
    run(root, "nisba", "run", story, "--quiet", "--jobs", str(jobs))


def plain(root: Path, story: str) -> None:
    """What a person would type without nisba: one papermill a notebook, one nbconvert a page."""
    executed = root / "outputs"
    executed.mkdir()
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        languages = LANGUAGES if "language: str" in path.read_text("utf-8") else ("",)
        for language in languages:
            done = executed / f"{path.stem}.{language or 'all'}.ipynb"
            told = ("-p", "language", language) if language else ()
            run(root / "notebooks", "papermill", path.name, str(done), "-p", "story", story, *told)
            if language:
                run(root, "jupyter-nbconvert", "--to", "html", str(done))


def run(folder: Path, program: str, *told: str) -> None:
    """Run one program of the environment, and let it fail loudly."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "PATH": os.pathsep.join([str(BIN), os.environ["PATH"]])}
    subprocess.run([BIN / program, *told], cwd=folder, env=environment, check=True, **quiet)


if __name__ == "__main__":
    main()
