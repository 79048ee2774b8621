"""Accounts of one announcement side by side: who prints what, and which figures differ from the reference."""

from __future__ import annotations

from markupsafe import Markup

from nisba.checking.accounts import Collation, Row
from nisba.explaining.components.sources import wording
from nisba.explaining.edition import Edition
from nisba.explaining.markup import join, tag
from nisba.explaining.prose import Directive, Writer


def accounts(edition: Edition, _writer: Writer, directive: Directive) -> Markup:
    """``::: accounts`` or ``::: accounts all``: the story's choice of accounts and facts, or every one."""
    collation, story = edition.evidence.collation, edition.evidence.story
    if collation is None:
        return tag("p", edition.text("accounts-none"))
    everything = directive.argument == "all"
    facts = collation.facts if everything else story.shown_facts or collation.facts
    shown = [
        row for row in collation.rows if everything or not story.shown_accounts or row.account in story.shown_accounts
    ]
    order = {id: index for index, id in enumerate(story.shown_accounts)}
    if not everything:
        shown.sort(key=lambda row: order.get(row.account, len(order)))
    head = tag("tr", [tag("th", name, scope="col", class_=style) for name, style in _heads(edition, facts)])
    body = [_row(edition, collation, row, facts) for row in shown]
    table = tag(
        "table",
        tag("caption", edition.text("accounts")),
        tag("thead", head),
        tag("tbody", body),
        class_="wide-t accounts",
    )
    region = edition.text("region", name=edition.text("accounts"))
    tally = tag("p", edition.given(_tally(edition, collation, facts)), class_="tally")
    return join(tag("div", table, class_="scroll out", role="region", aria_label=region, tabindex=0), tally)


def _heads(edition: Edition, facts: tuple[str, ...]) -> list[tuple[str, str | None]]:
    names = [(edition.text("account"), None), (edition.text("claim"), None)]
    return [*names, *((short(edition, fact, facts), "num") for fact in facts)]


def short(edition: Edition, fact: str, among: tuple[str, ...]) -> str:
    """A short name for a fact in a table: its measure, and only what tells it from the others: places, year."""
    numbers = [edition.evidence.numbers[id] for id in among if id in edition.evidence.numbers]
    number = edition.evidence.numbers.get(fact)
    if number is None:
        return fact
    scope = number.scope
    parts = [edition.measure(scope.what)]
    alike = [other.scope for other in numbers if other.id != fact and other.scope.what == scope.what]
    if any(other.where != scope.where for other in alike) and scope.where != _widest(edition):
        parts.append(edition.places(scope.where))
    usual = {other.scope.when for other in numbers if other.id != fact and other.scope.when}
    if scope.when and usual and scope.when not in usual:
        parts.append(edition.wording.period(scope.when))
    return edition.text("short-between").join(parts)


def _widest(edition: Edition) -> frozenset[str]:
    facts = [
        edition.evidence.numbers[fact.id].scope.where
        for fact in edition.evidence.story.facts
        if fact.id in edition.evidence.numbers
    ]
    return max(facts, key=len, default=frozenset())


def _row(edition: Edition, collation: Collation, row: Row, facts: tuple[str, ...]) -> Markup:
    account = edition.evidence.story.account(row.account)
    claims = {claim.id: claim.label for claim in edition.evidence.story.claims}
    known = row.claim in claims
    said: str | Markup = edition.plain(claims[row.claim], f"claims.{row.claim}") if known else ""
    if not known and account.wording:
        said = wording(edition, account)
    found = [_cell(said, differs=row.claim_differs, style="")]
    for fact in facts:
        cells = [cell for cell in row.cells if cell.fact == fact]
        values = [edition.wording.value(cell.value, "count") for cell in cells if cell.value is not None]
        found.append(_cell(edition.listed(values), differs=any(cell.differs for cell in cells), style="num"))
    name = edition.words(account.outlet, "outlet")
    here = tag("span", edition.text("reference"), class_="vh") if row.account == collation.reference else None
    return tag("tr", tag("th", name, here, scope="row"), found)


def _cell(words: str | Markup, *, differs: bool, style: str) -> Markup:
    styles = [style, "diff" if differs else "", "" if words else "none"]
    return tag("td", words or "–", class_=" ".join(filter(None, styles)) or None)


def _tally(edition: Edition, collation: Collation, facts: tuple[str, ...]) -> str:
    """How many accounts print what, for each fact on which they do not all agree."""
    told = []
    for fact in facts:
        tally = collation.tally(fact)
        if len(tally) < 2:
            continue
        counts = [
            edition.text(
                "tally-value", value=edition.wording.value(value, "count"), count=len(ids), shown=str(len(ids))
            )
            for value, ids in tally.items()
        ]
        told.append(edition.text("tally-fact", fact=short(edition, fact, facts), counts=edition.listed(counts)))
    rows = len(collation.rows)
    if not told:
        return edition.text("tally-agree", count=rows, shown=str(rows))
    return edition.text("tally", count=rows, shown=str(rows), told=edition.text("tally-between").join(told))
