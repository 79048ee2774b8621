"""Every number from three to 10¹⁵, spelled in every form that a writer may choose, reads back exactly and whole."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nisba.reading import Quantity, Report, Unread, read_quantities
from spelling import ARABIC, SPELLED, TOP, Arabic

PATIENT = settings(deadline=None)  # machines are shared; growth of work has a test of its own
SCRIPTS = {"ar": ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"), "en": (), "fr": ()}
#: A word that no lexicon counts, before and after: the number must not run into its neighbours.
FRAMES = {"ar": ("سجل", "فقط"), "en": ("They counted", "altogether"), "fr": ("On relève", "exactement")}
NO_DIGITS = (False,) * 6


def read(text: str, language: str) -> list[Quantity | Unread]:
    return list(read_quantities(Report("spelled", text, language, None, "")))


def assert_reads(text: str, language: str, number: int, surface: str | None = None) -> None:
    """One quantity, over all of the spelling, of exactly that value."""
    (found,) = read(text, language)
    assert isinstance(found, Quantity)
    assert found.value is not None
    assert (found.surface, found.value.value, found.value.is_exact) == (surface or text, number, True)


@PATIENT
@given(SPELLED["ar"])
@example((101_000, "مئة ألف وألف"))
@example((28, "ثمانيا وعشرين"))
@example((TOP, "كوادريليون"))
def test_arabic_reads_back(case):
    """Gender, case, construct, tanween, both hundreds, duals, digits among words."""
    number, text = case
    assert_reads(text, "ar", number)


@PATIENT
@given(SPELLED["en"])
def test_english_reads_back(case):
    """With "and" and without, with hyphens and without, digits among words."""
    number, text = case
    assert_reads(text, "en", number)


@PATIENT
@given(SPELLED["fr"])
@example((95, "quatre-vingt-quinze"))
@example((721_000, "sept-cent-vingt-et-un mille"))
def test_french_reads_back(case):
    """Old and new hyphens, French and Belgian tens, plural s, digits among words."""
    number, text = case
    assert_reads(text, "fr", number)


@PATIENT
@given(st.sampled_from(sorted(SPELLED)).flatmap(lambda language: st.tuples(st.just(language), SPELLED[language])))
def test_neighbours_do_not_change_a_number(case):
    """Words on both sides leave the number as it is, and its surface is the number."""
    language, (number, text) = case
    before, after = FRAMES[language]
    assert_reads(f"{before} {text} {after}.", language, number, text)


@PATIENT
@given(st.sampled_from(sorted(SPELLED)).flatmap(lambda language: st.tuples(st.just(language), SPELLED[language])))
def test_a_capital_and_the_normal_form_change_nothing(case):
    """NFC and NFD of the same words are the same number; so is its first letter large."""
    language, (number, text) = case
    for form in ("NFC", "NFD"):
        changed = unicodedata.normalize(form, text)
        assert_reads(changed, language, number)
        assert_reads(changed[:1].upper() + changed[1:], language, number)


@PATIENT
@given(SPELLED["ar"], st.sampled_from(SCRIPTS["ar"]))
def test_the_script_of_digits_changes_nothing(case, digits):
    """European, Arabic-Indic and extended digits mean the same, among words too."""
    number, text = case
    assert_reads(text.translate(str.maketrans("0123456789", digits)), "ar", number)


@PATIENT
@given(st.integers(3, TOP), ARABIC)
def test_tatweel_and_directional_marks_change_nothing(number, writer):
    """Stretched words, and marks that readers do not see around each of them."""
    text = Arabic(writer.feminine, writer.nominative, writer.seated, writer.fused, writer.marked, NO_DIGITS).write(
        number
    )
    stretched = text.replace("مي", "مـي").replace("سع", "سـع")
    assert_reads(stretched, "ar", number)
    marked = " ".join(f"\u202b{word}\u202c" for word in text.split(" "))
    (found,) = read(marked, "ar")
    assert isinstance(found, Quantity)
    assert found.value is not None
    assert found.value.value == number


@PATIENT
@given(st.integers(0, 10**12), st.sampled_from(["\u00a0", "\u202f", "\u2009"]), st.sampled_from(["ar", "en", "fr"]))
def test_groups_apart_by_spaces_that_do_not_break(number, space, language):
    """1 234 567 with any of the spaces that typesetters use, in any language."""
    text = f"{number:,}".replace(",", space)
    assert_reads(text, language, number)


@PATIENT
@given(st.integers(10_000, 10**12), st.sampled_from([("ar", ","), ("ar", "٬"), ("en", ","), ("fr", " "), ("fr", ".")]))
def test_groups_by_the_marks_of_the_language(number, case):
    """1,234,567 in English, 1 234 567 in French, 1٬234٬567 in Arabic."""
    language, mark = case
    assert_reads(f"{number:,}".replace(",", mark), language, number)


@pytest.mark.parametrize("language", sorted(SPELLED))
def test_small_numbers_one_by_one(language):
    """Each from 3 to 999 in one plain spelling: no hole between the random ones."""
    from spelling import English, French

    writers = {
        "ar": Arabic(feminine=False, nominative=True, seated=True, fused=True, marked=False, digits=NO_DIGITS),
        "en": English(joins=True, hyphen=True, article=False, digits=NO_DIGITS),
        "fr": French(swiss=False, hyphens=False, digits=NO_DIGITS),
    }
    for number in range(3, 1000):
        assert_reads(writers[language].write(number), language, number)
