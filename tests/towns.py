"""A published story of two towns in a temporary project, small enough to be altered hundreds of times."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from pathlib import Path

import nbformat

from builders import number
from nisba.checking.numbers import Number, Scope, Status
from nisba.intervals import Interval
from nisba.records import column_names, to_rows
from nisba.rerunning.manifest import write_manifest

STORY = "two-towns"
SUPPLIED = Path(__file__).resolve().parent / "stories" / STORY / "data"

NORTH, SOUTH = number("boats-north", "40", "boats"), number("boats-south", "21", "boats")
BOTH = Number(
    "boats-sum",
    Status.COMPUTED,
    Interval.parse("61"),
    Scope("boats"),
    formula="boats-north + boats-south",
    operands=("boats-north", "boats-south"),
)
BEFORE = replace(number("rescues-2024", "70", "rescues"), status=Status.CITED, quote=None, citation="council")


class Story:
    """A project with one story and its outputs, which a test changes and publishes again."""

    def __init__(self, root: Path) -> None:
        self.root, self.outputs = root, root / "outputs" / STORY
        shutil.copytree(SUPPLIED, root / "data")
        (root / "notebooks").mkdir()
        cell = nbformat.v4.new_code_cell("1 + 1", id="add")
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), root / "notebooks" / "01_add.ipynb")
        self.publish()

    def publish(self, **values: str) -> Path:
        """Write outputs in which the named numbers have these values, and the sum follows; underscores are hyphens."""
        given = {name.replace("_", "-"): Interval.parse(value) for name, value in values.items()}
        told = {one.id: replace(one, value=given.get(one.id, one.value)) for one in (NORTH, SOUTH, BEFORE)}
        both = replace(BOTH, value=told["boats-north"].value + told["boats-south"].value)
        shutil.rmtree(self.outputs, ignore_errors=True)
        (self.outputs / "tables").mkdir(parents=True)
        self._table("ledger", column_names(Number), to_rows([*told.values(), both]))
        listed = [
            {
                "number": one.id,
                "label_en": f"Boats {one.id}",
                "label_ar": one.id,
                "shown_en": str(one.value),
                "shown_ar": str(one.value),
                "exact": str(one.value),
                "formula": one.formula or "",
                "sentence": "40 of them went out.",
            }
            for one in (*told.values(), both)
        ]
        self._table("numbers", list(listed[0]), listed)
        (self.outputs / "explainer.en.html").write_text(f"<p>{both.value}</p>\n", encoding="utf-8")
        write_manifest(self.root, STORY, self.outputs, {"story": STORY})
        return self.outputs

    def _table(self, name: str, columns: list[str], rows: list[dict[str, str]]) -> None:
        with (self.outputs / "tables" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
