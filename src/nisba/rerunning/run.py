"""A story, again: its notebooks executed in order on a copy of the project, and published whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from nisba.errors import RunError
from nisba.gathering import allowed, load_story
from nisba.rerunning.execution import Execution
from nisba.rerunning.kernels import Kernels, environment
from nisba.rerunning.manifest import write_manifest
from nisba.rerunning.notebooks import load, read_notebooks, save
from nisba.rerunning.parameters import Allowed, choose
from nisba.rerunning.plan import Job, Step, plan
from nisba.rerunning.progress import Watcher, nobody
from nisba.rerunning.project import find_root
from nisba.rerunning.publish import publish
from nisba.rerunning.soundness import check, tidy
from nisba.rerunning.staging import Workspace, workspace

_SHOWN = ("charts", "tables")
"""Folders of ``data/processed/<story>/`` that are published."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run is carried out; none of it changes what comes out.

    Args:
        jobs: notebooks that may run at the same time.
        timeout: seconds that one cell may take.
        watch: given the number of cells, hands back what is told of each.
    """

    jobs: int = 1
    timeout: int = 600
    watch: Callable[[int], Watcher] = lambda cells: nobody  # noqa: ARG005


DEFAULT = Settings()


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
    """
    project = find_root(root or ".")
    return rerun(project, story, allowed(load_story(project, story)), parameters or {}, settings)


def rerun(
    root: Path, story: str, possible: Allowed, given: Mapping[str, str], settings: Settings = DEFAULT
) -> tuple[Path, ...]:
    """Run the notebooks of a project for one story, whose possible parameters are known; see :func:`run_story`."""
    notebooks = read_notebooks(root / "notebooks")
    declared = {name for notebook in notebooks for name in notebook.defaults}
    chosen = choose(given, possible, declared)
    steps = plan(notebooks, chosen, possible)
    with workspace(root, story) as staged:
        try:
            pages = _make(staged, steps, settings)
        except RunError as error:
            kept = staged.keep().relative_to(root)
            raise RunError(error.notebook, error.problem, f"{error.remedy}; all is kept in {kept}") from error
        write_manifest(staged.folder, story, staged.outputs, chosen)
        staged.publish()
    return tuple(root / "outputs" / story / page.name for page in pages)


def _make(staged: Workspace, steps: tuple[Step, ...], settings: Settings) -> list[Path]:
    """Execute everything and lay out the outputs; the pages."""
    _execute(staged, steps, settings)
    for name in _SHOWN:
        if (staged.processed / name).is_dir():
            shutil.copytree(staged.processed / name, staged.outputs / name)
    executed = sorted(staged.executed.glob("*.ipynb"))
    pages = [publish(path.name, load(path), staged.outputs) for path in executed]
    return [page for page in pages if page is not None]


def _execute(staged: Workspace, steps: tuple[Step, ...], settings: Settings) -> None:
    """Run the steps one after another, the jobs of a step beside each other; on any failure nothing keeps running."""
    kernels = Kernels(environment(staged.home))
    watch = settings.watch(sum(job.cells for step in steps for job in step))
    pool = ThreadPoolExecutor(max_workers=max(1, settings.jobs))
    try:
        for step in steps:
            waiting = [pool.submit(_execute_one, staged, job, kernels, settings.timeout, watch) for job in step]
            for result in waiting:
                result.result()
    finally:
        kernels.end_all()
        pool.shutdown(wait=True, cancel_futures=True)


def _execute_one(staged: Workspace, job: Job, kernels: Kernels, timeout: int, watch: Watcher) -> None:
    """Execute one notebook; leave it among the outputs, or as it failed among the staged notebooks."""
    execution = Execution(job, staged.notebooks, timeout, watch)
    try:
        content = tidy(execution.run(kernels))
        check(job.file, content, private=(str(staged.root), str(staged.home)))
    except RunError:
        save(staged.notebooks / job.file, execution.content)
        raise
    save(staged.executed / job.file, content)
