"""Checks: do the numbers of one account agree with each other?"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nisba.checking.formulas import compare
from nisba.checking.numbers import Number, Scope
from nisba.checking.repairs import Repair, sum_repairs
from nisba.checking.scopes import PURE
from nisba.checking.verdicts import Verdict
from nisba.gathering import Account, Fact
from nisba.intervals import Interval

UNKNOWN = Interval(None, None)


@dataclass(frozen=True, slots=True)
class Check:
    """One relation between numbers of one account, judged.

    Args:
        id: short name, such as ``sum-killed``.
        kind: ``sum`` (parts make the whole), ``part`` (a part does not exceed its whole) or ``multiple`` (so many
            times a base).
        verdict: holds, fails, or undecided where an operand is missing or open-ended.
        account: id of the account whose numbers these are.
        total: id of the whole, of the multiple, or of what the part is part of.
        parts: ids of the parts.
        says: what the account prints for ``total``.
        computed: what follows from the parts; unbounded where nothing does.
        repairs: single-number edits that would mend a failed check.
        scope: what the whole counts, where and when.
    """

    id: str
    kind: str
    verdict: Verdict
    account: str
    total: str
    parts: tuple[str, ...]
    says: Interval
    computed: Interval
    repairs: tuple[Repair, ...] = ()
    scope: Scope = PURE

    @property
    def difference(self) -> Interval:
        """What the account says, less what was computed."""
        return self.says - self.computed


def check_account(account: str, numbers: Iterable[Number], facts: Iterable[Fact]) -> tuple[Check, ...]:
    """Every relation that the facts' scopes imply: sums over places, parts of wholes, multiples of a base.

    Args:
        account: id of the account.
        numbers: its numbers, by fact.
        facts: what the numbers are; ``part_of`` declares parts of wholes.
    """
    held = {number.id: number for number in numbers}
    sums = [sum_check(account, whole, parts) for whole in held.values() if (parts := _partition(whole, held.values()))]
    named = [fact for fact in facts if fact.id in held]
    within = [_part(account, held[f.part_of], held[f.id]) for f in named if f.part_of in held]
    multiples = [_multiple(account, held[f.id], held.values()) for f in named if held[f.id].scope.multiple_of]
    return (*sums, *within, *multiples)


def numbers_of(account: Account, facts: Mapping[str, Number]) -> tuple[Number, ...]:
    """The figures of another account, with the scope that the lead account's facts have."""
    return tuple(
        dataclasses.replace(facts[fact], value=value, quote=None, citation=account.id)
        for fact, value in account.figures.items()
        if fact in facts
    )


def with_support(checks: Iterable[Check], accounts: Iterable[Account]) -> tuple[Check, ...]:
    """The checks, with each repair naming the other accounts that print the mended value; most support first."""
    held = tuple(accounts)

    def supported(check: Check, repair: Repair) -> Repair:
        others = (a.id for a in held if a.id != check.account and a.figures.get(repair.number) == repair.becomes)
        return dataclasses.replace(repair, accounts=tuple(others))

    def mended(check: Check) -> Check:
        repairs = sorted((supported(check, repair) for repair in check.repairs), key=lambda r: -len(r.accounts))
        return dataclasses.replace(check, repairs=tuple(repairs))

    return tuple(mended(check) for check in checks)


def doubted(numbers: Iterable[Number], checks: Iterable[Check]) -> tuple[Number, ...]:
    """The numbers, those marked doubtful that a failed check touches and that other accounts print differently."""
    doubtful = {
        repair.number
        for check in checks
        if check.verdict is Verdict.FAILS
        for repair in check.repairs
        if repair.accounts
    }
    return tuple(dataclasses.replace(number, doubtful=number.id in doubtful) for number in numbers)


def _partition(whole: Number, numbers: Iterable[Number]) -> tuple[Number, ...]:
    """The numbers of the same thing and period whose places make up the whole's, if they do so without overlap."""
    scope = whole.scope
    parts = [
        n
        for n in numbers
        if (n.claim, n.scope.what, n.scope.when) == (whole.claim, scope.what, scope.when)
        and n.scope.where < scope.where
    ]
    if whole.show == "percentage":  # rates of two towns do not add up to that of both
        return ()
    places = [place for part in parts for place in part.scope.where]
    complete = scope.when is not None and len(parts) > 1 and sorted(places) == sorted(scope.where)
    return tuple(parts) if complete else ()


def sum_check(account: str, whole: Number, parts: tuple[Number, ...]) -> Check:
    """Whether the parts make the whole, and which single number would mend it where they do not."""
    computed = parts[0].value
    for part in parts[1:]:
        computed += part.value
    verdict = compare(whole.value, "==", computed)
    repairs = sum_repairs(whole, parts) if verdict is Verdict.FAILS else ()
    ids = tuple(part.id for part in parts)
    return Check(f"sum-{whole.id}", "sum", verdict, account, whole.id, ids, whole.value, computed, repairs, whole.scope)


def _part(account: str, whole: Number, part: Number) -> Check:
    verdict = compare(part.value, "<=", whole.value)
    return Check(
        f"part-{part.id}", "part", verdict, account, whole.id, (part.id,), whole.value, part.value, scope=whole.scope
    )


def _multiple(account: str, multiple: Number, numbers: Iterable[Number]) -> Check:
    """So many times a base: the same thing in the same places at another time; undecided where the account gives none."""
    scope = multiple.scope
    alike = [n for n in numbers if n.scope.what == scope.multiple_of and n.scope.where == scope.where and n.scope.when]
    subjects = [n for n in alike if n.scope.when == scope.when]
    bases = [n for n in alike if n.scope.when != scope.when]
    known = len(subjects) == len(bases) == 1 and bases[0].value.value not in (None, 0)
    computed = subjects[0].value / bases[0].value if known else UNKNOWN
    return Check(
        f"multiple-{multiple.id}",
        "multiple",
        _times(multiple.value, computed) if known else Verdict.UNDECIDED,
        account,
        multiple.id,
        (subjects[0].id, bases[0].id) if known else (),
        multiple.value,
        computed,
        scope=scope,
    )


def _times(says: Interval, computed: Interval) -> Verdict:
    """Of "more than double" arithmetic decides; how near "double" has to come to two is for people to say."""
    if says.hi is None and says.lo is not None:
        return compare(computed, ">" if says.strict else ">=", Interval.exactly(says.lo))
    return Verdict.HOLDS if says == computed else Verdict.UNDECIDED
