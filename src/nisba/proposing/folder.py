"""The story's folder: written whole beside its place, tried, and only then put there; nothing is ever overwritten."""

from __future__ import annotations

import errno
import hashlib
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nisba.checking import settle
from nisba.errors import NisbaError, StoryError
from nisba.gathering import load_story
from nisba.gathering.texts import toml_string
from nisba.proposing.arrival import Arrival, Said, arrive
from nisba.proposing.figures import Figure, read_figures
from nisba.proposing.names import name_of, slug
from nisba.proposing.others import accounts_csv, releases_csv
from nisba.proposing.proposal import Proposal, propose
from nisba.proposing.prose import explainer_md, methodology_md
from nisba.proposing.story_file import cited_toml, listed, story_toml
from nisba.proposing.wordings import wordings_of
from nisba.reading import lead_report, read_quantities

_STORY = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


@dataclass(frozen=True, slots=True)
class Placed:
    """A folder put in its place.

    Args:
        folder: where it lies.
        awaiting: how many tables await confirmation.
    """

    folder: Path
    awaiting: int


@dataclass(frozen=True, slots=True)
class Made:
    """A new story.

    Args:
        folder: where it lies.
        proposal: what was proposed.
        awaiting: how many tables await confirmation.
    """

    folder: Path
    proposal: Proposal
    awaiting: int


def free_folder(root: Path, story: str) -> Path:
    """The folder of a story that does not exist yet.

    Raises:
        StoryError: the name cannot be a story's, or there is something of that name.
    """
    folder = root / "data" / "raw" / story
    if not _STORY.fullmatch(story):
        better = slug(story) or "my-story"
        problem = f"{story!r} cannot be the name of a story"
        raise StoryError(folder.parent, problem, f"use small Latin letters, digits and hyphens, such as {better}")
    if folder.exists():
        raise StoryError(folder, "is there already, and is never overwritten", "choose another name for the new story")
    return folder


def new_story(
    root: Path, story: str, files: Sequence[Path], said: Said, *, series: bool = False, table: Path | None = None
) -> Made:
    """Make a story's folder from reports as they arrived.

    Args:
        root: the project.
        story: name of the folder in ``data/raw/``.
        files: the reports; the first leads, and the others are accounts of the same announcement.
        said: what a person says of the leading report.
        series: the reports are successive releases; the last leads.
        table: figures cited from elsewhere.

    Raises:
        ReportError: a report cannot be used.
        StoryError: the story exists, a table cannot be read, or the folder cannot be written.
    """
    folder = free_folder(root, story)
    ordered = tuple(reversed(files)) if series else tuple(files)
    names = _names(ordered)
    lead = arrive(ordered[0], names[0], said)
    others = [arrive(path, name, Said()) for path, name in zip(ordered[1:], names[1:], strict=True)]
    wordings = wordings_of(folder, lead.report.language)
    figures = read_figures(table, wordings) if table else ()
    proposal = propose(lead, wordings, figures)
    content = _content(proposal, others, figures, series=series)
    return Made(folder, proposal, placed(folder, content).awaiting)


def _names(files: Sequence[Path]) -> list[str]:
    """A short name for each account, from its file's."""
    names: list[str] = []
    for path in files:
        names.append(name_of((path.stem,), names, "report"))
    return names


def _content(
    proposal: Proposal, others: Sequence[Arrival], figures: Sequence[Figure], *, series: bool
) -> Mapping[str, bytes]:
    """Every file of the folder, by name."""
    lead, wordings = proposal.arrival, proposal.wordings
    content: dict[str, bytes] = {}
    file, original = _kept(lead, content)
    for other in others:
        _kept(other, content)
    written = story_toml(
        proposal,
        lead=lead.report.name,
        file=file,
        sha256=hashlib.sha256(content[file]).hexdigest(),
        original=original,
    )
    if others and series:
        table, counts = releases_csv(list(reversed(others)), wordings.languages, wordings)
        content["releases.csv"] = table.encode()
        written = written.replace("\nlanguages = ", f"\nflows = {listed(counts)}\nlanguages = ", 1)
    elif others:
        content["accounts.csv"] = accounts_csv((lead, *others), proposal.facts, wordings.languages).encode()
        written = written.replace("\nlanguages = ", f"\nreference = {toml_string(lead.report.name)}\nlanguages = ", 1)
    if figures:
        content["cited.toml"] = cited_toml(figures).encode()
    for language in wordings.languages:
        content[f"explainer.{language}.md"] = explainer_md(proposal, language).encode()
        content[f"methodology.{language}.md"] = methodology_md(language).encode()
    return content | {"story.toml": written.encode()}


def _kept(arrival: Arrival, content: dict[str, bytes]) -> tuple[str, str]:
    """Keep a report as it arrived and, where that is another thing, its text; the text's name and ``[lead.original]``."""
    text = f"{arrival.report.name}.{arrival.report.language}.txt"
    if arrival.is_the_text:
        content[text] = arrival.received
        return text, ""
    kept = f"{arrival.report.name}.original{arrival.path.suffix.lower()}"
    content[kept], content[text] = arrival.received, arrival.report.text.encode()
    pages = f"pages = {list(arrival.extracted.pages)}\n" if arrival.extracted.pages else ""
    return text, (
        f"[lead.original]\nfile = {toml_string(kept)}\nformat = {toml_string(arrival.extracted.format)}\n"
        f"sha256 = {toml_string(arrival.report.sha256)}\n{pages}"
    )


def placed(folder: Path, content: Mapping[str, bytes]) -> Placed:
    """Write the files to a folder of their own, try them as a story, and give the folder its name.

    Raises:
        StoryError: what is proposed would not run, or the place cannot be written.
    """
    with tempfile.TemporaryDirectory() as trial:
        place = Path(trial) / "data" / "raw" / folder.name
        place.mkdir(parents=True)
        for name, written in content.items():
            (place / name).write_bytes(written)
        awaiting = _tried(Path(trial), folder.name)
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            beside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
            try:
                shutil.copytree(place, beside / folder.name)
                (beside / folder.name).rename(folder)
            finally:
                shutil.rmtree(beside, ignore_errors=True)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            remedy = "make room on that disk" if full else "get the rights to write there"
            problem = f"cannot be written ({error.strerror})"
            raise StoryError(folder.parent, problem, f"{remedy}, or name another project: --root") from error
    return Placed(folder, awaiting)


def _tried(root: Path, story: str) -> int:
    """Read the story as a run will, so that what is proposed is at least what a run accepts."""
    try:
        loaded = load_story(root, story)
        report = lead_report(loaded)
        settle(loaded, report, read_quantities(report))
    except NisbaError as error:
        problem = f"the proposal would not run ({str(error).rstrip('.')})"
        raise StoryError(root, problem, "give the report as plain text, and tell us of this one") from error
    return len(loaded.awaiting)
