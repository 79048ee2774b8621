"""Making charts in tests: an invented story in every kind of chart, from charts.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from builders import account
from cases import table
from explaining.pages import ROOT
from nisba.checking import collate, judge, rates
from nisba.checking.claims import cited_numbers
from nisba.checking.numbers import Number, Scope, Status
from nisba.explaining import Evidence
from nisba.explaining.charts import Chart, chart_of
from nisba.explaining.wording import Wording
from nisba.gathering import Picture, Release, load_story
from nisba.gathering.fields import Fields
from nisba.gathering.pictures import read_picture
from nisba.intervals import Interval
from nisba.periods import Period

CASES = table(Path(__file__).with_name("charts.toml"))
PICTURES = tuple(CASES["pictures"])
LANGUAGES = ("en", "ar")
WIDTHS = ("wide", "narrow")
EVERY = [(picture, language, width) for picture in PICTURES for language in LANGUAGES for width in WIDTHS]
AROUND = {key: {"en": "Invented.", "ar": "مختلق."} for key in ("subtitle", "caption")}
BOTH = ("northport", "southport")


def picture_of(id: str, **change: Any) -> Picture:
    """A picture of charts.toml, perhaps with other keys."""
    return read_picture(id, Fields(Path("charts.toml"), f"charts.{id}", AROUND | CASES["pictures"][id] | change))


def numbers() -> dict[str, Number]:
    """The numbers of charts.toml."""
    found = {}
    for id, entry in CASES["numbers"].items():
        value = Interval(None, None) if entry["value"] == "?" else Interval.parse(entry["value"])
        when = Period.parse(entry["when"]) if "when" in entry else None
        scope = Scope(entry.get("what", ""), frozenset(entry.get("where", ())), when)
        found[id] = Number(id, Status(entry["status"]), value, scope, show=entry.get("show", "count"))
    return found


@cache
def evidence() -> Evidence:
    """The invented story of two towns, with these numbers, other accounts and a series of releases."""
    told = load_story(ROOT / "tests" / "stories" / "two-towns", "two-towns")
    accounts = (
        account("guard", rescues="153", boats="60"),
        account("radio", rescues="153"),
        account("gazette", rescues="153", boats_north="40"),
        account("tribune", rescues="135"),
    )
    accounts = tuple(replace(one, outlet={"en": one.id.title(), "ar": one.id.title()}) for one in accounts)
    series = (
        ("jan", "2024-01", "30"),
        ("spring", "2024-04-01/2024-06-30", "90"),
        ("summer", "2024-07-01/2024-08-31", ">24"),
    )
    releases = tuple(
        Release(id, Period.parse(when), BOTH, {"rescues": Interval.parse(count)}, {}, "") for id, when, count in series
    )
    places = {"northport": {"en": "Northport", "ar": "نورثبورت"}, "southport": {"en": "Southport", "ar": "ساوثبورت"}}
    measures = {"rescues": {"en": "Rescues", "ar": "عمليات الإنقاذ"}, "boats": {"en": "Boats", "ar": "القوارب"}}
    story = replace(told, accounts=accounts, releases=releases, reference="guard", places=places, measures=measures)
    held = numbers() | {number.id: number for number in cited_numbers(story.cited)}
    return Evidence(
        story,
        {},
        held,
        findings=judge(story, held),
        collation=collate(accounts, "guard"),
        rates=rates(releases, ("rescues",)),
    )


@cache
def wording(language: str, digits: str = "latn") -> Wording:
    """The words of a language, read once."""
    return Wording(language, digits)


def chart(id: str, language: str, digits: str = "latn", **change: Any) -> Chart:
    """A chart of charts.toml in a language."""
    held = evidence()
    return chart_of(picture_of(id, **change), held.numbers, wording(language, digits), held)


def longer(words: Mapping[str, str]) -> dict[str, str]:
    """The same words, three times over."""
    return {language: " ".join([text] * 3) for language, text in words.items()}
