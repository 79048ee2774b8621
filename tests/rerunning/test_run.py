"""A whole run: order, parameters, the same bytes again, and the same from plain papermill."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from nisba.errors import ParameterError, RunError
from nisba.rerunning.manifest import sha256
from nisba.rerunning.notebooks import load
from nisba.rerunning.progress import bar

TRACE = 'Path(root, "data", "processed", story).joinpath("order.txt").open("a", encoding="utf-8").write("{}\\n");'


def test_outputs(small):
    """A run leaves the pages, the tables, the executed notebooks and the manifest, and hands back the pages."""
    pages = small.run()
    assert [page.relative_to(small.outputs).as_posix() for page in pages] == ["explainer.ar.html", "explainer.en.html"]
    assert list(small.published()) == [
        "explainer.ar.html",
        "explainer.en.html",
        "manifest.json",
        "notebooks/01_count.ipynb",
        "notebooks/02_explain.ar.ipynb",
        "notebooks/02_explain.en.ipynb",
        "tables/n.csv",
    ]
    assert (small.root / "data/processed/tiny/tables/n.csv").read_text("utf-8") == "n\n153\n"


def test_order_is_the_order_of_names(project):
    """Notebooks run in the order of their names, whatever the order in which they were written."""
    for name in ("03_c", "01_a", "02_b"):
        project.notebook(name, "from pathlib import Path", TRACE.format(name))
    project.run()
    assert (project.root / "data/processed/tiny/order.txt").read_text("utf-8") == "01_a\n02_b\n03_c\n"


def test_parameters_reach_the_notebooks(small):
    """A given value is injected after the parameters cell and recorded in the manifest."""
    small.run({"baseline": "un", "language": "en"})
    cells = load(small.outputs / "notebooks" / "02_explain.en.ipynb").cells
    assert cells[2].source.splitlines() == ["# Parameters", 'story = "tiny"', 'language = "en"', 'baseline = "un"']
    assert json.loads(small.published()["manifest.json"])["parameters"]["baseline"] == "un"
    assert "notebooks/02_explain.ar.ipynb" not in small.published()


def test_refused_before_anything_starts(small):
    """With an impossible parameter, no workspace is made and no notebook starts."""
    with pytest.raises(ParameterError):
        small.run({"baseline": "anp"})
    assert not (small.root / ".nisba").exists()


def test_same_bytes_again(small, monkeypatch):
    """A second run in another zone, language and home, on two cores, gives the same bytes."""
    small.run()
    before = small.published()
    for name, value in {"TZ": "Asia/Tokyo", "LANG": "ar_SY.ISO-8859-6", "COLUMNS": "40", "PYTHONHASHSEED": "7"}.items():
        monkeypatch.setenv(name, value)
    rc = small.root.parent / "home" / ".ipython" / "profile_default" / "startup"
    rc.mkdir(parents=True)
    rc.joinpath("00.py").write_text("print('hello from home')", "utf-8")
    monkeypatch.setenv("HOME", str(small.root.parent / "home"))
    small.run(jobs=2)
    assert small.published() == before


def test_same_bytes_elsewhere(small):
    """A copy of the project in another folder gives the same bytes."""
    small.run()
    before = small.published()
    small.root.rename(small.root.with_name("moved elsewhere"))
    small.root = small.root.with_name("moved elsewhere")
    shutil.rmtree(small.outputs)
    small.run()
    assert small.published() == before


def test_plain_papermill_gives_the_same(small):
    """Plain papermill, started in notebooks/, writes the same table and shows the same results."""
    small.run({"language": "en"})
    table = small.root / "data/processed/tiny/tables/n.csv"
    before = table.read_bytes()
    shutil.rmtree(small.root / "data" / "processed")
    for name in ("01_count", "02_explain"):
        _papermill(small.root, name)
    assert table.read_bytes() == before
    plain = load(small.root / "02_explain.ipynb").cells
    ours = load(small.outputs / "notebooks" / "02_explain.en.ipynb").cells
    assert [c.get("outputs") for c in plain if c.get("outputs")] == [c.get("outputs") for c in ours if c.get("outputs")]


def _papermill(root: Path, name: str) -> None:
    command = [sys.executable, "-m", "papermill", f"{name}.ipynb", f"../{name}.ipynb", "-p", "story", "tiny"]
    subprocess.run(command, cwd=root / "notebooks", check=True, capture_output=True)


def test_manifest(small):
    """The manifest names every file that came out, and every input and notebook, by its SHA-256."""
    small.run()
    published = small.published()
    manifest = json.loads(published.pop("manifest.json"))
    assert manifest["outputs"] == {name: sha256(content) for name, content in published.items()}
    assert manifest["inputs"] == {"report.txt": sha256(b"153 attacks\n")}
    assert list(manifest["notebooks"]) == ["01_count.ipynb", "02_explain.ipynb"]
    assert {"papermill", "nbconvert", "polars"} <= manifest["environment"]["packages"].keys()


def test_manifest_knows_what_changed(small):
    """Another word in the report, and only that, is another digest among the inputs."""
    small.run()
    before = json.loads(small.published()["manifest.json"])
    (small.root / "data/raw/tiny/report.txt").write_text("154 attacks\n", "utf-8")
    small.run()
    after = json.loads(small.published()["manifest.json"])
    assert {name for name in before if before[name] != after[name]} == {"inputs"}


def test_what_a_run_no_longer_makes_is_gone(small):
    """A page of a former run does not linger beside the ones of the last."""
    small.run()
    small.run({"language": "en"})
    assert "explainer.ar.html" not in small.published()


def test_two_pages_of_one_name(small):
    """Two notebooks that publish the same page are refused, and the sentence names the second."""
    (small.root / "notebooks/03_again.ipynb").write_bytes((small.root / "notebooks/02_explain.ipynb").read_bytes())
    with pytest.raises(RunError, match=r"03_again\.ar\.ipynb: publishes explainer\.ar\.html"):
        small.run()


@pytest.mark.parametrize("cells", ["import os; os.listdir()", "from pathlib import Path"])
def test_no_notebook(project, cells):
    """A project without notebooks, or with a file that is none, is told so."""
    with pytest.raises(RunError, match="holds no notebook"):
        project.run()
    (project.root / "notebooks" / "01.ipynb").write_text(cells, "utf-8")
    with pytest.raises(RunError, match=r"01\.ipynb: is no valid notebook"):
        project.run()


def test_a_parameters_cell_only_declares(project):
    """Code in the parameters cell is refused: papermill would run it before the values are known."""
    project.notebook("01", "1", parameters='story: str = "tiny"\nprint(story)')
    with pytest.raises(RunError, match="holds more than declarations"):
        project.run()


def test_a_module_beside_the_notebooks_is_not_imported(project):
    """A file that happens to be called like a library does not become that library."""
    project.notebook("01_import", "import polars; polars.Series([1]).sum()")
    (project.root / "notebooks" / "polars.py").write_text("raise SystemExit('not polars')", "utf-8")
    project.run()
    assert load(project.outputs / "notebooks/01_import.ipynb").cells[-1].outputs[0].data["text/plain"] == "1"


def test_two_runs_take_turns(small):
    """Two runs of one story at the same time both end well, one after the other, with the same outputs."""
    small.run()
    before, failures = small.published(), []

    def again() -> None:
        try:
            small.run()
        except Exception as error:  # noqa: BLE001 - handed to the assertion below
            failures.append(error)

    threads = [threading.Thread(target=again) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (failures, small.published()) == ([], before)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name)
def test_stopped(project, number):
    """A run that is told to stop leaves no kernel, no process of a cell, no workspace and no output."""
    pid = project.root / "pid"
    cell = f"import subprocess; open({str(pid)!r}, 'w').write(str(subprocess.Popen(['sleep', '600']).pid));"
    project.notebook("01_waits", cell, "import time; time.sleep(600)")
    code = "import sys; from tests_tiny import main; main()"
    helper = project.root / "tests_tiny.py"
    helper.write_text(_RUNNER, "utf-8")
    command = [sys.executable, "-c", code, str(project.root)]
    with subprocess.Popen(command, cwd=project.root, stderr=subprocess.DEVNULL) as running:
        _until(lambda: pid.exists() and pid.read_text("utf-8"))
        running.send_signal(number)
        assert running.wait(timeout=20) != 0
    _until(lambda: _ended(int(pid.read_text("utf-8"))))
    assert not project.outputs.exists()
    assert sorted(path.name for path in (project.root / ".nisba").iterdir()) == ["store", "tiny.lock"]


_RUNNER = """
import sys
from pathlib import Path
from nisba.commands.stopping import stopped_cleanly
from nisba.rerunning.run import rerun

