"""Questions worth asking of the facts: sums, shares, changes, rates, paces, what a comparison implies; in the formula language.

Each is tried before it is proposed: one that the rules of what may be compared refuse is left out.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nisba.checking import Number
from nisba.checking.formulas import evaluate
from nisba.errors import FormulaError
from nisba.proposing.facts import MULTIPLE, PERCENT, ProposedFact
from nisba.proposing.names import name_of
from nisba.proposing.related import Related, part_of
from nisba.proposing.wordings import Wordings, Words
from nisba.reading import Kind

_MOST = 12
_MOST_RATES = 3
_TWO_PERIODS = "the same thing in two periods"
_ENDS = 2
_LEAP = 1  # days by which periods of the same months may differ


@dataclass(frozen=True, slots=True)
class Question:
    """A number to compute.

    Args:
        id: its name.
        formula: exact arithmetic over names.
        show: how it is printed.
        label: what it is, by language.
        why: what in the report asks for it, in English.
    """

    id: str
    formula: str
    show: str
    label: Words
    why: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What may be asked of a set of facts."""

    facts: Sequence[ProposedFact]
    relations: Sequence[Related]
    wordings: Wordings

    def label(self, id: str) -> Words:
        """The label of a fact."""
        return next(fact.label for fact in self.facts if fact.id == id)

    def candidates(self) -> Iterator[Question]:
        """Everything that could be asked, the most telling first."""
        yield from self.sums()
        yield from self.comparisons()
        yield from self.shares()
        yield from self.stated_changes()
        yield from self.changes()
        yield from self.rates()

    def sums(self) -> Iterator[Question]:
        """What the parts come to."""
        for one in self.relations:
            if one.is_plain_sum and len(set(one.ids)) == len(one.ids) > 2:
                whole, *parts = one.ids
                label = self.wordings.said("proposed-sum", whole=self.label(whole))
                yield Question(f"{whole}-sum", f"together({', '.join(parts)})", "count", label, one.relation.why)

    def shares(self) -> Iterator[Question]:
        """Each part over its whole, and what a stated share is a share of."""
        for part, whole in part_of(self.relations).items():
            why = next(one.relation.why for one in self.relations if {part, whole} <= set(one.ids))
            yield self._share(part, whole, why)
        for one in self.relations:
            if one.kind == "share" and len(one.ids) > _ENDS:
                yield self._share(one.ids[1], one.ids[2], one.relation.why)

    def _share(self, part: str, whole: str, why: str) -> Question:
        return Question(f"share-{part}", f"{part} / {whole}", "percent", self._pair("proposed-share", part, whole), why)

    def _pair(self, id: str, part: str, whole: str) -> Words:
        """A label for two facts; what both have in common, place and period, is said once."""
        one, two = self.label(part), self.label(whole)
        short = {language: self.wordings.apart(language, one[language], two[language]) for language in one}
        return self.wordings.said(id, part=short, whole=two)

    def stated_changes(self) -> Iterator[Question]:
        """What the two ends of a stated change come to."""
        for one in self.relations:
            if one.kind == "change" and len(one.ids) > _ENDS:
                new, old = one.ids[1:]
                label = self.wordings.said("proposed-change", before=self.label(old), after=self.label(new))
                yield Question(f"change-{new}", f"({new} - {old}) / {old}", "percent", label, one.relation.why)

    def changes(self) -> Iterator[Question]:
        """The same thing in the same places at two times: how many times, and by how much it changed.

        Where several facts count a thing in one place and period, each counts another part of it, and none is compared.
        """
        alone = Counter((f.number.scope.what, f.number.scope.where, f.number.scope.when) for f in self.facts)
        told = [
            f for f in self.facts if f.number.scope.when and not f.number.scope.what.startswith((MULTIPLE, PERCENT))
        ]
        told = [f for f in told if alone[(f.number.scope.what, f.number.scope.where, f.number.scope.when)] == 1]
        for one, two in itertools.combinations(told, 2):
            (a, b) = one.number.scope, two.number.scope
            if a.what == b.what and a.where == b.where and a.when and b.when:
                yield from self._change(*((one, two) if a.when.start < b.when.start else (two, one)))

    def _change(self, before: ProposedFact, after: ProposedFact) -> Iterator[Question]:
        change = self.wordings.said("proposed-change", before=before.label, after=after.label)
        relative = f"({after.id} - {before.id}) / {before.id}"
        if after.number.show == "percentage":
            yield Question(f"points-{after.id}", f"{after.id} - {before.id}", "points", change, _TWO_PERIODS)
            yield Question(f"change-{after.id}", relative, "percent", change, _TWO_PERIODS)
            return
        ratio = self.wordings.said("proposed-ratio", part=after.label, whole=before.label)
        stated = {(one.ids[1], one.ids[2]) for one in self.relations if one.kind == "change" and len(one.ids) > _ENDS}
        if (after.id, before.id) not in stated:
            yield Question(f"times-{after.id}", f"{after.id} / {before.id}", "ratio", ratio, _TWO_PERIODS)
        if _as_long(before.number, after.number):
            yield Question(f"change-{after.id}", relative, "percent", change, _TWO_PERIODS)
        else:
            daily = self.wordings.said("proposed-daily", last=after.label, first=before.label)
            formula = f"{after.id} * days({before.id}) / days({after.id}) / {before.id}"
            yield Question(f"daily-{after.id}", formula, "ratio", daily, _TWO_PERIODS)

    def rates(self) -> Iterator[Question]:
        """People per thing that the same sentence counts, in the same places and period."""
        counts = [f for f in self.facts if f.quantity.kind is Kind.CARDINAL]
        joined = {frozenset(pair) for one in self.relations for pair in itertools.combinations(one.ids, 2)}
        told: list[str] = []
        for one, two in itertools.combinations(counts, 2):
            apart = one.number.scope.what != two.number.scope.what and {one.id, two.id} not in joined
            near = one.number.quote and two.number.quote and one.number.quote.sentence == two.number.quote.sentence
            many, few = sorted((one, two), key=lambda fact: fact.number.value.lo or 0, reverse=True)
            if apart and near and self._per(many, few) and few.id not in told and len(told) < _MOST_RATES:
                told.append(few.id)
                label = self._pair("proposed-ratio", many.id, few.id)
                yield Question(f"rate-{many.id}", f"{many.id} / {few.id}", "rate", label, "one sentence")

    def _per(self, many: ProposedFact, few: ProposedFact) -> bool:
        """People per camp, ward or accident: the one thing is a count of people, the other of what they are in."""
        persons = self.wordings.persons
        things = many.number.scope.what, few.number.scope.what
        several = few.number.value.lo is not None and few.number.value.lo > 1
        return several and things[0] in persons and bool(few.quantity.what) and things[1] not in persons

    def comparisons(self) -> Iterator[Question]:
        """What a stated multiple implies for what it is a multiple of, and where the count's rate would lead in a year."""
        for multiple, subject in self.multiples():
            label = self.wordings.said("proposed-base", label=subject.label)
            why = f"the report says: {multiple.quote}"
            yield Question(f"{subject.id}-base", f"{subject.id} / {multiple.id}", "count", label, why)
            when = subject.number.scope.when
            if when and when.months and when.days < when.year.days:
                pace = self.wordings.said("proposed-pace", label=subject.label)
                formula = f"{subject.id} * year-days({subject.id}) / days({subject.id})"
                yield Question(f"{subject.id}-pace", formula, "count", pace, why)

    def multiples(self) -> Iterator[tuple[ProposedFact, ProposedFact]]:
        """Each stated multiple with the count that it tells of: the last before it in its sentence."""
        for place, multiple in enumerate(self.facts):
            what = multiple.number.scope.what.removeprefix(MULTIPLE)
            before = [fact for fact in self.facts[:place] if fact.number.scope.what == what]
            if multiple.is_multiple and before:
                yield multiple, before[-1]


