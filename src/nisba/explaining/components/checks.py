"""Whether the numbers add up: one row a check, each number tied, each verdict with a shape and a word."""

from __future__ import annotations

from markupsafe import Markup

from nisba.checking.checks import Check
from nisba.checking.numbers import Number
from nisba.checking.remainders import place_checks
from nisba.checking.repairs import Repair
from nisba.checking.verdicts import Verdict
from nisba.errors import FormulaError
from nisba.explaining.components.hero import VERDICTS
from nisba.explaining.edition import Edition
from nisba.explaining.markup import join, tag
from nisba.explaining.prose import Directive, Writer

_SIGNS = {"sum": (" + ", " + "), "difference": (" − ", " - "), "share": (" ÷ ", " / "), "multiple": (" ÷ ", " / ")}
"""How each kind of check is written for readers, and in formulas."""


def checks(edition: Edition, _writer: Writer, directive: Directive) -> Markup:
    """``::: checks`` or ``::: checks ID …``: all checks, or those named."""
    wanted = directive.argument.split()
    lead = edition.evidence.story.lead.id
    known = {check.id: check for check in edition.evidence.checks if check.account == lead}
    if not edition.evidence.story.lead.held:
        story = edition.evidence.story
        known = {check.id: check for check in place_checks(story.releases, story.flows)}
    for name in wanted:
        if name not in known:
            raise FormulaError(name, f"there is no check {name}", f"known: {', '.join(known) or 'none'}")
    shown = [known[name] for name in wanted] or list(known.values())
    if not shown:
        return tag("p", edition.text("checks-none" if edition.evidence.story.lead.held else "no-report"))
    head = tag(
        "thead",
        tag("tr", [tag("th", edition.text(f"check-{name}"), scope="col") for name in ("what", "sum", "result")]),
    )
    body = tag("tbody", [row(edition, check) for check in shown])
    caption = tag("caption", edition.text("checks"), class_="vh")
    return tag("table", caption, head, body, class_="chk")


def row(edition: Edition, check: Check) -> Markup:
    """One check: what is checked, its sum, and what comes of it."""
    said = edition.text("check-said", kind=check.kind, verdict=str(check.verdict))
    return tag(
        "tr",
        tag("td", edition.given(subject(edition, check))),
        tag("td", tag("span", arithmetic(edition, check), class_="s") if check.parts else arithmetic(edition, check)),
        tag("td", edition.verdict(VERDICTS[check.verdict], said)),
    )


def subject(edition: Edition, check: Check) -> str:
    """What a check is about: the whole it adds up to, or the part it compares with its whole."""
    numbers = edition.ledger.numbers
    names = [numbers[id] for id in (check.total, *check.parts) if id in numbers]
    if check.kind == "part" and check.parts and check.parts[0] in numbers and check.total in numbers:
        part, whole = numbers[check.parts[0]], numbers[check.total]
        return edition.text("check-part", part=edition.label(part), whole=edition.label(whole))
    return edition.label(names[0]) if names else check.id


def arithmetic(edition: Edition, check: Check) -> Markup:
    """The sum with tied numbers, such as ``13 + 30 = 43 ≠ 44``."""
    if not check.parts:
        return tag("span", edition.text("check-missing", kind=check.kind))
    parts = [edition.tie(id) for id in check.parts]
    total = edition.tie(check.total)
    if check.kind == "part":
        sign = {Verdict.HOLDS: " ≤ ", Verdict.FAILS: " > ", Verdict.UNDECIDED: " ? "}[check.verdict]
        return join(join(*parts, by=", "), sign, total)
    left = join(*parts, by=_SIGNS.get(check.kind, (", ", ""))[0])
    if check.verdict is Verdict.HOLDS:
        return join(left, " = ", total)
    if check.verdict is Verdict.UNDECIDED:
        return join(left, " ? ", total)
    came_to = _computed(edition, check)
    unequal = tag("span", "≠", class_="ne")
    return join(left, " = ", came_to, " ", unequal, " ", total) if came_to else join(left, " ", unequal, " ", total)


def _computed(edition: Edition, check: Check) -> Markup | None:
    """What the parts come to, tied to its own sum; None where the formula language has no word for the kind of check."""
    sign = _SIGNS.get(check.kind, ("", ""))[1]
    if not sign:
        return None
    total = edition.ledger.numbers.get(check.total)
    try:
        number: Number = edition.ledger.computed(sign.join(check.parts), total.show if total else "count")
    except FormulaError:
        return None
    return edition.tie(number)


def repairs(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: repairs``: for each failed check, the single numbers whose change would mend it, and who prints them so."""
    lead = edition.evidence.story.lead.id
    failed = [check for check in edition.evidence.checks if check.repairs and check.account == lead]
    if not failed:
        return tag("p", edition.text("repairs-none")) if edition.evidence.story.lead.held else Markup()
    rows = [_repair(edition, check, repair) for check in failed for repair in check.repairs]
    head = tuple(edition.text(f"repair-{name}") for name in ("check", "number", "was", "becomes", "slip", "accounts"))
    return edition.table(edition.text("repairs"), head, rows)


def _repair(edition: Edition, check: Check, repair: Repair) -> tuple[Markup, ...]:
    number = edition.ledger.number(repair.number)
    outlets = [edition.words(edition.evidence.story.account(id).outlet, "outlet") for id in repair.accounts]
    return (
        tag("th", subject(edition, check), scope="row"),
        tag("td", edition.label(number)),
        tag("td", edition.tie(number), class_="num"),
        tag("td", edition.wording.value(repair.becomes, number.show), class_="num"),
        tag("td", edition.text("slip", kind=repair.slip)),
        tag(
            "td",
            edition.text("printed-by", count=len(outlets), shown=str(len(outlets)), outlets=edition.listed(outlets)),
        ),
    )


def others(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: others``: the same checks on the figures of the other accounts."""
    lead = edition.evidence.story.lead.id
    found = [check for check in edition.evidence.checks if check.account != lead]
    if not found:
        return tag("p", edition.text("others-none"))
    head = tuple(edition.text(f"other-{name}") for name in ("account", "what", "says", "computed", "result"))
    failed = [_other(edition, check) for check in found if check.verdict is Verdict.FAILS]
    first = (
        edition.table(edition.text("others-failed"), head, failed) if failed else tag("p", edition.text("others-hold"))
    )
    every = edition.table(edition.text("others"), head, [_other(edition, check) for check in found])
    return join(first, tag("details", tag("summary", edition.text("others-show")), every))


def _other(edition: Edition, check: Check) -> tuple[Markup, ...]:
    outlet = edition.words(edition.evidence.story.account(check.account).outlet, "outlet")
    total = edition.ledger.numbers.get(check.total)
    show = total.show if total else "count"
    said = edition.text("check-said", kind=check.kind, verdict=str(check.verdict))
    return (
        tag("th", outlet, scope="row"),
        tag("td", subject(edition, check)),
        tag("td", edition.wording.value(check.says, show), class_="num"),
        tag("td", edition.wording.value(check.computed, show), class_="num"),
        tag("td", edition.verdict(VERDICTS[check.verdict], said)),
    )
