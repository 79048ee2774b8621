"""What a reviewer signs: a story part by part, each known by its SHA-256, so that a stale sign-off says since what.

A sign-off covers everything that people supplied and everything that was worked out from it. It does not cover the look
of the page nor the program, which the manifest lists. Each prose file is a part of its own: a page looks at the one it
is written in, so that it says the same whatever other files lie beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nisba.explaining.evidence import Evidence
from nisba.gathering.house import FILE as HOUSE
from nisba.gathering.reviews import FILE, Review

_DECISIONS, PROSE = "story.toml", ".md"
_SOURCES = (".csv", ".toml", ".txt")


@dataclass(frozen=True, slots=True)
class Stale:
    """A sign-off on a version that is no longer at hand.

    Args:
        review: the sign-off.
        parts: what changed since, by the names of :func:`parts`.
    """

    review: Review
    parts: tuple[str, ...]


def parts(evidence: Evidence, prose: str = "") -> Mapping[str, str]:
    """The SHA-256 of ``sources``, ``decisions``, ``numbers``, ``verdicts``, ``parameters`` and of each file of prose.

    Args:
        evidence: all that is known.
        prose: name of the only file of prose to look at; empty: every one.
    """
    given = {**evidence.parameters, "baseline": evidence.baseline}  # left out, it is the story's first
    files = {path.name: path.read_bytes() for path in sorted(evidence.story.folder.glob("*.*")) if path.is_file()}
    files.pop(FILE, None)  # a sign-off does not cover itself
    files.pop(HOUSE, None)  # nor the look
    sources = {name for name in files if name.endswith(_SOURCES)} - {_DECISIONS}
    return {
        "sources": _files(files, sources),
        "decisions": _files(files, files.keys() & {_DECISIONS}),
        **{name: _files(files, {name}) for name in files if name.endswith(PROSE) and prose in ("", name)},
        "numbers": _lines(
            f"{n.id} {n.status} {n.value} {n.formula or ''}" for _, n in sorted(evidence.numbers.items())
        ),
        "verdicts": _lines(
            [
                *sorted(f"check {check.id} {check.account} {check.verdict}" for check in evidence.checks),
                *sorted(f"finding {one.statement} {one.baseline} {one.robustness}" for one in evidence.findings),
            ]
        ),
        "parameters": _lines(f"{name} {value}" for name, value in sorted(given.items())),
    }


def version(evidence: Evidence, prose: str = "") -> str:
    """One SHA-256 over all of these parts."""
    return _lines(f"{name} {digest}" for name, digest in sorted(parts(evidence, prose).items()))


def signatures(evidence: Evidence, prose: str = "") -> tuple[Review, ...]:
    """The sign-offs on exactly these parts; one on another version of any of them does not count."""
    now = parts(evidence, prose)
    return tuple(entry for entry in evidence.story.reviews if not _changed(entry, now))


def stale(evidence: Evidence, prose: str = "") -> tuple[Stale, ...]:
    """The sign-offs on other versions, each with what changed since."""
    now = parts(evidence, prose)
    found = ((entry, _changed(entry, now)) for entry in evidence.story.reviews)
    return tuple(Stale(entry, changed) for entry, changed in found if changed)


def _changed(entry: Review, now: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for name in now if entry.parts.get(name) != now[name])


def _files(files: Mapping[str, bytes], names: Iterable[str]) -> str:
    return _lines(f"{name} {hashlib.sha256(files[name]).hexdigest()}" for name in sorted(names))


def _lines(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
