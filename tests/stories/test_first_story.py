"""The first story: what its published tables say, against what was worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cases import table
from nisba.checking import Check, Finding, Number
from nisba.reading import Quantity
from nisba.tables import load

ROOT = Path(__file__).parents[2]
OUTPUTS = ROOT / "outputs" / "centcom-2024h1"
EXPECTED = table(Path(__file__).with_name("centcom-2024h1.toml"))


@pytest.fixture(scope="module")
def numbers() -> dict[str, Number]:
    """The published numbers by id."""
    return {number.id: number for number in load(Number, OUTPUTS, "ledger")}


@pytest.fixture(scope="module")
def checks() -> tuple[Check, ...]:
    """The published checks."""
    return load(Check, OUTPUTS, "checks")


def _worth(quantity: Quantity) -> str:
    return str(quantity.value) if quantity.value is not None else str(quantity.when)


def test_every_number_of_the_report_is_read() -> None:
    """All 26 numbers of the report are read, in order, each worth what its words say, and no other is."""
    read = load(Quantity, OUTPUTS, "quantities")
    assert [_worth(quantity) for quantity in read] == [worth for _, worth in EXPECTED["quantities"]]
    assert all(words in quantity.surface for quantity, (words, _) in zip(read, EXPECTED["quantities"], strict=True))


def test_what_holds_and_what_fails(checks: tuple[Check, ...]) -> None:
    """The report's own sums: two hold, one fails, and what it gives no base for stays undecided."""
    verdicts = {check.id: check.verdict.value for check in checks if check.account == "baladi-news"}
    assert verdicts == EXPECTED["checks"]


def test_what_would_mend_the_failed_sum(checks: tuple[Check, ...]) -> None:
    """Three single numbers would mend it; twelve other accounts print one of them, none the others."""
    failed = next(check for check in checks if check.id == "sum-killed" and check.account == "baladi-news")
    repairs = {repair.number: [str(repair.becomes), len(repair.accounts)] for repair in failed.repairs}
    assert repairs == EXPECTED["repairs"]


def test_accounts_that_contradict_themselves(checks: tuple[Check, ...]) -> None:
    """Five other accounts contradict their own sums, each in one place."""
    found: dict[str, list[str]] = {}
    for check in checks:
        if check.verdict.value == "fails" and check.account != "baladi-news":
            found.setdefault(check.account, []).append(check.id)
    assert found == EXPECTED["contradictions"]


@pytest.mark.parametrize(("name", "value"), EXPECTED["numbers"].items())
def test_a_number_is_exactly_what_was_worked_out(numbers: dict[str, Number], name: str, value: str) -> None:
    """A number is exactly what was worked out by hand."""
    assert str(numbers[name].value) == value


def test_only_the_contradicted_number_is_in_doubt(numbers: dict[str, Number]) -> None:
    """The 13 killed in Syria is in doubt, and nothing else."""
    assert [number.id for number in numbers.values() if number.doubtful] == ["killed-syria"]


def test_counts_for_other_places_are_refused(numbers: dict[str, Number]) -> None:
    """No ratio of the two countries is made with a count for one of them, or for a part of one."""
    refused = ("lister-2023", "sohr-2023", "ric-2023", "cep-2023")
    assert not [name for name in numbers if name.endswith(tuple(f"-with-{baseline}" for baseline in refused))]


@pytest.mark.parametrize("baseline", EXPECTED["findings"])
def test_how_each_statement_fares(baseline: str) -> None:
    """Each statement, over every reading, with each figure for 2023."""
    found = {f.statement: f.robustness.value for f in load(Finding, OUTPUTS, "findings") if f.baseline == baseline}
    assert found == EXPECTED["findings"][baseline]


def test_the_interval_of_the_rates_is_about_two_to_over_three(numbers: dict[str, Number]) -> None:
    """The ratio of daily rates has a 95 % interval from just under 2 to about 3.2, by SciPy's exact binomial limits."""
    value: Any = numbers["rate-ratio-interval"].value
    assert 1.95 < value.lo < 2 < numbers["rate-ratio"].value.value < value.hi < 3.3
