"""What a reviewer signs: a story part by part, each known by its SHA-256, so that a stale sign-off says since what.

A sign-off covers everything that people supplied and everything that was worked out from it. It does not cover the look
of the page nor the program, which the manifest lists.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nisba.explaining.evidence import Evidence
from nisba.gathering.reviews import FILE, Review

_DECISIONS, _PROSE = "story.toml", ".md"


@dataclass(frozen=True, slots=True)
class Stale:
    """A sign-off on a version that is no longer at hand.

    Args:
        review: the sign-off.
        parts: what changed since, by the names of :func:`parts`.
    """

    review: Review
    parts: tuple[str, ...]


def parts(evidence: Evidence) -> Mapping[str, str]:
    """The SHA-256 of ``sources``, ``decisions``, ``prose``, ``numbers``, ``verdicts`` and ``parameters``."""
    files = {path.name: path.read_bytes() for path in sorted(evidence.story.folder.glob("*.*")) if path.is_file()}
    files.pop(FILE, None)  # a sign-off does not cover itself
    prose = {name for name in files if name.endswith(_PROSE)}
    return {
        "sources": _files(files, files.keys() - prose - {_DECISIONS}),
        "decisions": _files(files, files.keys() & {_DECISIONS}),
        "prose": _files(files, prose),
        "numbers": _lines(
            f"{n.id} {n.status} {n.value} {n.formula or ''}" for _, n in sorted(evidence.numbers.items())
        ),
        "verdicts": _lines(
            [
                *sorted(f"check {check.id} {check.account} {check.verdict}" for check in evidence.checks),
                *sorted(f"finding {one.statement} {one.baseline} {one.robustness}" for one in evidence.findings),
            ]
        ),
        "parameters": _lines(f"{name} {value}" for name, value in sorted(evidence.parameters.items())),
    }


def version(evidence: Evidence) -> str:
    """One SHA-256 over all parts: what a sign-off names."""
    return _lines(f"{name} {digest}" for name, digest in sorted(parts(evidence).items()))


def signatures(evidence: Evidence) -> tuple[Review, ...]:
    """The sign-offs on exactly the version at hand; one on another version does not count."""
    now = version(evidence)
    return tuple(entry for entry in evidence.story.reviews if entry.sha256 == now)


def stale(evidence: Evidence) -> tuple[Stale, ...]:
    """The sign-offs on other versions, each with what changed since."""
    now, current = parts(evidence), version(evidence)
    return tuple(
        Stale(entry, tuple(name for name in now if entry.parts.get(name) != now[name]))
        for entry in evidence.story.reviews
        if entry.sha256 != current
    )


def _files(files: Mapping[str, bytes], names: Iterable[str]) -> str:
    return _lines(f"{name} {hashlib.sha256(files[name]).hexdigest()}" for name in sorted(names))


def _lines(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
