"""A small project in a temporary folder: notebooks made from lines, one story, no analysis."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from nisba.rerunning.run import Settings, rerun

ALLOWED = {
    "story": ("tiny",),
    "language": ("all", "ar", "en"),
    "baseline": ("ap", "un"),
    "counting": ("days", "months"),
}
PARAMETERS = 'story: str = "tiny"  # folder in data/raw\nroot: str = ".."  # the project'
WRITE = """
from pathlib import Path
tables = Path(root, "data", "processed", story, "tables")
tables.mkdir(parents=True, exist_ok=True)
""".strip()
PAGE = """
from IPython.display import display
display({"text/html": f"<main><h1>{language}</h1></main>"}, raw=True, metadata={"nisba": {"page": True}})
about = {"kind": "explainer", "language": language, "direction": "ltr", "title": "A & <b>", "description": "d"}
display({"application/vnd.nisba.page+json": about}, raw=True)
""".strip()


class Project:
    """A project whose notebooks a test writes as plain sources."""

    def __init__(self, root: Path) -> None:
        self.root = root
        raw = root / "data" / "raw" / "tiny"
        raw.mkdir(parents=True)
        (raw / "report.txt").write_text("153 attacks\n", "utf-8")
        (root / "notebooks").mkdir()

    def notebook(self, name: str, *cells: str, parameters: str = PARAMETERS) -> Path:
        """Write a notebook with a parameters cell and these code cells."""
        content = nbformat.v4.new_notebook(
            metadata={"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}
        )
        first = nbformat.v4.new_code_cell(parameters, id="parameters", metadata={"tags": ["parameters"]})
        rest = [nbformat.v4.new_code_cell(source, id=f"step-{n}") for n, source in enumerate(cells, start=1)]
        content.cells = [nbformat.v4.new_markdown_cell("# A question?", id="question"), first, *rest]
        path = self.root / "notebooks" / f"{name}.ipynb"
        nbformat.write(content, path)
        return path

    def run(self, given=None, **settings) -> tuple[Path, ...]:
        """Run the notebooks for the one story."""
        return rerun(self.root, "tiny", ALLOWED, given or {}, Settings(**settings))

    def whole(self) -> None:
        """Write a small, sound piece of work: a table, and a page in each language."""
        self.notebook("01_count", WRITE, 'tables.joinpath("n.csv").write_text("n\\n153\\n", encoding="utf-8");')
        taken = PARAMETERS + '\nlanguage: str = "en"  # of the page\nbaseline: str = "ap"  # to compare with'
        read = 'n = Path(root, "data", "processed", story, "tables", "n.csv").read_text(encoding="utf-8"); baseline, n'
        self.notebook("02_explain", "from pathlib import Path", read, PAGE, parameters=taken)

    @property
    def outputs(self) -> Path:
        return self.root / "outputs" / "tiny"

    def published(self) -> dict[str, bytes]:
        """Every published file by its name."""
        found = sorted(path for path in self.outputs.rglob("*") if path.is_file())
        return {path.relative_to(self.outputs).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def project(tmp_path) -> Project:
    """An empty project."""
    return Project(tmp_path / "project")


@pytest.fixture
def small(project) -> Project:
    """A project with a small, sound piece of work."""
    project.whole()
    return project
