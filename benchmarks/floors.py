"""Hold every measured figure to its floor in ``tests/floors.toml``: ours, and those of the evaluation folder if there is one.

The evaluation folder holds third-party texts that are not part of this project: annotated reports (``dev``) and public
test suites, each with a scorer. It is looked for beside the project, in ``../shared/eval``, or where ``NISBA_EVAL`` says.
``--raise`` lifts each floor to what is measured now; nothing lowers one but a hand, with a reason in the commit.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from accuracy import score, total
from specimens import specimens

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "tests" / "floors.toml"
COMMAND = f"{sys.executable} -m nisba"


def main() -> int:
    """Measure, compare, and leave with status 1 where a figure lies below its floor."""
    measured = {"accuracy": dict(ours())}
    eval_folder = Path(os.environ.get("NISBA_EVAL") or ROOT.parent / "shared" / "eval")
    if (eval_folder / "score.py").is_file():
        measured |= {"dev": dict(dev(eval_folder)), "suites": dict(suites(eval_folder))}
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    low = [
        f"{table}.{name} is {figure}, below its floor of {floors[table][name]}"
        for table, figures in measured.items()
        for name, figure in figures.items()
        if figure < floors[table].get(name, 0)
    ]
    if "--raise" in sys.argv[1:]:
        lift(measured)
    print("\n".join(low) or f"No figure below its floor ({', '.join(measured)}).")
    return 1 if low else 0


def ours() -> Iterator[tuple[str, float]]:
    """F1 in percent on the reports that ship with the project, by language."""
    scores = defaultdict(list)
    for one in specimens():
        scores[one.report.language].append(score(one))
    for language, found in scores.items():
        yield language, down(100 * total(found).f1)


def dev(folder: Path) -> Iterator[tuple[str, float]]:
    """On the annotated reports of the evaluation folder: F1, bounds and digits in percent; false alarms as their negative."""
    command = [sys.executable, folder / "score.py", folder / "dev", "--command", COMMAND, "--json"]
    rows = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    hit, gold, extra = (sum(row[name] for row in rows) for name in ("hit", "gold", "extra"))
    yield "f1", down(200 * hit / (2 * hit + extra + gold - hit))
    for name in ("hedged", "digits", "fails", "holds"):
        part, whole = (sum(row[name][place] for row in rows) for place in (0, 1))
        yield name, down(100 * part / whole)
    yield "alarms", -sum(row["alarms"] for row in rows)


def suites(folder: Path) -> Iterator[tuple[str, float]]:
    """Strict F1 in percent on each public suite."""
    command = [sys.executable, folder / "score_suites.py", "--command", COMMAND]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for name, figure in re.findall(r"^(\w+) +\d+ +\d+ +[\d.]+ +[\d.]+ +([\d.]+) ", told, re.MULTILINE):
        yield name, float(figure)


def down(figure: float) -> float:
    """A figure as it is written, never rounded up, so that a floor can be met again."""
    return int(figure * 10 + 1e-9) / 10


def lift(measured: dict[str, dict[str, float]]) -> None:
    """Write what is measured over each lower floor; comments and order of the file stay."""
    lines, table = [], ""
    for line in FLOORS.read_text("utf-8").splitlines():
        table = line[1:].partition("]")[0] if line.startswith("[") else table
        name, equals, floor = line.partition(" = ")
        figure = measured.get(table, {}).get(name)
        lines.append(f"{name} = {figure}" if equals and figure is not None and figure > float(floor) else line)
    FLOORS.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
