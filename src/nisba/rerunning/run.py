"""Stories, again: what changed is executed, the rest is taken from the store, and all is published whole or not at all.

Several stories, and several editions of one, are one run: what two of them need is made once, and they share kernels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

from nisba.errors import RunError
from nisba.gathering import Story, allowed, load_story
from nisba.rerunning.corrections import LEDGER, refuse_silence
from nisba.rerunning.editions import Consent, Edition, Grid, combinations
from nisba.rerunning.jobs import Jobs
from nisba.rerunning.notebooks import Notebook, read_notebooks
from nisba.rerunning.parameters import Allowed, choose
from nisba.rerunning.plan import plan
from nisba.rerunning.project import find_root, notebooks_of
from nisba.rerunning.releases import Release
from nisba.rerunning.settings import DEFAULT, Settings
from nisba.rerunning.staging import workspace


def run_story(
    story: str,
    *,
    parameters: Mapping[str, str] | None = None,
    root: Path | str | None = None,
    settings: Settings = DEFAULT,
) -> tuple[Path, ...]:
    """Run one story's notebooks and publish what they make; see :func:`run_stories`."""
    return run_stories((story,), parameters=parameters, root=root, settings=settings)


def run_stories(
    stories: Sequence[str],
    *,
    parameters: Mapping[str, str] | None = None,
    grid: Grid | None = None,
    root: Path | str | None = None,
    settings: Settings = DEFAULT,
) -> tuple[Path, ...]:
    """Run the notebooks for stories, with every combination of a grid's values, and publish what they make.

    Args:
        stories: folder names in ``data/raw/``.
        parameters: values other than the stories' own, by name.
        grid: values that parameters take in turn; see :mod:`nisba.rerunning.editions` for where each is published.
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
    supplied = [load_story(project, story) for story in dict.fromkeys(stories)]
    editions = [one for story in supplied for one in _editions(project, story, parameters or {}, grid or {})]
    return publish(project, editions, settings)


def rerun(
    root: Path,
    story: str,
    possible: Allowed,
    given: Mapping[str, str],
    settings: Settings = DEFAULT,
    consent: Consent = lambda ledger, chosen: None,  # noqa: ARG005
) -> tuple[Path, ...]:
    """Run the notebooks of a project for one story, whose possible parameters are known; see :func:`run_stories`."""
    return publish(root, [Edition(story, possible, given, consent=consent)], settings)


def publish(root: Path, editions: Sequence[Edition], settings: Settings = DEFAULT) -> tuple[Path, ...]:
    """Run the notebooks of a project for editions, and publish all of them or none; see :func:`run_stories`."""
    try:
        return _publish(root, editions, settings)
    except OSError as error:
        where = f" at {Path(error.filename).name}" if error.filename else ""
        problem = f"could not be written or read ({error.strerror or error}{where})"
        remedy = "what is published is whole, the old or the new; make room or mend the disk, and run again"
        names = ", ".join(dict.fromkeys(one.story for one in editions))
        raise RunError(f"the run of {names}", problem, remedy) from error


def _editions(root: Path, story: Story, given: Mapping[str, str], grid: Grid) -> Iterator[Edition]:
    possible = allowed(story)
    for asked, label in combinations(given, grid, possible):
        edition = Edition(story.id, possible, asked, label)
        yield replace(edition, consent=partial(refuse_silence, story, root / "outputs" / edition.folder))


def _publish(root: Path, editions: Sequence[Edition], settings: Settings) -> tuple[Path, ...]:
    notebooks = read_notebooks(notebooks_of(root))
    declared = {name for notebook in notebooks for name in notebook.defaults}
    chosen = [choose(edition.given, edition.possible, declared) for edition in editions]
    with ExitStack() as stack:
        # In the order of their names: two runs of the same stories then wait for each other, and not both for ever.
        names = sorted({edition.story for edition in editions})
        works = {name: stack.enter_context(workspace(root, name)) for name in names}
        every = []
        for edition, values in zip(editions, chosen, strict=True):
            work = replace(works[edition.story], edition=edition.folder)
            named = f"{edition.folder}: " if len(editions) > 1 else ""
            every.append(Jobs(work, plan(notebooks, values, edition.possible), settings.tell, named))
        if any(jobs.open for jobs in every):
            from nisba.rerunning.working import work_off  # noqa: PLC0415 - all that is heavy, and only if wanted

            work_off(every, settings)
        return _released(editions, every, notebooks, chosen)


def _released(
    editions: Sequence[Edition],
    every: Sequence[Jobs],
    notebooks: Sequence[Notebook],
    chosen: Sequence[Mapping[str, str]],
) -> tuple[Path, ...]:
    """The published pages of editions whose jobs are all done."""
    releases = [Release.of(jobs, notebooks, values) for jobs, values in zip(every, chosen, strict=True)]
    for edition, jobs, release, values in zip(editions, every, releases, chosen, strict=True):
        if LEDGER in release.outputs:
            edition.consent(jobs.work.store.get(release.outputs[LEDGER]).decode("utf-8-sig"), values)
    for jobs, release in zip(every, releases, strict=True):
        release.publish(jobs.work)
    every[0].work.store.prune(2 * sum(len(jobs.all) for jobs in every))
    return tuple(
        jobs.work.outputs / page for jobs, release in zip(every, releases, strict=True) for page in release.pages
    )
