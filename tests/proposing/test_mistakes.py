"""Mistakes on the way from a file to a page: one sentence each, with what to do; no traceback, nothing lost."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from cases import rows, table
from nisba.checking import settle, work_out
from nisba.cli import main
from nisba.errors import NisbaError
from nisba.explaining import Evidence, explainer
from nisba.explaining.listing import listing
from nisba.gathering import load_story
from nisba.proposing.arrival import Said
from nisba.proposing.folder import new_story
from nisba.reading import read_quantities, read_report
from proposing import making

TABLE = Path(__file__).with_name("mistakes.toml")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a good report, and a story that must not be touched."""
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "data" / "raw" / "taken").mkdir(parents=True)
    (tmp_path / "data" / "raw" / "taken" / "story.toml").write_text("mine", "utf-8")
    making.text(tmp_path / "good.txt")
    return tmp_path


def _files(project):
    return {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}


def _refused(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("nisba: ")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert "unexpected" not in said.err
    return said.err


@pytest.mark.parametrize("case", table(TABLE)["given"], ids=lambda case: case["what"])
def test_a_mistake_on_the_command_line(project, monkeypatch, capsys, case):
    """One sentence on stderr, status 2, and every file as it was."""
    monkeypatch.chdir(project)
    if "name" in case:
        (project / case["name"]).write_bytes(bytes.fromhex(case.get("hex", "")) or case.get("text", "").encode())
    before = _files(project)
    said = _refused(["new", *case["args"]], capsys)
    assert all(words in said for words in case["says"]), said
    assert _files(project) == before


def test_a_scanned_pdf(project, monkeypatch, capsys):
    """Pages that are pictures are told as such."""
    monkeypatch.chdir(project)
    making.pdf(project / "scan.pdf", ())
    assert "run text recognition (OCR)" in _refused(["new", "ports", "scan.pdf"], capsys)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_without_rights(project, monkeypatch, capsys):
    """Where nothing can be written, that is said."""
    monkeypatch.chdir(project)
    (project / "data" / "raw").chmod(0o500)
    assert "get the rights to write there" in _refused(["new", "ports", "good.txt"], capsys)


def test_a_full_disk(project, monkeypatch, capsys):
    """The way out of a full disk is room, not rights; nothing half-made is left."""
    monkeypatch.chdir(project)

    def fill(*_args, **_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("nisba.proposing.folder.shutil.copytree", fill)
    before = _files(project)
    assert "make room on that disk" in _refused(["new", "ports", "good.txt"], capsys)
    assert _files(project) == before


def test_the_first_story_begins_a_project(tmp_path, monkeypatch, capsys):
    """In a folder that is no project the first new story makes data/raw; a name that cannot be makes nothing."""
    monkeypatch.chdir(tmp_path)
    making.text(tmp_path / "good.txt")
    _refused(["new", "No Name", "good.txt"], capsys)
    assert [path.name for path in tmp_path.iterdir()] == ["good.txt"]
    with pytest.raises(SystemExit) as left:
        main(["new", "ports", "good.txt"])
    assert left.value.code == 0
    assert (tmp_path / "data" / "raw" / "ports" / "story.toml").is_file()


def test_forty_mistakes_and_more():
    """The table holds at least forty, each told apart."""
    cases = [case["what"] for kind in table(TABLE).values() for case in kind]
    assert len(set(cases)) == len(cases) >= 40


def test_a_place_that_cannot_be_written(project, monkeypatch, capsys):
    """As where the disk is read-only; nothing half-made is left."""
    monkeypatch.chdir(project)

    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("nisba.proposing.folder.shutil.copytree", refuse)
    before = _files(project)
    assert "raw: cannot be written (Permission denied); get the rights" in _refused(
        ["new", "ports", "good.txt"], capsys
    )
    assert _files(project) == before
    assert {path.name for path in (project / "data" / "raw").iterdir()} == {"taken"}


@rows(TABLE, "edited", "what", "file", "was", "becomes", "says")
def test_a_mistake_in_the_files_of_a_new_story(project, what, file, was, becomes, says):
    """The file and the place in it are named, what is wrong and what would be right."""
    new_story(project, "ports", [making.web_page(project / "report.html")], Said(day=None))
    path = project / "data" / "raw" / "ports" / file
    text = path.read_text("utf-8")
    assert was in text, f"{what}: {was!r} is not in\n{text}"
    if was:
        path.write_text(text.replace(was, becomes.replace("\\n", "\n"), 1), "utf-8")
    else:
        path.unlink()
    with pytest.raises(NisbaError) as caught:
        _page(project)
    told = re.sub(r"(\.toml):\d+:", r"\1:LINE:", str(caught.value))
    assert all(words in told for words in says), told


def _page(project):
    """What a run does, without notebooks."""
    story = load_story(project, "ports")
    lead = story.lead
    report = read_report(story.folder / lead.file, name=lead.id, language=lead.language, date=lead.date)
    numbers = work_out(story, settle(story, report, read_quantities(report)), baseline="", counting="days")
    evidence = Evidence(story, {lead.id: report}, numbers)
    listing(evidence)
    explainer(evidence, "en", draw=False)
