"""No published number changes in silence: a correction tells of it, or the page says that none does."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

from nisba.checking.numbers import Number
from nisba.errors import CorrectionError
from nisba.gathering import Story
from nisba.records import from_rows
from nisba.rerunning.changes import changes, uncorrected

LEDGER, MANIFEST = "tables/ledger.csv", "manifest.json"
PARAMETER, ALLOWED = "uncorrected", "allowed"


def numbers_of(ledger: str) -> Mapping[str, Number]:
    """The named numbers of a ``ledger.csv``."""
    return {number.id: number for number in from_rows(Number, list(csv.DictReader(io.StringIO(ledger, newline=""))))}


def refuse_silence(story: Story, published: Path, ledger: str, chosen: Mapping[str, str]) -> None:
    """Compare what is about to be published with what is.

    Only a published story is watched (``published`` in ``story.toml``), and only a run with the parameters that it was
    published with: another baseline gives other numbers and corrects none.

    Args:
        story: what people supplied, with its corrections.
        published: the folder of outputs that readers have.
        ledger: the content of the ``ledger.csv`` to be published.
        chosen: the run's parameters.

    Raises:
        CorrectionError: a number changed by itself and no correction names it with its two values.
    """
    if story.published is None or chosen.get(PARAMETER) == ALLOWED or not (published / LEDGER).is_file():
        return
    before = json.loads((published / MANIFEST).read_text(encoding="utf-8"))["parameters"]
    if _compared(before) != _compared(chosen):
        return
    found = changes(numbers_of((published / LEDGER).read_text(encoding="utf-8-sig")), numbers_of(ledger))
    silent = uncorrected(found, story.corrections)
    if silent:
        raise CorrectionError(story.id, tuple((one.id, one.was, one.now) for one in silent))


def _compared(parameters: Mapping[str, str]) -> Mapping[str, str]:
    return {name: value for name, value in parameters.items() if name != PARAMETER}
