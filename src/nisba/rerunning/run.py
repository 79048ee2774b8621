"""A story, again: what changed is executed, the rest is taken from the store, and all is published whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from nisba.errors import RunError
from nisba.gathering import allowed, load_story
from nisba.rerunning.corrections import LEDGER, refuse_silence
from nisba.rerunning.jobs import Jobs
from nisba.rerunning.notebooks import read_notebooks
from nisba.rerunning.parameters import Allowed, choose
from nisba.rerunning.plan import plan
from nisba.rerunning.progress import Watcher, nobody
from nisba.rerunning.project import find_root, notebooks_of
from nisba.rerunning.releases import Release
from nisba.rerunning.staging import workspace


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run is carried out; none of it changes what comes out.

    Args:
        jobs: notebooks that may run at the same time; 0: as many as there are processors.
        timeout: seconds that one cell may take.
        watch: given the number of cells, hands back what is told of each.
        tell: told the name of each job, and why it ran or did not.
    """

    jobs: int = 0
    timeout: int = 600
    watch: Callable[[int], Watcher] = lambda cells: nobody  # noqa: ARG005
    tell: Callable[[str, str], None] = nobody


DEFAULT = Settings()
Consent = Callable[[str, Mapping[str, str]], None]


def run_story(
    story: str,
    *,
    parameters: Mapping[str, str] | None = None,
    root: Path | str | None = None,
    settings: Settings = DEFAULT,
) -> tuple[Path, ...]:
    """Run a story's notebooks and publish what they make.

    Args:
        story: folder name in ``data/raw/``.
        parameters: values other than the story's defaults, by name.
        root: the project; by default the one that the working directory lies in.
        settings: how to carry it out.

    Returns:
        The published pages.

    Raises:
        StoryError: there is no such story, or what people supplied for it is wrong.
        ParameterError: a parameter is unknown or its value is not possible; no notebook has started.
        RunError: a notebook did not run to its end, or shows what it must not; nothing has changed.
        CorrectionError: a published number would change, and no correction tells of it; nothing has changed.
    """
    project = find_root(root or ".")
    supplied = load_story(project, story)

    def consent(ledger: str, chosen: Mapping[str, str]) -> None:
        refuse_silence(supplied, project / "outputs" / story, ledger, chosen)

    return rerun(project, story, allowed(supplied), parameters or {}, settings, consent)


def rerun(
    root: Path,
    story: str,
    possible: Allowed,
    given: Mapping[str, str],
    settings: Settings = DEFAULT,
    consent: Consent = lambda ledger, chosen: None,  # noqa: ARG005
) -> tuple[Path, ...]:
    """Run the notebooks of a project for one story, whose possible parameters are known; see :func:`run_story`.

    ``consent`` is given the new ledger and the parameters before anything is published; it raises to refuse.
    """
    try:
        return _rerun(root, story, possible, given, settings, consent)
    except OSError as error:
        where = f" at {Path(error.filename).name}" if error.filename else ""
        problem = f"could not be written or read ({error.strerror or error}{where})"
        remedy = "what is published is whole, the old or the new; make room or mend the disk, and run again"
        raise RunError(f"the run of {story}", problem, remedy) from error


def _rerun(
    root: Path, story: str, possible: Allowed, given: Mapping[str, str], settings: Settings, consent: Consent
) -> tuple[Path, ...]:
    notebooks = read_notebooks(notebooks_of(root))
    chosen = choose(given, possible, {name for notebook in notebooks for name in notebook.defaults})
    jobs = plan(notebooks, chosen, possible)
    with workspace(root, story) as work:
        made = Jobs(work, jobs, settings.tell)
        if made.open:
            from nisba.rerunning.working import work_off  # noqa: PLC0415 - all that is heavy, and only if wanted

            work_off(made, settings.jobs or cores(), settings.timeout, settings.watch)
        release = Release.of(made, notebooks, chosen)
        if LEDGER in release.outputs:
            consent(work.store.get(release.outputs[LEDGER]).decode("utf-8-sig"), chosen)
        release.publish(work)
        work.store.prune()
    return tuple(root / "outputs" / story / page for page in release.pages)
