"""Matching: two accounts of one announcement as texts, their numbers lined up, and where they part.

Numbers that agree are paired first, so that what is left over is little; a conflict is said only where one number is left on
each side that counts the same thing in the same places and period. Texts that share too few numbers are not accounts of one
announcement, and nothing is said of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nisba.checking.differences import Difference, Telling, claim_difference, difference, ends
from nisba.checking.pace import told_as
from nisba.checking.synonyms import one_thing
from nisba.intervals import Interval
from nisba.reading import Kind, Quantity, Report, Unread

_KINDS = (Kind.CARDINAL, Kind.MONEY, Kind.MEASURE, Kind.PERCENT)
_SMALL = 12  # up to a dozen, two numbers are often equal by chance
_SHARED = 3  # numbers above it that two accounts of one announcement have in common


@dataclass(frozen=True, slots=True)
class Parting:
    """A number that two accounts tell differently.

    Args:
        difference: how the other's number stands to the reference's.
        telling: of a multiple, whether a pace became a fact.
        expected: the reference's number.
        printed: the other's.
    """

    difference: Difference
    telling: Telling
    expected: Quantity
    printed: Quantity


Account = tuple[Report, Sequence[Quantity | Unread]]
Languages = tuple[str, str]
"""BCP 47 languages of the reference and of the other account."""


def partings(reference: Account, other: Account) -> tuple[Parting, ...]:
    """Where an account parts from the reference, in the order of its text; nothing where they are not of one announcement."""
    pairs = paired(reference, other)
    if not pairs:
        return ()
    found = [parting for mine, yours in pairs for parting in _apart(mine, yours)]
    found += _multiples(reference, other)
    return tuple(sorted(found, key=lambda parting: parting.printed.span))


def paired(reference: Account, other: Account) -> tuple[tuple[Quantity, Quantity], ...]:
    """The numbers that tell one thing in both accounts, first those that agree; none where they are not of one announcement."""
    ours, theirs = _counted(reference[1]), _counted(other[1])
    languages = reference[0].language, other[0].language
    pairs = _agreeing(ours, theirs, languages)
    if len({ends(_value(ours[mine])) for mine, _ in pairs if _telling(ours[mine])}) < _SHARED:
        return ()
    left = [q for place, q in enumerate(ours) if place not in {mine for mine, _ in pairs}]
    over = [q for place, q in enumerate(theirs) if place not in {yours for _, yours in pairs}]
    return (*((ours[mine], theirs[yours]) for mine, yours in pairs), *_conflicting(left, over, languages))


def alike(mine: Quantity, yours: Quantity, languages: Languages) -> bool:
    """Two numbers that were paired count one thing in places that are not known to be others.

    Words that no list calls alike may mean one thing or not: whoever knows must say.
    """
    apart = bool(mine.where and yours.where) and not set(mine.where) & set(yours.where)
    return one_thing(mine, yours, languages) and not apart


def stated_multiple(account: Account) -> tuple[Quantity, str] | None:
    """The one multiple that an account states, and whether it is told as a ``pace`` or a ``fact``; None for none or several."""
    stated = [q for q in account[1] if isinstance(q, Quantity) and q.kind is Kind.MULTIPLE and q.value]
    if len(stated) != 1:
        return None
    report, multiple = account[0], stated[0]
    return multiple, told_as(report.words(report.sentence(multiple.span.start)), report.language)


def _counted(quantities: Sequence[Quantity | Unread]) -> list[Quantity]:
    return [
        q for q in quantities if isinstance(q, Quantity) and q.kind in _KINDS and q.value is not None and ends(q.value)
    ]


def _value(quantity: Quantity) -> Interval:
    return quantity.value if quantity.value is not None else Interval(None, None)


def _telling(quantity: Quantity) -> bool:
    return max(ends(_value(quantity))) > _SMALL


def _agreeing(ours: list[Quantity], theirs: list[Quantity], languages: Languages) -> list[tuple[int, int]]:
    """Pairs printed with the same numeral, those of the likest scopes first, each number once."""
    possible = [
        (-_likeness(mine, yours, languages), place, other)
        for place, mine in enumerate(ours)
        for other, yours in enumerate(theirs)
        if (mine.kind, mine.unit) == (yours.kind, yours.unit) and ends(_value(mine)) == ends(_value(yours))
    ]
    pairs: list[tuple[int, int]] = []
    for _, mine, yours in sorted(possible):
        if all(mine != one and yours != two for one, two in pairs):
            pairs.append((mine, yours))
    return pairs


def _likeness(mine: Quantity, yours: Quantity, languages: Languages) -> int:
    """Two for one noun and one for two that may mean the same; one for the same places, and for the same period."""
    thing = 2 if mine.what == yours.what else int(one_thing(mine, yours, languages))
    return thing + (set(mine.where) == set(yours.where)) + (mine.when == yours.when)


def _apart(mine: Quantity, yours: Quantity) -> Iterator[Parting]:
    found = difference(_value(yours), _value(mine))
    if found is Difference.OTHER_NUMBER:
        yield Parting(found, Telling.OPEN, mine, yours)
        return
    if found is not Difference.AGREES:
        yield Parting(found, Telling.OPEN, mine, yours)
    places = set(mine.where), set(yours.where)
    if all(places) and not places[0] & places[1] and mine.what == yours.what and _telling(mine):
        yield Parting(Difference.OTHER_PLACE, Telling.OPEN, mine, yours)


def _conflicting(
    left: list[Quantity], over: list[Quantity], languages: Languages
) -> Iterator[tuple[Quantity, Quantity]]:
    """Numbers left on both sides that tell the same thing, one on each."""
    for mine in left:
        alike = [yours for yours in over if _same(mine, yours, languages)]
        if len(alike) == 1 and sum(_same(one, alike[0], languages) for one in left) == 1:
            yield mine, alike[0]


def _same(mine: Quantity, yours: Quantity, languages: Languages) -> bool:
    known = (mine.kind, mine.unit) == (yours.kind, yours.unit) and one_thing(mine, yours, languages)
    return known and set(mine.where) == set(yours.where) and mine.when == yours.when


def _multiples(reference: Account, other: Account) -> Iterator[Parting]:
    """The one multiple that each account states ("double"): its hedge, its number, and whether a pace became a fact."""
    stated = stated_multiple(reference), stated_multiple(other)
    if stated[0] is None or stated[1] is None:
        return
    (mine, expected), (yours, told) = stated[0], stated[1]
    found = claim_difference(_value(yours), _value(mine))
    telling = Telling.ALIKE
    if expected != told:
        telling = Telling.PACE_AS_FACT if expected == "pace" else Telling.FACT_AS_PACE
    if found is not Difference.AGREES or telling is not Telling.ALIKE:
        yield Parting(found, telling, mine, yours)
