"""What the style sheet promises to eyes, hands and settings: contrast, targets, forced colours, still pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nisba.explaining.charts.tokens import TOKENS

STYLE = (Path(__file__).resolve().parents[2] / "src/nisba/explaining/templates/nisba/style.css").read_text("utf-8")
TEXT = ("ink", "ink-2", "rep", "com", "cit", "holds", "fails", "open")
# Ratios of the design's table: on the page, then on a panel; light, then dark. Rounded to a tenth.
DESIGNED = {
    "ink": (16.4, 15.1, 15.6, 13.8),
    "ink-2": (7.5, 6.9, 9.7, 8.6),
    "rep": (7.9, 7.2, 9.8, 8.7),
    "com": (8.1, 7.5, 9.7, 8.6),
    "cit": (6.8, 6.3, 10.1, 9.0),
    "holds": (7.1, 6.6, 10.5, 9.3),
    "fails": (7.5, 6.9, 9.2, 8.2),
    "open": (6.7, 6.2, 10.2, 9.0),
    "line": (3.5, 3.2, 5.5, 4.9),
}


def tokens(dark: bool) -> dict[str, str]:
    """The colours of a scheme, as the style sheet gives them."""
    start = STYLE.index("@media (prefers-color-scheme:dark)") if dark else 0
    block = STYLE[start : STYLE.index("}", start)]
    return dict(re.findall(r"--([a-z0-9-]+):(#[0-9a-f]{3,6})[;\s]", block))


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("token", DESIGNED)
def test_contrast_is_what_the_design_says(token, dark):
    """16. Text at least 4.5 and graphics at least 3, on the page and on panels; each as measured for the design."""
    colours = tokens(dark)
    for at, ground in enumerate(("paper", "wash")):
        found = contrast(colours[token], colours[ground])
        assert found >= (4.5 if token in TEXT else 3)
        assert found == pytest.approx(DESIGNED[token][at + 2 * dark], abs=0.11)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_marked_text_can_be_read(dark):
    """16. The marker and its own text."""
    colours = tokens(dark)
    assert contrast(colours["mark-ink"], colours["mark"]) >= 4.5


@pytest.mark.parametrize("name", sorted(TOKENS))
def test_charts_and_pages_have_the_same_colours(name):
    """16. A chart that leaves its page keeps its colours."""
    for dark, value in enumerate(TOKENS[name]):
        shown = tokens(bool(dark)).get(name)
        long = shown and (shown if len(shown) == 7 else "#" + "".join(digit * 2 for digit in shown[1:]))
        assert long == value


def test_nothing_moves_where_stillness_is_asked_for():
    """25. Every animation and transition stands in a query for readers who did not ask for less motion."""
    moving = [found.start() for found in re.finditer(r"(?:animation|transition)\s*:", STYLE)]
    calm = STYLE.index("@media (prefers-reduced-motion:no-preference)")
    end = STYLE.index("\n", calm)
    assert moving
    assert [at for at in moving if not calm < at < end and STYLE[at : at + 14] != "animation:none"] == []


def test_forced_colours_keep_every_sign():
    """25. Where a system sets the colours, marks and verdicts are still drawn."""
    forced = STYLE[STYLE.index("@media (forced-colors:active)") :].split("\n", 1)[0]
    assert all(sign in forced for sign in (".v::before", ".diff", "mark", ".pill::before"))


def test_focus_is_seen():
    """25. Three pixels in the colour of links, and nowhere taken away without another in its place."""
    assert re.search(r":focus-visible { outline:3px solid", STYLE)
    without = re.findall(r"([^{}]*){[^}]*outline:none[^}]*}", STYLE)
    assert [rule.strip().splitlines()[-1] for rule in without] == [".note:focus"]
    assert ".note:focus-visible { outline:3px solid" in STYLE
