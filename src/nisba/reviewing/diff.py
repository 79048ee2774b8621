"""Two versions of a story side by side: which numbers changed, from what to what, and why."""

from __future__ import annotations

from dataclasses import dataclass

from nisba.rerunning.changes import Change, changes
from nisba.rerunning.manifest import NAME
from nisba.reviewing.causes import Causes, causes
from nisba.reviewing.published import Published


@dataclass(frozen=True, slots=True)
class Diff:
    """What differs between two runs.

    Args:
        numbers: every number with another value, and those that only one run has.
        causes: what differs in what went in.
        files: published files that differ, were added or are gone, by path.
    """

    numbers: tuple[Change, ...]
    causes: Causes
    files: tuple[str, ...]


def diff(before: Published, after: Published) -> Diff:
    """Compare two runs number by number and file by file.

    Raises:
        BundleError: one of them has no readable manifest.
    """
    names = (before.files.keys() | after.files.keys()) - {NAME}
    differing = sorted(name for name in names if before.files.get(name) != after.files.get(name))
    found = changes(before.numbers(), after.numbers())
    return Diff(found, causes(before.manifest, after.manifest), tuple(differing))
