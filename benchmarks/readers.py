"""How this reader and its peers read one list of reports: run by ``peers.py``, each in an environment of its own.

Reports come as JSON on standard input; what is found goes out as JSON: for each report the numbers and the days as
``[start, end, value]`` (places are null where the peer gives none), with the seconds taken, imports and first use left out.
"""

from __future__ import annotations

import json
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime
from importlib import metadata
from typing import Any

Found = tuple[list[list[Any]], list[list[Any]]]
Reader = Callable[[str, str, str], Found]


def nisba() -> Reader:
    from nisba.reading import Quantity, Report, read_quantities

    def read(text: str, language: str, day: str) -> Found:
        report = Report("bench", text, language, date.fromisoformat(day), "")
        found = [q for q in read_quantities(report) if isinstance(q, Quantity)]
        days = [[q.span.start, q.span.end, str(q.when.start)] for q in found if q.value is None and q.when]
        return [[q.span.start, q.span.end, float(end)] for q in found for end in _ends(q)], days

    return read


def _ends(quantity: Any) -> set[Any]:
    value = quantity.value
    return {end for end in (value.lo, value.hi) if end is not None} if value else set()


def mahad() -> Reader:
    from dateutil.relativedelta import relativedelta
    from maha.parsers.functions import parse_dimension

    def read(text: str, _: str, day: str) -> Found:
        told = parse_dimension(text, numeral=True, time=True)
        today = datetime.fromisoformat(day)
        days = [
            [d.start, d.end, str((today + _from_its_start(d.value)).date())]
            for d in told
            if isinstance(d.value, relativedelta)
        ]
        numbers = [[d.start, d.end, float(d.value)] for d in told if isinstance(d.value, int | float)]
        return numbers, days

    return read


def _from_its_start(value: Any) -> Any:
    """A month or a year begins on its first day."""
    if value.day is None and (value.month or value.year):
        value.day, value.month = 1, value.month or 1
    return value


def quantulum3() -> Reader:
    from quantulum3 import parser

    def read(text: str, *_: str) -> Found:
        return [[*quantity.span, quantity.value] for quantity in parser.parse(text)], []

    return read


def text2num() -> Reader:
    from text_to_num import alpha2digit

    def read(text: str, language: str, _: str) -> Found:
        digits = re.findall(r"\d[\d,]*(?:\.\d+)?", alpha2digit(text, language))
        return [[None, None, float(number.replace(",", ""))] for number in digits], []

    return read


def dateparser() -> Reader:
    from dateparser.search import search_dates

    def read(text: str, language: str, day: str) -> Found:
        first = {"PREFER_DAY_OF_MONTH": "first", "PREFER_MONTH_OF_YEAR": "first", "PREFER_DATES_FROM": "past"}
        settings = {"RELATIVE_BASE": datetime.fromisoformat(day), **first}
        told = search_dates(text, languages=[language], settings=settings) or []
        return [], list(_placed(text, told))

    return read


def _placed(text: str, told: list[tuple[str, datetime]]) -> Iterator[list[Any]]:
    """The words in their order, looked for one after the other."""
    after = 0
    for words, day in told:
        start = max(text.find(words, after), after)
        after = start + len(words)
        yield [start, after, str(day.date())]


def main() -> None:
    """Read every report with the reader named, and tell."""
    warnings.filterwarnings("ignore")
    name = sys.argv[1]
    asked = json.load(sys.stdin)
    read: Reader = globals()[name]()
    first = asked["reports"][0]
    read(first["text"], first["language"], first["date"])
    found: list[Found] = []
    began = time.perf_counter()
    for _ in range(asked["times"]):
        found = [read(one["text"], one["language"], one["date"]) for one in asked["reports"]]
    seconds = time.perf_counter() - began
    said = metadata.metadata(name)
    licence = said.get("License-Expression") or next(
        (kind.rpartition(" :: ")[2] for kind in said.get_all("Classifier", []) if kind.startswith("License")),
        said.get("License", "?").splitlines()[0],
    )
    print(json.dumps({"found": found, "seconds": seconds, "version": metadata.version(name), "licence": licence}))


if __name__ == "__main__":
    main()
