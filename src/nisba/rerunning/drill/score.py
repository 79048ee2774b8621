"""The score of a drill: how many of the faults sown were caught, by which check, and which survive."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from nisba.gathering import load_story, story_folder
from nisba.reading import Report, read_quantities
from nisba.rerunning.drill.alarms import Alarm, first_new, of_report, of_story
from nisba.rerunning.drill.fault import Fault
from nisba.rerunning.drill.sowing import chosen, faults_of_report, faults_of_story, texts

_PART = 10
"""Faults that one process tries before it asks for more: few, so that all end together; enough to be worth a copy."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fault, and what caught it.

    Args:
        fault: what was changed.
        line: the 1-based line of the file in which it begins.
        was: what stood there.
        alarm: the first alarm that was not there before; None where it survives.
    """

    fault: Fault
    line: int
    was: str
    alarm: Alarm | None


@dataclass(frozen=True, slots=True)
class Score:
    """What came of a drill.

    Args:
        known: the alarms without any fault: what the story itself is found to have wrong.
        outcomes: every fault, in the order sown.
    """

    known: tuple[Alarm, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def caught(self) -> int:
        """How many faults raised an alarm that was not there before."""
        return sum(outcome.alarm is not None for outcome in self.outcomes)

    @property
    def share(self) -> Fraction:
        """Caught, of all sown."""
        return Fraction(self.caught, len(self.outcomes)) if self.outcomes else Fraction(0)

    @property
    def survivors(self) -> tuple[Outcome, ...]:
        """The faults that nothing caught."""
        return tuple(outcome for outcome in self.outcomes if outcome.alarm is None)

    def by_kind(self) -> Mapping[str, tuple[int, int]]:
        """For each kind of fault, how many were caught and how many sown."""
        sown = Counter(outcome.fault.kind for outcome in self.outcomes)
        caught = Counter(outcome.fault.kind for outcome in self.outcomes if outcome.alarm)
        return {kind: (caught[kind], sown[kind]) for kind in sorted(sown)}

    def by_check(self) -> Mapping[str, int]:
        """How many faults each check was the first to catch, the most first."""
        found = Counter(outcome.alarm.check for outcome in self.outcomes if outcome.alarm)
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def drill_story(
    root: Path,
    name: str,
    *,
    count: int = 500,
    seed: int = 0,
    jobs: int = 1,
    tick: Callable[[int], None] = lambda _: None,
) -> Score:
    """Sow faults into copies of a story, one at a time, and see what its stages say.

    A changed account is recorded by its new SHA-256, as if it had been received so: else the hash alone would catch every
    fault in it.

    Args:
        root: the project.
        name: the story.
        count: how many faults; fewer where the story does not offer so many.
        seed: decides which; the same seed and files give the same faults and the same score.
        jobs: processes that share the faults; their number changes nothing in the score.
        tick: called now and then with how many faults more were tried.

    Raises:
        StoryError: the story cannot be read as it stands.
    """
    chance = random.Random(seed)  # noqa: S311 - a choice to be repeated, not a secret
    faults = chosen(faults_of_story(root, name, chance), count, chance)
    known = tuple(of_story(root, name))
    parts = [faults[at : at + _PART] for at in range(0, len(faults), _PART)]
    outcomes: list[Outcome] = []
    with _workers(min(jobs, len(parts))) as at_work:
        for found in at_work(partial(_tried, root, name, frozenset(known)), parts):
            outcomes += found
            tick(len(found))
    return Score(known, tuple(outcomes))


_Map = Callable[[Callable[[tuple[Fault, ...]], list[Outcome]], Iterable[tuple[Fault, ...]]], Iterable[list[Outcome]]]


@contextmanager
def _workers(jobs: int) -> Iterator[_Map]:
    """What goes through parts of the work in order: here, or in so many processes."""
    if jobs <= 1:
        yield map
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield pool.map


def _tried(root: Path, name: str, known: frozenset[Alarm], faults: tuple[Fault, ...]) -> list[Outcome]:
    """Each fault in a copy of the story that is whole again before the next."""
    with TemporaryDirectory() as scratch:
        copy = Path(scratch) / "data" / "raw" / name
        shutil.copytree(story_folder(root, name), copy)
        lead, held = load_story(root, name).lead, texts(copy, faults)
        toml = (copy / "story.toml").read_text(encoding="utf-8")
        outcomes = []
        for fault in faults:
            changed = fault.sown(held[fault.file])
            (copy / fault.file).write_text(changed, encoding="utf-8", newline="")
            if fault.file == lead.file:
                recorded = toml.replace(lead.sha256, hashlib.sha256(changed.encode()).hexdigest())
                (copy / "story.toml").write_text(recorded, encoding="utf-8")
            alarm = first_new(of_story(Path(scratch), name, fault.file), known)
            outcomes.append(_outcome(fault, held[fault.file], alarm))
            (copy / fault.file).write_text(held[fault.file], encoding="utf-8", newline="")
            (copy / "story.toml").write_text(toml, encoding="utf-8")
        return outcomes


def drill_file(report: Report, *, count: int = 500, seed: int = 0) -> Score:
    """Sow faults into a report, and see what reading and checking it alone can catch: the arguments are those above."""
    chance = random.Random(seed)  # noqa: S311 - as above
    known = tuple(of_report(report, read_quantities(report)))
    outcomes = []
    for fault in chosen(faults_of_report(report, report.name, chance), count, chance):
        changed = Report(report.name, fault.sown(report.text), report.language, report.date, "")
        alarm = first_new(of_report(changed, read_quantities(changed)), frozenset(known))
        outcomes.append(_outcome(fault, report.text, alarm))
    return Score(known, tuple(outcomes))


def _outcome(fault: Fault, text: str, alarm: Alarm | None) -> Outcome:
    return Outcome(fault, fault.line(text), fault.was(text), alarm)
