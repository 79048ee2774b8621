"""A first draft of the two pages in one language: plain sentences from the messages, every number bound by its name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from nisba.explaining.messages import Messages
from nisba.proposing.proposal import Proposal
from nisba.proposing.scoping import has_checks
from nisba.proposing.sentences import told
from nisba.proposing.wordings import bound


def explainer_md(proposal: Proposal, language: str) -> str:
    """The explainer's prose."""
    say = Messages(language)
    title = bound(proposal.wordings.own(proposal.arrival.title.value)[language], language)
    top = {name: say(f"proposed-{name}") for name in ("kicker", "description", "lead")}
    blocks = [
        top_of({"title": title, **top}),
        "::: key",
        f"## {say('proposed-said')}",
        *_said(proposal, language, say),
        *_sums(proposal, say),
        *_results(proposal, language, say),
        *_brief(proposal, language, say),
        f"## {say('proposed-unknown')} {{#unknown}}",
        f"- {say('proposed-unknown-source')}\n- {say('proposed-unknown-unread')}",
        f"::: how {say('proposed-how')}\n{say('proposed-how-said')}\n:::",
    ]
    return "\n\n".join(blocks) + "\n"


def methodology_md(language: str) -> str:
    """The methodology's prose: its sections are generated."""
    say = Messages(language)
    return top_of({"title": say("proposed-method-title"), "description": say("proposed-method-description")}) + "\n"


def top_of(words: dict[str, str]) -> str:
    """The words at the top of a page's prose."""
    lines = (f"{name} = {json.dumps(text, ensure_ascii=False)}" for name, text in words.items())
    return "+++\n" + "\n".join(lines) + "\n+++"


def _said(proposal: Proposal, language: str, say: Messages) -> Iterator[str]:
    """In the report's language its own sentences; in another one, which has no words for them, what each number counts."""
    facts = proposal.facts
    if not facts:
        yield say("proposed-no-figures")
    elif language == proposal.arrival.report.language:
        yield from (f"> {sentence}" for sentence in told(proposal))
    else:
        yield f"::: words {say('proposed-margin')}\n{' '.join(fact.id for fact in facts)}\n:::"
        yield "\n".join(f"- {_row(fact.label[language], fact.id, language, say)}" for fact in facts)


def _row(label: str, id: str, language: str, say: Messages) -> str:
    return say("proposed-with", label=bound(label, language), words=f"{{{id}}}")


def _sums(proposal: Proposal, say: Messages) -> Iterator[str]:
    """What the report's numbers come to beside what it says; which sentence stands is decided by the numbers at each run."""
    asked = {one.formula: one.id for one in proposal.questions}
    said = [*_added(proposal, asked, say), *_stated(proposal, asked, say)]
    checked = has_checks(proposal.related, proposal.facts)
    if said or checked:
        yield f"## {say('proposed-agree')}"
        yield from ("::: checks",) if checked else ()
        yield from dict.fromkeys(said)
    elif proposal.facts:
        yield say("proposed-nothing")


def _added(proposal: Proposal, asked: Mapping[str, str], say: Messages) -> Iterator[str]:
    """Each sum with what it comes to."""
    for one in proposal.related:
        whole, *parts = one.ids
        id = asked.get(f"together({', '.join(parts)})")
        if id and one.is_plain_sum:
            values = {"sum": f"{{{id}}}", "whole": f"{{{whole}}}"}
            agrees, differs = say("proposed-agrees", **values), say("proposed-differs", **values)
            yield f"::: when {whole} == {id}\n{agrees}\n:::\n::: otherwise\n{differs}\n:::"


def _stated(proposal: Proposal, asked: Mapping[str, str], say: Messages) -> Iterator[str]:
    """Each stated share and change with what its own numbers come to: rounding is for the reader to judge."""
    for one in proposal.related:
        if one.kind in ("share", "change") and len(one.ids) == len(("said", "first", "second")):
            stated, first, second = one.ids
            formula = f"{first} / {second}" if one.kind == "share" else f"({first} - {second}) / {second}"
            if id := asked.get(formula):
                values = {"first": first, "second": second, "result": id, "stated": stated}
                yield say(f"proposed-stated-{one.kind}", **{name: f"{{{of}}}" for name, of in values.items()})


def _results(proposal: Proposal, language: str, say: Messages) -> Iterator[str]:
    if proposal.questions or proposal.charts or proposal.compared:
        yield f"## {say('proposed-follows')}"
    told = " ".join(_sums(proposal, say))  # what stands beside the report's own figure already
    new = [one for one in proposal.questions if f"{{{one.id}}}" not in told]
    if new:
        yield "\n".join(f"- {_row(one.label[language], one.id, language, say)}" for one in new)
    yield from (f"::: chart {chart.id}" for chart in proposal.charts)
    if proposal.compared and proposal.compared.holds:
        yield f"::: readings {say('proposed-readings')}"


def _brief(proposal: Proposal, language: str, say: Messages) -> Iterator[str]:
    arrival = proposal.arrival
    outlet = bound(arrival.outlet.value, language) if arrival.outlet else say("proposed-outlet")
    day = proposal.wordings.day(arrival.report.date, language) if arrival.report.date else say("proposed-undated")
    rows = [
        ("proposed-who", outlet),
        ("proposed-when", day),
        ("proposed-how-read", say("proposed-how-read-said")),
    ]
    lines = "\n".join(f"{say(term)} :: {said}" for term, said in rows)
    yield f"::: facts {say('proposed-facts')}\n{lines}\n:::"
