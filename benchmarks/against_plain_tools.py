"""Time ``nisba run`` against the plain tools: the papermill command for each notebook, then nbconvert for each page.

Both do the same notebooks on a copy of the project, in turns, on the same machine; ours also looks at what ran, and
publishes all or nothing. ``make bench`` prints the medians and their ratios; with ``--keep`` they go into
``speed.toml`` and from there into the README; a test holds it to them. Memory is the peak of what all processes of a way occupy, shared pages counted once.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FIGURES, README = Path(__file__).with_name("speed.toml"), ROOT / "README.md"
START, END = "<!-- speed: written by make bench -->", "<!-- end of speed -->"
BIN = Path(sys.executable).parent
LANGUAGES = ("ar", "en")
PLAIN = "plain"


class Taken(NamedTuple):
    """What one way took: seconds of wall time, and MiB at its peak (0 where the system does not say)."""

    seconds: float
    memory: float


def main() -> None:
    """Print the medians of each way and their ratios to the plain tools, and keep them."""
    told = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    told.add_argument("--story", default="centcom-2024h1")
    told.add_argument("--times", type=int, default=5)
    told.add_argument("--keep", action="store_true", help="write speed.toml, and the README's paragraph from it")
    asked = told.parse_args()
    taken: dict[str, list[Taken]] = {}
    cells: list[float] = []
    for number in range(asked.times):
        with tempfile.TemporaryDirectory() as folder:
            for name, one in once(Path(folder), asked.story, number).items():
                taken.setdefault(name, []).append(one)
            cells.append(in_cells(Path(folder, "ours")))
    medians = {name: Taken(*map(statistics.median, zip(*ones, strict=True))) for name, ones in taken.items()}
    report(medians, statistics.median(cells), asked.times)
    if asked.keep:
        keep(medians, statistics.median(cells), asked.times)


def once(folder: Path, story: str, number: int) -> dict[str, Taken]:
    """One turn of each way."""
    for name in (PLAIN, "ours"):
        for part in ("notebooks", "data/raw"):
            shutil.copytree(ROOT / part, folder / name / part)
    ours = folder / "ours"
    prose = ours / "data" / "raw" / story / "explainer.en.md"
    found = {PLAIN: timed(lambda: plain(folder / PLAIN, story)), "cold": timed(lambda: nisba(ours, story))}
    written = prose.read_text("utf-8")
    prose.write_text(f"{written}\nA sentence was added{'!' * (number % 2)}.\n", "utf-8")
    found["prose"] = timed(lambda: nisba(ours, story))
    found["nothing"] = timed(lambda: nisba(ours, story))
    return found


def timed(way: Callable[[], None]) -> Taken:
    """What one way takes."""
    peak, over = [0.0], threading.Event()

    def look() -> None:
        while not over.wait(0.1):
            peak[0] = max(peak[0], occupied())

    watcher = threading.Thread(target=look)
    watcher.start()
    begun = time.perf_counter()
    try:
        way()
    finally:
        seconds = time.perf_counter() - begun
        over.set()
        watcher.join()
    return Taken(seconds, peak[0])


def occupied() -> float:
    """MiB that this process's descendants occupy together (proportional set size, proc(5))."""
    parents: dict[int, list[int]] = {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(place.read_text("utf-8", "replace").rpartition(")")[2].split()[1])
        except OSError:
            continue
        parents.setdefault(parent, []).append(int(place.parent.name))
    waiting, total = list(parents.get(os.getpid(), ())), 0
    while waiting:
        process = waiting.pop()
        waiting += parents.get(process, ())
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def nisba(root: Path, story: str) -> None:
    """One command."""
    run(root, "nisba", "run", story, "--quiet")


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


def in_cells(root: Path) -> float:
    """Seconds that the cells of the first run took by themselves, one after another: what no runner can save."""
    records = sorted((root / ".nisba" / "store" / "records").glob("*.json"), key=lambda path: path.stat().st_ctime)
    told = [json.loads(json.loads(path.read_bytes())[1]) for path in records]
    first = {(one["depends"]["notebook"], str(one["depends"]["parameters"])): one for one in reversed(told)}
    return sum(sum(one["cells"].values()) for one in first.values())


def run(folder: Path, program: str, *told: str) -> None:
    """Run one program of the environment, and let it fail loudly."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "PATH": os.pathsep.join([str(BIN), os.environ["PATH"]])}
    subprocess.run([BIN / program, *told], cwd=folder, env=environment, check=True, **quiet)


def machine() -> str:
    """What it was measured on, as far as that matters."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{cores} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def report(medians: dict[str, Taken], cells: float, times: int) -> None:
    """The medians as people read them."""
    names = {PLAIN: "papermill and nbconvert", "cold": "nisba run, first", "prose": "… after a change to the prose"}
    print(f"Medians of {times} turns on {machine()}")
    for name, one in medians.items():
        ratio = one.seconds / medians[PLAIN].seconds
        print(f"{names.get(name, '… with nothing changed'):32}{one.seconds:7.2f} s{ratio:7.3f}{one.memory:7.0f} MiB")
    print(f"{'the cells by themselves':32}{cells:7.2f} s{cells / medians[PLAIN].seconds:7.3f}")


def keep(medians: dict[str, Taken], cells: float, times: int) -> None:
    """Write the medians where the README's test finds them."""
    lines = ["# Written by `make bench`; the README quotes it.", f'machine = "{machine()}"', f"turns = {times}"]
    for name, one in medians.items():
        ratio = one.seconds / medians[PLAIN].seconds
        lines += [
            "",
            f"[{name}]",
            f"seconds = {one.seconds:.2f}",
            f"ratio = {ratio:.3f}",
            f"mebibytes = {one.memory:.0f}",
        ]
    lines += ["", "[cells]", f"seconds = {cells:.2f}", f"ratio = {cells / medians[PLAIN].seconds:.3f}"]
    FIGURES.write_text("\n".join(lines) + "\n", "utf-8")
    readme = README.read_text("utf-8")
    before, start, rest = readme.partition(START)
    _, end, after = rest.partition(END)
    README.write_text(f"{before}{start}\n{paragraph(tomllib.loads(FIGURES.read_text('utf-8')))}{end}{after}", "utf-8")


def paragraph(figures: dict[str, Any]) -> str:
    """What the README says of the figures, between its two marks."""
    ratios = {name: f"{figures[name]['ratio']:.2f}" for name in ("cold", "prose")}
    said = (
        "A second run does only what a change asks for, by content and never by date: `nisba run STORY --explain` says of each "
        "notebook why it ran or why it did not have to. Beside the plain `papermill` and `jupyter nbconvert` commands on the "
        f"same notebooks, a first run takes {ratios['cold']} of their time, one after a change to the prose {ratios['prose']}, and "
        f"one with nothing changed {figures['nothing']['ratio']:.3f}; it occupies at most {figures['cold']['mebibytes']} MiB, they "
        f"{figures[PLAIN]['mebibytes']} (medians of {figures['turns']} turns on {figures['machine']}; `make bench`). A run that is "
        "killed, fills the disk or fails leaves the outputs as they were, and no process behind."
    )
    return textwrap.fill(said, 125, break_long_words=False, break_on_hyphens=False) + "\n"


if __name__ == "__main__":
    main()
