"""Scheduling: the tasks of a graph done, each as soon as what it waits for is there, several beside each other.

The graph has Dask's form: a name for each task, and ``(function, argument, [names])``, where the names stand for what
those tasks hand back. So ``dask.threaded.get`` and a cluster's ``Client.get`` take the same graph and give the same.
Importing Dask takes 0.3 to 0.5 seconds of a processor, a tenth of what a whole run may take; so it is imported only
where a cluster is named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

R = TypeVar("R")
Task = tuple[Callable[[Any, list[R]], R], Any, list[str]]
Graph = Mapping[str, Task[R]]
"""Tasks by name; a task's names must stand before it."""
Get = Callable[[Graph[R], list[str]], Sequence[R]]


def on_threads(graph: Graph[R], wanted: list[str], *, workers: int, known: Mapping[str, R]) -> list[R]:
    """What the wanted tasks hand back; the first failure ends it, and no further task begins.

    Args:
        graph: the tasks.
        wanted: names of tasks.
        workers: how many tasks may run at the same time.
        known: what some tasks handed back before; they are not done again.
    """
    pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="job")
    results: dict[str, R] = dict(known)
    running: dict[Future[R], str] = {}
    waiting = {name: task for name, task in graph.items() if name not in known}
    try:
        while waiting or running:
            for name in [name for name, task in waiting.items() if all(one in results for one in task[2])]:
                function, argument, before = waiting.pop(name)
                running[pool.submit(function, argument, [results[one] for one in before])] = name
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                results[running.pop(future)] = future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return [results[name] for name in wanted]


def on_cluster(address: str) -> Get[Any]:
    """What does a graph on the cluster at an address (Dask's scheduler)."""
    from distributed import Client  # type: ignore[import-not-found] # noqa: PLC0415 - a second, and only where wanted

    get: Get[Any] = Client(address, set_as_default=False).get
    return get
