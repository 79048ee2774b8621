"""docs/checks.md: every example comes to the verdict it is listed under, as the kind of its heading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nisba.checking.verdicts import Verdict
from nisba.reading.script import language_of

PAGE = Path(__file__).parents[3] / "docs" / "checks.md"
_EXAMPLE = re.compile(r"- (holds|fails|undecided|nothing): (.+?)(?: \(`([a-z]+)`\))?")
_KIND = re.compile(r"## .*\(`([a-z]+)`\)")


def examples():
    """(kind, verdict, sentence) of each example, in order; the kind is the heading's unless the line names its own."""
    kind = ""
    for line in PAGE.read_text("utf-8").splitlines():
        if line.startswith("## "):
            heading = _KIND.fullmatch(line)
            kind = heading[1] if heading else ""
        elif example := _EXAMPLE.fullmatch(line):
            shown = example[3] or kind
            yield pytest.param(shown, example[1], example[2], id=f"{shown or 'none'}-{example[1]}-{example[2][:24]}")


@pytest.mark.parametrize(("kind", "verdict", "sentence"), list(examples()))
def test_example(found, kind, verdict, sentence):
    """An example has a check of its kind with its verdict, and fails only where it says so."""
    told = {(r.check.kind, r.verdict) for r in found(language_of(sentence), sentence)}
    assert verdict == "nothing" or (kind, Verdict(verdict)) in told
    assert verdict == "fails" or all(found_verdict is not Verdict.FAILS for _, found_verdict in told)


def test_each_relation_has_both_languages():
    """Each kind is shown in Arabic and in English."""
    shown = {(case.values[0], language_of(case.values[2])) for case in examples()}
    kinds = {"sum", "part", "share", "difference", "change", "multiple", "trend"}
    assert {(kind, language) for kind in kinds for language in ("ar", "en")} <= shown
