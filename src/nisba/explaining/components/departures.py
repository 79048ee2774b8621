"""Where accounts part: every figure and claim that differs, slips that several share, figures that only some give."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from nisba.checking.accounts import Collation, Row
from nisba.checking.differences import SILENT, Difference, Telling
from nisba.checking.kinship import SharedSlip, shared_slips
from nisba.explaining.components.accounts import short
from nisba.explaining.components.sources import wording
from nisba.explaining.edition import Edition
from nisba.explaining.markup import join, tag
from nisba.explaining.prose import Directive, Writer
from nisba.intervals import Interval

Cells = tuple[Markup, ...]


def departures(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: departures``: who prints what else than the account compared with, in tables."""
    collation = edition.evidence.collation
    if collation is None:
        return Markup()  # that no other was compared is said where the accounts are
    rows = [*_figures(edition, collation), *_claims(edition, collation)]
    head = tuple(edition.text(f"departure-{name}") for name in ("account", "fact", "prints", "reference", "how"))
    parted = (
        edition.table(edition.text("departures"), head, rows) if rows else tag("p", edition.text("departures-none"))
    )
    shared = _shared(edition, collation) if rows else None
    return join(parted, shared, _left_open(edition, collation), _added(edition, collation))


def _figures(edition: Edition, collation: Collation) -> Iterator[Cells]:
    for account, cell in collation.departures():
        of = _fact(edition, collation, cell.of) if cell.of else ""
        yield (
            tag("th", _outlet(edition, account), scope="row"),
            tag("td", _fact(edition, collation, cell.fact)),
            tag("td", _value(edition, cell.value), class_="num"),
            tag("td", _value(edition, collation.expected(cell.fact)), class_="num"),
            tag("td", _how(edition, cell.difference, of), *_sentence(edition, account, cell.sentence)),
        )


def _sentence(edition: Edition, account: str, sentence: str) -> tuple[str | Markup, ...]:
    """The sentence that gives a figure read from the account's own text, in its language."""
    return (edition.text("between-words"), *_words(edition, account, sentence)) if sentence else ()


def _words(edition: Edition, account: str, sentence: str) -> tuple[Markup, ...]:
    language = edition.evidence.story.account(account).language
    return (tag("q", sentence, class_="words", lang=language or None, dir="auto"),)


def _claims(edition: Edition, collation: Collation) -> Iterator[Cells]:
    expected = _claim(edition, collation.rows[0])
    for row in collation.rows:
        if not row.claim_differs and row.own is None:
            continue
        how = [] if row.claim_difference in SILENT else [_how(edition, row.claim_difference, "")]
        if row.telling in (Telling.PACE_AS_FACT, Telling.FACT_AS_PACE):
            how.append(edition.text("telling", kind=_id(row.telling)))
        if row.own is not None:
            how.append(edition.text("own-base", value=edition.wording.value(row.own, "ratio")))
        yield (
            tag("th", _outlet(edition, row.account), scope="row"),
            tag("td", edition.text("departure-claim")),
            tag("td", _claim(edition, row)),
            tag("td", expected),
            tag("td", edition.listed(how)),
        )


def _shared(edition: Edition, collation: Collation) -> Markup:
    slips = shared_slips(collation)
    if not slips:
        return tag("p", edition.text("shared-slips-none"))
    head = [edition.text(f"departure-{name}") for name in ("fact", "prints", "reference", "how")]
    head += [edition.text("shared-accounts"), edition.text("shared-against")]
    table = edition.table(
        edition.text("shared-slips"), tuple(head), [_slip(edition, collation, slip) for slip in slips]
    )
    return join(table, tag("p", edition.text("shared-slips-note")))


def _slip(edition: Edition, collation: Collation, slip: SharedSlip) -> Cells:
    of = _fact(edition, collation, slip.of) if slip.of else ""
    return (
        tag("th", _fact(edition, collation, slip.fact), scope="row"),
        tag("td", _value(edition, slip.value), class_="num"),
        tag("td", _value(edition, slip.expected), class_="num"),
        tag("td", _how(edition, slip.difference, of)),
        tag("td", edition.listed([_outlet(edition, account) for account in slip.accounts])),
        tag("td", _value(edition, Interval.exactly(slip.against)), class_="num"),
    )


def _left_open(edition: Edition, collation: Collation) -> Markup | None:
    """Numbers that an account prints as the one compared with does, of what may be another thing: people must say."""
    rows = [
        (
            tag("th", _outlet(edition, account), scope="row"),
            tag("td", _fact(edition, collation, cell.fact)),
            tag("td", _value(edition, collation.expected(cell.fact)), class_="num"),
            tag("td", *_words(edition, account, cell.sentence)),
        )
        for account, cell in collation.left_open()
    ]
    head = tuple(edition.text(f"departure-{name}") for name in ("account", "fact", "reference", "sentence"))
    return edition.table(edition.text("departures-open"), head, rows) if rows else None


def _added(edition: Edition, collation: Collation) -> Markup | None:
    rows = [
        (
            tag("th", _fact(edition, collation, fact), scope="row"),
            tag("td", _value(edition, value), class_="num"),
            tag("td", edition.listed([_outlet(edition, account) for account in accounts])),
        )
        for fact in collation.facts
        if collation.added(fact)
        for value, accounts in collation.tally(fact).items()
    ]
    head = (edition.text("added-figure"), edition.text("added-value"), edition.text("shared-accounts"))
    return edition.table(edition.text("added-figures"), head, rows) if rows else None


def _how(edition: Edition, found: Difference, of: str) -> str:
    return edition.text("difference", kind=_id(found), of=of)


def _id(kind: Difference | Telling) -> str:
    return kind.name.lower().replace("_", "-")


def _claim(edition: Edition, row: Row) -> str | Markup:
    known = {claim.id: claim.label for claim in edition.evidence.story.claims}
    if row.claim in known:
        return edition.plain(known[row.claim], f"claims.{row.claim}")
    return wording(edition, edition.evidence.story.account(row.account))


def _fact(edition: Edition, collation: Collation, fact: str) -> str:
    return short(edition, fact, collation.facts)


def _outlet(edition: Edition, account: str) -> str:
    return edition.words(edition.evidence.story.account(account).outlet, "outlet")


def _value(edition: Edition, value: Interval | None) -> str:
    return "–" if value is None else edition.wording.value(value, "count")
