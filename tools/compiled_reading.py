"""Build hook: with ``NISBA_COMPILED=1``, a wheel whose reading is compiled to machine code, where much is to be read.

The same modules go through mypyc, the compiler that mypy, whose types they pass anyway, brings along; nothing in them is
written for it. Without the variable the wheel is pure Python. An editable installation never holds compiled modules, as
they would hide what is edited. Wants a C compiler.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: Reading's modules that are run once a text or seldom; the others are run for every number.
_LEFT = frozenset({"__init__", "encoding", "language_file", "own_words", "text_files"})
_BESIDE = ("intervals.py", "periods.py")


class CompiledReading(BuildHookInterface):  # type: ignore[type-arg, misc, unused-ignore]
    """Compiles the modules of ``nisba.reading`` in a folder of its own and puts the result into the wheel."""

    def dependencies(self) -> list[str]:
        """What the build wants beyond hatchling."""
        return ["mypy[mypyc]>=1.18", "setuptools", "hijridate>=2.5"] if self._wanted("standard") else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell hatchling what to take in and that the wheel is for this platform and Python only."""
        if not self._wanted(version):
            return
        self._folder = Path(tempfile.mkdtemp(prefix="nisba-compiled-"))
        shutil.copytree(Path(self.root, "src", "nisba"), self._folder / "nisba")
        _compile(self._folder)
        made = [path for kind in ("*.so", "*.pyd") for path in self._folder.rglob(kind) if "build" not in path.parts]
        build_data["pure_python"], build_data["infer_tag"] = False, True
        build_data["force_include"] |= {str(path): path.relative_to(self._folder).as_posix() for path in made}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the folder."""
        if self._wanted(version):
            shutil.rmtree(self._folder)

    def _wanted(self, version: str) -> bool:
        return os.environ.get("NISBA_COMPILED") == "1" and version != "editable"


def _compile(folder: Path) -> None:
    """Run mypyc over the modules; it leaves the compiled ones beside them."""
    reading = sorted(path for path in Path(folder, "nisba", "reading").glob("*.py") if path.stem not in _LEFT)
    modules = [path.relative_to(folder).as_posix() for path in reading]
    modules += [f"nisba/{name}" for name in _BESIDE]
    subprocess.run([sys.executable, "-m", "mypyc", *modules], cwd=folder, check=True)  # noqa: S603 - our own modules
