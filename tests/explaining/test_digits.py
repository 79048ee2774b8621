"""The outlet's digits: one choice in story.toml changes every figure of an edition, and nothing that is quoted."""

from __future__ import annotations

import re

import pytest

from explaining.pages import KINDS, soup
from nisba.explaining.wording import Wording

QUOTED = "blockquote, q, code, pre, time, .hash, svg, [lang=en], [dir=ltr] [lang], bdi"


@pytest.mark.parametrize("kind", KINDS)
def test_an_edition_has_the_digits_that_the_outlet_writes(raw, towns, kind):
    """Arabic-Indic throughout the Arabic page: sums, dates, notes and their numbers; the English page keeps its own."""
    story = raw / "story.toml"
    story.write_text('digits = { ar = "arab" }\n' + story.read_text(encoding="utf-8"), encoding="utf-8")
    evidence = towns()
    page = soup(KINDS[kind](evidence, "ar").html)
    assert re.search(r"[٠-٩]", page.get_text())
    for link in page.select("a.n"):
        assert not re.search(r"[0-9]", link.get_text() + link["data-n"])
    for quoted in page.select(QUOTED):
        quoted.decompose()
    assert re.findall(r"[^\s]*[0-9][^\s]*", page.get_text(" ")) == []
    assert not re.search(r"[٠-٩]", soup(KINDS[kind](evidence, "en").html).get_text())


@pytest.mark.parametrize(
    ("text", "written"),
    [("153", "١٥٣"), ("1.26", "١٫٢٦"), ("43,000", "٤٣٬٠٠٠"), ("5, 6.", "٥, ٦."), ("كلمة", "كلمة")],
)
def test_the_signs_between_digits_change_with_them(text, written):
    """A full stop after a number is no decimal sign."""
    assert Wording("ar", "arab").localised(text) == written
    assert Wording("ar").localised(text) == text
