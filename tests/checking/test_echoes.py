"""Echoes: what a story's folder says twice is said alike, or listed."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from nisba.checking import Mismatch, mismatches, settle
from nisba.checking.echoes import places
from nisba.checking.echoes.languages import numerals
from nisba.checking.echoes.places import named
from nisba.checking.pace import tells_pace
from nisba.gathering import load_story
from nisba.reading import read_quantities, read_report

ROOT = Path(__file__).resolve().parents[2]
PLACES = {
    "west": {"en": "West Bank", "ar": "الضفة الغربية"},
    "roj": {"en": "Roj", "ar": "الروج"},
    "peru": {"en": "Peru", "ar": "البيرو"},
    "north-peru": {"en": "north Peru", "ar": "شمال البيرو"},
}


def _found(root: Path, name: str) -> tuple[Mismatch, ...]:
    story = load_story(root, name)
    lead = story.lead
    report = read_report(story.folder / lead.file, name=lead.id, language=lead.language, date=lead.date)
    quantities = read_quantities(report)
    return mismatches(story, report, quantities, settle(story, report, quantities))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the first story, to be spoilt."""
    copy = tmp_path / "data" / "raw" / "centcom-2024h1"
    copy.mkdir(parents=True)
    for file in (ROOT / "data" / "raw" / "centcom-2024h1").iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    return copy


def test_the_first_story_says_everything_alike() -> None:
    """No mismatch in the first story: its translation, languages, citations, places and wordings agree."""
    assert _found(ROOT, "centcom-2024h1") == ()


@pytest.mark.parametrize(
    ("file", "at", "write", "kind"),
    [
        ("baladi-news.en.txt", "killing of 44", "killing of 48", "translation"),
        ("baladi-news.en.txt", "more than 9 thousand", "9 thousand", "translation"),
        ("baladi-news.en.txt", "59 operations in Syria", "59 operations in Iraq", "translation"),
        ("story.toml", "IS in Iraq and Syria, January–June 2024", "IS in Iraq and Syria, January–June 2023", "language"),
        ("cited.toml", "value = 121", "value = 112", "citation"),
        ("cited.toml", "141 in Iraq", "114 in Iraq", "citation"),
        ("cited.toml", "122 attacks in Iraq in 2023", "122 attacks in Syria in 2023", "place"),
        ("accounts.csv", "يعادل ضعف عام 2023 كله,153", "يعادل ضعف عام 2023 كله,135", "record"),
        ("accounts.csv", "pace-double,will be double", "pace-double,has been double", "wording"),
        ("releases.csv", "q1-iraq,2024-01-01/2024-03-31,iraq", "q1-iraq,2024-01-01/2024-03-31,syria", "series"),
        ("explainer.ar.md", "{q2-killed}", "{killed}", "edition"),
        ("explainer.en.md", "all of {=2023}", "all of {=2024}", "edition"),
        ("cited.toml", 'value = 336\nwhat = "attacks"\nwhere = ["syria"]', 'value = 336\nwhat = "attacks"\nwhere = ["central-syria"]', "place"),
        ("cited.toml", "189 attacks in north-east Syria", "189 attacks in Syria", "place"),
        ("cited.toml", "336 operations by the group in Syria", "336 operations by the group in central Syria", "place"),
        ("story.toml", 'what = "multiple of attacks"\nwhere = ["iraq", "syria"]', 'what = "multiple of attacks"\nwhere = ["iraq"]', "place"),
        ("cited.toml", "بهذا المعدل، يمضي", "يمضي", "wording"),
        ("cited.toml", "group is “on pace to more", "group is “to more", "citation"),
        ("releases.csv", ",196,missions,مهمات,44,166,>43000", ",196,missions,مهمات,44,166,43000", "citation"),
    ],
)  # fmt: skip
def test_one_of_two_changed_is_a_mismatch(folder: Path, file: str, at: str, write: str, kind: str) -> None:
    """Whichever of the two is changed, that they part is seen."""
    text = (folder / file).read_text(encoding="utf-8")
    assert at in text
    (folder / file).write_text(text.replace(at, write, 1), encoding="utf-8")
    assert kind in {found.kind for found in _found(folder.parents[2], "centcom-2024h1")}


def test_a_mismatch_says_both_places() -> None:
    """Both places are named with what stands there, and nothing is said about which is right."""
    found = Mismatch("citation", "cited.board.value", "150", "cited.board.words.en", "105")
    assert str(found) == "cited.board.value has 150, but cited.board.words.en has 105."


@pytest.mark.parametrize(
    ("words", "language", "ids"),
    [
        ("Two died in Peru.", "en", {"peru"}),
        ("Two died in north Peru.", "en", {"peru"}),
        ("A Peruvian ship", "en", set()),
        ("The Rojava region", "en", set()),
        ("قتيلان في البيرو", "ar", {"peru"}),
        ("للبيرو وبالروج", "ar", {"peru", "roj"}),
    ],
)
def test_places_are_named_as_whole_words(words: str, language: str, ids: set[str]) -> None:
    """A name inside another word is not the name; an Arabic particle written before it does not hide it."""
    assert named(words, language, PLACES) == ids


@pytest.mark.parametrize(
    ("words", "where", "told"),
    [
        ("Floods in north Peru", "north-peru", ""),
        ("Floods in northern Peru", "north-peru", ""),
        ("Floods in Peru", "north-peru", "peru"),
        ("Floods in north Peru", "peru", "north-peru"),
        ("Floods in north Peru and in the rest of Peru", "peru", ""),
        ("Floods in the West Bank", "peru", "west"),
        ("Floods everywhere", "north-peru", ""),
    ],
)
def test_a_part_of_a_place_is_not_the_place(words: str, where: str, told: str) -> None:
    """North Peru is not Peru, unless some word of its own stands in another form, or the whole is named beside it."""
    (story,) = [load_story(ROOT, "centcom-2024h1")]
    cited = dataclasses.replace(story.cited[0], where=(where,), label={"en": words}, words={})
    told_of = dataclasses.replace(story, facts=(), cited=(cited,), places=PLACES)
    assert [found.answers for found in places.mismatches(told_of, ())] == [told] * bool(told)


def test_numerals_are_compared_across_scripts() -> None:
    """Digits of any script, and names in braces without their options."""
    assert numerals("In 2024, {boats | percent} of ٤٤") == {"2024", "44", "boats"}


@pytest.mark.parametrize(
    ("words", "language", "pace"),
    [
        ("exports are on track to double", "en", True),
        ("at this rate the river will pass two metres", "en", True),
        ("exports have doubled", "en", False),
        ("الصادرات في طريقها إلى الضعف", "ar", True),
        ("بهذا المعدل تبلغ الإصابات ألفاً", "ar", True),
        ("تضاعفت الصادرات", "ar", False),
        ("les exportations doublent", "fr", False),
    ],
)
def test_a_pace_is_told_by_its_words(words: str, language: str, pace: bool) -> None:
    """What would be, if things went on, is told from what is; a language without a list tells no pace."""
    assert tells_pace(words, language) is pace
