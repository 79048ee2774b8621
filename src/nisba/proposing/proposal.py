"""A proposal: all that is read from one report and could be asked of it, before it is written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nisba.checking.formulas import evaluate
from nisba.checking.inferred import Relation
from nisba.checking.numbers import Number, Scope, Status
from nisba.errors import FormulaError
from nisba.intervals import Interval
from nisba.proposing.arrival import Arrival
from nisba.proposing.facts import ProposedFact, propose_facts, relabelled
from nisba.proposing.figures import Figure
from nisba.proposing.pictures import Chart, propose_charts
from nisba.proposing.questions import Asked, Question, propose_questions
from nisba.proposing.related import Related, found_in, part_of, related
from nisba.proposing.repeated import once
from nisba.proposing.scoping import scoped
from nisba.proposing.wordings import Wordings, Words


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with a figure cited from elsewhere.

    Args:
        subject: the fact that is compared.
        baseline: name of the figures that it is compared with.
        readings: id, formula and label of each honest way to compare.
        holds: the report's own comparison as a condition on the ratio; empty where it makes none.
    """

    subject: ProposedFact
    baseline: str
    readings: tuple[tuple[str, str, Words], ...]
    holds: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What ``nisba new`` writes down.

    Args:
        arrival: the lead report.
        wordings: what things are called.
        facts: its counts.
        found: the relations between its numbers, as in ``nisba check``.
        related: those between facts.
        questions: what to compute.
        charts: what to draw.
        figures: figures cited from elsewhere.
        compared: the comparison with them; None where there is none to make.
    """

    arrival: Arrival
    wordings: Wordings
    facts: tuple[ProposedFact, ...]
    found: tuple[Relation, ...]
    related: tuple[Related, ...]
    questions: tuple[Question, ...]
    charts: tuple[Chart, ...]
    figures: tuple[Figure, ...]
    compared: Compared | None


def propose(arrival: Arrival, wordings: Wordings, figures: tuple[Figure, ...] = ()) -> Proposal:
    """Read a report for what it states and what may be asked of it."""
    found = found_in(arrival)
    facts = once(propose_facts(arrival, wordings), found, arrival.report)
    relations = related(found, facts)
    wholes = set(part_of(relations).values())
    facts = relabelled(scoped(facts, relations), wholes, arrival.report, wordings)
    asked = Asked(facts, relations, wordings)
    return Proposal(
        arrival,
        wordings,
        facts,
        found,
        relations,
        propose_questions(asked),
        propose_charts(facts, relations, wordings),
        figures,
        _compared(asked, figures),
    )


def _compared(asked: Asked, figures: Sequence[Figure]) -> Compared | None:
    """The first fact that counts what a figure counts, in the same places and another period."""
    multiples = {subject.id: multiple.number.value for multiple, subject in asked.multiples()}
    for fact in sorted(asked.facts, key=lambda fact: fact.id not in multiples):
        for figure in figures:
            scope = fact.number.scope
            same = scope.what == figure.what and scope.where == frozenset(figure.where)
            if same and scope.when and figure.when and scope.when != figure.when:
                readings = _readings(fact, figure, asked.wordings)
                if readings:
                    return Compared(fact, figure.name, readings, _condition(multiples.get(fact.id)))
    return None


def _readings(fact: ProposedFact, figure: Figure, wordings: Wordings) -> tuple[tuple[str, str, Words], ...]:
    base = Number(figure.name, Status.CITED, figure.value, Scope(figure.what, frozenset(figure.where), figure.when))
    known = {fact.id: fact.number, base.id: base}
    told = [("so-far", f"{fact.id} / {base.id}")]
    when = fact.number.scope.when
    if when and when.days < when.year.days:
        told.append(("pace", f"{fact.id} * year-days({fact.id}) / days({fact.id}) / {base.id}"))
    found = []
    for id, formula in told:
        try:
            evaluate(formula, known)
        except FormulaError:
            continue
        found.append((id, formula, wordings.said(f"proposed-reading-{id}", label=fact.label)))
    return tuple(found)


def _condition(multiple: Interval | None) -> str:
    """A stated multiple as a condition: "more than double" is > 2, "double" is at least 2."""
    if multiple is None or multiple.lo is None or (multiple.lo * 100).denominator != 1:
        return ""
    return f"{'>' if multiple.strict and multiple.hi is None else '>='} {float(multiple.lo):g}"
