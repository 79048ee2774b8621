"""Stage values ↔ polars ↔ files: the only place that knows polars.

Every table is written whole, in a fixed order, as CSV for people and Parquet for programs, with exact values as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import polars as pl

from nisba.errors import StoryError
from nisba.records import column_names, described, from_rows, to_rows

T = TypeVar("T")


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


def save_frame(table: pl.DataFrame, folder: Path | str, name: str, columns: Mapping[str, str]) -> None:
    """Write a table as CSV and Parquet; what its columns hold goes to ``<folder>/columns/`` for the data dictionary."""
    place, parts = Path(folder) / "tables", Path(folder) / "columns"
    place.mkdir(parents=True, exist_ok=True)
    parts.mkdir(exist_ok=True)
    table.write_csv(place / f"{name}.csv")
    table.write_parquet(place / f"{name}.parquet", compression="zstd", statistics=False)
    entries = [{"table": name, "column": column, "holds": columns.get(column, "")} for column in table.columns]
    pl.DataFrame(entries).write_csv(parts / f"{name}.csv")


def load(kind: type[T], folder: Path | str, name: str) -> tuple[T, ...]:
    """Read stage values back from ``<folder>/tables/<name>.csv``.

    Raises:
        StoryError: the table is missing: an earlier notebook has not run.
    """
    path = Path(folder) / "tables" / f"{name}.csv"
    if not path.exists():
        raise StoryError(path, "is not there", "run the notebooks before this one first")
    return from_rows(kind, read(path).to_dicts())


def read(path: Path | str) -> pl.DataFrame:
    """A table of text columns, as written; an empty cell is an empty text."""
    return pl.read_csv(path, infer_schema=False).fill_null("")


def save_dictionary(folder: Path | str) -> pl.DataFrame:
    """Write ``<folder>/tables/dictionary.csv``: what each column of each table holds.

    Returns:
        the data dictionary: table, column, what it holds.
    """
    parts = sorted((Path(folder) / "columns").glob("*.csv"))
    whole = pl.concat([read(part) for part in parts])
    whole.write_csv(Path(folder) / "tables" / "dictionary.csv")
    return whole
