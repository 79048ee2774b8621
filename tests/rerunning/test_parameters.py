"""Parameters of a run: chosen, completed by the story's defaults, or refused with what is allowed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nisba.errors import ParameterError
from nisba.rerunning.notebooks import Notebook
from nisba.rerunning.parameters import choose
from nisba.rerunning.plan import plan

ALLOWED = {
    "story": ("tiny",),
    "language": ("all", "ar", "en"),
    "baseline": ("ap", "un"),
    "counting": ("days", "months"),
}
DECLARED = {"story", "root", "language", "baseline"}
CASES = tomllib.loads(Path(__file__).with_name("refusals.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['name']}={case['value']}")
def test_refused(case):
    """A name or value that is not allowed is refused in a sentence that lists what is."""
    with pytest.raises(ParameterError) as refused:
        choose({case["name"]: case["value"]}, ALLOWED, DECLARED)
    assert str(refused.value) == case["says"]


def test_defaults():
    """What is not given is the first that the story allows."""
    assert choose({"baseline": "un"}, ALLOWED, DECLARED) == {
        "story": "tiny",
        "language": "all",
        "baseline": "un",
        "counting": "days",
    }


def test_values_of_a_story_are_plain():
    """A value that papermill would have to escape is refused even if the story allows it."""
    with pytest.raises(ParameterError, match="plain ASCII"):
        choose({}, {"baseline": ("\u0627",)}, {"baseline"})


@given(name=st.text(), value=st.text())
def test_only_allowed_values_pass(name, value):
    """Whatever is given, either it is refused or every chosen value is one that the story allows."""
    try:
        chosen = choose({name: value}, ALLOWED, DECLARED)
    except ParameterError:
        return
    assert all(chosen[one] in values for one, values in ALLOWED.items())


def _notebook(name: str, *declared: str) -> Notebook:
    return Notebook(name, "", (), dict.fromkeys(declared, "''"))


@pytest.mark.parametrize(
    ("language", "names"),
    [("all", ["01_read", "04_page.ar", "04_page.en"]), ("en", ["01_read", "04_page.en"])],
)
def test_plan(language, names):
    """A notebook that declares a language runs once for each language asked for; others once, and first where they may write."""
    chosen = {"story": "tiny", "language": language, "baseline": "ap"}
    jobs = plan((_notebook("01_read", "story", "root"), _notebook("04_page", "story", "language")), chosen, ALLOWED)
    assert [job.name for job in jobs] == names
    assert {job.after for job in jobs} == {(), ("01_read",)}


def test_each_notebook_gets_what_it_declares():
    """No notebook is given a parameter that its own cell does not name."""
    chosen = {"story": "tiny", "language": "ar", "baseline": "un"}
    first, second = plan((_notebook("01", "story", "root"), _notebook("02", "baseline")), chosen, ALLOWED)
    assert (first.parameters, second.parameters) == ({"story": "tiny"}, {"baseline": "un"})
