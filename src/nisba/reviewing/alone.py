"""Check an unpacked bundle: every file is what it was, none is missing, none was added.

    python verify.py [FOLDER]

Needs Python and nothing else: a bundle holds a copy of this file as ``verify.py``. It reads, and runs nothing.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

SUMS = "SHA256SUMS"
WITHHELD = "WITHHELD"
_HEX = frozenset("0123456789abcdef")
_DIGEST = 64


def problems(files: Mapping[str, bytes]) -> list[str]:
    """What is wrong with the files of a bundle, a sentence each; nothing where all is as it was made.

    Args:
        files: content by relative path, with ``/`` between folders.
    """
    if not files.get(SUMS, b"").strip():
        return [f"{SUMS} is missing or empty: nothing here can be checked"]
    return [*_against_sums(files), *_against_manifest(files)]


def fingerprint(files: Mapping[str, bytes]) -> str:
    """One SHA-256 that stands for every byte of a bundle: that of its list of sums."""
    return hashlib.sha256(files.get(SUMS, b"")).hexdigest()


def read_sums(content: bytes) -> tuple[dict[str, str], list[str]]:
    """Digests by path from lines as ``sha256sum`` writes them, and what is wrong with the lines."""
    found: dict[str, str] = {}
    wrong: list[str] = []
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
        digest, divider, name = line.partition("  ")
        if not divider or len(digest) != _DIGEST or not _HEX.issuperset(digest) or not name or name in found:
            wrong.append(f"{SUMS}:{number} is no line of digest, two spaces and a path of its own")
        else:
            found[name] = digest
    return found, wrong


def _against_sums(files: Mapping[str, bytes]) -> Iterator[str]:
    sums, wrong = read_sums(files[SUMS])
    yield from wrong
    present = {name: content for name, content in files.items() if name != SUMS}
    yield from (f"{name} is missing" for name in sorted(sums.keys() - present.keys()))
    yield from (f"{name} was added" for name in sorted(present.keys() - sums.keys()))
    for name in sorted(sums.keys() & present.keys()):
        if hashlib.sha256(present[name]).hexdigest() != sums[name]:
            yield f"{name} is not the file that was bundled"


def _against_manifest(files: Mapping[str, bytes]) -> Iterator[str]:
    """The run's own list must name the same files, so that no list alone can be emptied."""
    manifests = [name for name in files if name.startswith("outputs/") and name.endswith("/manifest.json")]
    if len(manifests) != 1:
        yield f"there are {len(manifests)} files outputs/…/manifest.json where one belongs"
        return
    try:
        said = json.loads(files[manifests[0]])
        folders = {f"data/raw/{said['story']}/": said["inputs"], "notebooks/": said["notebooks"]}
        folders[manifests[0].removesuffix("manifest.json")] = said["outputs"]
        listed = {folder + name: str(digest) for folder, part in folders.items() for name, digest in part.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        yield f"{manifests[0]} cannot be read ({type(error).__name__}: {error})"
        return
    yield from (f"{manifests[0]} lists nothing in {folder}" for folder, part in folders.items() if not part)
    withheld = read_sums(files.get(WITHHELD, b""))[0]
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()} | withheld
    for name in sorted(listed):
        if digests.get(name) != listed[name]:
            yield f"{name} is not the file that the run {'read' if not name.startswith('outputs/') else 'made'}"
    inside = {name for name in files if name.startswith(tuple(folders))} - {manifests[0]}
    yield from (f"{name} is in no list of the run" for name in sorted(inside - listed.keys()))


def read_folder(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its relative path; a link is never followed, and stands there as what it is."""
    return {path.relative_to(folder).as_posix(): _content(path) for path in _walk(folder)}


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _content(path: Path) -> bytes:
    return b"a link to " + bytes(path.readlink()) if path.is_symlink() else path.read_bytes()


def main() -> int:
    """Check the folder named on the command line, or the one that this file lies in; 0 where nothing is wrong."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    files = read_folder(folder)
    found = problems(files)
    for problem in found:
        print(problem)
    if found:
        print(f"{len(found)} problems: this is not the bundle that was made.")
        return 1
    print(f"All {len(files)} files are what they were. Fingerprint of the whole: {fingerprint(files)}")
    print("Compare the fingerprint with the one that was published beside the bundle.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
