"""Sums that are met: numbers of one thing that come to exactly what the text gives for it elsewhere.

Nothing says that they must, so that agreement is worth telling and disagreement is no fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from nisba.checking.inferred.breakdowns import breakdowns, is_age
from nisba.checking.inferred.changes import sized
from nisba.checking.inferred.judging import Relation, part_of, sum_of, sum_verdict
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.subjects import fates, is_person, subjects
from nisba.checking.numbers import ClaimStatus
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading import Kind

_LEAST = 20  # smaller totals are met by chance
_LARGE = 1000  # from here on, equal digits are no chance, whatever hedge stands before them
_NEAR = 6  # sentences
_MOST = 6  # parts
_MOST_LARGE = 12


def relations(passage: Passage) -> Iterator[Relation]:
    """Numbers that come to an earlier one: neighbours in a sentence, the same thing anywhere, people, incidents."""
    counts = [m for m in passage.mentions if m.is_count and not is_age(passage, m)]
    exact = [m for m in counts if m.value.is_exact]
    yield from _runs(exact, _MOST, one_sentence=True)
    reached = [m for m in exact if not sized(passage, m)]  # "fell 13,300 to 482,400": the fall is no part of anything
    yield from _runs(reached, _MOST, one_sentence=True) if len(reached) < len(exact) else ()
    yield from _within(exact)
    nested = inside_another(passage)
    things = {m.place: subjects(passage, m) for m in counts}
    for thing in sorted(frozenset[str]().union(*things.values())):
        same = [m for m in counts if thing in things[m.place]]
        same = [m for m in same if not nested.get(m.place, set()) & {other.place for other in same}]
        yield from _runs([m for m in same if m.value.is_exact], _MOST)
        yield from _incidents(passage, [m for m in same if m.value.is_exact])
        yield from _recalled(passage, [m for m in same if m.value.is_exact])
    people = [m for m in counts if is_person(passage, m) and m.place not in nested]
    yield from _runs([m for m in people if m.value.is_exact], _MOST)
    yield from _hedged([m for m in counts if m.quantity.kind is Kind.CARDINAL and m.place not in nested])


def inside_another(passage: Passage) -> dict[int, set[int]]:
    """The places of numbers that are parts of another, with the places of those: they are in its count already."""
    found: dict[int, set[int]] = {}
    for listed in breakdowns(passage):
        for part in listed.parts:
            if part_of(listed.whole, part).verdict is not Verdict.FAILS:
                found.setdefault(part.place, set()).add(listed.whole.place)
    return found


def _within(counts: Sequence[Mention]) -> Iterator[Relation]:
    """As in "won 47 of the 120 seats, …, 39 …, 21 … and 13": the largest of one noun in a sentence, and all the others."""
    for sentence in dict.fromkeys(m.sentence for m in counts):
        here = [m for m in counts if m.sentence == sentence]
        for what in dict.fromkeys(m.quantity.what for m in here if m.quantity.what):
            same = [m for m in here if m.quantity.what == what]
            whole = max(same, key=lambda m: m.value.lo or 0)
            parts = [m for m in same if m is not whole]
            worth = len(parts) > 2 and (whole.value.lo or 0) >= _LEAST
            if worth and all(m.like(whole) for m in parts) and sum_verdict(whole, parts) is Verdict.HOLDS:
                yield sum_of(whole, parts)


def _runs(counts: Sequence[Mention], most: int, *, one_sentence: bool = False) -> Iterator[Relation]:
    for start, first in enumerate(counts):
        for end in range(start + 2, min(start + most, len(counts)) + 1):
            parts = counts[start:end]
            far = one_sentence and parts[-1].sentence != first.sentence
            if far or not all(part.like(first) and part.number.claim is first.number.claim for part in parts):
                break
            yield from _earlier(parts, counts[:start])


def _earlier(parts: Sequence[Mention], earlier: Sequence[Mention]) -> Iterator[Relation]:
    values = [part.value.value or Fraction(0) for part in parts]
    come_to = sum(values, start=Fraction(0))
    wholes = [m for m in reversed(earlier) if m.value.value == come_to]  # equal digits: rounding is not looked through
    alike = [m for m in wholes if m.like(parts[0]) and _told_alike(m, parts[0])]
    whole = next((m for m in alike if _worth(m, parts[0])), None)
    if whole and all(values) and not _nests(values):
        yield sum_of(whole, parts)


def _nests(values: Sequence[Fraction]) -> bool:
    """One of the parts is the sum of others beside it: they are in its count already."""
    return any(
        sum(run, start=Fraction(0)) == value
        for at, value in enumerate(values)
        for side in (values[at + 1 :], values[:at][::-1])
        for run in (side[:size] for size in range(2, len(side) + 1))
    )


def _told_alike(whole: Mention, part: Mention) -> bool:
    """Both as facts or both as plans; what follows a plan tells of it without repeating that it is one.

    That is modal subordination (C. Roberts, *Linguistics and Philosophy* 12, 1989).
    """
    planned = whole.number.claim in (ClaimStatus.TARGET, ClaimStatus.FORECAST, ClaimStatus.ESTIMATE)
    return whole.number.claim is part.number.claim or (planned and part.number.claim is ClaimStatus.ACTUAL)


def _worth(whole: Mention, part: Mention) -> bool:
    """Large enough not to be met by chance: the farther, the larger."""
    size = (whole.value.lo or Fraction(0)) / whole.step
    return size >= _LEAST and (size >= 5 * _LEAST or part.sentence - whole.sentence <= _NEAR)


def _recalled(passage: Passage, counts: Sequence[Mention]) -> Iterator[Relation]:
    """As in "27 children … 13 children … Those 40 children": the numbers right before one that is told as known."""
    for at, whole in enumerate(counts):
        if not passage.words.ends(passage.before(whole), "recalled") or (whole.value.lo or 0) < _LEAST:
            continue
        near = [m for m in counts[:at] if 0 < whole.sentence - m.sentence <= _NEAR and m.like(whole)]
        for fate in {frozenset(fates(passage, m)) for m in near}:
            told = [m for m in near if fates(passage, m) == fate]
            runs = (told[-size:] for size in range(2, min(len(told), _MOST) + 1))
            yield from (sum_of(whole, parts) for parts in runs if sum_verdict(whole, parts) is Verdict.HOLDS)


def _incidents(passage: Passage, counts: Sequence[Mention]) -> Iterator[Relation]:
    """As in "four died in three accidents", and three sentences with the dead of one accident each."""
    for at, whole in enumerate(counts):
        for groups in passage.following(whole):
            number = groups.value.value
            spread = passage.words.has(passage.after(groups)[:1], "groups") and groups.value.is_exact
            if not spread or number is None or number.denominator != 1 or not 2 <= number <= _MOST_LARGE:
                continue
            parts = counts[at + 1 : at + 1 + int(number)]
            apart = len({part.sentence for part in parts}) == int(number) and parts[0].sentence > whole.sentence
            if apart and sum_verdict(whole, parts) is Verdict.HOLDS:
                yield sum_of(whole, parts)


def _hedged(counts: Sequence[Mention]) -> Iterator[Relation]:
    """A long list whose printed digits come to those of a large total, hedges left aside."""
    for at, whole in enumerate(counts):
        said = _printed(whole)
        if said is None or said < _LARGE or said % 100 == 0:
            continue
        for start in range(at + 1, len(counts) - 1):
            parts = counts[start : start + _MOST_LARGE]
            size = _reaching(parts, said)
            if size >= 2 and not all(m.value.is_exact for m in (whole, *parts[:size])):
                yield sum_of(whole, parts[:size], Verdict.HOLDS)
                return


def _reaching(parts: Sequence[Mention], said: Fraction) -> int:
    """How many of the parts come to exactly the total; 0 where none do."""
    total = Interval.exactly(0)
    for size, part in enumerate(parts, start=1):
        printed = _printed(part)
        if printed is None:
            return 0
        total += Interval.exactly(printed)
        if total.value == said:
            return size
    return 0


def _printed(mention: Mention) -> Fraction | None:
    value = mention.value
    return value.value if value.value is not None else value.lo if value.hi is None else None
