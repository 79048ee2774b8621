"""The progress bar: which notebook, which cell, how much is left; silent where nobody watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Watcher = Callable[[str, str], None]
"""Called with a notebook's name and a cell's id before each cell."""


def nobody(notebook: str, cell: str) -> None:
    """Watch nothing."""


@contextmanager
def bar(cells: int, *, quiet: bool = False) -> Iterator[Watcher]:
    """A bar over all cells of a run; it draws itself only in a terminal."""
    from tqdm import tqdm  # noqa: PLC0415 - nobody watches a run in which nothing runs

    # disable=None is tqdm's word for "only in a terminal".
    with tqdm(total=cells, unit=" cells", disable=quiet or None, leave=False, dynamic_ncols=True) as drawn:

        def watch(notebook: str, cell: str) -> None:
            drawn.set_description(f"{notebook} · {cell}")
            drawn.update()

        yield watch
