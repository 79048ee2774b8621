"""Which numerals of a sentence are parts of dates: a year, or a day or days beside the name of a month."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import decimal

from babel.dates import get_month_names

from nisba.explaining.messages import Messages
from nisba.explaining.prose import numerals

_LOCALES = {"ar": ("ar", "ar_SY", "ar_EG", "ar_DZ", "ar_MA")}
_YEAR = re.compile(r"(?<!\d)(?<!\d[.,\u066b\u066c])(?:1[89]|20)\d\d(?!\d)(?![.,\u066b\u066c]\d)(?!\s*[%\u066a×])")


def undated(text: str, language: str) -> tuple[str, ...]:
    """The numerals of a text that are no part of a date.

    Args:
        text: a sentence, such as "The ministry, 5 April 2024, counts 44".
        language: its language, for the names of months.

    Returns:
        the other numerals, in order: ``("44",)``.
    """
    plain = "".join(str(decimal(character)) if character.isdecimal() else character for character in text)
    rest = _YEAR.sub(_blank, _days(language).sub(_blank, plain))
    return numerals("".join(own if kept != " " else " " for own, kept in zip(text, rest, strict=True)))


def _blank(found: re.Match[str]) -> str:
    """White space of the same length: what is left stays in its place and is told as it is written."""
    return " " * len(found[0])


@cache
def _days(language: str) -> re.Pattern[str]:
    locales = _LOCALES.get(language, (language,))
    months = {
        name
        for locale in locales
        for width in ("wide", "abbreviated")
        for name in get_month_names(width, locale=locale).values()
    }
    names = "|".join(sorted((re.escape(month) for month in months), key=len, reverse=True))
    to = re.escape(Messages(language)("number-range", low="", high="").strip())
    days = rf"\d{{1,2}}(?:\s*(?:{to}|[-\u2013])\s*\d{{1,2}})?"
    return re.compile(rf"(?<!\d){days}(?=\s+(?:{names})(?!\w))|(?<!\w)(?:{names})\s+{days}(?!\d)")
