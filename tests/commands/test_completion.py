"""The Tab key: bash itself is asked what it would complete; other shells get what they must know."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nisba.cli import main

BIN = Path(sys.executable).parent
ASK = """
source <(nisba completion bash)
COMP_WORDS=(%s)
COMP_CWORD=%d
_nisba_completion nisba
printf '%%s\\n' "${COMPREPLY[@]}"
"""


def _completed(folder, *words):
    """What bash offers behind these words; the last one is begun."""
    script = ASK % (" ".join(f"'{word}'" for word in words), len(words) - 1)
    path = os.pathsep.join([str(BIN), os.environ["PATH"]])
    done = subprocess.run(
        [shutil.which("bash"), "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project with three stories."""
    root = tmp_path_factory.mktemp("project")
    for name in ("ferries", "fires", "harvest"):
        (root / "data/raw" / name).mkdir(parents=True)
        (root / "data/raw" / name / "story.toml").touch()
    return root


@pytest.mark.skipif(not shutil.which("bash") or not (BIN / "nisba").exists(), reason="bash and an installed nisba")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("nisba", "ver"), ["verify"]),
        (("nisba", "run", "f"), ["ferries", "fires"]),
        (("nisba", "run", "ferries", "h"), ["harvest"]),
        (("nisba", "why", "1.2", "fe"), ["ferries"]),
        (("nisba", "run", "--qu"), ["--quiet"]),
        (("nisba", "completion", ""), ["bash", "zsh", "fish"]),
    ],
)
def test_bash(project, words, offered):
    """Commands, options, and the names of the stories around here."""
    assert _completed(project, *words) == offered


@pytest.mark.skipif(not shutil.which("bash") or not (BIN / "nisba").exists(), reason="bash and an installed nisba")
def test_outside_a_project(tmp_path):
    """Where there is no project, no story is offered, and nothing is said."""
    assert _completed(tmp_path, "nisba", "run", "f") == []


@pytest.mark.parametrize(
    ("shell", "knows"), [("zsh", "#compdef nisba"), ("fish", "complete --no-files --command nisba")]
)
def test_other_shells(capsys, shell, knows):
    """What is printed is for that shell and for this command."""
    with pytest.raises(SystemExit):
        main(["completion", shell])
    assert knows in capsys.readouterr().out
