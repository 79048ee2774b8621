"""Deciding: the fewest choices on which a statement's verdict rests."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from nisba.checking.deciding import CHOICES, decisions, fewest
from nisba.checking.readings import Cell, Finding, robustness
from nisba.checking.verdicts import Robustness, Verdict
from nisba.gathering import Reading
from nisba.intervals import Interval

READINGS = [Reading("count", "so-far", "", {}), Reading("days", "pace", "", {}), Reading("months", "pace", "", {})]


def _finding(baseline: str, **verdicts: Verdict) -> Finding:
    cells = tuple(Cell(name, "", Interval.exactly(1), verdict) for name, verdict in verdicts.items())
    return Finding("doubled", baseline, robustness(verdicts.values()), cells)


def _decided(*findings: Finding) -> tuple[int, int, tuple[str, ...]]:
    (decision,) = decisions(findings, READINGS)
    return decision.holds, decision.of, decision.choices


H, F, U = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDECIDED


def test_what_always_holds_depends_on_nothing() -> None:
    """Robust: no choice matters."""
    assert _decided(_finding("board", count=H, days=H), _finding("crew", count=H, days=H)) == (4, 4, ())


def test_whose_figure_alone() -> None:
    """With one figure it holds in every reading, with the other in none."""
    assert _decided(_finding("board", count=H, days=H), _finding("crew", count=F, days=F)) == (2, 4, ("figure",))


def test_the_kind_of_reading_alone() -> None:
    """Every pace holds and no count so far does, whoever's figure: which pace makes no difference."""
    findings = [_finding(name, count=F, days=H, months=H) for name in ("board", "crew")]
    assert _decided(*findings) == (4, 6, ("kind",))


def test_both_together() -> None:
    """With one figure only the pace holds, with the other nothing: it takes both to know."""
    findings = [_finding("board", count=F, days=H), _finding("crew", count=F, days=F)]
    assert _decided(*findings) == (1, 4, ("figure", "kind"))


def test_what_cannot_be_computed_decides_nothing() -> None:
    """Refused and undecided combinations are left out, and none at all is unknown."""
    (decision,) = decisions([_finding("board", count=U, days=U)], READINGS)
    assert (decision.robustness, decision.of, decision.choices) == (Robustness.UNKNOWN, 0, ())


def test_choices_that_decide_alike_are_both_told() -> None:
    """One figure is known for the count alone and the other for the pace alone: figure and kind decide the same, a tie."""
    (decision,) = decisions([_finding("board", count=F), _finding("crew", days=H)], READINGS)
    assert (decision.choices, decision.ties) == (("figure",), ("kind",))


def test_the_reading_is_no_tie_of_its_kind() -> None:
    """Where the kind decides, the reading does, too, for it fixes the kind: nothing is added by saying so."""
    (decision,) = decisions([_finding("board", count=F, days=H), _finding("crew", count=F, days=H)], READINGS)
    assert (decision.choices, decision.ties) == (("kind",), ())


def test_what_a_hedge_leaves_open_is_counted_apart() -> None:
    """Two hold and one is computed and open: it holds in two of two, with one left open."""
    (decision,) = decisions([_finding("board", count=H, days=H, months=U)], READINGS)
    assert (decision.holds, decision.of, decision.undecided) == (2, 2, 1)


@given(st.lists(st.sampled_from([H, F]), min_size=8, max_size=8))
def test_the_choices_decide_and_none_is_idle(verdicts: list[Verdict]) -> None:
    """Combinations alike in the choices found are alike in the verdict; of any smaller set that is not true."""
    grid = [dict(zip(CHOICES, chosen, strict=True)) for chosen in itertools.product("ab", repeat=3)]
    rows = list(zip(grid, verdicts, strict=True))

    def decides(names: tuple[str, ...]) -> bool:
        found: dict[tuple[str, ...], set[Verdict]] = {}
        for chosen, verdict in rows:
            found.setdefault(tuple(chosen[name] for name in names), set()).add(verdict)
        return all(len(seen) == 1 for seen in found.values())

    found = fewest(rows, CHOICES)
    sizes = {len(subset) for subset in found}
    assert len(sizes) == 1
    assert set(found) == {subset for subset in itertools.combinations(CHOICES, *sizes) if decides(subset)}
    assert not any(decides(smaller) for n in range(*sizes) for smaller in itertools.combinations(CHOICES, n))
