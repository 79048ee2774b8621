"""Scheduling: the tasks of a graph done, each as soon as what it waits for is there, several beside each other.

The order is kept here; where a cluster is named (Dask's scheduler, whose address is all that a larger newsroom must add),
its workers do each task's work. Importing Dask takes 0.3 to 0.5 seconds of a processor, a tenth of what a whole run may
take; so it is imported only then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import Any, TypeVar

from nisba.errors import RunError

R = TypeVar("R")
Task = tuple[Callable[[Any, list[R]], R], Any, list[str]]
Graph = Mapping[str, Task[R]]
"""Tasks by name; a task's names must stand before it."""
Run = Callable[[Callable[[Any], Any], Any], Any]
"""Runs a function with an argument somewhere else; what it hands back."""
_ANSWER_SECONDS = 10


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


@contextmanager
def cluster(address: str) -> Iterator[tuple[Run, int]]:
    """What has an errand run by one of a cluster's workers, and how many run at the same time.

    Args:
        address: of Dask's scheduler, such as ``tcp://10.0.0.5:8786``.

    Raises:
        RunError: the package for it is not installed, or nobody answers there.
    """
    try:
        from distributed import Client  # type: ignore[import-not-found,unused-ignore] # noqa: PLC0415 - a second, and only where wanted
    except ImportError as error:
        remedy = "install it with `pip install nisba[cluster]`, or leave --cluster away"
        raise RunError("the cluster", "needs the package distributed", remedy) from error
    try:
        client: Any = Client(address, set_as_default=False, timeout=_ANSWER_SECONDS)  # type: ignore[no-untyped-call,unused-ignore]
    except (OSError, ValueError) as error:
        raise RunError(
            "the cluster", f"does not answer at {address}", "start its scheduler, or mend the address"
        ) from error
    try:
        workers = sum(client.nthreads().values())
        if not workers:
            raise RunError("the cluster", f"has no workers at {address}", "start some: `dask worker ADDRESS`")
        yield (lambda function, errand: client.submit(function, errand, pure=False).result()), workers
    finally:
        client.close()
