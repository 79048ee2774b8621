"""A cluster, started on this machine: its workers make what this machine would have made."""

from __future__ import annotations

import asyncio
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

from nisba.errors import RunError
from nisba.rerunning.errands import Done, Failed, errand_for, kept, run_errand
from nisba.rerunning.jobs import JobError, Jobs
from nisba.rerunning.notebooks import read_notebooks
from nisba.rerunning.plan import plan
from nisba.rerunning.progress import nobody
from nisba.rerunning.staging import workspace

CHOSEN = {"story": "tiny"}


@pytest.fixture
def errand(project):
    """The errand of a project's first job, its run's workspace and what was wanted."""
    with workspace(project.root, "tiny") as work:

        def sent(*cells):
            project.notebook("01_count", *cells)
            notebooks = read_notebooks(project.root / "notebooks")
            jobs = Jobs(work, plan(notebooks, CHOSEN, {"story": ("tiny",)}), nobody)
            wanted = jobs.wanted(jobs.all[0], [])
            return errand_for(work, wanted, jobs.known([]), timeout=60), work, wanted

        yield sent


def test_an_errand_travels(errand):
    """A job with all it needs survives the journey there, and what it made the journey back, into the store."""
    said, work, wanted = errand("from pathlib import Path; Path('../data/raw/tiny/report.txt').read_text()")
    outcome = pickle.loads(pickle.dumps(run_errand(pickle.loads(pickle.dumps(said)))))
    assert isinstance(outcome, Done)
    made = kept(work, wanted, outcome)
    assert work.store.find(wanted.key).notebook == made.notebook
    assert "153 attacks" in work.store.get(made.notebook).decode()


def test_a_loop_already_runs(errand):
    """A worker in whose thread an event loop runs can still do an errand."""
    said, _, _ = errand("1")

    async def there():
        return run_errand(said)

    with ThreadPoolExecutor(max_workers=1) as worker:  # in this one a browser's loop may run already
        assert isinstance(worker.submit(lambda: asyncio.run(there())).result(), Done)


def test_a_failed_errand(errand):
    """What failed there is said and kept here as if it had failed here."""
    said, work, wanted = errand("1 / 0", "after = 1")
    outcome = pickle.loads(pickle.dumps(run_errand(said)))
    with pytest.raises(JobError, match=r"01_count\.ipynb: cell 3 \(step-1\) failed: ZeroDivisionError") as failed:
        kept(work, wanted, outcome)
    assert "ZeroDivisionError" in (failed.value.folder / "notebooks/01_count.ipynb").read_text("utf-8")


def test_another_package_is_no_help(errand, monkeypatch):
    """A worker with other code refuses the job before it begins: its work would not be what the key says."""
    said, _, _ = errand("1")
    monkeypatch.setattr("nisba.rerunning.errands.package_files", lambda: {"cli.py": "another"})
    outcome = run_errand(said)
    assert isinstance(outcome, Failed)
    assert outcome.problem == "was sent to a machine whose code is another"


def test_nobody_answers(small, monkeypatch):
    """An address at which no scheduler listens is said in one sentence, and nothing is published."""
    pytest.importorskip("distributed")
    monkeypatch.setattr("nisba.rerunning.scheduling._ANSWER_SECONDS", 1)
    with pytest.raises(RunError, match="the cluster: does not answer at tcp://127"):
        small.run(cluster="tcp://127.0.0.1:9")
    assert not small.outputs.exists()


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")
def test_the_same_bytes_from_a_cluster(small):
    """Two workers of a cluster make, byte for byte, what this machine makes; a failure there is told here."""
    distributed = pytest.importorskip("distributed")
    small.run()
    before = small.published()
    for path in (small.root / ".nisba/store/records").iterdir():
        path.unlink()
    told = {}
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        small.run(cluster=cluster.scheduler_address, tell=told.__setitem__)
        assert small.published() == before
        assert {why.partition(":")[0] for why in told.values()} == {"ran"}
        small.notebook("03_stops", "1 / 0")
        with pytest.raises(RunError, match=r"03_stops\.ipynb: cell 3 .* kept in \.nisba/failed/tiny"):
            small.run(cluster=cluster.scheduler_address)
    assert small.published() == before
