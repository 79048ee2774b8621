"""Resolve ``run.txt`` and ``dev.txt`` (hashed, for every platform) and write ``environment.yml`` from the same pins.

Run it with ``make lock``. No address of any package index is written: the machine's own settings say where to look.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"^(?P<pin>[A-Za-z0-9._-]+==\S+)(?: ; (?P<marker>[^\\]+?))?(?: \\)?$", re.MULTILINE)
HEAD = """\
# For conda, Binder and JupyterHub: the same versions as requirements/run.txt. Written by `make lock`.
name: nisba
channels: [conda-forge, nodefaults]
dependencies:
  - python=3.11
  - pip
  - pip:
"""


def main() -> None:
    """Write the three files."""
    resolve("run.txt", "--group", "build")
    resolve("dev.txt", "--group", "build", "--group", "dev", "--constraint", "requirements/run.txt")
    (ROOT / "environment.yml").write_text(environment_yml(), "utf-8")


def resolve(name: str, *what: str) -> None:
    """Let uv resolve the project's requirements; one version of each package for all Pythons and platforms."""
    fixed = "--universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-header --quiet --upgrade"
    plain = "--no-emit-index-url --no-emit-find-links --annotation-style line"
    told = [*fixed.split(), *plain.split(), *what, "--output-file", f"requirements/{name}"]
    subprocess.run([sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *told], cwd=ROOT, check=True)


def environment_yml() -> str:
    """The run lock's pins as a conda environment with a pip section, then the project itself."""
    lock = (ROOT / "requirements" / "run.txt").read_text("utf-8")
    lines = [f"{found['pin']} ; {found['marker']}" if found["marker"] else found["pin"] for found in PIN.finditer(lock)]
    return HEAD + "".join(f'    - "{line}"\n' for line in lines) + '    - "--editable ."\n'


if __name__ == "__main__":
    main()
