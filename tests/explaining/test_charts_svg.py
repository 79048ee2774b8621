"""Charts as files: small, safe and accessible SVG in the page's colours, and PNG that is the same on every build."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from explaining.drawn import EVERY, LANGUAGES, PICTURES, chart
from nisba.explaining.charts import alt_text, draw, png
from nisba.explaining.charts.lettering import FONTS, clean, directed
from nisba.explaining.charts.outlines import outline
from nisba.explaining.charts.sheet import Box
from nisba.explaining.charts.tokens import TOKENS
from nisba.explaining.messages import languages

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "desc", "defs", "pattern", "linearGradient", "stop", "g", "path", "use"}
COLOUR = re.compile(r"var\(--([a-z0-9-]+),(#[0-9a-f]{6})\)")
PAINTS = ("fill", "stroke", "stop-color")
WORST = 90_000  # bytes; the text of a chart is what makes it large
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def drawings():
    """Every chart in both languages and widths."""
    charts = {(id, language): chart(id, language) for id in PICTURES for language in LANGUAGES}
    return {(id, language, width): draw(charts[id, language], width) for id, language, width in EVERY}


@pytest.mark.parametrize("key", EVERY, ids="-".join)
def test_svg(drawings, key):
    """A drawing holds outlines and nothing else: no styles, scripts, links outward, comments or machine's words."""
    id, _, width = key
    root = ET.fromstring(drawings[key])
    assert root.tag == f"{SVG}svg"
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ELEMENTS
    assert root.attrib["viewBox"].startswith(f"0 0 {680 if width == 'wide' else 340} ")
    assert not any("style" in element.attrib or "class" in element.attrib for element in root.iter())
    assert "<!--" not in drawings[key]
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    assert all(found.startswith(f"{id}-{width[0]}") for found in ids)
    used = set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', drawings[key]))
    assert {a or b for a, b in used} == set(ids)
    assert len(drawings[key].encode()) < WORST


@pytest.mark.parametrize("key", EVERY, ids="-".join)
def test_colours_are_tokens(drawings, key):
    """Every colour is a token of the page with its light value, or none, or a pattern of such."""
    for element in ET.fromstring(drawings[key]).iter():
        for value in (element.attrib[name] for name in PAINTS if name in element.attrib):
            found = COLOUR.fullmatch(value)
            assert value == "none" or value.startswith("url(#") or (found and TOKENS[found[1]][0] == found[2])


@pytest.mark.parametrize("key", EVERY, ids="-".join)
def test_title_and_description(drawings, key):
    """A drawing is named by its finding and described by its numbers."""
    root = ET.fromstring(drawings[key])
    drawn = chart(key[0], key[1])
    assert [root[0].text, root[1].text] == [drawn.title, alt_text(drawn)]


def test_ids_do_not_meet(drawings):
    """All charts of a page, in both widths, have ids of their own."""
    for language in LANGUAGES:
        page = [
            re.findall(r'id="([^"]+)"', drawings[id, language, width])
            for id, found, width in EVERY
            if found == language
        ]
        flat = [id for ids in page for id in ids]
        assert len(flat) == len(set(flat))


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("id", ["bars", "rates"])
def test_arabic_is_the_mirror_image(id, width):
    """15. Every bar stands in Arabic where a mirror would put the English one; time runs from right to left."""
    stands = {}
    for language in LANGUAGES:
        svg = draw(chart(id, language), width)
        whole = float(re.search(r'viewBox="0 0 ([\d.]+)', svg)[1])
        bars = [(float(x), float(h)) for x, h in re.findall(r'd="M([\d.]+) [\d.]+h([\d.-]+)v[\d.-]+h-?[\d.-]+z"', svg)]
        ends = [sorted((x, x + h)) for x, h in bars]
        stands[language] = sorted(
            (round(whole - high), round(whole - low)) if language == "ar" else (round(low), round(high))
            for low, high in ends
        )
    assert stands["en"]
    assert stands["ar"] == stands["en"]


