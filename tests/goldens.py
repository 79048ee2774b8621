"""Pictures of pages that people have looked at and found right, and how far a page may be from them.

``python3 bootstrap.py goldens`` takes them anew; whoever does so looks at each picture that changed before it is committed.

The pages tell the invented story of two towns with every component, so that an edit of a real story's prose changes no
picture. They are set in the charts' own font, which is part of the package: the fonts of a machine decide where lines break.
Each picture is a third or a quarter of the page's size, without the notes.
"""

from __future__ import annotations

import base64
import io
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from browsers import launched, program
from explaining.pages import KINDS, LANGUAGES, ROOT, evidence_of, towns_in, whole
from nisba.explaining.evidence import Output
from nisba.gathering import load_story

FOLDER = ROOT / "tests" / "explaining" / "goldens"
FONTS = ROOT / "src" / "nisba" / "explaining" / "fonts"
BLOCK = 8  # pixels of the picture: some thirty of the page, the height of a line
NUDGE = 2  # pixels of the picture by which a block may have moved
FAR = 11  # of 255, by which a block's mean colour may differ; letters drawn otherwise make 9 at most, a lost ground 13
TALLER = 0.01  # of the page's height


_NO_HASH = "document.querySelectorAll('.hash').forEach(hash => hash.textContent = `sha256 ${'0'.repeat(64)}`)"
"""A page's version changes with its inputs, and says nothing of its look."""


class Shot(NamedTuple):
    """A picture: which page, and how wide and in which colours it is seen."""

    kind: str
    language: str
    width: int
    scheme: str

    @property
    def name(self) -> str:
        """Of its file, without the ending."""
        return f"{self.kind}.{self.language}.{self.width}.{self.scheme}"

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return FOLDER / f"{self.name}.webp"

    @property
    def scale(self) -> int:
        """By how much it is smaller than the page."""
        return 4 if self.width > 500 else 3


OFFERED = (
    Output("tables/two-towns.xlsx", "workbook"),
    Output("tables/datapackage.json", "package"),
    *(Output(f"tables/{name}.csv", name) for name in ("numbers", "checks", "findings", "accounts")),
    *(Output(f"charts/years.{language}.png", "chart") for language in LANGUAGES),
    Output("notebooks/03_work_the_ratios.ipynb", "notebook"),
)
SHOTS = tuple(Shot(*shot) for shot in product(KINDS, LANGUAGES, (390, 1280), ("light", "dark")))


def pages(folder: Path) -> Mapping[tuple[str, str], Path]:
    """The pages that are pictured, made in a folder, by kind and language."""
    raw = towns_in(folder)
    for file in (*FOLDER.glob("*.md"), FOLDER / "accounts.csv"):
        shutil.copy(file, raw / file.name)
    story = raw / "story.toml"
    story.write_text(story.read_text("utf-8") + (FOLDER / "more.toml").read_text("utf-8"), "utf-8")
    evidence = replace(evidence_of(load_story(raw.parents[2], "two-towns")), outputs=OFFERED)
    made = {}
    for kind, language in product(KINDS, LANGUAGES):
        made[kind, language] = folder / f"{kind}.{language}.html"
        made[kind, language].write_text(whole(KINDS[kind](evidence, language)), "utf-8")
    return made