def _as_long(one: Number, two: Number) -> bool:
    """Their periods are of one length, so that a change is not only one of length."""
    first, second = one.scope.when, two.scope.when
    return first is not None and second is not None and abs(first.days - second.days) <= _LEAP


def propose_questions(asked: Asked) -> tuple[Question, ...]:
    """The questions whose formulas can be computed and are allowed, each name once."""
    numbers: dict[str, Number] = {fact.id: fact.number for fact in asked.facts}
    chosen: list[Question] = []
    formulas: set[str] = set()
    for one in asked.candidates():
        if one.formula in formulas or len(chosen) == _MOST:
            continue
        name = name_of((one.id,), numbers, "result")
        try:
            computed = evaluate(one.formula, numbers, id=name, show=one.show)
            if one.show != "count" and not all(numbers[id].value.is_bounded for id in computed.operands):
                continue  # "more than 40" of "more than 90" may be any share
            numbers[name] = computed
        except (FormulaError, ZeroDivisionError, ValueError):
            continue
        formulas.add(one.formula)
        chosen.append(Question(name, one.formula, one.show, one.label, one.why))
    return tuple(chosen)


def computed_numbers(facts: Sequence[ProposedFact], questions: Sequence[Question]) -> Mapping[str, Number]:
    """The facts and what is computed from them, by name."""
    numbers: dict[str, Number] = {fact.id: fact.number for fact in facts}
    for one in questions:
        numbers[one.id] = evaluate(one.formula, numbers, id=one.id, show=one.show)
    return numbers
