"""A published number changes only with a correction that names it, or with a page that says that there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nisba.errors import CorrectionError
from nisba.gathering import load_story
from nisba.gathering.story import Correction
from nisba.rerunning.corrections import LEDGER, refuse_silence
from nisba.rerunning.run import rerun
from rerunning.conftest import ALLOWED
from towns import Story

TOLD = Correction(date(2025, 8, 1), {"en": "It was {was}, it is {now}."}, "boats-north", "40", "39")


@pytest.fixture
def towns(tmp_path):
    """The two towns, published, and the ledger of a later run in which one number differs."""
    story = Story(tmp_path / "project")
    old = (story.outputs / LEDGER).read_text("utf-8")
    story.publish(boats_north="39")
    new = (story.outputs / LEDGER).read_text("utf-8")
    (story.outputs / LEDGER).write_text(old, "utf-8")
    return replace(load_story(story.root, "two-towns"), published=date(2025, 7, 9)), story.outputs, new


def test_silence_is_refused(towns):
    """The sentence names the number, its two values and the ways out; the sum that follows it needs no correction."""
    with pytest.raises(CorrectionError) as refused:
        refuse_silence(*towns, {"story": "two-towns"})
    assert refused.value.numbers == (("boats-north", "40", "39"),)
    assert "(boats-north 40 → 39); add [[corrections]]" in str(refused.value)
    assert "--allow-uncorrected" in str(refused.value)


@pytest.mark.parametrize(
    ("change", "parameters"),
    [
        ({"corrections": (TOLD,)}, {"story": "two-towns"}),
        ({"published": None}, {"story": "two-towns"}),
        ({}, {"story": "two-towns", "uncorrected": "allowed"}),
        ({}, {"story": "two-towns", "baseline": "another"}),
    ],
    ids=["corrected", "not-yet-published", "said-on-the-page", "other-parameters"],
)
def test_what_may_change(towns, change, parameters):
    """A correction, a draft, a page that says so and another question each let a number change."""
    story, outputs, ledger = towns
    refuse_silence(replace(story, **change), outputs, ledger, parameters)
    assert (outputs / LEDGER).exists()


@pytest.mark.parametrize("wrong", [replace(TOLD, was="41"), replace(TOLD, now="38"), replace(TOLD, number="boats-sum")])
def test_a_correction_must_fit(towns, wrong):
    """A correction with another value, or of another number, tells nothing of this change."""
    story, outputs, ledger = towns
    with pytest.raises(CorrectionError, match="boats-north 40 → 39"):
        refuse_silence(replace(story, corrections=(wrong,)), outputs, ledger, {"story": "two-towns"})


def test_nothing_published_yet(towns, tmp_path):
    """A first publication changes nothing."""
    story, _, ledger = towns
    refuse_silence(story, tmp_path / "nowhere", ledger, {"story": "two-towns"})
    assert not (tmp_path / "nowhere").exists()


def test_refused_before_anything_is_published(project):
    """Who refuses is asked with the new ledger before the outputs change, and they do not."""
    write = 'Path(root, "data", "processed", story, "tables").mkdir(parents=True)'
    file = 'Path(root, "data", "processed", story, "tables", "ledger.csv").write_text("id\\nsum\\n", "utf-8");'
    project.notebook("01_count", f"from pathlib import Path\n{write}\n{file}")
    asked = []

    def consent(ledger, chosen):
        asked.append((ledger, dict(chosen)))
        raise CorrectionError("tiny", (("sum", "1", "2"),))

    with pytest.raises(CorrectionError):
        rerun(project.root, "tiny", ALLOWED, {}, consent=consent)
    assert [ledger for ledger, _ in asked] == ["id\nsum\n"]
    assert not project.outputs.exists()
