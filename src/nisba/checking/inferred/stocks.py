"""What was there, came in, went out and is left: "began with 340 blankets, received 120 and gave out 260; 200 were left"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nisba.checking.inferred.complements import label
from nisba.checking.inferred.judging import Relation, judge, relation, rounded, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval

_STEPS = ("opening", "came", "went", "left")
_NEAR = 3  # words


def relations(passage: Passage) -> Iterator[Relation]:
    """Every sentence, or pair of neighbours, whose only four numbers of one unit are these four steps, each once."""
    for sentence in sorted({m.sentence for m in passage.mentions}):
        here = [m for m in passage.mentions if m.sentence == sentence and m.is_count]
        both = [m for m in passage.mentions if m.sentence in (sentence, sentence + 1) and m.is_count]
        found = _steps(passage, here) or _steps(passage, both)
        if found and found[0].sentence == sentence:
            yield _told(*found)


def _steps(passage: Passage, counts: Sequence[Mention]) -> tuple[Mention, Mention, Mention, Mention] | None:
    if len(counts) != len(_STEPS) or not all(m.like(counts[0]) for m in counts):
        return None
    named = [[step for step in _STEPS if _says(passage, m, step)] for m in counts]
    if [*map(len, named)] != [1] * len(_STEPS) or {names[0] for names in named} != set(_STEPS):
        return None
    placed = {names[0]: m for names, m in zip(named, counts, strict=True)}
    return placed["opening"], placed["came"], placed["went"], placed["left"]


def _says(passage: Passage, mention: Mention, step: str) -> bool:
    """The verb stands before the number; of what is left it may stand behind."""
    if passage.words.has(passage.before(mention)[-2 * _NEAR :], step):
        return True
    return step == "left" and passage.words.has(label(passage, mention)[:_NEAR], step)


def _told(opening: Mention, came: Mention, went: Mention, left: Mention) -> Relation:
    verdict, computed = _verdict(left, opening, came, went)
    says = {Verdict.HOLDS: "as the text says:", Verdict.FAILS: "but the text says"}.get(verdict, "against the text's")
    sums = f"{shown(opening.value)} and {shown(came.value)} less {shown(went.value)}"
    why = f"{sums} is {shown(computed)}, {says} {shown(left.value)}."
    return relation("difference", verdict, left, (opening, came, went), computed, why, lambda m: _verdict(*m)[0])


def _verdict(left: Mention, opening: Mention, came: Mention, went: Mention) -> tuple[Verdict, Interval]:
    computed = opening.value + came.value - went.value
    if left.value == computed:
        return Verdict.HOLDS, computed
    loose = judge(rounded(left), rounded(opening) + rounded(came) - rounded(went))
    return (Verdict.FAILS if loose is Verdict.FAILS else Verdict.UNDECIDED), computed
