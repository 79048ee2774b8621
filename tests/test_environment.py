"""The environment is the same whichever way a person gets it, holds no address, and is free to pass on."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("run", "dev")
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+?)(?: ; (.+?))? \\$", re.MULTILINE)
# A scheme, or a host: nothing of the machine that resolved the locks may stand in them.
ADDRESS = re.compile(
    r"[a-z]+://|\bwww\.|\b[a-z0-9-]+\.(?:org|com|io|net|dev)\b|(?<![\w.])/(?:home|root|usr|opt|tmp|work)/"
)
# Each of these words in a licence names one that would bind those who pass nisba on.
BINDING = re.compile(r"(?<!L)\b[AL]?GPL|GNU (Affero |Lesser )?General Public", re.IGNORECASE)
# Offered under several licences, of which we take this one.
# The GPL part of docutils is a file for the editor Emacs, which its wheel leaves out; the test below looks.
CHOSEN = {"docutils": "BSD License", "text-unidecode": "Artistic License", "tld": "MPL"}


def _text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def _pins(name: str) -> dict[str, tuple[str, str]]:
    """Version and marker of each package of a lock."""
    return {
        package: (version, marker or "") for package, version, marker in PIN.findall(_text(f"requirements/{name}.txt"))
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_its_hashes(lock):
    """Each pin is followed by at least one SHA-256, so that pip installs those files or none."""
    blocks = re.split(r"^(?=\S)", _text(f"requirements/{lock}.txt"), flags=re.MULTILINE)
    bare = [block.split("==")[0] for block in blocks if block.strip() and "--hash=sha256:" not in block]
    assert bare == []
    assert len(_pins(lock)) == len([block for block in blocks if block.strip()])


@pytest.mark.parametrize("name", ["requirements/run.txt", "requirements/dev.txt", "environment.yml", "pyproject.toml"])
def test_no_address(name):
    """No address, host or path of a machine stands in what resolves the environment."""
    assert ADDRESS.findall(_text(name)) == []


def test_the_dev_lock_holds_the_run_lock():
    """Tests run with the very versions that make the pages, at least wherever these are wanted."""
    dev = _pins("dev")
    assert {
        name
        for name, (version, marker) in _pins("run").items()
        if dev.get(name) not in {(version, marker), (version, "")}
    } == set()


def test_environment_yml_has_the_same_pins():
    """conda, Binder and JupyterHub get the run lock's versions, all of them and nothing else."""
    listed = re.findall(r'^    - "([^-].*)"$', _text("environment.yml"), re.MULTILINE)
    assert listed == [
        f"{name}=={v} ; {marker}" if marker else f"{name}=={v}" for name, (v, marker) in _pins("run").items()
    ]
    assert '    - "--editable ."' in _text("environment.yml")


def test_binder_installs_the_project_too():
    """Binder builds environment.yml before it copies the project, unless a pip line leads to a folder: the last one does."""
    listed = yaml.safe_load(_text("environment.yml"))
    (pip,) = (one["pip"] for one in listed["dependencies"] if isinstance(one, dict))
    assert pip[-1].split() == ["--editable", "."]
    assert "pip" in listed["dependencies"]
    assert {"ipykernel", "jupyterlab", "notebook-shim"} <= {line.split("==")[0] for line in pip}
    assert not any((ROOT / name).exists() for name in ("binder", ".binder", "Dockerfile"))  # these would come first


def test_the_container_is_built_from_what_it_copies(tmp_path):
    """Its file uses known words, names no registry, and copies what builds the package, which the builder is let see."""
    lines = [line.split() for line in _text("Containerfile").splitlines() if line and not line.startswith("#")]
    assert {line[0] for line in lines} == {"FROM", "WORKDIR", "COPY", "RUN", "ENV", "ENTRYPOINT", "CMD"}
    assert re.fullmatch(r"python:3\.1[1-9]-slim", lines[0][1])
    assert ADDRESS.findall(_text("Containerfile")) == []
    copied = [name for line in lines if line[0] == "COPY" for name in line[1:-1]]
    assert [f"!{name}" for name in copied] == [line for line in _text(".dockerignore").splitlines() if line[0] == "!"]
    for name in copied:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    built = subprocess.run(
        [sys.executable, "-m", "uv", "build", "--wheel", "--no-build-isolation", "--quiet", "--out-dir", "dist"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = (tmp_path / "dist").glob("nisba-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    wanted = {"notebooks/01_read_the_report.ipynb", "gathering/house.toml", "commands/messages/ar.ftl"}
    assert {f"nisba/{name}" for name in wanted} <= held


def test_the_locks_hold_what_is_asked_for():
    """Every requirement of pyproject.toml is in its lock."""
    project = tomllib.loads(_text("pyproject.toml"))
    asked = (
        project["project"]["dependencies"] + project["dependency-groups"]["build"] + project["build-system"]["requires"]
    )
    assert {_plain(one) for one in asked} <= _pins("run").keys()
    assert {_plain(one) for one in project["dependency-groups"]["dev"]} <= _pins("dev").keys()


def test_what_is_imported_is_asked_for():
    """Every library that the package imports is among its requirements, not there by another's grace."""
    source = ROOT / "src" / "nisba"
    trees = [ast.parse(path.read_text("utf-8")) for path in source.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    foreign = {name.split(".")[0] for name in names} - set(sys.stdlib_module_names) - {"nisba"}
    packages = metadata.packages_distributions()
    used = {_plain(packages[name][0]) if name in packages else name for name in foreign}
    project = tomllib.loads(_text("pyproject.toml"))["project"]
    asked = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    assert used <= {_plain(one) for one in asked}


def test_each_dependency_is_explained():
    """docs/dependencies.md says of each package that we ask for, and of no other, what it is for."""
    project = tomllib.loads(_text("pyproject.toml"))
    asked = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["cluster"],
        *(one for group in project["dependency-groups"].values() for one in group),
    ]
    rows = re.findall(r"^\| (.+?) \| .+ \| .+ \|$", _text("docs/dependencies.md"), re.MULTILINE)
    told = {_plain(name) for row in rows if row != "package" for name in row.split(", ")}
    assert told == {_plain(one) for one in asked}


@pytest.mark.parametrize("package", sorted(_pins("dev")))
def test_free_to_pass_on(package):
    """No installed package of the locks is under a licence of the GPL family only."""
    try:
        installed = metadata.distribution(package)
    except metadata.PackageNotFoundError:
        pytest.skip("for another system or Python")
    said = _licence(installed)
    assert said, f"{package} says nothing of its licence"
    assert CHOSEN.get(package, "") in said
    assert package in CHOSEN or not BINDING.search(said)


def test_the_one_gpl_file_of_docutils_is_not_here():
    """Nothing for Emacs is among the installed files of docutils: all of them are public domain or BSD."""
    files = metadata.files("docutils")
    assert files
    assert [file for file in files if file.suffix == ".el" or "emacs" in str(file).lower()] == []


def _licence(installed: metadata.Distribution) -> str:
    """What a package says of its licence: an expression, classifiers, a word, or else the first line of the text."""
    about = installed.metadata
    classified = [one for one in about.get_all("Classifier", []) if one.startswith("License")]
    files = [file for file in installed.files or () if "LICEN" in file.name.upper()]
    text = files[0].read_text("utf-8").strip() if files else ""
    said = about.get("License-Expression") or "; ".join(classified) or about.get("License") or text
    return said.split("\n")[0]


def _plain(requirement: str) -> str:
    """A requirement's name as the locks write it."""
    return re.sub(r"[._-]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()
