"""Pictures of the pages that people have looked at: a page that looks otherwise says where, and is looked at again."""

from __future__ import annotations

from itertools import combinations

import pytest
from PIL import Image, ImageChops

from goldens import FOLDER, SHOTS, Shot, departures, kept, opened, pages, picture

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("goldens")]
EXPLAINER = Shot("explainer", "en", 1280, "light")
PHONE = Shot("explainer", "ar", 390, "dark")
# What may go wrong with a look, as a style or a script on the page, and on which picture it is to be seen.
FAULTS = {
    "the readings panel is gone": (EXPLAINER, "document.querySelector('.reads').remove()"),
    "the words of the source are gone": (EXPLAINER, "document.querySelector('.words').remove()"),
    "the key is gone": (PHONE, "document.querySelector('.key').remove()"),
    "a chart is gone": (EXPLAINER, "document.querySelector('.chart').style.visibility = 'hidden'"),
    "English from right to left": (EXPLAINER, "document.documentElement.dir = 'rtl'"),
    "Arabic from left to right": (PHONE, "document.documentElement.dir = 'ltr'"),
    "a fraction from right to left": (PHONE, ".eq .sum { direction: rtl; justify-content: flex-start !important }"),
    "a verdict in another colour": (EXPLAINER, ".v.no { color: var(--holds) }"),
    "verdicts without their signs": (PHONE, ".v::before { visibility: hidden }"),
    "computed as if reported": (EXPLAINER, ".n.com { color: var(--rep) }"),
    "differing cells without a frame": (EXPLAINER, ".diff { background: none; box-shadow: none }"),
    "a chart's hatching as a plain bar": (EXPLAINER, ".chart [fill^='url'] { fill: var(--rep) !important }"),
    "closer lines": (PHONE, "p { line-height: 1.4 }"),
    "boxes without a ground": (EXPLAINER, ".box { background: none }"),
    "light letters in the dark": (PHONE, ":root { --paper: #fff; --ink: #000 }"),
}
# What no reader sees: the same page, drawn by other means.
SMOOTHED = {
    "twice as fine": {"device_scale_factor": 2},
    "a pixel lower": {"style": "body { padding-block-start: 1px }"},
    "letters thinner": {"style": "body { opacity: .94 }"},
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The pages that are pictured."""
    return pages(tmp_path_factory.mktemp("goldens"))


@pytest.fixture
def seen(browser, made):
    """Takes the picture of a page, with a style or a script on it."""

    def take(shot: Shot, change: str = "", **options) -> Image.Image:
        page = opened(browser, made, shot, **options)
        if "{" in change:
            page.add_style_tag(content=change)
        elif change:
            page.evaluate(change)
        taken = picture(page, shot)
        page.context.close()
        return taken

    return take


@pytest.mark.parametrize("shot", SHOTS, ids=[shot.name for shot in SHOTS])
def test_a_page_looks_as_it_did_when_it_was_looked_at(seen, shot):
    """Both pages and languages, on a phone and a desk, light and dark; `make goldens` takes the pictures anew."""
    assert departures(kept(shot), seen(shot)) == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_look_is_seen(seen, fault):
    """A part that is missing, on the wrong side or of another colour is more than the tolerance."""
    shot, change = FAULTS[fault]
    assert departures(kept(shot), seen(shot, change))


@pytest.mark.parametrize("way", SMOOTHED)
@pytest.mark.parametrize("shot", [EXPLAINER, PHONE], ids=lambda shot: shot.name)
def test_how_letters_are_smoothed_is_no_fault(seen, shot, way):
    """Another version of the browser may smooth edges otherwise; nobody sees it, and no picture is taken anew for it."""
    options = dict(SMOOTHED[way])
    change = options.pop("style", "")
    image = seen(shot, change, **options)
    if image.size != kept(shot).size:  # drawn twice as fine
        image = image.resize(kept(shot).size, Image.Resampling.BOX)
    assert departures(kept(shot), image) == ()


def test_every_picture_is_of_a_page_that_is_pictured():
    """None is left over from an earlier day, and all of them together are small."""
    assert {path.name for path in FOLDER.glob("*.webp")} == {shot.path.name for shot in SHOTS}
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 500_000


def test_the_pictures_differ_from_one_another():
    """No two views are the same picture: light and dark, left and right are told apart by the tolerance."""
    alike = [pair for pair in combinations(SHOTS, 2) if kept(pair[0]).size == kept(pair[1]).size]
    assert len(alike) >= len(SHOTS) / 2
    assert [pair for pair in alike if not departures(kept(pair[0]), kept(pair[1]))] == []


def test_the_first_place_that_differs_is_named():
    """Who reads the failure knows where on the page to look."""
    golden = Image.new("RGB", (64, 64), "white")
    spoilt = ImageChops.offset(golden, 0)
    spoilt.paste("black", (32, 16, 64, 40))
    assert departures(golden, golden) == ()
    assert departures(golden, spoilt)[0].startswith("at 32, 16 by ")
    assert departures(golden, Image.new("RGB", (64, 80), "white")) == ("it is 80 high, not 64",)
    assert departures(golden, Image.new("RGB", (32, 64), "white")) == ("it is 32 wide, not 64",)
