"""News paragraphs of many beats, annotated by hand: how much is found, invented, and tied to the right things."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nisba.reading import Quantity, Report, read_quantities

SPECS = Path(__file__).parent.parent / "specs"
FILES = sorted(f"{file.parent.name}/{file.name}" for name in ("news", "press") for file in SPECS.glob(f"*/{name}.toml"))
LINKS = ("what", "where", "when")


def _links(quantity: Quantity) -> tuple[str, str, str]:
    """What, where and when, as the specs write them."""
    return quantity.what or "-", ",".join(quantity.where) or "-", str(quantity.when) if quantity.when else "-"


def _is(quantity: Quantity, surface: str, kind: str, value: str, when: str) -> bool:
    told = str(quantity.value) == value if value else str(quantity.when) == when
    return (quantity.surface, quantity.kind) == (surface, kind) and told


def _score(case: dict[str, Any], language: str) -> Counter[str]:
    """How many quantities and links of one paragraph are asked for, and how many are right."""
    report = Report("news", case["text"], language, date(2024, 6, 20), "")
    left = [q for q in read_quantities(report) if isinstance(q, Quantity)]
    score: Counter[str] = Counter(read=len(left))
    for line in case["reads"]:
        surface, kind, value, *links = ([part.strip() for part in line.split("|")] + [""] * 5)[:6]
        score["asked found"] += 1
        quantity = next((q for q in left if _is(q, surface, kind, value, links[2])), None)
        if quantity is None:
            continue
        left.remove(quantity)
        score["found"] += 1
        for name, want, got in zip(LINKS, links, _links(quantity), strict=True):
            score[f"asked {name}"] += bool(want and value)
            score[name] += bool(want and value) and want == got
    score["invented"] = sum(q.surface not in case.get("optional", ()) for q in left)
    return score


@pytest.mark.parametrize("name", FILES)
def test_news_is_read_at_least_as_well_as_before(name: str) -> None:
    """Numbers found, none invented, and what, where and when they are of: no worse than the floors of the specs."""
    specs, language = tomllib.loads((SPECS / name).read_text(encoding="utf-8")), name.partition("/")[0]
    total = sum((_score(case, language) for case in specs["text"]), Counter[str]())
    assert len(specs["text"]) >= 30
    assert total["invented"] * 100 <= specs["floors"]["invented"] * total["read"], total
    for part in specs["floors"].keys() - {"invented"}:
        assert total[part] * 100 >= specs["floors"][part] * total[f"asked {part}"], (part, total)
