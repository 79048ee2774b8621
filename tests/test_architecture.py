"""The house as drawn: rooms in order, heavy libraries behind one door each, words in data, drawings that are true."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import click
import pytest

from nisba.cli import COMMANDS, nisba

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "nisba"
MODULES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))

# A report walks through the rooms in this order; a room knows only the ones before it.
ROOMS = ("gathering", "reading", "checking", "explaining", "rerunning", "reviewing")
# Beside the rooms: what every room stands on, and the tables, which hold what the first three rooms make.
FOUNDATIONS = ("errors", "intervals", "periods")
MAY_IMPORT = {
    **{room: {*FOUNDATIONS, *ROOMS[:place], room} for place, room in enumerate(ROOMS)},
    **{name: set(FOUNDATIONS) for name in FOUNDATIONS},
    "records": {*FOUNDATIONS, *ROOMS[:3]},
    "workbook": set(),
    "package": set(),
    "tables": {*FOUNDATIONS, *ROOMS[:3], "records", "workbook", "package"},
    "rerunning": {*FOUNDATIONS, *ROOMS[:5], "records"},
    "reviewing": {*FOUNDATIONS, *ROOMS, "records"},
    # Beside the walk: it looks through what a page needs and writes files for people; only a command opens it.
    "proposing": {*FOUNDATIONS, *ROOMS[:4], "proposing"},
    "commands": {*FOUNDATIONS, *ROOMS, "proposing", "tables", "commands"},
    "cli": {"errors", "commands"},
    "__main__": {"cli"},
    "__init__": set(),
}
# Where each heavy library may be imported; anywhere else, its types and quirks would spread.
DOORS = {
    "papermill": {"rerunning/execution.py", "rerunning/talking.py"},
    "nbclient": {"rerunning/execution.py", "rerunning/talking.py"},
    "jupyter_client": {"rerunning/kernels.py", "rerunning/lifelines.py"},
    "nbconvert": {"rerunning/publish.py"},
    "distributed": {"rerunning/scheduling.py"},
    "watchfiles": {"rerunning/watching.py"},
    "nbformat": {"rerunning/notebooks.py"},
    "nh3": {"rerunning/sanitise.py"},
    "markdownify": {"rerunning/plain.py"},
    "bs4": {"rerunning/plain.py", "rerunning/readable.py"},
    "tqdm": {"rerunning/progress.py"},
    "polars": {"tables.py"},
    "xlsxwriter": {"workbook.py"},
    "matplotlib": {"explaining/charts/*.py"},
    "scipy": {"checking/uncertainty.py"},
    "trafilatura": {"proposing/originals/web_page.py"},
    "pdfplumber": {"proposing/originals/pdf.py"},
    "docx": {"proposing/originals/word_document.py"},
    "striprtf": {"proposing/originals/rich_text.py"},
    "IPython": {"explaining/display.py"},
    "click": {"cli.py", "commands/*.py"},
}
HEAVY = {
    "polars",
    "xlsxwriter",
    "matplotlib",
    "scipy",
    "IPython",
    "papermill",
    "nbconvert",
    "nbclient",
    "jupyter_client",
    "babel",
    "trafilatura",
    "pdfplumber",
    "docx",
    "striprtf",
}
LONGEST_MODULE, LONGEST_FUNCTION = 300, 45
ARABIC = re.compile(r"[\u0600-\u06ff]")


def _name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@cache
def _imports(path: Path) -> frozenset[str]:
    """Every dotted name that a module imports, at its top or in a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(path)}:{node.lineno} imports relatively; say where from"
            found.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    return frozenset(found)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_rooms_import_only_earlier_rooms(path):
    """A module imports nothing from a room that data reaches later."""
    place = _name(path).split("/")[0].removesuffix(".py")
    beneath = {child.name.removesuffix(".py") for child in SOURCE.iterdir()}
    used = {name.split(".")[1] for name in _imports(path) if name.startswith("nisba.")} & beneath
    assert used <= MAY_IMPORT[place]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_heavy_libraries_have_one_door(path):
    """Each large library is imported in the module named for it, and nowhere else."""
    used = {name.split(".")[0] for name in _imports(path)} & DOORS.keys()
    assert {library for library in used if not any(Path(_name(path)).match(door) for door in DOORS[library])} == set()


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import nisba", set()),
        ("import nisba.cli", set()),
        ("import nisba.gathering, nisba.reading, nisba.checking", set()),
        ("from nisba.cli import main; sys.argv = ['nisba', '--help']; main()", set()),
        ("from nisba.cli import main; main(['read', '--help'])", set()),
        ("from nisba.cli import main; main(['check', '--help'])", set()),
    ],
)
def test_light_imports(code, allowed):
    """What reads and checks a report loads no notebook machinery, no tables and no charts."""
    if "read" in code and not (SOURCE / "commands" / "read.py").exists():
        pytest.skip("the command is not written yet")
    if "check'" in code and not (SOURCE / "commands" / "check.py").exists():
        pytest.skip("the command is not written yet")
    script = f"import sys, json, atexit\natexit.register(lambda: print('|' + json.dumps(sorted(sys.modules))))\n{code}"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    loaded = {name.split(".")[0] for name in json.loads(done.stdout.rpartition("|")[2])}
    assert loaded & HEAVY <= allowed


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_words_live_in_data(path):
    """No Arabic letter stands in code; the package's own name, explained once, is the exception."""
    text = path.read_text("utf-8")
    if _name(path) == "__init__.py":
        text = text.replace("\u0646\u0633\u0628\u0629", "", 1)
    assert not ARABIC.search(text)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_one_concern_a_module(path):
    """A module fits in a reader's head, and says in its first line what it is for."""
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_short_functions(path):
    """A function is read without scrolling."""
    functions = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.FunctionDef)]
    assert [n.name for n in functions if n.end_lineno - n.lineno >= LONGEST_FUNCTION] == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_state_in_modules(path):
    """A module's own names are not changed from inside its functions: stages may run beside each other."""
    assert [n.lineno for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Global)] == []


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.relative_to(ROOT / "tests").as_posix())
def test_tests_say_what_they_hold(path):
    """Each test says in a sentence what must be true, and holds it with an assertion of some kind."""
    tree = ast.parse(path.read_text("utf-8"))
    tests = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")]
    assert [test.name for test in tests if not (ast.get_docstring(test) or "").strip().endswith(".")] == []


