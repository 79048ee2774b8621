"""What must hold for any text at all: the rules between a report's characters and the quantities read from them."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nisba.reading import Quantity, Report, Unread, read_quantities

WORDS = {
    "ar": "قتل مقتل خمسة وعشرون مئة ألفا و250 ألف مليون ونصف من إلى بين حتى نحو أكثر عام 2023 أيار العام الماضي النصف الأول "
    "شخص طفلين هجوما % في المئة دولار 12.5 1,234 ٤٥ الـ20 وأحد عشر سوريا العراق يوم الجمعة 17 / - ( ) . ، ضعف ثلث عدة شهر 1435هـ",
    "en": "killed five twenty-one hundred thousand million and a half from to between until about more than 2023 May last year "
    "first of the people attacks % percent $ dollars 12.5 1,234 45 20th dozen several Syria Friday 17 / - ( ) . , 3m Q2 o'clock",
    "fr": "tués cinq vingt et un cent mille million et demi de à entre jusqu'à environ 2023 mai l'année dernière premier "
    "semestre une centaine personnes attaques % pour cent 12,5 1 234 45 1er dizaines plusieurs Syrie lundi 17 / - ( ) . , d'euros",
}
ANYTHING = st.text(max_size=60)
NEWS = st.sampled_from(sorted(WORDS)).flatmap(
    lambda language: st.lists(st.sampled_from(WORDS[language].split()), max_size=25).map(
        lambda words: (language, " ".join(words))
    )
)
PATIENT = settings(deadline=None)  # machines are shared; growth of work has a test of its own
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))


def read(text: str, language: str, day: date | None = None) -> tuple[Quantity | Unread, ...]:
    return read_quantities(Report("any", text, language, day, ""))


def check(text: str, language: str, day: date | None) -> None:
    """Spans lie in the text, in order, apart; a surface is its span; every digit is covered."""
    covered: set[int] = set()
    end = 0
    for quantity in read(text, language, day):
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.surface == text[quantity.span.start : quantity.span.end]
        end = quantity.span.end
        covered.update(range(quantity.span.start, end))
    assert {place for place, letter in enumerate(text) if letter.isdigit()} <= covered


@PATIENT
@given(ANYTHING, st.sampled_from(sorted(WORDS)), DAYS)
def test_any_text_is_read_without_loss(text, language, day):
    """No text raises, and no digit of it is dropped."""
    check(text, language, day)


@PATIENT
@given(NEWS, DAYS)
def test_words_of_the_news_in_any_order_are_read_without_loss(case, day):
    """The words that rules are made of, shuffled, break none of the rules of spans."""
    language, text = case
    check(text, language, day)


@PATIENT
@given(NEWS, DAYS)
def test_reading_twice_gives_the_same(case, day):
    """Nothing is remembered from one reading to the next."""
    language, text = case
    assert read(text, language, day) == read(text, language, day)


@PATIENT
@given(NEWS)
def test_a_line_before_the_text_only_shifts_the_spans(case):
    """A first line without numbers moves every span by its length; the text has one already, for a time alone reads apart."""
    language, text = case
    prefix = {"ar": "بلدي نيوز\n", "en": "By our desk\n", "fr": "De la rédaction\n"}[language]
    text = prefix + text
    before, after = read(text, language, date(2024, 6, 20)), read(prefix + text, language, date(2024, 6, 20))
    assert [(q.surface, q.span.start + len(prefix)) for q in before] == [(q.surface, q.span.start) for q in after]


@PATIENT
@given(NEWS)
def test_marks_that_readers_do_not_see_change_no_value(case):
    """Directional marks around words, no-break spaces and tatweel leave the values as they are."""
    language, text = case
    marked = " ".join(f"\u200f{word}\u200e" for word in text.split(" "))

    def values(said: str) -> list[object]:
        return [(q.kind, q.value, q.when) for q in read(said, language, date(2024, 6, 20)) if isinstance(q, Quantity)]

    assert values(marked) == values(text)


HOSTILE = {
    "ar": ["1", "1,", "1 ", "1, ", "1. ", "1-", "1/", "(1", "12:", "7", "ألف ", "خمسة و", "مئة و", "نصف و", "و5 ", "بين ", "من 5 ", "5 إلى ",
           "أكثر من ", "أكثر من 5 ", "1 000 ", "5 مايو 2023 ", "مايو ", "عام ", "الأول ", "سوريا و", "سوريا 5 ", "وشخص ", "طفلين و",
           "( ", ") ", "«", '" ', ".", "of the ", "of the 5 من "],
    "en": ["five hundred ", "thousand ", "and a half ", "twenty-", "more than ", "over 5 ", "from 1 to ", "one in ", "the ", "first ",
           "May ", "May 5, ", "$5 ", "1/2 ", "((", "من في ", "five people died, "],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "piece"), [(language, piece) for language in HOSTILE for piece in HOSTILE[language]]
)
def test_work_grows_with_the_length_only(language, piece):
    """Ten times the text takes about ten times the calls, whatever is repeated; quadratic growth would take a hundred times."""
    read(piece, language)
    assert calls(piece * 2_000, language) < 15 * calls(piece * 200, language) + 5_000


def test_a_million_digits_are_one_thing_unread():
    """A run of digits that nobody counts by costs no more than its letters."""
    (found,) = read("7" * 1_000_000, "en")
    assert (type(found), found.span.end) == (Unread, 1_000_000)
    assert calls("7" * 1_000_000, "en") < 2_000


def calls(text: str, language: str) -> int:
    """How many functions are called to read a text: the same on every machine, however busy it is."""
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(text, language)
    finally:
        sys.setprofile(before)
    return made
