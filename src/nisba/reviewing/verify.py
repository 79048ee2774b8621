"""Is it what was made, and does it come out again? First every hash; then, in a folder of its own, the whole run."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nisba.errors import BundleError
from nisba.rerunning.changes import changes
from nisba.rerunning.manifest import NAME, digests, inputs, package_digest
from nisba.rerunning.project import notebooks_of, supplied_files
from nisba.reviewing.alone import problems, read_folder
from nisba.reviewing.published import Published

Maker = Callable[[Path, Published], None]
"""Runs the story of a project in a folder, with the parameters of some outputs; leaves the new ones in ``outputs/``."""
_NOT_COMPARED = frozenset({NAME})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was made.

    Args:
        where: a file, a number or a cell.
        problem: what differs, a sentence without its stop.
    """

    where: str
    problem: str


def altered(published: Published, root: Path) -> tuple[Finding, ...]:
    """What is not the bytes that the run listed; hashing only, nothing is run.

    Args:
        published: a bundle, or a folder of outputs.
        root: the project whose inputs and notebooks a folder of outputs was made from.

    Raises:
        BundleError: the manifest is missing or lists nothing.
    """
    if published.whole:
        return tuple(Finding("bundle", problem) for problem in problems(published.whole))
    said = published.manifest
    made = {name: hashlib.sha256(content).hexdigest() for name, content in published.files.items() if name != NAME}
    return (
        *_against(said["outputs"], made, "was made"),
        *_against(said.get("inputs", {}), inputs(root, published.story), "went in"),
        *_against(said.get("notebooks", {}), digests(notebooks_of(root), "*.ipynb"), "was run"),
    )


def _against(said: Mapping[str, str], found: Mapping[str, str], done: str) -> Iterator[Finding]:
    for name in sorted(said.keys() | found.keys()):
        if name not in found:
            yield Finding(name, "is missing")
        elif name not in said:
            yield Finding(name, "was added")
        elif said[name] != found[name]:
            yield Finding(name, f"is not the file that {done}")


def strange(published: Published, trusted: Path) -> tuple[str, ...]:
    """What a rerun would execute that is not the code or the notebooks of this installation.

    Args:
        published: a bundle, or a folder of outputs.
        trusted: folder of notebooks that the person has.
    """
    said = published.manifest
    known = digests(trusted, "*.ipynb")
    own = [f"notebooks/{name}" for name, digest in sorted(said["notebooks"].items()) if known.get(name) != digest]
    return (*own, *(("nisba's code",) if said["code"]["sha256"] != package_digest() else ()))


def rerun_differs(published: Published, root: Path, make: Maker) -> tuple[Finding, ...]:
    """Run the story again in a temporary folder, and say what comes out otherwise.

    Raises:
        BundleError: inputs are withheld, so that nobody but their owner can run it.
        RunError: the run does not reach its end.
    """
    with tempfile.TemporaryDirectory(prefix="nisba-verify-", ignore_cleanup_errors=True) as folder:
        project = Path(folder)
        _lay_out(published, root, project)
        make(project, published)
        again = Published("the rerun", read_folder(project / "outputs" / published.story), {})
        return compared(published, again)


def compared(before: Published, after: Published) -> tuple[Finding, ...]:
    """What differs between two sets of outputs: each number, then each file, with the cell of a notebook."""
    found = [
        Finding(one.id, f"is {one.was or 'not there'} in {before.name} and {one.now or 'not there'} in {after.name}")
        for one in changes(before.numbers(), after.numbers())
    ]
    for name in sorted((before.files.keys() | after.files.keys()) - _NOT_COMPARED):
        old, new = before.files.get(name), after.files.get(name)
        if old is None or new is None:
            found.append(Finding(name, f"is only in {after.name if old is None else before.name}"))
        elif old != new:
            found.append(Finding(name, f"has other bytes{_cell(name, old, new)}"))
    return tuple(found)


def _cell(name: str, old: bytes, new: bytes) -> str:
    """The first cell in which two executed notebooks differ; empty for other files."""
    if not name.endswith(".ipynb"):
        return ""
    try:
        pairs = zip(json.loads(old)["cells"], json.loads(new)["cells"], strict=False)
        return next((f", first in cell {one.get('id', '?')}" for one, other in pairs if one != other), "")
    except (ValueError, KeyError, TypeError, AttributeError):
        return ""


def _lay_out(published: Published, root: Path, project: Path) -> None:
    """Put inputs and notebooks into an empty project: those of the bundle, or those beside the outputs."""
    story = published.story
    if published.whole:
        files = {n: c for n, c in published.whole.items() if n.startswith((f"data/raw/{story}/", "notebooks/"))}
    else:
        notebooks, supplied = notebooks_of(root), supplied_files(root, story)
        files = {f"data/raw/{story}/{name}": path.read_bytes() for name, path in supplied.items()}
        files |= {f"notebooks/{name}": (notebooks / name).read_bytes() for name in digests(notebooks, "*.ipynb")}
    missing = sorted(name for name in published.manifest["inputs"] if f"data/raw/{story}/{name}" not in files)
    if missing:
        raise BundleError(published.name, f"holds no {', '.join(missing)}", "get them from their publisher to rerun it")
    for name, content in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
