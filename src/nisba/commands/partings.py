"""Where two accounts part, for people and for programs: what each prints, never why."""

from __future__ import annotations

from typing import Any

from nisba.checking.differences import Difference, Telling
from nisba.checking.matching import Parting
from nisba.checking.verdicts import Verdict
from nisba.commands.tongue import say
from nisba.commands.values import plain
from nisba.intervals import Interval
from nisba.reading import Quantity, Report

_HOW = {
    Difference.HEDGE_LOST: "without its hedge",
    Difference.HEDGE_ADDED: "with a hedge added",
    Difference.HEDGE_CHANGED: "with another hedge",
    Difference.OTHER_PLACE: "of other places",
    Difference.INVERTED: "the multiple turned over",
    Difference.OTHER_CLAIM: "another claim",
}
_MARKS = {Verdict.FAILS: "✕", Verdict.UNDECIDED: "≠"}
_UNKNOWN = Interval(None, None)


def verdict_of(parting: Parting) -> Verdict:
    """Another number for one fact fails: both cannot be right. What is told otherwise is left to people."""
    return Verdict.FAILS if parting.difference is Difference.OTHER_NUMBER else Verdict.UNDECIDED


def parted_why(reference: Report, report: Report, parting: Parting) -> str:
    """One sentence: what one prints, and what the other."""
    how = [_HOW[parting.difference]] if parting.difference in _HOW else []
    if parting.telling in (Telling.PACE_AS_FACT, Telling.FACT_AS_PACE):
        how.append(parting.telling.value)
    told = f", {' and '.join(how)}" if how else ""
    what = f" ({parting.expected.what})" if parting.expected.what else ""
    return f"{report.name} prints {_words(parting.printed)} where {reference.name} prints {_words(parting.expected)}{what}{told}."


def _words(quantity: Quantity) -> str:
    # Isolated, so that a numeral of either direction leaves the sentence as it is.
    return f"\u2068{' '.join(filter(None, (quantity.hedge, quantity.surface)))}\u2069"


def _sentence(reference: Report, report: Report, parting: Parting) -> str:
    return say(
        "finding-account",
        parted_why(reference, report, parting),
        report=report.name,
        printed=_words(parting.printed),
        reference=reference.name,
        expected=_words(parting.expected),
        how=parting.difference.value,
    )


def parted_lines(reference: Report, report: Report, parting: Parting) -> str:
    """The sentence, then the words of both accounts."""
    lines = [f"{_MARKS[verdict_of(parting)]} {_sentence(reference, report, parting)}"]
    for account, quantity in ((reference, parting.expected), (report, parting.printed)):
        sentence = account.sentence(quantity.span.start)
        before = account.text[sentence.start : quantity.span.start]
        after = account.text[quantity.span.end : sentence.end]
        words = f"{before}[{quantity.surface}]{after}".replace("\n", " ")
        lines.append(f"    {account.name}: \u2068{words}\u2069")
    return "\n".join(lines)


def parted_object(reference: Report, report: Report, parting: Parting) -> dict[str, Any]:
    """The plain values of the command's contract, with the kind ``account`` and how the two differ."""
    printed, expected = parting.printed.value or _UNKNOWN, parting.expected.value or _UNKNOWN
    places = ((report, parting.printed), (reference, parting.expected))
    return {
        "kind": "account",
        "verdict": verdict_of(parting).value,
        "says": plain(printed),
        "computed": plain(expected),
        "difference": plain(printed - expected),
        "quantities": [{"start": q.span.start, "end": q.span.end, "account": account.name} for account, q in places],
        "how": parting.difference.value,
        "telling": parting.telling.value,
        "why": parted_why(reference, report, parting),
        "repairs": [],
    }
