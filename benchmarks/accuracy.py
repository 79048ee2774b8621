"""How well the reader reads the annotated reports in ``reports/``: ``make accuracy``.

A quantity is read right when its characters, its kind and its value all are: the characters, give or take a unit, a
currency or a percent sign written beside (they share three fifths of the longer, two fifths for times); the value with
its bounds and its "about". Dates and periods must mean the same days. What the annotation calls optional is not counted
either way; vague words (dozens, several) are counted apart, and so are relations between numbers: of those that fail,
and those that hold, how many ``nisba check`` says so, and how many it calls false that are not.

Precision is the share of what was read that is right, recall the share of what is there that was read right, and F1
their harmonic mean (C. J. van Rijsbergen, *Information Retrieval*, 1979, ch. 7).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nisba.checking.inferred import Relation, relations
from nisba.checking.inferred.words import WordsError
from nisba.checking.verdicts import Verdict
from nisba.errors import NisbaError
from nisba.intervals import Interval
from nisba.reading import Kind, Quantity, Unread, read_quantities
from specimens import TIMES, Expected, Specimen, specimens

PAGE = Path(__file__).parent.parent / "docs" / "accuracy.md"
FAMILIES = {
    Kind.CARDINAL: "number", Kind.MONEY: "number", Kind.MEASURE: "number", Kind.DURATION: "number",
    Kind.DATE: "time", Kind.PERIOD: "time",
}  # fmt: skip
NAMES = {"ar": "Arabic", "en": "English", "fr": "French"}


@dataclass(frozen=True, slots=True)
class Score:
    """What was counted, and what went wrong as lines for people."""

    counts: Counter[str]
    misses: tuple[str, ...] = field(default=())

    def share(self, part: str, whole: str) -> float:
        """One count as a share of another; 1 where nothing was asked."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of the quantities."""
        both = self.counts["read"] + self.counts["asked"]
        return 2 * self.counts["right"] / both if both else 1.0


def family(kind: Kind) -> str:
    """Kinds that a reader may take for each other without harm: a number and its unit, a date and a period."""
    return FAMILIES.get(kind, kind.value)


def score(specimen: Specimen) -> Score:
    """Read one report and count."""
    try:
        said = read_quantities(specimen.report)
    except NisbaError:  # a language without a file: nothing is read
        said = ()
    read = [quantity for quantity in said if isinstance(quantity, Quantity)]
    pairs = dict(_pairs(specimen.expected, read))
    counts: Counter[str] = Counter()
    misses = []
    for one in specimen.expected:
        got = pairs.get(one)
        if one.optional:
            continue
        if one.kind is Kind.VAGUE:
            counts.update({"vague asked": 1, "vague right": got is not None})
            continue
        right = got is not None and _agrees(one, got)
        counts.update({"asked": 1, "right": right})
        if not right:
            misses.append(
                f"missed  {one.surface} ({one.kind}, {one.value or one.when}): {got.value if got else 'nothing'}"
            )
    free = [(one.start, one.end) for one in specimen.expected if one.optional or one.kind is Kind.VAGUE]
    taken = {id(got) for got in pairs.values()}
    extra = [q for q in read if id(q) not in taken and q.kind is not Kind.VAGUE and not _touches(q, free)]
    extra += [
        got for one, got in pairs.items() if not one.optional and one.kind is not Kind.VAGUE and not _agrees(one, got)
    ]
    misses += [f"invented  {q.surface} ({q.kind}, {q.value or q.when})" for q in extra]
    counts["read"] = counts["right"] + len(extra)
    counts.update(_digits(specimen, said))
    related, unsaid = _relations(specimen, said)
    return Score(counts + related, (*misses, *unsaid))


def _pairs(expected: Iterable[Expected], read: list[Quantity]) -> Iterator[tuple[Expected, Quantity]]:
    """Each expected quantity with the one read at its place: the best that is free and of its family."""
    free = list(read)
    for one in expected:
        need = 0.4 if one.kind in (*TIMES, Kind.DURATION) else 0.6
        near = [(_overlap(one, q), q) for q in free if family(q.kind) == family(one.kind)]
        near = [(overlap, q) for overlap, q in near if overlap >= need]
        if near:
            best = max(near, key=lambda found: found[0])[1]
            free.remove(best)
            yield one, best


def _overlap(one: Expected, got: Quantity) -> float:
    """The characters that both have, as a share of the longer."""
    both = min(one.end, got.span.end) - max(one.start, got.span.start)
    return max(both, 0) / max(one.end - one.start, got.span.end - got.span.start)


def _agrees(one: Expected, got: Quantity) -> bool:
    if one.kind in TIMES:
        return one.when is None or one.when == got.when
    if one.value is None:
        return True
    return _ends(one.value) == (None if got.value is None else _ends(got.value))


