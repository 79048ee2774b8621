"""Each statement under each honest reading: robust, dependent on the reading, or false; refusals with their reason."""

from __future__ import annotations

from markupsafe import Markup

from nisba.checking.deciding import Decision, decisions
from nisba.checking.readings import Cell, Finding, over_baselines
from nisba.checking.verdicts import Robustness
from nisba.explaining.components.hero import VERDICTS
from nisba.explaining.edition import Edition
from nisba.explaining.markup import join, tag
from nisba.explaining.prose import Directive, Writer
from nisba.gathering import Cited, Reading

ROBUSTNESS = {Robustness.ROBUST: "ok", Robustness.DEPENDS: "dep", Robustness.FALSE: "no", Robustness.UNKNOWN: ""}
"""The style of each summary."""


def readings(edition: Edition, _writer: Writer, directive: Directive) -> Markup:
    """``::: readings HEADING``: the chosen baseline's panel, and below it what every other baseline gives."""
    chosen = edition.evidence.baseline
    found = [finding for finding in edition.evidence.findings if finding.baseline == chosen]
    if not found:
        return tag("p", edition.text("readings-none"))
    heading = tag("h3", edition.given(directive.argument or edition.text("readings")), id="readings")
    panel = tag("ul", [_statement(edition, finding) for finding in found], class_="reads", aria_labelledby="readings")
    if {finding.baseline for finding in edition.evidence.findings} == {chosen}:
        return join(heading, panel)
    others = tag("details", tag("summary", edition.text("baselines-show")), _every(edition), class_="more")
    return join(heading, panel, others)


def baselines(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: baselines``: every statement under every reading with every baseline, refused ones with the reason."""
    return join(_decisions(edition), _every(edition))


def _decisions(edition: Edition) -> Markup | None:
    """For each statement, in how many combinations it holds, and the fewest choices that decide it."""
    found = decisions(edition.evidence.findings, edition.evidence.story.readings)
    rows = [
        (
            tag("th", edition.name(edition.evidence.statement(one.statement).label), scope="row"),
            tag("td", _combinations(edition, one), class_="num"),
            tag("td", _choices(edition, one)),
        )
        for one in found
        if one.of
    ]
    head = (edition.text("statement"), edition.text("decision-holds"), edition.text("decision-choices"))
    return edition.table(edition.text("decisions-of"), head, rows) if rows else None


def _combinations(edition: Edition, found: Decision) -> str:
    said = edition.text("decision-combinations", holds=str(found.holds), of=str(found.of))
    return f"{said} {edition.text('decision-open', open=str(found.undecided))}" if found.undecided else said


def _choices(edition: Edition, found: Decision) -> str:
    """The fewest choices that decide it, and after them any others that are as few."""
    if not found.choices:
        return edition.text("decided-by-nothing")
    sets = [found.choices, *(tuple(tie.split(" + ")) for tie in found.ties)]
    named = [edition.listed([edition.text("decided-by", choice=choice) for choice in choices]) for choices in sets]
    return edition.text("decided-or").join(named)


def _statement(edition: Edition, finding: Finding) -> Markup:
    statement = edition.evidence.statement(finding.statement)
    style, summary = _summary(edition, finding)
    cells = [tag("div", tag("dt", _name(edition, cell)), tag("dd", _cell(edition, cell))) for cell in finding.cells]
    return tag(
        "li",
        tag("h4", edition.name(statement.label)),
        edition.verdict(style, summary),
        tag("dl", cells),
    )


def _summary(edition: Edition, finding: Finding) -> tuple[str, str]:
    """The style and words for a statement: what holds with one figure and not with another is never called robust."""
    found = finding.robustness.name.lower()
    if over_baselines(edition.evidence.findings, finding.statement) is finding.robustness:
        return ROBUSTNESS[finding.robustness], edition.text("robustness", found=found)
    return ROBUSTNESS[Robustness.DEPENDS], edition.text("divided", found=found)


def _cell(edition: Edition, cell: Cell) -> Markup:
    if cell.refused:
        return join(edition.text("not-known"), " ", edition.verdict("", edition.text("refused", reason=cell.refused)))
    verdict = edition.verdict(VERDICTS[cell.verdict], edition.text("verdict", verdict=str(cell.verdict)))
    reading = _reading(edition, cell)
    # The story may name the same ratio: then it has one note, not two.
    number = edition.ledger.computed(reading.formula) if reading.formula else edition.ledger.number(cell.number)
    same = number.value == cell.value
    return join(edition.tie(number if same else cell.number), " ", verdict)


def _reading(edition: Edition, cell: Cell) -> Reading:
    return next(reading for reading in edition.evidence.story.readings if reading.id == cell.reading)


def _name(edition: Edition, cell: Cell) -> Markup:
    return edition.name(_reading(edition, cell).label)


def _every(edition: Edition) -> Markup:
    """A row for each baseline and statement; its cells are the readings."""
    story = edition.evidence.story
    columns = [reading for reading in story.readings if _used(edition, reading.id)]
    head = (edition.text("baseline"), edition.text("statement"), *(edition.name(column.label) for column in columns))
    rows = [_row(edition, finding, [column.id for column in columns]) for finding in _ordered(edition)]
    return edition.table(edition.text("baselines"), (*head, edition.text("summary")), rows)


def _ordered(edition: Edition) -> list[Finding]:
    order = ["", *(cited.id for cited in edition.evidence.story.cited)]
    return sorted(edition.evidence.findings, key=lambda finding: order.index(finding.baseline))


def _used(edition: Edition, reading: str) -> bool:
    return any(cell.reading == reading for finding in edition.evidence.findings for cell in finding.cells)


def _row(edition: Edition, finding: Finding, columns: list[str]) -> tuple[Markup, ...]:
    by_reading = {cell.reading: cell for cell in finding.cells}
    statement = edition.evidence.statement(finding.statement)
    return (
        tag("th", _baseline(edition, finding.baseline), scope="row"),
        tag("td", edition.name(statement.label)),
        *(_short(edition, by_reading.get(column)) for column in columns),
        tag(
            "td",
            edition.verdict(
                ROBUSTNESS[finding.robustness], edition.text("summary-of", found=finding.robustness.name.lower())
            ),
        ),
    )


def _baseline(edition: Edition, id: str) -> Markup:
    if not id:
        return join(edition.text("baseline-own"))
    cited = cited_of(edition, id)
    return join(edition.words(cited.source, "source"), ": ", edition.tie(id) if id in edition.ledger.numbers else None)


def cited_of(edition: Edition, id: str) -> Cited:
    """The cited figure of that id."""
    return next(cited for cited in edition.evidence.story.cited if cited.id == id)


def _short(edition: Edition, cell: Cell | None) -> Markup:
    if cell is None:
        return tag("td", "–", class_="none")
    if cell.refused:
        return tag("td", edition.verdict("", edition.text("refused", reason=cell.refused)))
    word = edition.text("verdict", verdict=str(cell.verdict))
    return tag("td", edition.tie(cell.number), " ", edition.verdict(VERDICTS[cell.verdict], word))
