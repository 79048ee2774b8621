"""House style: what a newsroom may choose, where it holds, and what is refused before a reader could be harmed by it."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import table
from nisba.errors import StoryError
from nisba.gathering.contrast import contrast, passing
from nisba.gathering.house import load_house, plain_house
from nisba.gathering.logo import LARGEST

MISTAKES = table(Path(__file__).with_name("house.toml"))["mistake"]
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def _house(folder, text, place="prices/house.toml"):
    (folder / "prices").mkdir(exist_ok=True)
    (folder / place).write_text(text, "utf-8")
    return load_house(folder / "prices")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#767676", "#ffffff", 4.54),
        ("#949494", "#ffffff", 3.03),
        ("#abcdef", "#abcdef", 1),
    ],
)
def test_contrast(one, other, ratio):
    """Ratios as the W3C and every checker give them, whichever colour is named first."""
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@given(COLOURS, COLOURS, st.sampled_from([3, 4.5]))
def test_what_is_proposed_passes(colour, ground, least):
    """The colour that an error proposes has the contrast that was asked for, whatever the two colours are."""
    assert contrast(passing(colour, ground, least), ground) >= least


@pytest.mark.parametrize("case", MISTAKES, ids=[case["what"] for case in MISTAKES])
def test_a_mistake_is_answered(tmp_path, case):
    """Each mistake is one sentence that names the place and what would be right."""
    with pytest.raises(StoryError) as refused:
        _house(tmp_path, case["file"])
    assert case["says"] in str(refused.value)
    assert "\n" not in str(refused.value)


def test_nothing_chosen_is_the_look_that_everyone_knows(tmp_path):
    """Without a file, and with an empty one, the look is the package's own."""
    assert load_house(tmp_path / "prices") == plain_house() == _house(tmp_path, "")


def test_a_newsroom_has_one_and_a_story_may_have_its_own(tmp_path):
    """The file beside the stories holds for all; one in a story's folder stands in its place."""
    newsroom = _house(tmp_path, 'colours.light.rep = "#003366"\ndates.ar = "egypt"', "house.toml")
    assert (newsroom.colours["rep"], newsroom.chosen) == (("#003366", "#82c7ee"), ("rep",))
    story = _house(tmp_path, 'colours.light.rep = "#004400"')
    assert (story.colours["rep"][0], story.dates) == ("#004400", {})


def test_all_that_may_be_chosen(tmp_path):
    """Colours, fonts, names, a logo for each scheme, digits, dates and languages."""
    house = _house(
        tmp_path,
        f"""
name = {{ en = "The Evening Post", ar = "بريد المساء" }}
languages = ["en", "ar"]
digits.ar = "arab"
dates = {{ en = "month-first", ar = "egypt" }}
[logo]
light = '{SQUARE}'
dark = "{base64.b64encode(bytes.fromhex("89504e470d0a1a0a") + b"x").decode()}"
[fonts.en]
text = ["Georgia", "serif"]
[fonts.ar]
labels = ["Noto Sans Arabic"]
[colours.dark]
paper = "#000000"
""",
    )
    assert house.logo["light"] == f"data:image/svg+xml;base64,{base64.b64encode(SQUARE.encode()).decode()}"
    assert house.logo["dark"].startswith("data:image/png;base64,iVBORw0K")
    assert (house.fonts["en"], house.fonts["ar"]) == (
        {"text": ("Georgia", "serif")},
        {"labels": ("Noto Sans Arabic",)},
    )
    assert (house.digits, house.dates["en"], house.languages) == ({"ar": "arab"}, "month-first", ("en", "ar"))
    assert (house.colours["paper"], house.chosen) == (("#fcfdfd", "#000000"), ("paper",))


def test_a_logo_is_small(tmp_path):
    """A logo that would weigh on every page is refused with its size."""
    large = SQUARE.replace("/>", f"/><desc>{'x' * LARGEST}</desc>")
    with pytest.raises(StoryError, match=rf"has {len(large)} bytes; make it smaller than {LARGEST}"):
        _house(tmp_path, f"name.en = 'The Post'\nlogo = '{large}'")
