"""Pages of the documentation, followed to the letter: what they tell a person to save is saved, what they show is typed.

A block of ``console`` is typed, line by line. A block with a title is a file: ``title="NAME"`` is saved as it stands; ``NAME:
first line`` and ``NAME: top`` go above what is there, ``NAME: title`` takes the place of the line that begins with ``title``.
What a block called ``says`` shows must have been said by then.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from nisba.cli import main

DOCS = Path(__file__).parents[1] / "docs"
_BLOCK = re.compile(
    r'^ *```(?P<kind>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<body>.*?)^ *```$', re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page: its kind, its title (empty where it has none), and what stands in it."""

    kind: str
    title: str
    body: str


def blocks(page: str) -> Iterator[Block]:
    """The blocks of a page of ``docs/``, in order."""
    for found in _BLOCK.finditer((DOCS / page).read_text("utf-8")):
        yield Block(found["kind"], found["title"] or "", found["body"])


def follow(page: str, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """Do all that a page says, in an empty folder; every command must end as a finding (1) or well (0).

    Returns:
        the folder in which it ended.
    """
    said = ""
    monkeypatch.chdir(here)
    for block in blocks(page):
        if block.kind == "console":
            for line in block.body.splitlines():
                here = _typed(line, here, monkeypatch)
                told = capsys.readouterr()
                said += told.out + told.err
        elif block.title == "says":
            assert block.body.strip() in said, block.body
        elif block.title and block.kind != "html":
            save(block, here)
    return here


def save(block: Block, here: Path) -> None:
    """Put what a titled block shows where its title says."""
    name, _, where = block.title.partition(": ")
    path = here / name
    before = path.read_text("utf-8") if path.exists() else ""
    if where == "title":
        before, found = re.subn(r"^title = .*\n", lambda _: block.body, before, count=1, flags=re.MULTILINE)
        assert found, f"{name} has no title"
        path.write_text(before, "utf-8")
    else:
        path.write_text(block.body + (before if where else ""), "utf-8")


def _typed(line: str, here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    match shlex.split(line):
        case ["mkdir", folder]:
            (here / folder).mkdir(parents=True)
        case ["cd", folder]:
            # As people do who follow the page: what it let them save before lies in the folder that they go to.
            here = here / folder
            monkeypatch.chdir(here)
        case ["nisba", *words]:
            with pytest.raises(SystemExit) as left:
                main(words)
            assert left.value.code in (0, 1), line
        case _:
            pytest.fail(f"no person can type {line!r} here")
    return here
