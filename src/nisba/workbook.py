"""The tables in one workbook for spreadsheets, with the data dictionary as its last sheet: the only place that knows XLSX.

Every cell is text as written, so that no program computes, links or rounds it; only the two decimal columns of
``numbers`` are numbers. The same tables give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

DECIMAL = frozenset({"low", "high"})
"""Columns whose cells are numbers, rounded as their table says."""
_CREATED = datetime(1980, 1, 1)  # noqa: DTZ001 - the format knows no zones; no clock, so that the bytes are the same
_LONGEST_CELL = 32_767  # characters, by the format
_LONGEST_NAME = 31
_WIDEST, _NARROWEST = 60, 8

Rows = tuple[Mapping[str, str], ...]


def save_workbook(tables: Mapping[str, Rows], path: Path, title: str) -> Path:
    """Write tables as the sheets of one workbook, in the order given.

    Args:
        tables: rows by the name of the table; the columns are those of its first row.
        path: of the ``.xlsx`` file.
        title: of the workbook, for the file's properties.
    """
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": title, "created": _CREATED})
        head = book.add_format({"bold": True, "bottom": 1})
        for name, rows in tables.items():
            _write(book.add_worksheet(name[:_LONGEST_NAME]), rows, head)
    return path


def _write(sheet: Worksheet, rows: Rows, head: Format) -> None:
    columns = list(rows[0]) if rows else []
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(columns):
        texts = [row[column] for row in rows]
        sheet.write_string(0, place, column, head)
        sheet.set_column(place, place, _width([column, *texts]))
        for line, text in enumerate(texts, start=1):
            if column in DECIMAL and text:
                sheet.write_number(line, place, float(text))
            else:
                sheet.write_string(line, place, _fitted(text))
    if columns:
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _fitted(text: str) -> str:
    """A text that a cell can hold; what is cut off is marked."""
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"


def _width(texts: Iterable[str]) -> int:
    return max(_NARROWEST, min(_WIDEST, max(map(len, texts)) + 2))
