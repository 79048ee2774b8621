"""The tables that people take away: a workbook, a data package, and cells that no spreadsheet takes for formulas."""

from __future__ import annotations

import json

import openpyxl
import polars as pl
import pytest
from frictionless import Package

from nisba.tables import load, read, save_collected, save_dictionary, save_frame

COLUMNS = {"number": "its name", "said": "the words", "low": "a decimal"}
HOSTILE = (
    '=HYPERLINK("http://x.example","y")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1)",
    "-x",
    "\t=1",
    "<b>&amp;</b>",
    "\u202e153",
    "a\x07b",
    "x" * 40_000,
    "قُتل 13 عنصراً",
    "-5",
)


@pytest.fixture
def folder(tmp_path):
    """Tables with hostile cells."""
    low = ["1.5"] * (len(HOSTILE) - 1) + [""]
    table = pl.DataFrame({"number": [f"n{place}" for place in range(len(HOSTILE))], "said": HOSTILE, "low": low})
    save_frame(table, tmp_path, "numbers", COLUMNS)
    save_frame(table.select("number"), tmp_path, "ledger", {"number": "its name"})
    save_dictionary(tmp_path)
    save_collected(tmp_path, "two-towns", "Two <towns>")
    return tmp_path / "tables"


def test_no_cell_is_a_formula(folder):
    """In the CSV an apostrophe stands before what a spreadsheet would compute; all else, negative numbers too, is as it was."""
    said = read(folder / "numbers.csv")["said"].to_list()
    assert said[:5] == [f"'{text}" for text in HOSTILE[:5]]
    assert said[5:] == list(HOSTILE[5:])


def test_programs_get_it_as_it_is(folder):
    """Parquet, which the notebooks hand on, keeps every cell."""
    assert pl.read_parquet(folder / "numbers.parquet")["said"].to_list() == list(HOSTILE)


def test_workbook(folder):
    """A sheet for each table and one for the dictionary; text stays text, without formulas or links; decimals are numbers."""
    book = openpyxl.load_workbook(folder / "two-towns.xlsx")
    assert book.sheetnames == ["numbers", "ledger", "dictionary"]
    rows = list(book["numbers"].iter_rows())
    assert [cell.value for cell in rows[0]] == list(COLUMNS)
    assert {cell.data_type for row in rows[1:] for cell in row[:2]} <= {"s"}
    assert [cell.hyperlink for row in rows for cell in row if cell.hyperlink] == []
    assert rows[1][2].value == 1.5
    assert rows[1][1].value == HOSTILE[0]
    assert rows[9][1].value == "x" * 32_766 + "…"
    assert rows[10][1].value == HOSTILE[9]
    assert [row[2].value for row in book["dictionary"].iter_rows(min_row=2)] == ["its name", *COLUMNS.values()]


def test_same_bytes(folder, tmp_path):
    """The same tables give the same workbook and the same package, byte for byte."""
    before = [(folder / name).read_bytes() for name in ("two-towns.xlsx", "datapackage.json")]
    save_collected(tmp_path, "two-towns", "Two <towns>")
    assert [(folder / name).read_bytes() for name in ("two-towns.xlsx", "datapackage.json")] == before


def test_package(folder):
    """Frictionless's own library finds the package and every table in it valid, hashes and all."""
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["type", "message"]) == []
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert [one["name"] for one in described["resources"]] == ["dictionary", "ledger", "numbers"]
    assert described["resources"][2]["schema"]["fields"][1] == {
        "name": "said",
        "type": "string",
        "description": "the words",
    }


def test_published_package(root):
    """The first story's package is valid as it lies among the outputs, once it has been published."""
    path = root / "outputs" / "centcom-2024h1" / "tables" / "datapackage.json"
    if not path.exists():
        pytest.skip("the outputs were not rebuilt yet")
    assert Package(str(path)).validate().valid


def test_mark_for_old_spreadsheets(tmp_path):
    """With ``bom`` the CSV begins with the mark, and reads back the same."""
    save_frame(pl.DataFrame({"said": ["قُتل"]}), tmp_path, "numbers", {"said": "words"}, bom=True)
    path = tmp_path / "tables" / "numbers.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert read(path)["said"].to_list() == ["قُتل"]


def test_missing_table(tmp_path):
    """A table that an earlier notebook should have written is named."""
    from nisba.checking import Number
    from nisba.errors import StoryError

    with pytest.raises(StoryError, match=r"ledger\.parquet: is not there; run the notebooks before this one first"):
        load(Number, tmp_path, "ledger")