def test_tests_mirror_the_house():
    """A folder of tests is a room of the house, or holds what rooms are tested on."""
    folders = {
        path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and not path.name.startswith(("_", "."))
    }
    assert folders <= {*ROOMS, "proposing", "commands", "specs", "golden", "stories"}


def test_the_commands_are_what_the_list_says():
    """The line that ``nisba --help`` shows for a command is the command's own."""
    written = {name for name in COMMANDS if (SOURCE / "commands" / f"{name}.py").exists()}
    shown = {name: nisba.get_command(click.Context(nisba), name).get_short_help_str(200) for name in written}
    assert shown == {name: COMMANDS[name] for name in written}


def test_documented_commands():
    """docs/commands.md is what `make docs` writes: the commands' own help."""
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "write_commands.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_tree_that_is_drawn():
    """Every folder and file that CONTRIBUTING.md draws exists, and every room is drawn."""
    drawn = _drawn((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    missing = [path for path in drawn if not list(ROOT.glob(path))]
    assert missing == []
    assert {f"src/nisba/{room}" for room in ROOMS} <= drawn


def _drawn(text: str) -> set[str]:
    """The paths of a drawing made of ├── and └──; a name in angle brackets stands for any."""
    paths, above = set(), {}
    for line in text.splitlines():
        found = re.match(r"^([│ ]*)[├└]── ([^\s]+)", line)
        if found:
            depth = len(found[1]) // 4
            name = re.sub(r"<[^>]*>", "*", found[2].strip("`").rstrip("/"))
            above[depth] = f"{above[depth - 1]}/{name}" if depth else name
            paths.add(above[depth])
    return paths
