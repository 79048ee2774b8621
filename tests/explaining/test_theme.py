"""A house style on the page: it changes page and charts together, and nothing where nobody chose one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from explaining.drawn import chart, numbers, picture_of
from explaining.pages import whole
from nisba.explaining import explainer, theme
from nisba.explaining.charts import chart_of, draw, png
from nisba.explaining.social import save_social
from nisba.explaining.wording import Wording
from nisba.gathering.house import plain_house
from nisba.periods import Period

PICTURE = "data:image/svg+xml;base64,PHN2Zy8+"
CHOSEN = {**plain_house().colours, "rep": ("#003366", "#99ccff"), "paper": ("#fff8ef", "#101010")}


@pytest.fixture
def house(towns):
    """Evidence of a story whose newsroom has colours, fonts, a logo, digits and dates of its own."""
    evidence = towns()
    house = replace(
        plain_house(),
        colours=CHOSEN,
        chosen=("paper", "rep"),
        fonts={"en": {"text": ("Georgia", "serif")}, "ar": {"text": ("Amiri",)}},
        name={"en": "The Evening Post", "ar": "بريد المساء"},
        logo={"light": PICTURE},
        dates={"en": "month-first", "ar": "egypt"},
    )
    return replace(evidence, story=replace(evidence.story, house=house, digits={"ar": "arab"}))


def test_nothing_chosen_changes_nothing(towns):
    """A page without a house style has no trace of one, and its own sign in its head."""
    evidence = towns()
    assert "theme" not in explainer(evidence, "en").head.content["head"]
    assert '<i lang="en" dir="ltr">nisba</i>' in whole(explainer(evidence, "en"))
    assert theme.style(None) == theme.style({}) == ""


def test_a_page_wears_it(house):
    """Colours of both schemes, fonts of both languages, and the logo with its words; the policy admits the style."""
    page = whole(explainer(house, "en"))
    css = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    assert "@media screen{:root{--paper:#fff8ef;--rep:#003366;}}" in css
    assert "@media screen and (prefers-color-scheme:dark){:root{--paper:#101010;--rep:#99ccff;}}" in css
    assert ':root:lang(en){--serif:"Georgia",serif;}' in css
    assert ':root:lang(ar){--serif:"Amiri";}\n:root{--ar-text:"Amiri";}' in css
    assert f'<img src="{PICTURE}" alt="The Evening Post">' in page
    assert "nisba</i>" not in page


def test_charts_wear_it_too(house, towns, tmp_path):
    """Drawings beside the page have the colours of the house, also as pictures that stand alone."""
    plain = chart("bars", "en")
    worn = replace(plain, colours=CHOSEN)
    used = set(re.findall(r"var\(--([\w-]+),(#\w+)\)", draw(worn)))
    assert ("rep", "#003366") in used
    assert all(CHOSEN[name][0] == light for name, light in used)
    assert png(worn) != png(plain)
    shared = [save_social(evidence, "en", tmp_path).read_bytes() for evidence in (house, towns())]
    assert shared[0] != shared[1]


def test_a_storys_charts_are_drawn_in_its_house(house):
    """A chart that a story asks for takes the colours of the story's house."""
    pictured = replace(house, numbers={**house.numbers, **numbers()})
    assert chart_of(picture_of("bars"), pictured.numbers, Wording("en"), pictured).colours == CHOSEN


@pytest.mark.parametrize(
    ("language", "dates", "day", "days", "months"),
    [
        ("en", "", "5 April 2024", "5–12 April 2024", "January–June 2024"),
        ("en", "month-first", "April 5, 2024", "April 5–12, 2024", "January–June 2024"),
        ("ar", "levant", "5 نيسان 2024", "5 إلى 12 نيسان 2024", "كانون الثاني – حزيران 2024"),
        ("ar", "egypt", "5 أبريل 2024", "5 إلى 12 أبريل 2024", "يناير – يونيو 2024"),
        ("ar", "algeria", "5 أفريل 2024", "5 إلى 12 أفريل 2024", "جانفي – جوان 2024"),
        ("ar", "morocco", "5 أبريل 2024", "5 إلى 12 أبريل 2024", "يناير – يونيو 2024"),
    ],
)
def test_dates(language, dates, day, days, months):
    """Each way of writing dates, for a day, for days of a month and for months."""
    wording = Wording(language, dates=dates)
    shown = [wording.period(Period.parse(when)) for when in ("2024-04-05", "2024-04-05/2024-04-12", "2024-01/2024-06")]
    assert shown == [day, days, months]


@pytest.mark.parametrize(
    "said",
    [
        {"colours": {"paper": ["#fff}body{display:none", "#000000"]}},
        {"colours": {"paper}*{x:": ["#ffffff", "#000000"]}},
        {"colours": ["paper"]},
        {"fonts": {"en": {"text": ['x";}body{display:none}']}}},
        {"fonts": {"en){}": {"text": ["Georgia"]}}},
        {"logo": {"light": "https://example.org/logo.svg", "name": "n"}},
        {"logo": {"light": PICTURE}},
        "theme",
    ],
)
def test_a_strangers_theme_is_only_what_we_know(said):
    """What a notebook says of its theme reaches the style sheet only where it has the shape of a colour, font or picture."""
    assert (theme.style(said), theme.logo(said)) == ("", {})