def opened(browser: Any, made: Mapping[tuple[str, str], Path], shot: Shot, **options: Any) -> Any:
    """A page as it is pictured, in a context of its own."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": 1000},
        color_scheme=shot.scheme,
        reduced_motion="reduce",
        bypass_csp=True,  # for the font
        **options,
    )
    page = context.new_page()
    page.goto(made[shot.kind, shot.language].as_uri())
    page.add_style_tag(content=_set_in_our_font())
    page.evaluate(_NO_HASH)
    page.evaluate("Promise.all(['400 1em Golden', '700 1em Golden'].map(font => document.fonts.load(font, 'a')))")
    return page


def _set_in_our_font() -> str:
    faces = [
        f"@font-face {{ font-family: Golden; font-weight: {weights}; src: url(data:font/ttf;base64,{_base64(name)}) }}"
        for weights, name in (("100 550", "Regular"), ("551 900", "Bold"))
    ]
    return "\n".join([*faces, "*, *::before, *::after { font-family: Golden, sans-serif !important }"])


def _base64(name: str) -> str:
    return base64.b64encode((FONTS / f"NisbaCharts-{name}.ttf").read_bytes()).decode()


def picture(page: Any, shot: Shot) -> Image.Image:
    """What is seen: an explainer down to its notes, a methodology down to the first lines of its contents."""
    page.evaluate("document.querySelectorAll('.toc li:nth-child(n+5)').forEach(line => line.remove())")
    last, edge = {"explainer": ("#notes", "top"), "methodology": ("main > nav", "bottom")}[shot.kind]
    height = int(page.locator(last).evaluate(f"element => element.getBoundingClientRect().{edge} + scrollY"))
    clip = {"x": 0, "y": 0, "width": shot.width, "height": height}
    with Image.open(io.BytesIO(page.screenshot(full_page=True, clip=clip))) as taken:
        size = (shot.width // shot.scale, height // shot.scale)
        return taken.convert("RGB").resize(size, Image.Resampling.BOX)


def kept(shot: Shot) -> Image.Image:
    """The picture that was looked at."""
    with Image.open(shot.path) as image:
        return image.convert("RGB")


def departures(golden: Image.Image, seen: Image.Image) -> tuple[str, ...]:
    """Where a page is not as it was; nothing where it is.

    Each block's mean colour is compared with the nearest that the page has within a nudge of the same place: letters
    that another version of the browser smooths or sets a hair off pass, and a part that is missing, on another side or
    in another colour does not.
    """
    if golden.width != seen.width:
        return (f"it is {seen.width} wide, not {golden.width}",)
    if abs(golden.height - seen.height) > TALLER * golden.height:
        return (f"it is {seen.height} high, not {golden.height}",)
    blocks = min(golden.height, seen.height) // BLOCK, golden.width // BLOCK
    was, now = _sums(golden), _sums(seen)
    still = _means(was, blocks)
    far = np.min([np.abs(still - moved).max(axis=2) for moved in _nudged(now, blocks)], axis=0)
    return tuple(f"at {x * BLOCK}, {y * BLOCK} by {far[y, x]:.0f}" for y, x in np.argwhere(far > FAR))


def _sums(image: Image.Image) -> np.ndarray:
    """At each point the sum of all that lies above and before it; beyond the edge the edge goes on."""
    edged = np.pad(np.asarray(image, dtype=float), ((NUDGE, NUDGE), (NUDGE, NUDGE), (0, 0)), mode="edge")
    return np.pad(edged.cumsum(0).cumsum(1), ((1, 0), (1, 0), (0, 0)))


def _nudged(sums: np.ndarray, blocks: tuple[int, int]) -> Iterator[np.ndarray]:
    """The means of the blocks moved by up to a nudge, down the page in steps of one pixel of the page itself."""
    steps = range(-NUDGE, NUDGE + 1)
    for across in steps:
        for higher, lower in pairwise(_means(sums, blocks, down, across) for down in steps):
            yield from (higher + (lower - higher) * part / 4 for part in range(5))


def _means(sums: np.ndarray, blocks: tuple[int, int], down: int = 0, across: int = 0) -> np.ndarray:
    """The mean colour of each block, read a nudge further down and across."""
    rows, columns = (np.arange(many + 1) * BLOCK + NUDGE for many in blocks)
    corners = sums[np.ix_(rows + down, columns + across)]
    return np.diff(np.diff(corners, axis=0), axis=1) / BLOCK**2


def renew(browser: Any, shots: Iterable[Shot] = SHOTS) -> tuple[Shot, ...]:
    """Take every picture anew and keep those that changed, which are returned."""
    changed = []
    with tempfile.TemporaryDirectory() as folder:
        made = pages(Path(folder))
        for shot in shots:
            page = opened(browser, made, shot)
            seen = picture(page, shot)
            page.context.close()
            if not shot.path.exists() or departures(kept(shot), seen):
                seen.save(shot.path, quality=80, method=6)
                changed.append(shot)
    return tuple(changed)


if __name__ == "__main__":
    found = program() or sys.exit("there is no chromium here; set NISBA_BROWSER to one")
    with launched(found) as running:
        for one in renew(running):
            print(f"taken anew: {one.path.relative_to(ROOT)}")  # noqa: T201 -- what is to be looked at
