"""The wheel whose reading is compiled: it is built as the changelog says, and reads every specimen as plain Python does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WHERE = "import nisba.reading.numerals as one; print(one.__file__)"


def _texts() -> str:
    """Every specimen as a line of a batch."""
    lines = []
    for path in sorted((ROOT / "benchmarks" / "reports").glob("*.toml")):
        told = tomllib.loads(path.read_text("utf-8"))
        said = {
            "id": path.stem,
            "lang": path.stem[:2],
            "text": told["text"],
            "date": str(told.get("date") or "") or None,
        }
        lines.append(json.dumps(said, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def _python(code: Path, *told: str, given: str = "") -> str:
    """What Python says with the package as it lies in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(code), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *told], input=given, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("cc"), reason="wants a C compiler")
def test_it_reads_the_same(tmp_path):
    """Every quantity of every specimen, with all that is said of it, to the letter."""
    uv = Path(sys.executable).parent / "uv"
    build = [uv, "build", "--quiet", "--wheel", "--python", sys.executable, "--out-dir", str(tmp_path), str(ROOT)]
    subprocess.run(build, env={**os.environ, "NISBA_COMPILED": "1"}, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "compiled")
    assert Path(_python(tmp_path / "compiled", "-c", WHERE).strip()).suffix in (".so", ".pyd")
    plain, compiled = (
        _python(code, "-m", "nisba", "read", "--batch", given=_texts())
        for code in (ROOT / "src", tmp_path / "compiled")
    )
    assert plain.count('"quantities"') == len(_texts().splitlines()) > 20
    assert compiled == plain
