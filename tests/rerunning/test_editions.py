"""Several stories, and a grid of parameters: every combination in a folder of its own, and nothing made twice."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nisba.errors import ParameterError, RunError
from nisba.rerunning.editions import Edition, combinations, read_grid
from nisba.rerunning.run import publish
from nisba.rerunning.settings import Settings

POSSIBLE = {
    "story": ("tiny",),
    "language": ("all", "ar", "en"),
    "baseline": ("ap", "un"),
    "counting": ("days", "months"),
    "uncorrected": ("refused", "allowed"),
}


def _editions(story: str, *grid: str, **asked: str) -> list[Edition]:
    possible = {**POSSIBLE, "story": (story,)}
    return [Edition(story, possible, *one) for one in combinations(asked, read_grid(grid), possible)]


def _published(project, editions) -> dict[str, str]:
    """What was told of each job while these editions were published."""
    told: dict[str, str] = {}
    publish(project.root, editions, Settings(tell=told.__setitem__))
    return told


@pytest.mark.parametrize(
    ("grid", "asked", "folders"),
    [
        ((), {"baseline": "un"}, ["tiny"]),
        (("baseline=ap,un",), {}, ["tiny", "tiny@baseline=un"]),
        (("baseline=un,un",), {}, ["tiny@baseline=un"]),
        (("baseline=ap,un",), {"counting": "months"}, ["tiny@counting=months", "tiny@baseline=un,counting=months"]),
        (
            ("counting=days,months", "baseline=ap,un"),
            {},
            ["tiny", "tiny@baseline=un", "tiny@counting=months", "tiny@baseline=un,counting=months"],
        ),
        (("baseline=un",), {"uncorrected": "allowed"}, ["tiny@baseline=un"]),
    ],
)
def test_folders(grid, asked, folders):
    """Only what is all the story's own is published in its folder; any other folder names all that is not."""
    assert [edition.folder for edition in _editions("tiny", *grid, **asked)] == folders


@pytest.mark.parametrize(
    ("grid", "asked", "says"),
    [
        (("baseline",), {}, "parameter baseline: is not written as NAME=VALUE,VALUE; allowed: baseline=first,second."),
        (("baseline=ap,",), {}, "parameter baseline: has an empty value in the grid; allowed: ap, un."),
        (("baseline=ap", "baseline=un"), {}, "parameter baseline: stands twice in the grid; allowed: ap."),
        (("baseline=un",), {"baseline": "ap"}, "parameter baseline: is given once and in the grid, too; allowed: un."),
    ],
)
def test_refused(grid, asked, says):
    """A grid that cannot be meant is refused in one sentence."""
    with pytest.raises(ParameterError) as refused:
        _editions("tiny", *grid, **asked)
    assert str(refused.value) == says


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4, unique=True))
def test_labels_are_names_of_folders(values):
    """Whatever the values, each combination has a folder of its own, whose name every file system takes."""
    possible = {"baseline": ("the story's own",)}
    labels = [label for _, label in combinations({}, {"baseline": tuple(values)}, possible)]
    assert len({*labels}) == len(values)
    assert all(label.isascii() and not set(label) & set('/\\:*?"<>| ') for label in labels)


def test_a_grid(small):
    """Each combination is published whole, with its parameters in its manifest; what two need is made once."""
    told = _published(small, _editions("tiny", "baseline=ap,un"))
    assert told == {
        "tiny: 01_count": "ran: it has not run here with these parameters before",
        "tiny: 02_explain.ar": "ran: it has not run here with these parameters before",
        "tiny: 02_explain.en": "ran: it has not run here with these parameters before",
        "tiny@baseline=un: 01_count": "not run: made for tiny, and is the same",
        "tiny@baseline=un: 02_explain.ar": "ran: it has not run here with these parameters before",
        "tiny@baseline=un: 02_explain.en": "ran: it has not run here with these parameters before",
    }
    found = {
        path.name: json.loads((path / "manifest.json").read_text("utf-8")) for path in small.outputs.parent.iterdir()
    }
    assert {name: (said["story"], said["parameters"]["baseline"]) for name, said in found.items()} == {
        "tiny": ("tiny", "ap"),
        "tiny@baseline=un": ("tiny", "un"),
    }
    assert found["tiny"]["outputs"].keys() == found["tiny@baseline=un"]["outputs"].keys()
    assert [path.name for path in (small.root / "data/processed").iterdir()] == ["tiny"]


def test_a_combination_is_what_its_parameters_give(small):
    """What a grid publishes for a combination is, byte for byte, what a run with these parameters publishes."""
    _published(small, _editions("tiny", "baseline=un"))
    labelled = small.outputs.with_name("tiny@baseline=un")
    before = {
        path.relative_to(labelled).as_posix(): path.read_bytes() for path in labelled.rglob("*") if path.is_file()
    }
    _published(small, _editions("tiny", baseline="un"))
    assert small.published() == before


def test_stories_are_one_run(small):
    """Several stories are run as one; when one fails, none is published, and the sentence says which failed."""
    other = small.root / "data/raw/other"
    other.mkdir()
    editions = [*_editions("tiny"), *_editions("other")]
    _published(small, editions)
    assert (small.root / "outputs/other/explainer.en.html").exists()
    before = small.published()
    small.notebook("03_asks", "assert story == 'tiny', story", "'more'")
    with pytest.raises(RunError, match=r"other/03_asks\.ipynb: cell 3 \(step-1\) failed: AssertionError: other"):
        _published(small, editions)
    assert small.published() == before


def test_refused_before_anything_starts(small):
    """One impossible value among many, and nothing runs."""
    with pytest.raises(ParameterError, match="'anp' is not possible here"):
        _published(small, _editions("tiny", "baseline=ap,anp"))
    assert not (small.root / ".nisba").exists()
