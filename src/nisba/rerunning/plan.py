"""Which notebooks run, in which order, with which parameters.

The order is the order of the file names. A notebook that declares ``language`` runs once for each language asked for;
these runs do not depend on each other and make up one step. Whoever wants another order (a graph of files, a cluster)
replaces :func:`plan`; nothing else knows about order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nisba.rerunning.notebooks import Notebook
from nisba.rerunning.parameters import Allowed

EVERY_LANGUAGE = "all"


@dataclass(frozen=True, slots=True)
class Job:
    """One execution of one notebook: ``04_explain`` in Arabic is the job ``04_explain.ar``."""

    name: str
    notebook: Notebook
    parameters: Mapping[str, str]

    @property
    def file(self) -> str:
        """The name of the executed notebook."""
        return f"{self.name}.ipynb"

    @property
    def cells(self) -> int:
        """How many cells it executes; parameters come in a cell of their own."""
        return self.notebook.code_cells + bool(self.parameters)


Step = tuple[Job, ...]
"""Jobs that may run at the same time, after all jobs of the steps before."""


def plan(notebooks: Iterable[Notebook], chosen: Mapping[str, str], allowed: Allowed) -> tuple[Step, ...]:
    """The steps of a run: one for each notebook, with exactly the parameters that its own cell declares."""
    asked = chosen.get("language", EVERY_LANGUAGE)
    every = tuple(one for one in allowed.get("language", ()) if one != EVERY_LANGUAGE)
    languages = every if asked == EVERY_LANGUAGE else (asked,)
    return tuple(_step(notebook, chosen, languages) for notebook in notebooks)


def _step(notebook: Notebook, chosen: Mapping[str, str], languages: tuple[str, ...]) -> Step:
    taken = {name: chosen[name] for name in notebook.defaults if name in chosen}
    if "language" not in taken:
        return (Job(notebook.name, notebook, taken),)
    return tuple(Job(f"{notebook.name}.{one}", notebook, {**taken, "language": one}) for one in languages)
