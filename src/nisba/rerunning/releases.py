"""A release: all the files of a story's outputs and processed tables, put together from what its jobs made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nisba.errors import RunError
from nisba.rerunning.digests import as_json, sha256
from nisba.rerunning.jobs import Jobs
from nisba.rerunning.notebooks import Notebook
from nisba.rerunning.plan import Job
from nisba.rerunning.staging import Workspace

MANIFEST = "manifest.json"
_SHOWN = ("charts/", "tables/")
"""Folders of ``data/processed/<story>/`` that are published."""


@dataclass(frozen=True, slots=True)
class Release:
    """What will stand in the project.

    Args:
        processed: contents by path in ``data/processed/<story>/``.
        outputs: contents by path in ``outputs/<story>/``.
        pages: names of the pages, in the order of their notebooks.
    """

    processed: Mapping[str, str]
    outputs: Mapping[str, str]
    pages: tuple[str, ...]

    @classmethod
    def of(cls, jobs: Jobs, notebooks: Iterable[Notebook], chosen: Mapping[str, str]) -> Release:
        """The release of a run whose jobs are all done.

        Raises:
            RunError: two jobs publish one page, or write one file differently.
        """
        processed = _processed(jobs)
        pages = _pages(jobs)
        outputs = {
            **{f"notebooks/{job.file}": jobs.made[job.name].notebook for job in jobs.all},
            **{path: name for path, name in processed.items() if path.startswith(_SHOWN)},
            **pages,
        }
        story = jobs.work.story
        contents = {
            "inputs": {path.removeprefix(f"data/raw/{story}/"): name for path, name in jobs.raw.items()},
            "notebooks": {f"{one.name}.ipynb": one.digest for one in notebooks},
            "outputs": outputs,
        }
        return cls(
            processed,
            {**outputs, MANIFEST: _manifest(jobs, chosen, contents)},
            tuple(page for page in pages if page.endswith(".html")),
        )

    def publish(self, work: Workspace) -> None:
        """Put both folders in their places, each all or nothing; the tables first, since pages are made from them."""
        if work.outputs.name == work.story:  # what lies between the notebooks of another edition is in the store
            work.place("data/processed", self.processed)
        work.place("outputs", self.outputs)


def _processed(jobs: Jobs) -> dict[str, str]:
    """Every file that notebooks wrote; where several wrote one, as the last of them left it."""
    found: dict[str, tuple[str, Job]] = {}
    for job in jobs.all:
        for path, name in jobs.made[job.name].files.items():
            if path in found and found[path][0] != name and found[path][1].name not in job.after:
                other = found[path][1].file
                raise RunError(job.file, f"writes {path} otherwise than {other}", "let one of them write it")
            found[path] = name, job
    folder = f"data/processed/{jobs.work.story}/"
    return {path.removeprefix(folder): name for path, (name, _) in sorted(found.items())}


def _pages(jobs: Jobs) -> dict[str, str]:
    """Every form of every page."""
    pages: dict[str, str] = {}
    for job in jobs.all:
        for page, name in jobs.made[job.name].page.items():
            if page in pages:
                problem = f"publishes {page}, which another notebook published"
                raise RunError(job.file, problem, "give its page another kind")
            pages[page] = name
    return pages


def _manifest(jobs: Jobs, chosen: Mapping[str, str], contents: Mapping[str, Mapping[str, str]]) -> str:
    """The content of the manifest: looked up, where a run with the very same was released before."""
    store = jobs.work.store
    same = sha256(as_json([dict(chosen), {**contents}, dict(jobs.code), jobs.environment]).encode())
    noted = store.noted(f"manifests/{same}")
    try:
        if noted:
            store.get(noted)
            return noted
    except KeyError:
        pass
    from nisba.rerunning.manifest import manifest  # noqa: PLC0415 - asks every package what it requires

    name = store.put(manifest(jobs.work.story, chosen, contents).encode())
    store.note(f"manifests/{same}", name)
    return name