def main():
    with stopped_cleanly():
        rerun(Path(sys.argv[1]), "tiny", {"story": ("tiny",)}, {})
"""


def _until(true) -> None:
    """Wait at most 20 seconds for something to become true."""
    for _ in range(200):
        if true():
            return
        time.sleep(0.1)
    raise AssertionError("waited in vain")


def _ended(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{pid}/stat").exists() and Path(f"/proc/{pid}/stat").read_text("utf-8").split()[2] == "Z"


def test_a_killed_run_is_cleared_away(small):
    """What a killed run left behind is removed by the next run of the same story, and by no other."""
    for name in ("run-tiny.abc", "run-other.abc"):
        (small.root / ".nisba" / name / "notebooks").mkdir(parents=True)
    small.run()
    assert sorted(path.name for path in (small.root / ".nisba").iterdir()) == ["run-other.abc", "store", "tiny.lock"]


def test_the_bar_names_notebook_and_cell(capsys):
    """The bar says which notebook and which cell runs; outside a terminal it says nothing."""
    with bar(2) as watch:
        watch("01_read", "read-the-report")
    assert capsys.readouterr().err == ""


def test_the_bar_in_a_terminal(capsys, monkeypatch):
    """In a terminal the bar shows the notebook and the cell's id."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with bar(2) as watch:
        watch("01_read", "read-the-report")
        watch("01_read", "count")
    assert "01_read · count" in capsys.readouterr().err
