"""What a notebook declares to read and to write: understood, held to, and what a run's order follows from."""

from __future__ import annotations

import pytest

from nisba.errors import RunError
from nisba.rerunning.declarations import Files, declared

CELL = """
from pathlib import Path

# inputs
raw = Path("../data/raw") / story  # *.toml, prose.<language>.md
# outputs
tables, charts = raw / "t", Path("../data", "processed") / story / "charts"  # *
"""
NOT_DECLARED = """
from pathlib import Path
# inputs
raw = Path("../data/raw") / "tiny"  # {reads}
# outputs
tables = Path("../data/processed/tiny")  # {writes}
"""


def test_paths_in_the_project():
    """Folders are those of the project, patterns those of the comment, with the parameters' values."""
    found = declared("n.ipynb", (CELL,), {"story": "tiny", "language": "ar"})
    assert found.reads.patterns == ("data/raw/tiny/*.toml", "data/raw/tiny/prose.ar.md")
    assert found.writes.patterns == ("data/raw/tiny/t/*", "data/processed/tiny/charts/*")


def test_nothing_said_is_everything():
    """A notebook without such a cell may read and write whatever there is."""
    found = declared("n.ipynb", ("1 + 1",), {})
    assert found.reads.hold("data/raw/tiny/report.txt")
    assert found.writes.may_meet(Files(("anything",)))


def test_not_understood():
    """A line that computes its path is refused: nobody could tell what is read."""
    with pytest.raises(RunError, match="sorted"):
        declared("n.ipynb", ("# inputs\nraw = sorted(story)",), {"story": "tiny"})


@pytest.mark.parametrize(
    ("ours", "theirs", "meet"),
    [
        ("tables/a.*", "tables/*", True),
        ("tables/*.csv", "tables/a.*", True),
        ("tables/a.csv", "tables/b.csv", False),
        ("charts/*", "tables/*", False),
    ],
)
def test_meeting(ours, theirs, meet):
    """Two sets of files that could share one are taken to do so."""
    assert Files((ours,)).may_meet(Files((theirs,))) is meet


def _declaring(project, name, *cells, reads="*", writes="*"):
    return project.notebook(name, NOT_DECLARED.format(reads=reads, writes=writes).strip(), *cells)


def test_reads_only_what_it_declares(project):
    """A file that a notebook does not declare is not there for it, and the sentence says why."""
    _declaring(project, "01_reads", "(raw / 'report.txt').read_text()", reads="*.csv")
    with pytest.raises(RunError, match=r"its # inputs do not name data/raw/tiny/report\.txt"):
        project.run()


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("(tables / 'b.csv').write_text('b');", r"writes data/processed/tiny/b\.csv, which its # outputs do not name"),
        ("(raw / 'report.txt').write_text('154');", r"writes data/raw/tiny/report\.txt"),
        ("(raw / 'report.txt').unlink()", r"removes data/raw/tiny/report\.txt"),
        ("Path('beside.txt').write_text('b');", r"writes notebooks/beside\.txt"),
    ],
)
def test_writes_only_what_it_declares(project, cell, says):
    """A notebook that writes elsewhere, or changes what people supplied, is refused."""
    _declaring(project, "01_writes", cell, writes="a.*")
    with pytest.raises(RunError, match=says):
        project.run()
    assert (project.root / "data/raw/tiny/report.txt").read_text("utf-8") == "153 attacks\n"
