"""``story.toml`` and ``cited.toml`` of a proposal: each value with the words it was taken from, each table unconfirmed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nisba.explaining.wording import Wording
from nisba.gathering.texts import toml_string
from nisba.proposing.facts import ProposedFact, thing_of, words_for
from nisba.proposing.figures import Figure
from nisba.proposing.proposal import Proposal
from nisba.proposing.related import part_of
from nisba.proposing.wordings import Words
from nisba.reading import Kind, Quantity

SCHEMA = "../../../docs/story.schema.json"
_HEAD = """\
#:schema {schema}
# Proposed by `nisba new` from {file}; read every line before you rely on one. Numbers are quoted, never typed.
# Delete `confirmed = false` from a table, or write true, when you have checked it; `confirmed = true` here confirms all.
# See docs/adding_a_story.md.
"""
UNCONFIRMED = "confirmed = false"
_REMARKS = "en"  # the language of remarks, as of all that the program says of itself


def listed(items: Sequence[str]) -> str:
    """A TOML array of strings."""
    return "[" + ", ".join(map(toml_string, items)) + "]"


def worded(words: Mapping[str, str]) -> str:
    """Words by language, as an inline table."""
    return "{ " + ", ".join(f"{language} = {toml_string(text)}" for language, text in words.items()) + " }"


def in_each(key: str, words: Mapping[str, str]) -> str:
    """Words by language, a line each: a line that runs both ways is hard to edit."""
    return "\n".join(f"{key}.{language} = {toml_string(text)}" for language, text in words.items())


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
        f"\n{original.rstrip()}" if original else "",
        f"\n[prose]\n{UNCONFIRMED}\n",
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
    yield in_each("title", proposal.wordings.own(title.value))
    yield f"languages = {listed(proposal.wordings.languages)}"
    if proposal.compared:
        yield f"baseline = {toml_string(proposal.compared.baseline)}"


def _lead(proposal: Proposal, lead: str, file: str, sha256: str) -> Iterator[str]:
    arrival, said = proposal.arrival, proposal.wordings.said
    yield f"\n[lead]\n{UNCONFIRMED}"
    yield f"id = {toml_string(lead)}\nfile = {toml_string(file)}\nsha256 = {toml_string(sha256)}"
    yield f"language = {toml_string(arrival.report.language)}  # told by its letters and small words"
    outlet = dict.fromkeys(proposal.wordings.languages, arrival.outlet.value) if arrival.outlet else None
    yield remark(f"outlet: from {arrival.outlet.source}" if arrival.outlet else "outlet: nothing in the file names one")
    yield in_each("outlet", outlet or said("proposed-outlet"))
    if arrival.report.date:
        yield remark(f"date: from {arrival.day_source}")
        yield f"date = {arrival.report.date.isoformat()}"
    else:
        yield "# date = YYYY-MM-DD  # the text names no single day; “this year” and the like wait for it"
    yield in_each("date_note", said("proposed-dated" if arrival.report.date else "proposed-undated"))
    if arrival.extracted.address:
        yield f"address = {toml_string(arrival.extracted.address.value)}  # from {arrival.extracted.address.source}"
    yield ""


def _facts(proposal: Proposal) -> Iterator[str]:
    added = {part for one in proposal.related if one.kind == "sum" for part in one.ids[1:]}  # the sum says more
    wholes = {part: whole for part, whole in part_of(proposal.related).items() if part not in added}
    for fact in proposal.facts:
        yield _fact(proposal, fact, wholes.get(fact.id, ""))
    named = {span for fact in proposal.facts for span in (fact.quantity.span, *fact.again)}
    for quantity in proposal.arrival.counts:
        if quantity.span not in named:
            why = "tells of no count of its sentence" if quantity.kind is Kind.MULTIPLE else "no words name alone"
            yield remark(f"Not proposed: {quantity.surface!r}, which {why}.") + "\n"


def _fact(proposal: Proposal, fact: ProposedFact, whole: str) -> str:
    scope, place = fact.number.scope, fact.number.quote
    asread = fact.quantity
    read = [
        f"{Wording(_REMARKS).number(fact.number)} {asread.what or ''}",
        ", ".join(asread.where),
        str(asread.when or ""),
    ]
    where = f"where = {listed(sorted(scope.where))}" if scope.where != frozenset(asread.where) else ""
    when = f"when = {toml_string(str(scope.when))}" if scope.when and scope.when != asread.when else ""
    words = proposal.arrival.report.words(place.sentence) if place else ""
    lines = [
        f"[facts.{fact.id}]",
        UNCONFIRMED,
        remark(words),
        remark("as read: " + "; ".join(part for part in read if part) + " (add where = […] or when = … to decide it)"),
        f"quote = {toml_string(fact.quote)}",
        f"what = {toml_string(scope.what)}",
        where,
        when,
        f"part_of = {toml_string(whole)}" if whole else "",
        in_each("label", fact.label),
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
            f"[computed.{one.id}]\n{UNCONFIRMED}\n{remark(one.why)}\n"
            f"formula = {toml_string(one.formula)}\nshow = {toml_string(one.show)}\n{in_each('label', one.label)}\n"
        )


def _compared(proposal: Proposal) -> Iterator[str]:
    compared = proposal.compared
    if compared is None:
        return
    for id, formula, label in compared.readings:
        yield (
            f"[readings.{id}]\n{UNCONFIRMED}\nkind = {toml_string(id)}\n"
            f"formula = {toml_string(formula)}\n{in_each('label', label)}\n"
        )
    if compared.holds:
        label = proposal.wordings.said("proposed-statement", label=compared.subject.label)
        ids = [id for id, _, _ in compared.readings]
        yield (
            f"[statements.comparison]\n{UNCONFIRMED}\nholds = {toml_string(compared.holds)}\n"
            f"readings = {listed(ids)}\n{in_each('label', label)}\n"
        )


def _charts(proposal: Proposal) -> Iterator[str]:
    said = proposal.wordings.said
    for chart in proposal.charts:
        rows = "".join(f"  {{ numbers = {listed(ids)} }},\n" for ids in chart.rows)
        yield (
            f"[charts.{chart.id}]\n{UNCONFIRMED}\nkind = {toml_string(chart.kind)}\n{in_each('title', chart.title)}\n"
            f"{in_each('subtitle', said('proposed-chart-subtitle'))}\n"
            f"{in_each('caption', said('proposed-chart-caption'))}\n"
            f"rows = [  # a label of its own: label = {{ en = … }}; else that of the number\n{rows}]\n"
        )


def _names(proposal: Proposal) -> Iterator[str]:
    """Names of places and of what is counted, also by numbers that are no facts: the methodology lists those too."""
    read = [quantity for quantity in proposal.arrival.quantities if isinstance(quantity, Quantity)]
    scopes = [fact.number.scope for fact in proposal.facts]
    places = dict.fromkeys(place for scope in scopes for place in sorted(scope.where))
    places |= dict.fromkeys(place for quantity in read for place in quantity.where)
    knows = proposal.wordings.knows
    told = [fact for fact in proposal.facts if thing_of(fact.quantity) or knows(fact.number.scope.what)]
    named = [fact for fact in told if not fact.is_multiple]
    things = {fact.number.scope.what: words_for(fact.number.scope.what, "", proposal.wordings) for fact in named}
    things |= {q.what: proposal.wordings.thing(q.what) for q in read if q.what and q.what not in things}
    for name, table in (("places", {place: proposal.wordings.place(place) for place in places}), ("measures", things)):
        if table:
            yield f"[{name}]\n" + "".join(f"{toml_string(id)} = {worded(words)}\n" for id, words in table.items())


def _lines(words: Words) -> str:
    return "".join(f"{language} = {toml_string(text)}\n" for language, text in words.items())


def cited_toml(figures: Sequence[Figure]) -> str:
    """The figures cited from elsewhere, as ``cited.toml``."""
    return "\n".join(
        f"[{one.id}]\nname = {toml_string(one.name)}\nvalue = {toml_string(str(one.value))}\nwhat = {toml_string(one.what)}\n"
        f"where = {listed(one.where)}\n"
        + (f"when = {toml_string(str(one.when))}\n" if one.when else "")
        + f"{in_each('source', one.source)}\naddress = {toml_string(one.address)}\n"
        f"{in_each('label', one.label)}\n"
        for one in figures
    )
