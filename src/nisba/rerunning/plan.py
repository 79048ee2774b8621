"""Which notebooks run, with which parameters, and which of them wait for which.

A notebook that declares ``language`` is one job for each language asked for. A job waits for every earlier one that may
write what it reads; where nothing is declared, that is every earlier one. Nothing else knows about order.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nisba.rerunning.declarations import UNDECLARED, Declared, declared
from nisba.rerunning.notebooks import Notebook
from nisba.rerunning.parameters import Allowed

EVERY_LANGUAGE = "all"


@dataclass(frozen=True, slots=True)
class Job:
    """One execution of one notebook: ``04_explain`` in Arabic is the job ``04_explain.ar``.

    Args:
        name: of the job.
        notebook: what is executed.
        parameters: what it is given.
        files: what it declares to read and to write.
        after: names of the jobs that it waits for, in their order.
    """

    name: str
    notebook: Notebook
    parameters: Mapping[str, str]
    files: Declared = UNDECLARED
    after: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The name of the executed notebook."""
        return f"{self.name}.ipynb"

    @property
    def cells(self) -> int:
        """How many cells it executes; parameters come in a cell of their own."""
        return len(self.notebook.code) + bool(self.parameters)


def plan(notebooks: Iterable[Notebook], chosen: Mapping[str, str], allowed: Allowed) -> tuple[Job, ...]:
    """The jobs of a run, with exactly the parameters that each notebook's own cell declares.

    Raises:
        RunError: what a notebook declares to read or to write cannot be understood.
    """
    asked = chosen.get("language", EVERY_LANGUAGE)
    every = tuple(one for one in allowed.get("language", ()) if one != EVERY_LANGUAGE)
    languages = every if asked == EVERY_LANGUAGE else (asked,)
    jobs: list[Job] = []
    for notebook in notebooks:
        jobs += [_placed(job, jobs) for job in _jobs(notebook, chosen, languages)]
    return tuple(jobs)


def _jobs(notebook: Notebook, chosen: Mapping[str, str], languages: tuple[str, ...]) -> list[Job]:
    taken = {name: chosen[name] for name in notebook.defaults if name in chosen}
    if "language" not in taken:
        return [_job(notebook.name, notebook, taken)]
    return [_job(f"{notebook.name}.{one}", notebook, {**taken, "language": one}) for one in languages]


def _job(name: str, notebook: Notebook, taken: Mapping[str, str]) -> Job:
    defaults = {name: _value(source) for name, source in notebook.defaults.items()}
    return Job(name, notebook, taken, declared(f"{notebook.name}.ipynb", notebook.code, {**defaults, **taken}))


def _value(source: str) -> str:
    """A default value as text; one that is computed has none."""
    try:
        return str(ast.literal_eval(source))
    except ValueError:
        return ""


def _placed(job: Job, before: Iterable[Job]) -> Job:
    """The job, waiting for those of other notebooks before it that may write what it reads."""
    waits = tuple(
        one.name
        for one in before
        if one.notebook.name != job.notebook.name and one.files.writes.may_meet(job.files.reads)
    )
    return Job(job.name, job.notebook, job.parameters, job.files, waits)
