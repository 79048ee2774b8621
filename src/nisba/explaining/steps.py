"""Steps: the way of one number from its source to its wording: sentence, quantity, claim, operation, wording.

A computed number has no sentence of its own: its operands lead to theirs. A figure cited from elsewhere has the line on its
source in place of a sentence, and was entered by a person in place of being read.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from nisba.checking.checks import Check
from nisba.checking.numbers import Number, Status
from nisba.explaining.edition import CLASSES, Edition
from nisba.explaining.markup import join, tag, visible
from nisba.explaining.quoting import hedge, marked, quotation
from nisba.explaining.sourced import chain, provenance, source
from nisba.explaining.wording import DECIMALS, LANDMARKS, rounded
from nisba.explaining.workings import formula_markup, is_rounded, remark
from nisba.gathering import Cited, Fact
from nisba.intervals import Interval
from nisba.reading.report import Report


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a number's way.

    Args:
        name: ``sentence``, ``source``, ``quantity``, ``claim``, ``operation`` or ``wording``.
        shown: what readers of every page see of it; may be empty.
        detail: what a reviewer sees besides.
    """

    name: str
    shown: Markup
    detail: Markup


def steps(edition: Edition, number: Number) -> tuple[Step, ...]:
    """The way of a number, in order."""
    return (*_STEPS[number.status](edition, number), _wording(edition, number))


def _reported(edition: Edition, number: Number) -> tuple[Step, ...]:
    quote = number.quote
    if quote is None:
        return ()
    report, lead = edition.evidence.reports[quote.account], edition.evidence.story.lead
    fact = edition.evidence.fact(number.id)
    own = quote.account == lead.id
    outlet = edition.words(lead.outlet, "lead.outlet") if own else quote.account
    said_by = edition.words(fact.said_by) if fact and fact.said_by else ""
    links = [link.strip() for link in said_by.split("|") if link.strip()]
    place = edition.text("paragraph", outlet=outlet, number=str(quote.paragraph))
    found = lead.original.place(quote.paragraph + 1) if lead.original and own else None
    if found and lead.original:
        page, nth = map(str, found)
        place = edition.text("page-of", outlet=outlet, page=page, file=lead.original.file, number=nth)
    said = join(
        quotation(edition, report, quote.sentence, [quote.span]),
        _translation(edition, number, report),
        tag("p", source(edition, place, lead.address if own else "")),
        chain(edition, [*links, *([] if outlet in links else [outlet])]),
    )
    doubt = tag("p", edition.text("doubtful"), class_="doubt") if number.doubtful else None
    worth = join(_instead(edition, fact), hedge(edition, number.value, own=bool(quote.hedge)), doubt)
    file = tag("bdi", lead.file if own else edition.evidence.story.account(quote.account).file or quote.account)
    span = {"start": str(quote.span.start), "end": str(quote.span.end)}
    return (
        Step("sentence", said, edition.say("step-characters", file=file, **span)),
        Step("quantity", worth, _read(edition, number)),
        _claim(edition, number),
        _operation(edition, number),
    )


def _read(edition: Edition, number: Number) -> Markup:
    """What our reader made of the characters: value, kind, hedge."""
    quote = number.quote
    held = [
        item
        for item in edition.evidence.quantities
        if quote and quote.span.start <= item.span.start and item.span.end <= quote.span.end
    ]
    if not held or not quote or quote.account != edition.evidence.story.lead.id:
        return edition.say("step-value", value=edition.wording.value(number.value, number.show))
    read, lead = held[0], edition.evidence.lead
    value = edition.wording.value(read.value or Interval(None, None), "count")
    surface = tag("bdi", visible(read.surface), lang=lead.language)
    told = edition.say("step-read", words=surface, value=value, kind=edition.text("kind", kind=str(read.kind)))
    if not read.hedge:
        return told
    return join(told, " ", edition.say("step-hedge", hedge=tag("bdi", visible(read.hedge), lang=lead.language)))


def _claim(edition: Edition, number: Number) -> Step:
    """What the number counts, where and when, and who settled it."""
    scope = number.scope
    parts = [
        _counted(edition, scope.what),
        edition.places(scope.where),
        edition.wording.period(scope.when) if scope.when else "",
    ]
    told = edition.text("short-between").join(part for part in parts if part) or edition.text("step-no-scope")
    fact = edition.evidence.fact(number.id)
    said = "" if fact is None else "step-settled" if fact.settled else "step-named"
    settled = edition.say(said) if said else None
    return Step("claim", Markup(), join(told, ".", " " if settled else None, settled))


def _counted(edition: Edition, what: str) -> str:
    """What is counted, where the story has a word for it."""
    whole = what.removeprefix("multiple of ")
    if whole not in edition.evidence.story.measures:
        return ""
    measure = edition.measure(whole)
    return measure if whole == what else edition.text("step-multiple", measure=measure)


def _operation(edition: Edition, number: Number) -> Step:
    """Nothing is done to a number that was read; what is done with it, and which checks it stands in."""
    if edition.kind != "methodology":  # else each would get a note of its own on the page
        return Step("operation", Markup(), Markup())
    formulas = [edition.evidence.numbers.get(formula.id) for formula in edition.evidence.story.formulas]
    uses = [one for one in formulas if one and number.id in one.operands]
    links = [_to(edition, edition.ledger.mention(one.id)) for one in uses]
    into = edition.say("step-into", numbers=join(*links, by=edition.text("short-between"))) if links else None
    lead = edition.evidence.story.lead.id
    held = [check for check in edition.evidence.checks if check.account == lead and _stands_in(number, check)]
    checks = [edition.text("check-said", kind=check.kind, verdict=str(check.verdict)) for check in held]
    way = tag("a", edition.text("step-checks"), href="#checks")
    judged = edition.say("step-checked", checks=way, verdicts=edition.listed(list(dict.fromkeys(checks))))
    fact = edition.evidence.fact(number.id)
    done = edition.text("step-replaced" if fact is not None and fact.instead is not None else "step-as-is")
    return Step("operation", Markup(), join(done, into, judged if checks else None, by=" "))