def test_arabic_is_mirrored():
    """A bar that begins at the left edge in English begins at the right edge in Arabic."""
    edges = {}
    for language in LANGUAGES:
        outlines = re.findall(r'<path d="M([\d.]+) [\d.]+(?:h([\d.-]+))?', draw(chart("floors", language)))
        edges[language] = {round(float(x)) for x, _ in outlines} | {
            round(float(x) + float(h or 0)) for x, h in outlines
        }
    assert 0 in edges["en"]
    assert 680 not in edges["en"]
    assert 680 in edges["ar"]


def test_same_bytes_twice(tmp_path):
    """The same chart gives the same bytes in another process, with another home, hash seed and matplotlib settings."""
    script = (
        "import sys, hashlib; sys.path.insert(0, 'tests')\n"
        "from explaining.drawn import chart\nfrom nisba.explaining.charts import draw, png\n"
        "c = chart('shares', 'ar')\n"
        "print(hashlib.sha256(draw(c).encode() + png(c)).hexdigest())"
    )
    here = hashlib.sha256(draw(chart("shares", "ar")).encode() + png(chart("shares", "ar"))).hexdigest()
    (tmp_path / "matplotlibrc").write_text("font.size: 30\nhatch.linewidth: 9\nsavefig.dpi: 50\nsvg.fonttype: none\n")
    other = {"HOME": str(tmp_path), "MPLCONFIGDIR": str(tmp_path), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    there = subprocess.run(
        [sys.executable, "-c", script], check=False, cwd=ROOT, env=os.environ | other, capture_output=True, text=True
    )
    assert there.stdout.strip() == here, there.stderr


def test_settings_are_left_alone():
    """Drawing changes none of a notebook's own matplotlib settings, and is not changed by them."""
    plain = draw(chart("bars", "en"))
    with mpl.rc_context({"font.size": 30, "hatch.linewidth": 9, "svg.fonttype": "none", "text.usetex": False}):
        before = dict(mpl.rcParams)
        assert draw(chart("bars", "en")) == plain
        assert dict(mpl.rcParams) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_png_is_a_card(language):
    """A card is twice as dense as the page, names no program and no date, and has a title above the chart."""
    image = png(chart("bars", language))
    assert image.startswith(b"\x89PNG")
    assert int.from_bytes(image[16:20]) == (680 + 2 * 32) * 2
    assert b"Software" not in image
    assert b"tIME" not in image


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: str, other: str, scheme: int) -> float:
    """WCAG 2.2 contrast ratio of two tokens in the light (0) or dark (1) scheme."""
    high, low = sorted((_luminance(TOKENS[one][scheme]), _luminance(TOKENS[other][scheme])), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(scheme):
    """Letters have a contrast of at least 4.5, edges and fills without an edge at least 3, in both schemes."""
    letters = ("ink", "ink-2", "rep", "com", "cit", "fails", "holds")
    assert [token for token in letters if _contrast(token, "paper", scheme) < 4.5] == []
    assert [token for token in ("line", "cat-1", *letters) if _contrast(token, "paper", scheme) < 3] == []
    pairs = (("on-cat-1", "cat-1"), ("on-cat-2", "cat-2"), ("paper", "rep"))
    assert [pair for pair in pairs if _contrast(*pair, scheme) < 4.5] == []


@pytest.mark.parametrize(("id", "language", "width"), EVERY)
def test_pale_fills_have_edges(id, language, width):
    """A fill that is too pale to be seen on paper has an edge that is not."""
    from nisba.explaining.charts import sheet_of

    for box in sheet_of(chart(id, language), width).shapes:
        if isinstance(box, Box) and box.fill not in ("", "paper"):
            for scheme in (0, 1):
                seen = box.stroke if _contrast(box.fill, "paper", scheme) < 3 else box.fill
                assert seen, box
                assert _contrast(seen, "paper", scheme) >= 3


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_fonts_have_every_letter(style):
    """The fonts hold every character of the messages and of written Arabic, and say whose they are."""
    font = TTFont(FONTS / f"NisbaCharts-{style}.ttf")
    folder = FONTS.parent / "messages"
    said = "".join(
        (folder / lang / file).read_text("utf-8") for lang in languages() for file in ("charts.ftl", "wording.ftl")
    )
    assert set(clean(said)) - {chr(code) for code in font.getBestCmap()} == set()
    assert {*range(0x621, 0x63B), *range(0x641, 0x653), *range(0x660, 0x66D)} <= set(font.getBestCmap())
    assert "Open Font License" in font["name"].getDebugName(13)


def test_labels_are_clean():
    """Direction marks, control characters and ready-made letter forms do not reach a drawing."""
    assert clean("a\u202eb\x07c\u200bd\ud800") == "abcd"
    assert clean("\ufefb") == "لا"
    assert clean("می\u200cشود") == "می\u200cشود"
    assert len(clean("x" * 20_000)) == 500


def test_direction_of_labels():
    """A label is laid out in the page's direction whatever script it begins with; bare numbers stay as they are."""
    assert directed("GASTAT: نسبة", rtl=True).startswith("\u200f")
    assert directed("نسبة GASTAT", rtl=False).startswith("\u200e")
    assert directed("plain", rtl=False) == "plain"
    assert directed("−1.50", rtl=True) == "−1.50"


COORDINATES = st.floats(-500, 500).map(lambda value: round(value, 3))
POINTS = st.tuples(COORDINATES, COORDINATES)
PARTS = st.one_of(
    st.tuples(st.just("L"), POINTS),
    st.tuples(st.just("Q"), POINTS, POINTS),
    st.tuples(st.just("C"), POINTS, POINTS, POINTS),
)


def _ends(data: str) -> list[tuple[float, float]]:
    """The end points of path data in relative or absolute commands."""
    at, found = (0.0, 0.0), []
    for command, body in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", data):
        values = [float(value) for value in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", body)]
        size = {"M": 2, "L": 2, "l": 2, "h": 1, "v": 1, "q": 4, "Q": 4, "t": 2, "c": 6, "C": 6, "z": 0}[command]
        for n in range(0, len(values), size or 1):
            last = values[n : n + size][-2:]
            step = {"h": (last[0], 0.0), "v": (0.0, last[0])}.get(command, tuple(last))
            at = (at[0] + step[0], at[1] + step[1]) if command.islower() else (step[0], step[1])
            found.append(at)
    return found


@given(POINTS, st.lists(PARTS, min_size=1, max_size=12), st.sampled_from([0, 1, 2]))
def test_outlines_keep_their_points(start, parts, decimals):
    """An outline written in relative commands ends every stroke within a step of where it did."""
    written = [("M", start), *parts]
    data = " ".join(f"{command} " + " ".join(f"{x} {y}" for x, y in points) for command, *points in written)
    step = 10.0**-decimals
    expected = [points[-1] for _, *points in written]
    distinct = [expected[0], *(b for a, b in pairwise(expected) if not _same(a, b, step))]
    found = _ends(outline(data, decimals=decimals))
    assert _near(found[-1], distinct[-1], step) or _near(found[-1], expected[-1], step)
    assert all(any(_near(point, other, step) for other in expected) for point in found)


def _same(a, b, step):
    return (round(a[0] / step), round(a[1] / step)) == (round(b[0] / step), round(b[1] / step))


def _near(a, b, step):
    return abs(a[0] - b[0]) <= step * 0.51 and abs(a[1] - b[1]) <= step * 0.51


def test_unknown_outline():
    """Path data with a command that matplotlib does not write is refused."""
    with pytest.raises(ValueError, match="A"):
        outline("M 0 0 A 1 1 0 0 0 2 2")


@pytest.mark.browser
def test_colours_follow_the_page(page):
    """Under a policy that forbids inline styles, a drawing takes the page's colours and writes nothing to the console."""
    rules = ":root { --rep: #82c7ee }"
    allowed = base64.b64encode(hashlib.sha256(rules.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'"
    told = []
    page.on("console", lambda message: told.append(message.text))
    page.set_content(
        f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy}"><style>{rules}</style>'
        + draw(chart("bars", "en"))
    )
    fills = page.evaluate("[...document.querySelectorAll('path[fill],g[fill]')].map(e => getComputedStyle(e).fill)")
    assert "rgb(130, 199, 238)" in fills  # the page's --rep
    assert "rgb(135, 74, 0)" in fills  # --cit, which this page does not have: the light value
    assert told == []
