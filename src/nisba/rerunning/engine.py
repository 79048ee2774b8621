"""The engine that papermill knows as ``nisba``.

``papermill --engine nisba NOTEBOOK OUTPUT -p story NAME`` runs one notebook with the care that ``nisba run`` takes of all:
the kernel sees the same world on every machine, whatever its cells start ends with it, and a notebook that did not run to
its end is no success. It works in papermill's own folder and writes what papermill writes; nothing is published.

Papermill loads this module by its entry point while it is itself being imported. So papermill is asked for only when the
engine is used: :mod:`nisba.rerunning.talking` has the rest.
"""

from __future__ import annotations

from typing import Any

NAME = "nisba"


class Engine:
    """What papermill asks of an engine."""

    @classmethod
    def execute_notebook(cls, nb: Any, kernel_name: str, **told: Any) -> Any:
        """Execute a notebook; what came of it."""
        return _talking().execute_notebook(nb, kernel_name, **told)

    @classmethod
    def nb_kernel_name(cls, nb: Any, name: str | None = None) -> str:
        """The kernel that the notebook names."""
        return str(_talking().nb_kernel_name(nb, name))

    @classmethod
    def nb_language(cls, nb: Any, language: str | None = None) -> str:
        """The language that the notebook is written in."""
        return str(_talking().nb_language(nb, language))


def _talking() -> Any:
    from nisba.rerunning.talking import Talking  # noqa: PLC0415 - see above

    return Talking