def _stands_in(number: Number, check: Check) -> bool:
    return number.id == check.total or number.id in check.parts


def _to(edition: Edition, number: Number) -> Markup:
    return tag("a", edition.written(number), class_=CLASSES[number.status], href=f"#n-{number.id}")


def _instead(edition: Edition, fact: Fact | None) -> Markup:
    """That a person works with another value than the printed one, and why."""
    if fact is None or fact.instead is None:
        return Markup()
    return tag("p", edition.say("instead", because=edition.title(fact.because, "because")), class_="caveat")


def _translation(edition: Edition, number: Number, report: Report) -> Markup:
    ours = "" if report.language == edition.language else edition.evidence.translation(number, edition.language)
    return tag("p", edition.text("translation"), " ", ours, class_="tr") if ours else Markup()


def _cited(edition: Edition, number: Number) -> tuple[Step, ...]:
    evidence = edition.evidence
    cited, release, account = evidence.cited(number), evidence.release(number), evidence.account(number)
    if cited:
        said, file = _from_citation(edition, cited), "cited.toml"
    elif release:
        who = edition.words(release.source, "source")
        said, file = provenance(edition, "", who, release.address, release.read_on), "releases.csv"
    elif account:
        who = edition.words(account.outlet, "outlet")
        said, file = provenance(edition, "", who, account.address, account.read_on), "accounts.csv"
    else:
        return ()
    value = edition.wording.value(number.value, number.show)
    entered = edition.say("step-entered", value=value, file=tag("code", file), entry=tag("code", number.citation or ""))
    return (
        Step("source", said, Markup()),
        Step("quantity", hedge(edition, number.value, own=False), entered),
        _claim(edition, number),
        _operation(edition, number),
    )


def _from_citation(edition: Edition, cited: Cited) -> Markup:
    words = edition.words(cited.words) if cited.words else ""
    said_by = edition.words(cited.said_by) if cited.said_by else ""
    caveat = edition.words(cited.caveat) if cited.caveat else ""
    ours = tag("span", edition.text("in-our-words"), class_="ours")
    return join(
        tag("blockquote", ours, " ", marked(words, cited.value), class_="q") if words else None,
        tag("p", caveat, class_="caveat") if caveat else None,
        provenance(edition, said_by, edition.words(cited.source, "source"), cited.address, cited.read_on),
    )


def _computed(edition: Edition, number: Number) -> tuple[Step, ...]:
    if number.id in edition.tallies:
        members = [tag("li", edition.plain(words)) for words in edition.tallies[number.id].members]
        shown = tag("ul", members, class_="counted") if members else tag("p", edition.text("counted-none"))
        return (Step("operation", shown, edition.say("step-counted")),)
    formula = edition.evidence.formula(number.id)
    note_words = remark(edition, formula.note) if formula and formula.note else None
    ranged = number.value.is_bounded and number.value.value is None and _doubted(edition, number)
    shown = join(
        tag("p", formula_markup(edition, number), class_="f"),
        _exact(edition, number),
        hedge(edition, number.value, own=False),
        tag("p", edition.text("range-from-doubt")) if ranged else None,
        tag("p", note_words) if note_words else None,
    )
    names = tag("code", number.formula or "")
    return (Step("operation", shown, edition.say("step-formula", formula=names)),)


def _exact(edition: Edition, number: Number) -> Markup:
    """The value before rounding, where the shown one is rounded."""
    value = number.value.value
    if value is None or not is_rounded(number):
        return Markup()
    fraction = tag("bdi", edition.wording.localised(str(value)), dir="ltr")
    return tag("p", edition.say("exact", fraction=fraction), class_="exact")


def _doubted(edition: Edition, number: Number) -> bool:
    operands = [edition.ledger.number(id) for id in number.operands]
    return any(operand.doubtful or _doubted(edition, operand) for operand in operands)


def _calendar(edition: Edition, number: Number) -> tuple[Step, ...]:
    period = number.scope.when
    shown = tag("p", edition.text("calendar", period=edition.wording.period(period))) if period else Markup()
    return (Step("operation", shown, edition.say("step-formula", formula=tag("code", number.formula or ""))),)


def _wording(edition: Edition, number: Number) -> Step:
    """How the value is printed, and by which rule."""
    exact, shown = number.value.value, tag("b", edition.written(number))
    if exact is None or not is_rounded(number):
        return Step("wording", Markup(), edition.say(f"step-printed{_ends(number.value)}", shown=shown))
    scale = 100 if number.show == "percent" else 1
    against = [mark * scale for mark in (*LANDMARKS, *(edition.evidence.thresholds if number.show == "ratio" else ()))]
    places = rounded(exact * scale, DECIMALS[number.show], against)[1]
    said = edition.say("step-rounded", shown=shown, count=places, places=str(places))
    return Step("wording", Markup(), said)


def _ends(value: Interval) -> str:
    if value.value is not None:
        return ""
    if value.is_bounded:
        return "-range"
    return "-unknown" if value.lo is None and value.hi is None else "-open"


_STEPS = {
    Status.REPORTED: _reported,
    Status.CITED: _cited,
    Status.COMPUTED: _computed,
    Status.CALENDAR: _calendar,
}
