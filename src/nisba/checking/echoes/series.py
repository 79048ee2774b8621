"""Series: the rows of one release, read from one page for one period, cover a whole and its parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from nisba.checking.echoes.mismatch import Mismatch
from nisba.gathering import Release, Story


def mismatches(story: Story) -> Iterator[Mismatch]:
    """A mismatch for each page whose parts are not, together, the places of its whole."""
    ordered = sorted(story.releases, key=_page)
    for _, rows in groupby(ordered, key=_page):
        held = sorted(rows, key=lambda release: -len(release.where))
        whole, parts = held[0], held[1:]
        places = sorted(place for part in parts for place in part.where)
        if parts and places != sorted(whole.where):
            ids = ", ".join(part.id for part in parts)
            yield Mismatch(
                "series", f"releases.{whole.id}.where", " ".join(whole.where), f"releases {ids}", " ".join(places)
            )


def _page(release: Release) -> tuple[str, str]:
    return release.address, str(release.when)
