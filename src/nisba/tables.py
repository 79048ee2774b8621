"""Stage values ↔ polars ↔ files: the only place that knows polars.

Every table is written whole, in a fixed order, as CSV for people and Parquet for programs, with exact values as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import polars as pl

from nisba.errors import StoryError
from nisba.package import save_package
from nisba.records import column_names, described, from_rows, to_rows
from nisba.workbook import save_workbook

T = TypeVar("T")
_FORMULA = r"^[\p{Cf}\p{Zs}]*(?:[=+@\t\r\x{FF1D}\x{FF0B}\x{FF20}]|[-\x{FF0D}][^0-9])"  # full-width signs, too
_FIRST = ("numbers", "checks", "findings")


def frame(values: Iterable[object], kind: type) -> pl.DataFrame:
    """Stage values as a table of text columns, in the order given."""
    return pl.DataFrame(to_rows(values), schema=dict.fromkeys(column_names(kind), pl.String), orient="row")


def save(values: Iterable[object], kind: type, folder: Path | str, name: str) -> pl.DataFrame:
    """Write stage values as ``<folder>/tables/<name>.csv`` and ``.parquet``, with their entry in the data dictionary.

    Returns:
        the table as written.
    """
    table = frame(values, kind)
    save_frame(table, folder, name, described(kind))
    return table


def save_frame(
    table: pl.DataFrame, folder: Path | str, name: str, columns: Mapping[str, str], *, bom: bool = False
) -> None:
    """Write a table as CSV and Parquet; what its columns hold goes to ``<folder>/columns/`` for the data dictionary.

    Parquet keeps every cell as it is. In the CSV a cell that a spreadsheet would take for a formula begins with an
    apostrophe instead (OWASP, *CSV Injection*); ``bom`` puts the mark in front by which old spreadsheets know UTF-8.
    """
    table = table if table.columns else pl.DataFrame(schema=dict.fromkeys(columns, pl.String))  # nothing to list
    place, parts = Path(folder) / "tables", Path(folder) / "columns"
    place.mkdir(parents=True, exist_ok=True)
    parts.mkdir(exist_ok=True)
    table.with_columns(_harmless(column) for column in table.columns).write_csv(place / f"{name}.csv", include_bom=bom)
    table.write_parquet(place / f"{name}.parquet", compression="zstd", statistics=False)
    entries = [{"table": name, "column": column, "holds": columns.get(column, "")} for column in table.columns]
    pl.DataFrame(entries).write_csv(parts / f"{name}.csv")


def load(kind: type[T], folder: Path | str, name: str) -> tuple[T, ...]:
    """Read stage values back from ``<folder>/tables/<name>.parquet``.

    Raises:
        StoryError: the table is missing: an earlier notebook has not run.
    """
    path = Path(folder) / "tables" / f"{name}.parquet"
    if not path.exists():
        raise StoryError(path, "is not there", "run the notebooks before this one first")
    return from_rows(kind, pl.read_parquet(path).to_dicts())


def read(path: Path | str) -> pl.DataFrame:
    """A table of text columns, as written; an empty cell is an empty text."""
    return pl.read_csv(path, infer_schema=False).fill_null("")


def _harmless(column: str) -> pl.Expr:
    """A column of text in which no cell begins as formulas do; negative numbers are left alone."""
    cell = pl.col(column)
    return pl.when(cell.str.contains(_FORMULA)).then(pl.concat_str(pl.lit("'"), cell)).otherwise(cell).alias(column)


def save_dictionary(folder: Path | str) -> pl.DataFrame:
    """Write ``<folder>/tables/dictionary.csv``: what each column of each table holds.

    Returns:
        the data dictionary: table, column, what it holds.
    """
    parts = sorted((Path(folder) / "columns").glob("*.csv"))
    whole = pl.concat([read(part) for part in parts])
    whole.write_csv(Path(folder) / "tables" / "dictionary.csv")
    return whole


def save_collected(folder: Path | str, name: str, title: str) -> tuple[str, ...]:
    """Write all tables of ``<folder>/tables/`` as one workbook, and describe them in a data package.

    Args:
        folder: the story's folder of processed data, in which all tables are written.
        name: the story's folder name.
        title: the story's title.

    Returns:
        the names of the two files.
    """
    place = Path(folder) / "tables"
    dictionary = tuple(read(place / "dictionary.csv").to_dicts())
    names = sorted(path.stem for path in place.glob("*.parquet"))
    first = [table for table in _FIRST if table in names]
    ordered = [*first, *(table for table in names if table not in first)]
    sheets = {table: tuple(pl.read_parquet(place / f"{table}.parquet").to_dicts()) for table in ordered}
    book = save_workbook({**sheets, "dictionary": dictionary}, place / f"{name}.xlsx", title)
    meanings = {(row["table"], row["column"]): row["holds"] for row in dictionary}
    return book.name, save_package(place, name, title, meanings).name
