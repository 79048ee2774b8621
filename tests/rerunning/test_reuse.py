"""What is not done twice: a job whose cells, parameters, files, code and packages are the same is taken from the store."""

from __future__ import annotations

import os

import pytest

from nisba.errors import RunError
from nisba.rerunning.store import Made, Store

UNCHANGED = "not run: nothing that it depends on has changed"
READS = 'from pathlib import Path\n# inputs\nraw = Path("../data/raw") / story  # {}\n# outputs: none'


@pytest.fixture
def told(project):
    """Runs the project; hands back what was said of each job."""

    def run(given=None):
        said = {}
        project.run(given, tell=said.__setitem__)
        return said

    return run


def test_a_second_run_runs_nothing(small, told):
    """With nothing changed no notebook runs, and the outputs are not even touched."""
    assert set(told().values()) == {"ran: it has not run here with these parameters before"}
    before = {path: path.stat().st_ino for path in small.outputs.rglob("*")}
    assert set(told().values()) == {UNCHANGED}
    assert {path: path.stat().st_ino for path in small.outputs.rglob("*")} == before


def test_time_stamps_mean_nothing(small, told):
    """A file that was saved again without a change is the same file."""
    told()
    os.utime(small.root / "data/raw/tiny/report.txt", (0, 0))
    os.utime(small.root / "notebooks/01_count.ipynb")
    assert set(told().values()) == {UNCHANGED}


def test_the_date_that_a_build_claims_changes_nothing(project, told, monkeypatch):
    """No output tells when it was made: SOURCE_DATE_EPOCH, which would replace that, is one fixed day for every cell."""
    project.notebook("01_looks", "import os; os.environ['SOURCE_DATE_EPOCH']")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    told()
    before = project.published()
    assert b"315532800" in before["notebooks/01_looks.ipynb"]
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert told() == {"01_looks": UNCHANGED}
    assert project.published() == before


def test_a_parameter(small, told):
    """Another value runs the notebooks that take it, and says so."""
    told()
    said = told({"baseline": "un", "language": "en"})
    assert said == {"01_count": UNCHANGED, "02_explain.en": "ran: baseline is un, was ap"}


def test_only_who_reads_it(project, told):
    """A changed file runs the notebooks that declare it, and no other."""
    for name in ("a", "b"):
        (project.root / f"data/raw/tiny/{name}.md").write_text(name, "utf-8")
        project.notebook(f"0{ord(name) - 96}_{name}", READS.format(f"{name}.md"), f'(raw / "{name}.md").read_text()')
    told()
    (project.root / "data/raw/tiny/b.md").write_text("another", "utf-8")
    assert told() == {"01_a": UNCHANGED, "02_b": "ran: data/raw/tiny/b.md changed"}


def test_cells(small, told):
    """A changed cell runs its notebook; one whose inputs come out the same does not run again."""
    told()
    table = 'tables.joinpath("n.csv").write_text("n\\n153\\n", encoding="utf-8");'
    path = small.root / "notebooks/01_count.ipynb"
    path.write_text(path.read_text("utf-8").replace("exist_ok=True)", "exist_ok=True);1"), "utf-8")
    assert table.replace('"', "'") not in path.read_text("utf-8")
    assert told() == {
        "01_count": "ran: its cells changed",
        "02_explain.ar": UNCHANGED,
        "02_explain.en": UNCHANGED,
    }


def test_outputs_that_were_lost_come_back(small, told):
    """Outputs that somebody removed or changed are put back from the store, without running anything."""
    told()
    before = small.published()
    (small.outputs / "explainer.ar.html").unlink()
    (small.outputs / "tables/n.csv").write_text("154", "utf-8")
    assert set(told().values()) == {UNCHANGED}
    assert small.published() == before


def test_a_damaged_store_is_noticed(small, told):
    """A content that is no longer what it was counts as missing: the job runs again and mends it."""
    told()
    before = small.published()
    for path in (small.root / ".nisba/store/contents").glob("*/*"):
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert set(told().values()) == {"ran: what it made is no longer in the store"}
    assert small.published() == before


def test_finished_work_is_kept(small, told):
    """After a failure, what ran before it is not run again."""
    path = small.notebook("03_stops", "1 / 0")
    with pytest.raises(RunError, match="03_stops"):
        told()
    path.unlink()
    assert set(told().values()) == {UNCHANGED}


def _made(key: str, store: Store) -> Made:
    depends = {"inputs": {"a": store.put(b"input " + key.encode())}}
    return Made(key, depends, {"b": store.put(b"file " + key.encode())}, store.put(b"notebook"))


def test_pruning(tmp_path):
    """The store forgets what was not used for longest, and keeps every content that something else needs."""
    store = Store(tmp_path)
    for number, key in enumerate(("one", "two", "three")):
        store.keep(_made(key, store))
        os.utime(tmp_path / "records" / f"{key}.json", (number, number))
    assert store.find("one") is not None  # now the one used last
    store.prune(most=2)
    assert [store.find(key) is not None for key in ("one", "two", "three")] == [True, False, True]
    assert len(list((tmp_path / "contents").glob("*/*"))) == 5
