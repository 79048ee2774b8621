"""``story.toml`` and ``cited.toml`` of a proposal: each value with the words it was taken from, each table unconfirmed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from nisba.proposing.facts import ProposedFact
from nisba.proposing.figures import Figure
from nisba.proposing.proposal import Proposal
from nisba.proposing.related import part_of
from nisba.proposing.scoping import over_places
from nisba.proposing.wordings import Words

SCHEMA = "../../../docs/story.schema.json"
_HEAD = """\
#:schema {schema}
# Proposed by `nisba new` from {file}; read every line before you rely on one. Numbers are quoted, never typed.
# Delete `confirmed = false` from a table, or write true, when you have checked it; `confirmed = true` here confirms all.
# See docs/adding_a_story.md.
"""
_UNCONFIRMED = "confirmed = false"


def quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\u007f", "\\u007f")


def listed(items: Sequence[str]) -> str:
    """A TOML array of strings."""
    return "[" + ", ".join(map(quoted, items)) + "]"


def worded(words: Mapping[str, str]) -> str:
    """Words by language, as an inline table."""
    return "{ " + ", ".join(f"{language} = {quoted(text)}" for language, text in words.items()) + " }"


def remark(text: str) -> str:
    """A comment: one line, whatever the text holds."""
    return "# " + " ".join(text.split())


def story_toml(proposal: Proposal, *, lead: str, file: str, sha256: str, original: str = "") -> str:
    """The whole file.

    Args:
        proposal: what was read.
        lead: id of the lead account.
        file: name of its text.
        sha256: of the text's bytes.
        original: lines of the table ``[lead.original]``; empty where the text is what arrived.
    """
    parts = [
        _HEAD.format(schema=SCHEMA, file=proposal.arrival.path.name),
        *_top(proposal),
        *_lead(proposal, lead, file, sha256),
        original,
        f"[prose]\n{_UNCONFIRMED}\n",
        *_facts(proposal),
        *_checks(proposal),
        *_questions(proposal),
        *_compared(proposal),
        *_charts(proposal),
        *_names(proposal),
        f"[[caveats]]\n{_lines(proposal.wordings.said('proposed-caveat'))}",
    ]
    return "\n".join(part for part in parts if part)


def _top(proposal: Proposal) -> Iterator[str]:
    title = proposal.arrival.title
    yield remark(f"title: from {title.source}")
    yield f"title = {worded(proposal.wordings.own(title.value))}"
    yield f"languages = {listed(proposal.wordings.languages)}"
    if proposal.compared:
        yield f"baseline = {quoted(proposal.compared.baseline)}"
    yield ""


def _lead(proposal: Proposal, lead: str, file: str, sha256: str) -> Iterator[str]:
    arrival, said = proposal.arrival, proposal.wordings.said
    yield f"[lead]\n{_UNCONFIRMED}"
    yield f"id = {quoted(lead)}\nfile = {quoted(file)}\nsha256 = {quoted(sha256)}"
    yield f"language = {quoted(arrival.report.language)}  # told by its letters and small words"
    outlet = dict.fromkeys(proposal.wordings.languages, arrival.outlet.value) if arrival.outlet else None
    yield remark(f"outlet: from {arrival.outlet.source}" if arrival.outlet else "outlet: nothing in the file names one")
    yield f"outlet = {worded(outlet or said('proposed-outlet'))}"
    if arrival.report.date:
        yield remark(f"date: from {arrival.day_source}")
        yield f"date = {arrival.report.date.isoformat()}"
    else:
        yield "# date = YYYY-MM-DD  # the text names no single day; “this year” and the like wait for it"
    yield f"date_note = {worded(said('proposed-dated' if arrival.report.date else 'proposed-undated'))}"
    if arrival.extracted.address:
        yield f"address = {quoted(arrival.extracted.address.value)}  # from {arrival.extracted.address.source}"
    yield ""


def _facts(proposal: Proposal) -> Iterator[str]:
    added = {part for one in proposal.related if over_places(one, proposal.facts) for part in one.ids[1:]}
    wholes = {part: whole for part, whole in part_of(proposal.related).items() if part not in added}
    for fact in proposal.facts:
        yield _fact(proposal, fact, wholes.get(fact.id, ""))
    named = {fact.quantity.span for fact in proposal.facts}
    for quantity in proposal.arrival.counts:
        if quantity.span not in named:
            yield remark(f"Not proposed: {quantity.surface!r}, which no words of its sentence name alone.") + "\n"


def _fact(proposal: Proposal, fact: ProposedFact, whole: str) -> str:
    scope, place = fact.number.scope, fact.number.quote
    asread = fact.quantity
    read = [f"{fact.number.value} {asread.what or ''}", ", ".join(asread.where), str(asread.when or "")]
    where = f"where = {listed(sorted(scope.where))}" if scope.where != frozenset(asread.where) else ""
    when = f"when = {quoted(str(scope.when))}" if scope.when and scope.when != asread.when else ""
    words = proposal.arrival.report.words(place.sentence) if place else ""
    lines = [
        f"[facts.{fact.id}]",
        _UNCONFIRMED,
        remark(words),
        remark("as read: " + "; ".join(part for part in read if part) + " (add where = […] or when = … to decide it)"),
        f"quote = {quoted(fact.quote)}",
        f"what = {quoted(scope.what)}",
        where,
        when,
        f"part_of = {quoted(whole)}" if whole else "",
        f"label = {worded(fact.label)}",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _checks(proposal: Proposal) -> Iterator[str]:
    if not proposal.found:
        yield "# Checks: the report's words relate none of its numbers to another.\n"
        return
    yield "# Checks that the report's own words ask for (nisba check):"
    yield "\n".join(remark(f"{one.verdict.value}: {one.why}") for one in proposal.found) + "\n"


def _questions(proposal: Proposal) -> Iterator[str]:
    for one in proposal.questions:
        yield (
            f"[computed.{one.id}]\n{_UNCONFIRMED}\n{remark(one.why)}\n"
            f"formula = {quoted(one.formula)}\nshow = {quoted(one.show)}\nlabel = {worded(one.label)}\n"
        )


def _compared(proposal: Proposal) -> Iterator[str]:
    compared = proposal.compared
    if compared is None:
        return
    for id, formula, label in compared.readings:
        yield (
            f"[readings.{id}]\n{_UNCONFIRMED}\nkind = {quoted(id)}\n"
            f"formula = {quoted(formula)}\nlabel = {worded(label)}\n"
        )
    if compared.holds:
        label = proposal.wordings.said("proposed-statement", label=compared.subject.label)
        ids = [id for id, _, _ in compared.readings]
        yield (
            f"[statements.comparison]\n{_UNCONFIRMED}\nholds = {quoted(compared.holds)}\n"
            f"readings = {listed(ids)}\nlabel = {worded(label)}\n"
        )


def _charts(proposal: Proposal) -> Iterator[str]:
    said = proposal.wordings.said
    for chart in proposal.charts:
        rows = "".join(f"  {{ numbers = {listed(ids)}, label = {worded(label)} }},\n" for ids, label in chart.rows)
        marks = "".join(f"  {{ label = {worded(label)} }},\n" for label in chart.marks)
        yield (
            f"[charts.{chart.id}]\n{_UNCONFIRMED}\nkind = {quoted(chart.kind)}\ntitle = {worded(chart.title)}\n"
            f"subtitle = {worded(said('proposed-chart-subtitle'))}\n"
            f"caption = {worded(said('proposed-chart-caption'))}\n"
            f"rows = [\n{rows}]\n" + (f"marks = [\n{marks}]\n" if marks else "")
        )


def _names(proposal: Proposal) -> Iterator[str]:
    """Names of places and of what is counted, where the language files have them in every language."""
    scopes = [fact.number.scope for fact in proposal.facts]
    places = dict.fromkeys(place for scope in scopes for place in sorted(scope.where))
    things = dict.fromkeys(scope.what for scope in scopes if not scope.what.startswith("multiple of "))
    for name, ids, words in (
        ("places", places, proposal.wordings.place),
        ("measures", things, proposal.wordings.thing),
    ):
        if ids:
            yield f"[{name}]\n" + "".join(f"{quoted(id)} = {worded(words(id))}\n" for id in ids)


def _lines(words: Words) -> str:
    return "".join(f"{language} = {quoted(text)}\n" for language, text in words.items())


def cited_toml(figures: Sequence[Figure], languages: Sequence[str]) -> str:
    """The figures cited from elsewhere, as ``cited.toml``."""
    return "\n".join(
        f"[{one.id}]\nname = {quoted(one.name)}\nvalue = {quoted(str(one.value))}\nwhat = {quoted(one.what)}\n"
        f"where = {listed(one.where)}\n"
        + (f"when = {quoted(str(one.when))}\n" if one.when else "")
        + f"source = {worded(dict.fromkeys(languages, one.source))}\naddress = {quoted(one.address)}\n"
        f"label = {worded(one.label)}\n"
        for one in figures
    )
