"""Every number in one table for people: what it is, what it is worth, and the words or the sum that it comes from."""

from __future__ import annotations

from collections.abc import Mapping

from nisba.checking.numbers import Number
from nisba.explaining.edition import Edition, edition
from nisba.explaining.evidence import Evidence
from nisba.explaining.wording import rounded

_PLACES = 4

COLUMNS: Mapping[str, str] = {
    "number": "its name in formulas and prose",
    "status": "reported by the lead account, cited from elsewhere, or computed",
    "label": "what it is",
    "shown": "how the pages print it, with its hedge",
    "exact": "its exact value: a whole number, a fraction, an interval (13..14) or a bound (>=9000)",
    "low": f"its low end as a decimal with {_PLACES} places; empty where there is none",
    "high": f"its high end as a decimal with {_PLACES} places; empty where there is none",
    "formula": "of a computed number: the sum, in names",
    "sentence": "of a reported number: the whole sentence, as published",
    "source": "of a cited number: who gives it",
    "address": "of a cited number: where it was read",
}
"""The columns, and what each holds; ``label``, ``shown`` and ``source`` come once for each language."""

_BY_LANGUAGE = ("label", "shown", "source")


def columns(languages: tuple[str, ...]) -> dict[str, str]:
    """The columns of the table for a story's languages, and what each holds."""
    found: dict[str, str] = {}
    for name, holds in COLUMNS.items():
        if name in _BY_LANGUAGE:
            found |= {f"{name}_{language}": f"{holds}, in {language}" for language in languages}
        else:
            found[name] = holds
    return found


def listing(evidence: Evidence) -> list[dict[str, str]]:
    """One row for each number of the story, in the order of the evidence.

    Raises:
        StoryError: a number has no label in one of the story's languages.
    """
    editions = [edition(evidence, language, "methodology", draw=False) for language in evidence.story.languages]
    names = columns(evidence.story.languages)
    rows = (_row(evidence, editions, number) for number in evidence.numbers.values())
    return [{name: row.get(name, "") for name in names} for row in rows]


def _row(evidence: Evidence, editions: list[Edition], number: Number) -> dict[str, str]:
    row = {
        "number": number.id,
        "status": number.status.value,
        "exact": str(number.value),
        "low": _decimal(number, "lo"),
        "high": _decimal(number, "hi"),
        "formula": number.formula or "",
    }
    for one in editions:
        row |= {f"label_{one.language}": one.label(number), f"shown_{one.language}": one.written(number)}
    if number.quote:
        row["sentence"] = evidence.reports[number.quote.account].words(number.quote.sentence)
    source = evidence.cited(number) or evidence.release(number)
    if source:
        row |= {f"source_{language}": words for language, words in source.source.items()}
        row["address"] = source.address
    return row


def _decimal(number: Number, end: str) -> str:
    value = getattr(number.value, end)
    if value is None:
        return ""
    shown, places = rounded(value, _PLACES)
    return f"{float(shown):.{places}f}"
