"""One zip that holds a published story whole, for strangers to check and to run again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from string import Template

import nisba
from nisba.errors import BundleError
from nisba.gathering import Story, load_story
from nisba.rerunning.digests import package_files
from nisba.rerunning.manifest import NAME, as_json, digests, package_digest
from nisba.rerunning.manifest import inputs as supplied_digests
from nisba.rerunning.project import notebooks_of, supplied_files
from nisba.reviewing.alone import SUMS, WITHHELD, read_folder
from nisba.reviewing.archive import pack
from nisba.reviewing.crate import METADATA, crate
from nisba.reviewing.published import Published

CODE = "code"
"""Folder of a bundle that holds the package itself, as Python imports it."""
_HERE = Path(__file__).parent
_PACKAGE = Path(nisba.__file__).parent
_BESIDE = ("requirements/run.txt", "environment.yml", "LICENSE")


def bundle(root: Path, story: str) -> bytes:
    """The bundle of a story's outputs, the same bytes every time.

    Args:
        root: the project.
        story: the story's folder name; it must have been run.

    Raises:
        BundleError: it has no outputs, or inputs, notebooks or code changed after they were made.
        StoryError: what people supplied is wrong.
    """
    supplied, outputs = load_story(root, story), root / "outputs" / story
    published = Published(story, read_folder(outputs) if outputs.is_dir() else {}, {})
    _up_to_date(root, published)
    shared = {name: path.read_bytes() for name, path in supplied_files(root, story).items()}
    inputs = {f"data/raw/{story}/{name}": content for name, content in {**shared, **_files(supplied.folder)}.items()}
    away = {name: content for name, content in inputs.items() if name.rpartition("/")[2] in supplied.withheld}
    files = {name: content for name, content in inputs.items() if name not in away}
    files |= {f"notebooks/{path.name}": path.read_bytes() for path in sorted(notebooks_of(root).glob("*.ipynb"))}
    files |= {f"outputs/{story}/{name}": content for name, content in published.files.items()}
    files |= {name: (root / name).read_bytes() for name in _BESIDE if (root / name).is_file()}
    files |= _code()
    if away:
        files[WITHHELD] = sums(away)
    files["verify.py"] = (_HERE / "alone.py").read_bytes()
    files["README.txt"] = _readme(supplied, away).encode()
    files[METADATA] = as_json(crate(supplied, published, sorted(files))).encode()
    return pack({**files, SUMS: sums(files)})


def sums(files: Mapping[str, bytes]) -> bytes:
    """A list of digests as ``sha256sum`` writes and checks it."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()


def _up_to_date(root: Path, published: Published) -> None:
    said = published.manifest
    now = {
        "inputs": supplied_digests(root, published.story),
        "notebooks": digests(notebooks_of(root), "*.ipynb"),
    }
    changed = [f"its {part}" for part, found in now.items() if dict(said[part]) != dict(found)]
    changed += ["nisba's code"] if said["code"]["sha256"] != package_digest() else []
    made = {name: hashlib.sha256(content).hexdigest() for name, content in published.files.items() if name != NAME}
    changed += ["its outputs"] if made != said["outputs"] else []
    if changed:
        raise BundleError(
            root / "outputs" / published.story,
            f"{' and '.join(changed)} changed after the run",
            f"nisba run {published.story}, then bundle it",
        )


def _files(folder: Path) -> dict[str, bytes]:
    """The files of a folder, hidden ones aside."""
    every = read_folder(folder)
    return {name: every[name] for name in every if not any(part.startswith(".") for part in name.split("/"))}


def _code() -> dict[str, bytes]:
    """The package as it runs here, and its metadata, so that Python finds it as an installed one."""
    files = {f"{CODE}/nisba/{name}": (_PACKAGE / name).read_bytes() for name in package_files()}
    installed = metadata.distribution("nisba")
    for name in ("METADATA", "entry_points.txt"):
        if text := installed.read_text(name):
            files[f"{CODE}/nisba-{nisba.__version__}.dist-info/{name}"] = text.encode()
    return files


def _readme(story: Story, away: Mapping[str, bytes]) -> str:
    title = next(iter(story.title.values()), story.id)
    withheld = "".join(f"\nNot passed on, only its digest in {WITHHELD}: {name}\n" for name in sorted(away))
    return Template((_HERE / "readme.txt").read_text("utf-8")).substitute(
        title=title, story=story.id, withheld=withheld
    )
