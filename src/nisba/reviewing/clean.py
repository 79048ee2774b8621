"""A run with a bundle's own packages and its own code, in an environment made for it and thrown away."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

from nisba.errors import BundleError
from nisba.reviewing.bundle import CODE
from nisba.reviewing.published import Published

_LOCK = "requirements/run.txt"
_KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "PIP_INDEX_URL", "PIP_NO_INDEX", "PIP_FIND_LINKS", "HTTPS_PROXY")


def make_clean(project: Path, published: Published) -> None:
    """Install the bundle's locked packages beside a project, and run the story with the bundle's code.

    Raises:
        BundleError: the bundle has no lock or code, a package cannot be installed, or the run fails.
    """
    code = {name: content for name, content in published.whole.items() if name.startswith(f"{CODE}/")}
    if not code or _LOCK not in published.whole:
        raise BundleError(published.name, f"has no {CODE}/ or no {_LOCK}", "verify it without --clean")
    for name, content in {**code, _LOCK: published.whole[_LOCK]}.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(content)
    place = project / ".clean"
    venv.create(place, with_pip=True)
    python = next(iter(sorted(place.glob("[bS]*/python*"))))
    lock = str(project / _LOCK)
    _do(published, python, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "-r", lock)
    packages = next(iter(sorted(place.rglob("site-packages"))))
    (packages / "nisba-of-the-bundle.pth").write_text(f"{project / CODE}\n", encoding="utf-8")
    given = [word for name, value in published.manifest["parameters"].items() for word in ("-p", name, value)]
    _do(published, python, "-m", "nisba", "run", published.story, "--quiet", "--root", str(project), *given)


def _do(published: Published, python: Path, *words: str) -> None:
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    done = subprocess.run(  # noqa: S603 - a list, no shell; asked for by the person who typed --clean
        [str(python), "-I" if words[1] == "pip" else "-s", *words],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise BundleError(published.name, f"{' '.join(words[:3])} failed ({said[-1] if said else 'in silence'})", _TRY)


_TRY = f"see that Python {sys.version_info[0]}.{sys.version_info[1]} is the one it was made with, or leave out --clean"
