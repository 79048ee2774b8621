"""Some of those whom another number counts: "45 children were among the 320 killed", "39 children killed … 157 people killed".

Between numbers that the words do not tie, only agreement is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from nisba.checking.inferred.breakdowns import is_age
from nisba.checking.inferred.earlier import told_earlier
from nisba.checking.inferred.judging import Relation, part_of
from nisba.checking.inferred.met import inside_another
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.subjects import fate_of, fates
from nisba.checking.inferred.words import Phrase
from nisba.checking.verdicts import Verdict

_GAP = 5  # words of "were among the", "are among those"
_NEAR = 8  # sentences
_LABEL = 6
_CLAUSE = 10
_CASE = "case"  # the lexicon's noun for one who has an illness
_ANYONE = ("person", "killed")  # the lexicon's nouns for people of any sort


def relations(passage: Passage) -> Iterator[Relation]:
    """Every number of people whom another number of people may be said to hold."""
    inside = inside_another(passage)
    for part in passage.mentions:
        if not part.is_count or part.quantity.unit or is_age(passage, part) or told_earlier(passage, part):
            continue
        yield from _among_number(passage, part)
        yield from _among_named(passage, part)
        yield from _among_opened(passage, part)
        if part.place not in inside:  # its whole is told in its own sentence
            yield from _of_a_sort(passage, part)
        yield from _of_cases(passage, part)


def _among_number(passage: Passage, part: Mention) -> Iterator[Relation]:
    """As in "45 children were among the 320 people killed"."""
    for whole in passage.following(part)[:1]:
        gap = passage.between(part, whole)
        if len(gap) <= _GAP and passage.words.ends(gap, "among") and passage.words.has(gap, "is") and whole.like(part):
            yield part_of(whole, part)


def _among_named(passage: Passage, part: Mention) -> Iterator[Relation]:
    """As in "Eight have now died … Three children are among those killed": the nearest number of that fate."""
    after = passage.after(part)
    found = passage.words.find(after[:_GAP], "among")
    if not found or not fates(passage, part):
        return
    yield from _first(passage, [m for m in _before(passage, part) if fates(passage, m) == fates(passage, part)], part)


def _among_opened(passage: Passage, part: Mention) -> Iterator[Relation]:
    """As in "He said that among the dead were 8 children and 5 women": the nearest number of the fate that is named."""
    first = (*reversed(passage.preceding(part)), part)[0]
    left = passage.before(first)[-_GAP:]
    found = passage.words.find(left, "among")
    if not found or (first is not part and passage.words.has(passage.between(first, part), "turn", "break", "part_of")):
        return
    fate = fate_of(passage.words, left[found[0] :])
    earlier = [m for m in _before(passage, part) if m.place < first.place and m.sentence < first.sentence]
    if len(fate) == 1:
        yield from _first(passage, [m for m in earlier if fates(passage, m) == fate], part)


def _of_a_sort(passage: Passage, part: Mention) -> Iterator[Relation]:
    """As in "39 children were killed … 157 people were killed": of one fate, or in one state ("in quarantine")."""
    what = part.quantity.what
    if what not in passage.words.people or what in _ANYONE or part.quantity.implicit:
        return
    mine, state = fates(passage, part), _state(passage, part)
    near = [m for m in passage.mentions if abs(m.sentence - part.sentence) <= 1 or m.place < part.place]
    wholes = [
        m
        for m in near
        if m.quantity.what in _ANYONE
        and abs(m.sentence - part.sentence) <= _NEAR
        and _one_place(part, m)
        and ((mine and fates(passage, m) == mine) or (state and _state(passage, m) == state))
    ]
    yield from _first(passage, sorted(wholes, key=lambda m: abs(m.place - part.place)), part)


def _of_cases(passage: Passage, part: Mention) -> Iterator[Relation]:
    """As in "… bringing the cases to 211 … four people required hospitalization": the sick who are in hospital are cases."""
    person = part.quantity.what in passage.words.people and not fates(passage, part)
    if not person or not passage.words.has(passage.after(part)[:_CLAUSE], "admitted"):
        return
    cases = [m for m in reversed(passage.mentions) if m.place < part.place and m.quantity.what]
    cases = [m for m in cases if passage.words.meaning(m.quantity.what or "") == _CASE]
    told = [m for m in cases if passage.words.has(passage.before(m), "running", "together")]
    yield from _first(passage, told, part)


def _state(passage: Passage, mention: Mention) -> Phrase:
    """The words behind the noun that tell where such people are: "in quarantine", "in intensive care"."""
    after = passage.after(mention)[:_LABEL]
    found = passage.words.find(after, "admitted")
    return after[slice(*found)] if found else ()


def _one_place(one: Mention, other: Mention) -> bool:
    """No place is named that is not the other's too."""
    mine, theirs = set(one.quantity.where), set(other.quantity.where)
    return not mine or not theirs or mine <= theirs


def _before(passage: Passage, part: Mention) -> list[Mention]:
    return [m for m in reversed(passage.mentions) if m.place < part.place and part.sentence - m.sentence <= _NEAR]


def _first(passage: Passage, wholes: list[Mention], part: Mention) -> Iterator[Relation]:
    """The nearest that the part is surely less than."""
    for whole in wholes:
        if told_earlier(passage, whole):
            continue
        if whole.like(part) and whole.place != part.place and (whole.value.lo or 0) > (part.value.lo or 0):
            found = part_of(whole, part)
            if found.verdict is Verdict.HOLDS:
                yield found
                return
