"""Verdicts on what a text says and what its numbers come to: printed rounding is honoured, hedges stay open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from nisba.checking.checks import Check
from nisba.checking.inferred.passage import Mention
from nisba.checking.repairs import Printed, Repair, repairs_of, sum_repairs
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval

Judge = Callable[[Sequence[Mention]], Verdict]


@dataclass(frozen=True, slots=True)
class Relation:
    """A check, the numbers it names in the order of the formula, and one sentence on what was computed.

    Args:
        check: what was checked and what it came to.
        mentions: the numbers, the one said to follow first.
        why: one sentence in English.
        again: judges the same relation of other values, in the order of ``mentions``; None where it cannot be asked.
    """

    check: Check
    mentions: tuple[Mention, ...]
    why: str
    again: Judge | None = field(default=None, compare=False, repr=False)

    @property
    def verdict(self) -> Verdict:
        """What it came to."""
        return self.check.verdict


def rounded(mention: Mention) -> Interval:
    """All values that print as this number does: half a unit of its last digit to either side; whole counts are exact.

    A rate ("7 cents per share") is rounded however few digits it has.
    """
    if mention.step == 1 and mention.quantity.unit != "%" and not mention.rate:
        return mention.value
    half = mention.step / 2
    lo, hi = mention.value.lo, mention.value.hi
    return Interval(None if lo is None else lo - half, None if hi is None else hi + half, mention.value.approx)


def judge(says: Interval, computed: Interval) -> Verdict:
    """Whether all, none or some of the values computed are among those said.

    An approximate number decides nothing unless it agrees as printed.
    """
    if _inside(computed, says):
        return Verdict.HOLDS
    apart = not says.overlaps(computed)
    return Verdict.FAILS if apart and not (says.approx or computed.approx) else Verdict.UNDECIDED


def _inside(inner: Interval, outer: Interval) -> bool:
    low = outer.lo is None or (inner.lo is not None and inner.lo >= outer.lo)
    high = outer.hi is None or (inner.hi is not None and inner.hi <= outer.hi)
    return low and high and (inner.is_bounded or not outer.is_bounded)


def total(mentions: Sequence[Mention], *, printed: bool = False) -> Interval:
    """The sum, exactly as printed or with what rounding hides."""
    values = [m.value if printed else rounded(m) for m in mentions]
    result = values[0]
    for value in values[1:]:
        result += value
    return result


def sum_verdict(whole: Mention, parts: Sequence[Mention]) -> Verdict:
    """Whether parts make a whole; a gap that rounding of the parts could explain is left undecided."""
    printed = total(parts, printed=True)
    if whole.value == printed and (printed.lo is not None or printed.hi is not None):
        return Verdict.HOLDS
    return judge(rounded(whole), total(parts)) if _exact(whole, *parts) else _open(whole, parts)


def _open(whole: Mention, parts: Sequence[Mention]) -> Verdict:
    verdict = judge(rounded(whole), total(parts))
    return verdict if verdict is Verdict.FAILS else Verdict.UNDECIDED


def _exact(*mentions: Mention) -> bool:
    return all(m.value.is_exact for m in mentions)


def sum_of(whole: Mention, parts: Sequence[Mention], verdict: Verdict | None = None) -> Relation:
    """The check that parts add up to a whole."""
    verdict = verdict or sum_verdict(whole, parts)
    computed = total(parts, printed=True)
    numbers = tuple(part.number for part in parts)
    step = min(m.step for m in (whole, *parts))
    repairs = sum_repairs(whole.number, numbers, step) if verdict is Verdict.FAILS else ()
    check = _check("sum", verdict, whole, parts, computed, repairs)
    added = " + ".join(shown(part.value) for part in parts)
    again: Judge = lambda m: sum_verdict(m[0], m[1:])  # noqa: E731
    why = f"{added} = {shown(computed)}, {_but(verdict)} {shown(whole.value)}."
    return Relation(check, (whole, *parts), why, again)


def judged_with(relation: Relation, values: Mapping[str, Interval]) -> Verdict:
    """What a relation would come to if some of its numbers were others; its own verdict where it names none of them."""
    if relation.again is None or all(m.number.id not in values for m in relation.mentions):
        return relation.verdict
    return relation.again([_with(m, values.get(m.number.id, m.value)) for m in relation.mentions])


def _with(mention: Mention, value: Interval) -> Mention:
    return replace(mention, number=replace(mention.number, value=value))


def relation(
    kind: str,
    verdict: Verdict,
    said: Mention,
    others: Sequence[Mention],
    computed: Interval,
    why: str,
    again: Judge | None = None,
) -> Relation:
    """Any other check: what is said, what it was computed from, and the sentence that says how.

    Args:
        kind: as in :class:`~nisba.checking.checks.Check`.
        verdict: what it came to.
        said: the number that the text gives as the result.
        others: the numbers it was computed from.
        computed: what they come to.
        why: one sentence in English.
        again: judges the same relation of other values, ``said`` first; a failed check then has its repairs.
    """
    mentions = (said, *others)
    repairs = _mending(mentions, computed, again) if again and verdict is Verdict.FAILS else ()
    return Relation(_check(kind, verdict, said, others, computed, repairs), mentions, why, again)


def _mending(mentions: Sequence[Mention], computed: Interval, again: Judge) -> tuple[Repair, ...]:
    result = computed if computed.value is not None else None
    printed = [Printed(m.number, m.step, result if place == 0 else None) for place, m in enumerate(mentions)]

    def mends(name: str, value: Interval) -> bool:
        return again([_with(m, value) if m.number.id == name else m for m in mentions]) is Verdict.HOLDS

    return repairs_of(printed, mends)


def part_of(whole: Mention, part: Mention) -> Relation:
    """The check that a part does not exceed its whole."""
    verdict = _within(whole, part)
    words = {Verdict.HOLDS: "is not more than", Verdict.FAILS: "is more than", Verdict.UNDECIDED: "may be more than"}
    why = f"The part {shown(part.value)} {words[verdict]} its whole {shown(whole.value)}."
    mended = relation("part", verdict, whole, (part,), Interval(part.value.lo, None), why, lambda m: _within(*m))
    return replace(mended, check=replace(mended.check, computed=part.value))


def _within(whole: Mention, part: Mention) -> Verdict:
    """Whether a part is no more than its whole.

    "More than 5" is said of numbers up to the next round one, not of twice as many (C. Cummins, U. Sauerland and S. Solt,
    "Granularity and scalar implicature in numerical expressions", *Linguistics and Philosophy* 35, 2012).
    """
    verdict = judge(Interval(None, rounded(whole).hi, whole.value.approx), part.value)
    least, room = part.value.lo, whole.value.lo
    far = part.value.hi is None and least is not None and room is not None and 2 * least <= room
    return Verdict.HOLDS if verdict is Verdict.UNDECIDED and far else verdict


def percent_verdict(said: Mention, computed: Interval, exact: Interval) -> Verdict:
    """Whether a printed percentage is what the numbers come to, within half a unit of its last digit.

    Args:
        said: the percentage.
        computed: what follows from the numbers as printed.
        exact: the same from all values that print so.
    """
    printed = rounded(said)
    if judge(printed, computed) is Verdict.HOLDS:
        return Verdict.HOLDS
    verdict = judge(printed, exact)
    return Verdict.UNDECIDED if verdict is Verdict.HOLDS else verdict


def truncated(said: Mention, computed: Interval) -> str:
    """A remark where cutting off digits, and not rounding, would print what is said."""
    value, printed = computed.value, said.value.value
    if value is None or printed is None or not printed < value < printed + said.step:
        return ""
    return " (cut off, not rounded)"


def shown(value: Interval) -> str:
    """A value for a sentence in English: at most two decimals, with its hedge."""
    if value.value is not None:
        return ("about " if value.approx else "") + _plain(value.value)
    if value.lo is not None and value.hi is not None:
        return f"{_plain(value.lo)} to {_plain(value.hi)}"
    if value.lo is not None:
        return f"{'more than' if value.strict else 'at least'} {_plain(value.lo)}"
    return f"at most {_plain(value.hi)}" if value.hi is not None else "an unknown number"


def _plain(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}"
    whole, rest = divmod(abs(round(value * 100)), 100)
    decimals = f".{rest:02d}".rstrip("0").rstrip(".")
    return ("-" if value < 0 else "") + f"{whole:,}{decimals}"


def _but(verdict: Verdict) -> str:
    return {
        Verdict.HOLDS: "as the text says:",
        Verdict.FAILS: "but the text says",
        Verdict.UNDECIDED: "which may or may not be",
    }[verdict]


def _check(
    kind: str,
    verdict: Verdict,
    said: Mention,
    others: Sequence[Mention],
    computed: Interval,
    repairs: tuple[Repair, ...] = (),
) -> Check:
    ids = tuple(m.number.id for m in others)
    name = "-".join((kind, said.number.id, *ids))
    account = said.number.quote.account if said.number.quote else ""
    return Check(name, kind, verdict, account, said.number.id, ids, said.value, computed, repairs)