def _ends(value: Interval) -> tuple[object, ...]:
    """Both ends and "about"; whether an end is itself held is not asked."""
    return value.lo, value.hi, value.approx


def _touches(got: Quantity, spans: Iterable[tuple[int, int]]) -> bool:
    return any(got.span.start < end and start < got.span.end for start, end in spans)


def _digits(specimen: Specimen, said: Iterable[Quantity | Unread]) -> Counter[str]:
    """How many digits the text has, and how many lie in something read or listed as unread."""
    covered = {place for one in said for place in range(one.span.start, one.span.end)}
    digits = [place for place, letter in enumerate(specimen.report.text) if letter.isdigit()]
    return Counter({"digits": len(digits), "digits covered": sum(place in covered for place in digits)})


def _relations(specimen: Specimen, said: tuple[Quantity | Unread, ...]) -> tuple[Counter[str], list[str]]:
    """Relations that fail and hold, those found, and those called false that are not; with lines for people."""
    try:
        found = relations(specimen.report, said)
    except WordsError:  # a language without words for relations: none is found
        found = ()
    counts: Counter[str] = Counter()
    lines = []
    for verdict, wanted in ((Verdict.FAILS, specimen.fails), (Verdict.HOLDS, specimen.holds)):
        told = [_spans(relation) for relation in found if relation.verdict is verdict]
        for numbers in wanted:
            seen = any(_same(one, numbers) for one in told)
            counts.update({f"{verdict} asked": 1, verdict.value: seen})
            lines += [] if seen else [f"not told: {verdict} {' / '.join(one.surface for one in numbers)}"]
    doubted = (*specimen.fails, *specimen.open)
    alarms = [one for one in found if one.verdict is Verdict.FAILS]
    alarms = [one for one in alarms if not any(_same(_spans(one), numbers) for numbers in doubted)]
    counts["alarms"] = len(alarms)
    return counts, [*lines, *(f"false alarm: {one.why}" for one in alarms)]


def _spans(relation: Relation) -> list[tuple[int, int]]:
    quotes = [mention.number.quote for mention in relation.mentions]
    return [(quote.span.start, quote.span.end) for quote in quotes if quote]


def _same(told: list[tuple[int, int]], numbers: tuple[Expected, ...]) -> bool:
    """At least two numbers of a relation are the ones meant."""
    return sum(any(one.start < end and start < one.end for start, end in told) for one in numbers) >= 2


def total(scores: Iterable[Score]) -> Score:
    """The counts of several reports, added."""
    all_of = list(scores)
    return Score(sum((one.counts for one in all_of), Counter()))


def table(scores: dict[str, Score]) -> str:
    """The figures by language, as docs/accuracy.md shows them."""
    lines = [
        "| | reports | quantities | precision | recall | F1 | false sums found | false alarms |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for language in sorted({name.partition("-")[0] for name in scores}):
        part = {name: one for name, one in scores.items() if name.startswith(language)}
        lines.append(_row(NAMES.get(language, language), part))
    return "\n".join([*lines, _row("all", scores)])


def _row(name: str, scores: dict[str, Score]) -> str:
    all_of = total(scores.values())
    counts = all_of.counts
    figures = f"{all_of.share('right', 'read'):.3f} | {all_of.share('right', 'asked'):.3f} | {all_of.f1:.3f}"
    return f"| {name} | {len(scores)} | {counts['asked']} | {figures} | {counts['fails']} of {counts['fails asked']} | {counts['alarms']} |"


def main() -> None:
    """Print the figures; write them into docs/accuracy.md where asked."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--misses", action="store_true", help="list what was missed or invented")
    options.add_argument("--json", action="store_true", help="the counts, for programs")
    options.add_argument("--write", action="store_true", help="write the table into docs/accuracy.md")
    asked = options.parse_args()
    scores = {one.report.name: score(one) for one in specimens()}
    if asked.json:
        print(json.dumps({name: dict(one.counts) for name, one in scores.items()}))
        return
    for name, one in scores.items() if asked.misses else ():
        print("\n    ".join([f"{name}  F1 {one.f1:.3f}", *one.misses]))
    print(table(scores))
    counts = total(scores.values()).counts
    told = ((part, counts[part], counts[f"{part} asked"]) for part in ("fails", "holds"))
    print(*(f"{part} {found}/{of}" for part, found, of in told), f"alarms {counts['alarms']}", end="  ")
    print(
        f"vague {counts['vague right']}/{counts['vague asked']}  digits {counts['digits covered']}/{counts['digits']}"
    )
    if asked.write:
        text = PAGE.read_text("utf-8")
        fresh = re.sub(r"\| \| reports \|[^\n]*(\n\|[^\n]*)*", lambda _: table(scores), text)
        PAGE.write_text(fresh, "utf-8")


if __name__ == "__main__":
    main()
