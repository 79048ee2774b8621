"""The same bytes everywhere: the first story, run in many environments that differ in all that should not matter."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STORY = "centcom-2024h1"
ENVIRONMENTS = 24
LOCALES = ("C", "C.UTF-8", "ar_SY", "ar_SY.UTF-8", "tr_TR.UTF-8", "ISO-8859-6")
ZONES = ("UTC", "Asia/Damascus", "America/St_Johns", "Pacific/Chatham")
RC = {
    ".config/matplotlib/matplotlibrc": "font.size: 30\n",
    ".ipython/profile_default/startup/00.py": "print('hello')\n",
}


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _run(folder: Path, chance: random.Random) -> dict[str, bytes]:
    """The outputs of one run, in an environment made up by chance."""
    project, home = folder / chance.choice(("a", "with spaces", "بيت", "deep/er")), folder / "home"
    for name in ("notebooks", "data/raw"):
        shutil.copytree(ROOT / name, project / name)
    for name, text in RC.items() if chance.random() < 0.5 else ():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, "utf-8")
    given = {
        "HOME": str(home),
        "TZ": chance.choice(ZONES),
        "LANG": chance.choice(LOCALES),
        "LC_ALL": chance.choice(LOCALES),
        "PYTHONHASHSEED": str(chance.randrange(1000)),
        "COLUMNS": str(chance.randrange(20, 200)),
        "USER": chance.choice(("root", "nobody", "ليلى")),
        "SOURCE_DATE_EPOCH": str(chance.randrange(2_000_000_000)),
        "POLARS_FMT_MAX_ROWS": str(chance.randrange(1, 9)),
    }
    cores = chance.sample(sorted(os.sched_getaffinity(0)), chance.choice((1, min(2, len(os.sched_getaffinity(0))))))
    umask = chance.choice((0o022, 0o077, 0o002))
    command = [sys.executable, "-m", "nisba", "run", STORY, "--quiet", "--jobs", str(chance.choice((1, 2, 4)))]

    def prepare() -> None:
        os.umask(umask)
        os.sched_setaffinity(0, cores)

    done = subprocess.run(
        command, cwd=project, env={**os.environ, **given}, capture_output=True, preexec_fn=prepare, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return _contents(project / "outputs" / STORY)


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="cores are chosen as Linux does")
def test_the_same_bytes_in_every_environment(tmp_path):
    """Pages, charts, tables, executed notebooks and manifest are the same in 24 environments, to the byte."""
    first = _run(tmp_path / "0", random.Random(0))
    for number in range(1, ENVIRONMENTS):
        found = _run(tmp_path / str(number), random.Random(number))
        assert [name for name in first | found if first.get(name) != found.get(name)] == []
        shutil.rmtree(tmp_path / str(number))
