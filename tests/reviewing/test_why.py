"""Where a number comes from, asked by its name or by what a page prints."""

from __future__ import annotations

import pytest

from nisba.cli import main
from nisba.errors import StoryError
from nisba.reviewing.published import open_published
from nisba.reviewing.why import chains


@pytest.mark.parametrize("asked", ["boats-sum", "61"])
def test_chain(story, asked):
    """A sum is followed to its operands, by name and by printed form alike."""
    (chain,) = chains(open_published("two-towns", story.root), asked)
    assert [(link.number.id, link.depth) for link in chain] == [
        ("boats-sum", 0),
        ("boats-north", 1),
        ("boats-south", 1),
    ]


def test_unknown(story):
    """A misspelt name is answered with the nearest ones."""
    with pytest.raises(StoryError, match="no number is called or printed 'boats-som'; did you mean boats-sum"):
        chains(open_published("two-towns", story.root), "boats-som")


def test_command(story, capsys):
    """The command shows value, status, label, formula and, beneath, each operand; the only story need not be named."""
    with pytest.raises(SystemExit) as left:
        main(["why", "61", "--root", str(story.root)])
    assert left.value.code == 0
    first, second, third, *_ = capsys.readouterr().out.splitlines()
    assert first == "boats-sum = 61, computed: Boats boats-sum"
    assert second == "  = boats-north + boats-south"
    assert third == "  boats-north = 40, reported: Boats boats-north"
