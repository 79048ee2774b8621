"""Make the two font files that charts are drawn with, from the Noto families of Debian's ``fonts-noto-core``.

    python tools/subset_fonts.py /usr/share/fonts/truetype/noto

Each file joins the Latin letters of Noto Sans, the Arabic of Noto Sans Arabic and a few signs of Noto Sans Math, so that
one label needs one font and looks the same on every machine. The results are renamed, as the makers of Noto ask of
changed versions, and carry no dates: the same input gives the same bytes. Run it again only to change what is in them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

TARGET = Path(__file__).parents[1] / "src/nisba/explaining/fonts"
FAMILY = "Nisba Charts"
LATIN = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2028),
    *range(0x2030, 0x203B),
    0x200E,
    0x200F,
    0x20AC,
]
ARABIC = [*range(0x600, 0x61C), *range(0x61D, 0x700), *range(0x750, 0x780), 0x200C, 0x200D]
SIGNS = [*range(0x2190, 0x219A), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265]
EM = 1000


def part(source: Path, wanted: list[int], target: Path) -> Path:
    """The wanted characters of one font, with what shaping them needs, scaled to one em."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=["*"], name_IDs=[], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["MATH", "STAT", "meta", "DSIG"]
    tool = subset.Subsetter(options)
    tool.populate(unicodes=wanted)
    tool.subset(font)
    if font["head"].unitsPerEm != EM:
        scale_upem(font, EM)
    font.save(target)
    return target


def named(font: TTFont, style: str) -> None:
    """Give the joined font its own name, and the licence and copyright of its parts."""
    name = font["name"]
    name.names = []
    words = {
        0: "Copyright 2010-2020 Google LLC (Noto Sans, Noto Sans Arabic, Noto Sans Math); subset and joined for nisba",
        1: FAMILY,
        2: style,
        3: f"{FAMILY} {style}",
        4: f"{FAMILY} {style}",
        5: "Version 1.000",
        6: f"NisbaCharts-{style}",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
    }
    for key, text in words.items():
        name.setName(text, key, 3, 1, 0x409)


def make(noto: Path, style: str) -> Path:
    """Join the parts of one weight."""
    with tempfile.TemporaryDirectory() as folder:
        parts = [
            part(noto / f"NotoSans-{style}.ttf", LATIN, Path(folder) / "latin.ttf"),
            part(noto / f"NotoSansArabic-{style}.ttf", ARABIC, Path(folder) / "arabic.ttf"),
            part(noto / "NotoSansMath-Regular.ttf", SIGNS, Path(folder) / "signs.ttf"),
        ]
        font = Merger().merge([str(path) for path in parts])
    named(font, style)
    font["head"].created = font["head"].modified = 3_692_217_600  # 2021-01-01, in seconds since 1904
    font.recalcTimestamp = False
    target = TARGET / f"NisbaCharts-{style}.ttf"
    font.save(target)
    return target


if __name__ == "__main__":
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("noto", type=Path, help="folder with the Noto TTF files")
    noto = reader.parse_args().noto
    for weight in ("Regular", "Bold"):
        made = make(noto, weight)
        sys.stdout.write(f"{made.name}: {made.stat().st_size} bytes\n")
