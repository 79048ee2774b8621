"""What a reviewer can run: each computed number with its label and its sum in plain Python, in one language."""

from __future__ import annotations

from typing import Any

from nisba.checking.numbers import Number
from nisba.explaining.edition import Edition
from nisba.explaining.second_route import HEAD, second_route


def again(edition: Edition) -> dict[str, Any]:
    """The sums of a story for its methodology's notebook: words, imports, what runs, and what is left to be done by hand.

    Raises:
        StoryError: a number has no label in the edition's language.
    """
    numbers = edition.ledger.numbers
    route = second_route(sorted(number.id for number in numbers.values() if number.formula), numbers)
    return {
        "words": {name: edition.text(f"again-{name}") for name in ("title", "how", "hand")},
        "imports": HEAD,
        "sums": [{**_told(edition, number), "source": source} for number, source in route.sums],
        "by_hand": [_told(edition, number) for number in route.by_hand],
    }


def _told(edition: Edition, number: Number) -> dict[str, str]:
    shown = edition.written(number)
    return {"name": number.id, "label": edition.label(number), "formula": number.formula or "", "shown": shown}
