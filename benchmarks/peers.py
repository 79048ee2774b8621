"""Accuracy beside speed: this reader and those peers that install with pip, on the annotated reports, in one run.

Each peer is installed into an environment of its own in a temporary folder, gone afterwards: none is in our locks. Since
peers give no bounds and no hedges, a number is right here when a value told at its place is one of its two ends, and a
time when its first day is; that asks less than ``make accuracy``. ``python benchmarks/peers.py``, or ``make bench``.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from nisba.reading import Kind
from specimens import TIMES, Expected, Specimen, specimens

READERS = Path(__file__).parent / "readers.py"
NUMBERS = (Kind.CARDINAL, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENT)


class Peer(NamedTuple):
    """A package, the languages it says that it reads, and how often to read all (so that seconds are measurable)."""

    package: str
    languages: tuple[str, ...]
    numbers: bool
    times: bool
    repeat: int = 1


PEERS = (
    Peer("nisba", ("ar", "en", "fr"), numbers=True, times=True, repeat=20),
    Peer("mahad", ("ar",), numbers=True, times=True),
    Peer("quantulum3", ("en",), numbers=True, times=False),
    Peer("text2num", ("en", "fr"), numbers=True, times=False, repeat=5),
    Peer("dateparser", ("ar", "en", "fr"), numbers=False, times=True),
)


def main() -> None:
    """Print one line for each reader and language."""
    reports = list(specimens())
    print(f"{'reader':12}{'version':10}{'licence':28}{'language':10}{'numbers F1':>11}{'times F1':>10}{'MB/s':>9}")
    for peer in PEERS:
        with tempfile.TemporaryDirectory() as folder:
            python = _python(peer.package, Path(folder))
            for language in peer.languages if python else ():
                own = [one for one in reports if one.report.language == language]
                _print(peer, language, own, _run(python, peer, own))


def _python(package: str, folder: Path) -> str | None:
    """An interpreter that has the package; ours for ourselves. None, with a word, where it does not install."""
    if package == "nisba":
        return sys.executable
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, folder / "env"], check=True)
    python = str(folder / "env" / "bin" / "python")
    done = subprocess.run([uv, "pip", "install", "-q", "--python", python, package], capture_output=True, check=False)
    if done.returncode:
        print(f"{package:12}does not install here")
        return None
    return python


def _run(python: str | None, peer: Peer, reports: list[Specimen]) -> dict[str, Any]:
    asked = [{"text": o.report.text, "language": o.report.language, "date": str(o.report.date)} for o in reports]
    told = subprocess.run(
        [python or "", READERS, peer.package],
        input=json.dumps({"reports": asked, "times": peer.repeat}), capture_output=True, text=True, check=True,
    )  # fmt: skip
    answer: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    return answer


def _print(peer: Peer, language: str, reports: list[Specimen], told: dict[str, Any]) -> None:
    size = sum(len(one.report.text.encode()) for one in reports) * peer.repeat / 1e6
    numbers = f1(reports, [found[0] for found in told["found"]], NUMBERS) if peer.numbers else None
    times = f1(reports, [found[1] for found in told["found"]], TIMES) if peer.times else None
    figures = "".join(f"{'-' if one is None else f'{one:.3f}':>{width}}" for one, width in ((numbers, 11), (times, 10)))
    name = f"{peer.package:12}{told['version']:10}{told['licence'][:26]:28}{language:10}"
    print(f"{name}{figures}{size / told['seconds']:9.3f}", flush=True)


def f1(reports: Iterable[Specimen], found: Iterable[list[list[Any]]], kinds: tuple[Kind, ...]) -> float:
    """Of what is told and of what is there, how much agrees; optional annotations are left out of both."""
    right = told_right = asked = told = 0
    for one, said in zip(reports, found, strict=True):
        wanted = [q for q in one.expected if q.kind in kinds and not q.optional and (q.value or q.when)]
        free = [q for q in one.expected if q.optional or q.kind not in (*NUMBERS, *TIMES) or not (q.value or q.when)]
        counted = [s for s in said if s[0] is None or not any(_overlap(q, s) for q in free)]
        right += sum(any(_agrees(q, s) for s in counted) for q in wanted)
        told_right += sum(any(_agrees(q, s) for q in wanted) for s in counted)
        asked, told = asked + len(wanted), told + len(counted)
    precision, recall = told_right / max(told, 1), right / max(asked, 1)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _overlap(one: Expected, said: list[Any]) -> bool:
    return said[0] is None or (said[0] < one.end and one.start < said[1])


def _agrees(one: Expected, said: list[Any]) -> bool:
    if not _overlap(one, said):
        return False
    if one.when is not None:
        return bool(said[2] == str(one.when.start))
    return any(abs(float(end) - said[2]) <= 1e-9 * max(1.0, abs(said[2])) for end in _values(one))


def _values(one: Expected) -> Iterator[Fraction]:
    """Both ends; of a percentage also its hundredth, which some peers tell."""
    for end in (one.value.lo, one.value.hi) if one.value else ():
        if end is not None:
            yield end
            if one.kind is Kind.PERCENT:
                yield end / 100


if __name__ == "__main__":
    main()
