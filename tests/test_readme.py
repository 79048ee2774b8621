"""The README says nothing that the first story's outputs do not show."""

from __future__ import annotations

import re
import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from against_plain_tools import END, FIGURES, START, paragraph
from nisba.checking import Check, Number
from nisba.cli import COMMANDS
from nisba.tables import load

ROOT = Path(__file__).parents[1]
README = " ".join((ROOT / "README.md").read_text("utf-8").split())
OUTPUTS = ROOT / "outputs" / "centcom-2024h1"
COUNTS = {12: "Twelve"}


@pytest.fixture(scope="module")
def values() -> dict[str, Fraction | None]:
    """The published numbers by id."""
    return {number.id: number.value.value for number in load(Number, OUTPUTS, "ledger")}


def test_the_failed_sum(values: dict[str, Fraction | None]) -> None:
    """The sum that fails, and how many other accounts print what would mend it."""
    failed = next(check for check in load(Check, OUTPUTS, "checks") if check.id == "sum-killed")
    mended = failed.repairs[0]
    assert f"{values['killed-syria']} + {values['killed-iraq']} is {failed.computed}, not the {failed.says}" in README
    assert f"{COUNTS[len(mended.accounts)]} other accounts of the same statement have {mended.becomes}" in README


@pytest.mark.parametrize("baseline", ["ap-2023", "bbc-monitoring-2023"])
def test_the_ratios(values: dict[str, Fraction | None], baseline: str) -> None:
    """The half-year as a multiple of each figure for the year before."""
    ratio = values[f"so-far-with-{baseline}"]
    assert ratio is not None
    assert f"{float(ratio):.2f} times {values[baseline]}" in README


def test_links_lead_somewhere() -> None:
    """Every relative link and picture is there."""
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


def test_commands_exist() -> None:
    """Every command shown is one of the command line's."""
    shown = {
        line.split()[1] for line in ROOT.joinpath("README.md").read_text("utf-8").splitlines() if line[:6] == "nisba "
    }
    assert {"read", "check", "run", "verify"} <= shown <= set(COMMANDS)


def test_speed() -> None:
    """The times of a run beside the plain tools are those that the benchmark wrote; before it did, none are told."""
    said = ROOT.joinpath("README.md").read_text("utf-8").partition(START)[2].partition(END)[0]
    measured = paragraph(tomllib.loads(FIGURES.read_text("utf-8"))) if FIGURES.exists() else ""
    assert said.strip() == measured.strip()
