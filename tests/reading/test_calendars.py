"""Names of months and days are those of CLDR, and Hijri days those of the Umm al-Qura calendar, looked up elsewhere."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import get_day_names, get_month_names

from nisba.periods import Period
from nisba.reading import Quantity, Report, read_quantities
from nisba.reading.hijri import period
from nisba.reading.lexicon import languages, lexicon
from nisba.reading.tokens import Tokens

#: The Arabic of these countries names the months in its own way.
LOCALES = [*languages(), "ar_SY", "ar_EG", "ar_MA", "ar_DZ", "ar_IQ", "ar_TN"]


def known(language: str, name: str, kind: str) -> object:
    """What the language file says of a name, all of it."""
    tokens = Tokens(name, lexicon(language))
    found = tokens.phrase(0, kind)
    return found[1] if found and found[0] == len(tokens) else None


@pytest.mark.parametrize("locale", LOCALES)
def test_months_are_those_of_cldr(locale):
    """Each month by its full name, in every naming that a country's CLDR locale has."""
    names = get_month_names("wide", locale=locale)
    assert {number: known(locale[:2], name, "months") for number, name in names.items()} == {n: n for n in names}


@pytest.mark.parametrize("locale", languages())
def test_weekdays_are_those_of_cldr(locale):
    """Each weekday by its full name; Monday is 0, as in CLDR through Babel and in Python."""
    names = get_day_names("wide", locale=locale)
    assert {number: known(locale, name, "weekdays") for number, name in names.items()} == {n: n for n in names}


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [  # from the printed Umm al-Qura calendar: first days of a year and of Ramadan
        ((1435, 1, 1), "2013-11-04"),
        ((1435, 9, 1), "2014-06-28"),
        ((1440, 1, 1), "2018-09-11"),
        ((1444, 9, 1), "2023-03-23"),
        ((1445, 9, 1), "2024-03-11"),
        ((1445, 12, 10), "2024-06-16"),
    ],
)
def test_hijri_days(hijri, gregorian):
    """A Hijri day is one Gregorian day."""
    assert period(*hijri) == Period.parse(gregorian)


def test_a_hijri_year_and_month_are_whole():
    """The month ends the day before the next begins, and so does the year."""
    month, year = period(1445, 9), period(1445)
    assert month is not None
    assert year is not None
    assert month.end == date(2024, 4, 9)
    assert (year.start, year.end) == (date(2023, 7, 19), date(2024, 7, 6))


def test_a_year_outside_the_tables_has_no_days():
    """It is read as a Hijri year all the same, without days."""
    assert period(1250) is None
    (found,) = read_quantities(Report("old", "عام 1250هـ", "ar", None, ""))
    assert isinstance(found, Quantity)
    assert found.when is None
