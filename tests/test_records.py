"""Records and tables: stage values as rows of text, and back without loss."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import account, fact, number
from nisba import tables
from nisba.checking import Check, Collation, Finding, Number, check_account, collate
from nisba.checking.numbers import Quote
from nisba.checking.readings import Cell
from nisba.checking.verdicts import Robustness, Verdict
from nisba.errors import StoryError
from nisba.intervals import Interval
from nisba.reading import Kind, Quantity, Span
from nisba.records import column_names, described, from_rows, to_rows

THEFTS = [
    number("all", "211", "thefts", "harbour", "market"),
    number("one", "120", "thefts", "harbour"),
    number("two", "~81", "thefts", "market", when=None),
]
SUMS = [number("t", "211", "x", "a", "b"), number("p", "120", "x", "a"), number("q", "81", "x", "b")]
VALUES = {
    Quantity: (
        Quantity(
            Span(3, 6), "153", Kind.CARDINAL, Interval.exactly(153), what="rescue", where=("northport", "southport")
        ),
        Quantity(Span(9, 13), "2025", Kind.DATE, None, implicit=True),
    ),
    Number: (
        *THEFTS,
        Number(
            "r", THEFTS[0].status, Interval(None, None), quote=Quote("post", Span(1, 2), Span(0, 9), 4, "more than")
        ),
    ),
    Check: (*check_account("post", SUMS, [fact("p", "x", part_of="t")]), *check_account("echo", SUMS[1:], [])),
    Collation: (collate([account("a", fires="44"), account("b", claim="up", boats=">9")], "b"),),
    Finding: (
        Finding("s", "b", Robustness.UNKNOWN, ()),
        Finding(
            "s",
            "c",
            Robustness.FALSE,
            (Cell("r", "n", Interval.exactly(2), Verdict.FAILS), Cell("q", "", None, Verdict.UNDECIDED, "no-figure")),
        ),
    ),
}


@pytest.mark.parametrize("kind", VALUES)
def test_values_written_as_rows_and_read_again_are_the_same(kind: type) -> None:
    """Values flattened into rows of text and built again are equal, lists inside them too."""
    assert from_rows(kind, to_rows(VALUES[kind])) == VALUES[kind]


@pytest.mark.parametrize("kind", VALUES)
def test_tables_written_to_files_and_read_again_are_the_same(kind: type, tmp_path: Path) -> None:
    """The same through CSV files, whose columns are those of the Parquet file beside them."""
    written = tables.save(VALUES[kind], kind, tmp_path, "values")
    assert tables.load(kind, tmp_path, "values") == VALUES[kind]
    assert written.columns == column_names(kind)


@pytest.mark.parametrize("kind", VALUES)
def test_every_column_is_described(kind: type) -> None:
    """The data dictionary says of every column what it holds."""
    assert [column for column, holds in described(kind).items() if not holds] == []


def test_a_list_becomes_a_row_for_each_of_its_values() -> None:
    """A failed sum with three repairs takes three rows, the sum's own columns repeated."""
    rows = to_rows(VALUES[Check][:1])
    assert [row["id"] for row in rows] == ["sum-t"] * 3
    assert {row["repairs.number"] for row in rows} == {"t", "p", "q"}


def test_exact_values_stay_exact(tmp_path: Path) -> None:
    """A third is written as 1/3, never as a decimal."""
    third = Number("third", THEFTS[0].status, Interval.parse("1/3"))
    assert tables.save([third], Number, tmp_path, "n")["value"].to_list() == ["1/3"]


def test_a_missing_table_says_what_to_run(tmp_path: Path) -> None:
    """A table that is not there asks for the notebooks before."""
    with pytest.raises(StoryError, match="run the notebooks before this one first"):
        tables.load(Number, tmp_path, "numbers")
