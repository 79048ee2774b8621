"""The corpora of ``tests/specs``: what is written on the left is worth what stands beside it, in every spelling."""

from __future__ import annotations

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from nisba.intervals import Interval
from nisba.reading import Kind, Quantity, Report, read_quantities

SPECS = Path(__file__).parent.parent / "specs"
LANGUAGES = sorted(folder.name for folder in SPECS.iterdir() if folder.is_dir())
TODAY = date(2024, 6, 20)


def read(text: str, language: str) -> list[Quantity]:
    """The quantities of a text; what is unread is left out."""
    return [q for q in read_quantities(Report("spec", text, language, TODAY, "")) if isinstance(q, Quantity)]


def table(language: str, name: str) -> dict[str, Any]:
    """One file of specs."""
    return tomllib.loads((SPECS / language / f"{name}.toml").read_text(encoding="utf-8"))


NUMBERS = [
    pytest.param(language, kind, value, spelling, id=f"{language} {kind} {value} {spelling}")
    for language in LANGUAGES
    for kind, values in table(language, "numbers").items()
    for value, spellings in values.items()
    for spelling in spellings
]
HEDGES = [
    pytest.param(language, interval, phrase, id=f"{language} {interval} {phrase}")
    for language in LANGUAGES
    for intervals in table(language, "hedges").values()
    for interval, phrases in intervals.items()
    for phrase in phrases
]
TIMES = [
    pytest.param(language, days, phrase, id=f"{language} {days} {phrase}")
    for language in LANGUAGES
    for days, phrases in table(language, "times").items()
    for phrase in phrases
]
NOTHING = [(language, text) for language in LANGUAGES for text in table(language, "nothing")["texts"]]
TEXTS = [
    pytest.param(language, case["text"], case["reads"], id=f"{language} {case['about']}")
    for language in LANGUAGES
    for case in table(language, "texts")["text"]
]


@pytest.mark.parametrize(("language", "kind", "value", "spelling"), NUMBERS)
def test_a_number_is_read_whole_in_every_spelling(language: str, kind: str, value: str, spelling: str) -> None:
    """One quantity, over all of the spelling (or the part after the bar), of the value and kind named."""
    text, _, surface = spelling.partition("|")
    (found,) = read(text, language)
    assert (found.surface, found.kind) == (surface or text, Kind(kind))
    assert found.value is not None
    assert found.value.lo == Fraction(value)
    assert kind == "vague" or found.value.hi == Fraction(value)


@pytest.mark.parametrize(("language", "interval", "phrase"), HEDGES)
def test_a_hedge_leaves_an_interval(language: str, interval: str, phrase: str) -> None:
    """The bar parts the hedge from the number; the surface is the number, the value is what is left of it."""
    left, _, right = phrase.partition("|")
    found = read(left + right, language)[0]
    assert found.surface in (left, right)
    assert found.value == Interval.parse(interval)


@pytest.mark.parametrize(("language", "days", "phrase"), TIMES)
def test_a_time_is_resolved_against_the_day_of_the_report(language: str, days: str, phrase: str) -> None:
    """The words after the bar are read as one time, and mean those days."""
    left, _, right = phrase.rpartition("|")
    (found,) = read(left + right, language)
    assert found.surface == right
    assert str(found.when) == days


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_where_nothing_is_counted_nothing_is_read(language: str, text: str) -> None:
    """No quantity at all; digits may be listed as unread."""
    assert read(text, language) == []


@pytest.mark.parametrize(("language", "text", "reads"), TEXTS)
def test_a_sentence_gives_its_quantities_in_order(language: str, text: str, reads: list[str]) -> None:
    """Every quantity, none more, with as much of its reading as the spec names."""
    found = read(text, language)
    wanted = [([part.strip() for part in line.split("|")] + [""] * 5)[:6] for line in reads]
    assert [(q.surface, q.kind) for q in found] == [(line[0], line[1]) for line in wanted]
    for quantity, (_, _, value, what, where, when) in zip(found, wanted, strict=True):
        told = (str(quantity.value), quantity.what, ",".join(quantity.where), str(quantity.when))
        assert all(not want or is_ == want for is_, want in zip(told, (value, what, where, when), strict=True))
