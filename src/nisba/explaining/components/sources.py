"""Where everything was read: the lead account by its hash, figures cited from elsewhere, every account, caveats."""

from __future__ import annotations

import unicodedata

from markupsafe import Markup

from nisba.explaining.edition import Edition
from nisba.explaining.markup import direction, join, tag, visible
from nisba.explaining.prose import Directive, Writer
from nisba.explaining.sourced import none_noted, read_cell, read_day, source
from nisba.gathering import Account, Lead, Words


def sources(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: sources``: the lead account as held, what its date rests on, and the releases of the series."""
    story = edition.evidence.story
    listed = _held(edition, story.lead) if story.lead.held else tag("p", edition.text("no-report"))
    if not story.releases:
        return listed
    days = {(edition.words(one.source, "source"), one.address): one.read_on for one in story.releases}
    silent = none_noted(edition, days.values())
    releases = [
        _release(edition, place, periods, None if silent else read_day(edition, days[place]))
        for place, periods in _releases(edition).items()
    ]
    return join(listed, tag("h3", edition.text("source-releases")), tag("ul", releases), silent)


def _held(edition: Edition, lead: Lead) -> Markup:
    held = _hash(lead.sha256)
    terms = [
        (edition.text("source-lead"), edition.words(lead.outlet, "lead.outlet")),
        (edition.text("source-language"), edition.tongue(lead.language)),
        (edition.text("source-held"), held),
        (
            edition.text("source-address"),
            _link(edition, lead.address) if lead.address else edition.text("source-no-address"),
        ),
        (edition.text("read-on-when"), read_day(edition, lead.read_on)),
        (edition.text("source-date"), _remark(edition, lead.date_note)),
    ]
    if lead.original:
        arrived = join(tag("bdi", edition.given(lead.original.file)), " ", _hash(lead.original.sha256))
        terms.insert(3, (edition.text("source-original"), arrived))
    return tag("dl", [join(tag("dt", term), tag("dd", said)) for term, said in terms], class_="facts")


def _hash(sha256: str) -> Markup:
    return tag("span", f"sha256 {sha256}", class_="hash")


def _releases(edition: Edition) -> dict[tuple[str, str], list[str]]:
    """The periods that each source and address gives."""
    found: dict[tuple[str, str], list[str]] = {}
    for release in edition.evidence.story.releases:
        periods = found.setdefault((edition.words(release.source, "source"), release.address), [])
        period = edition.wording.period(release.when)
        periods += [period] if period not in periods else []
    return found


def _release(edition: Edition, read_at: tuple[str, str], periods: list[str], read: Markup | None) -> Markup:
    who, address = read_at
    where = _link(edition, address) if address else edition.text("source-no-address")
    between = edition.text("note-between") if read else None
    return tag("li", edition.given(f"{who} ({edition.listed(periods)})"), ": ", where, between, read)


def cited(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: cited``: every figure cited from elsewhere, with who said it, where it was read, and its caveat."""
    entries = edition.evidence.story.cited
    if not entries:
        return tag("p", edition.text("cited-none"))
    silent = none_noted(edition, (entry.read_on for entry in entries))
    rows = []
    for entry in entries:
        number = edition.evidence.numbers.get(entry.id)
        value = edition.tie(number) if number else edition.wording.value(entry.value, "count")
        rows.append(
            (
                tag("th", edition.name(entry.label), scope="row"),
                tag("td", value, class_="num"),
                tag("td", edition.places(entry.where)),
                tag("td", source(edition, edition.words(entry.source, "source"), entry.address)),
                *([] if silent else [read_cell(edition, entry.read_on)]),
                tag("td", _remark(edition, entry.caveat)),
            )
        )
    head = [edition.text(f"cited-{name}") for name in ("figure", "value", "places", "source", "caveat")]
    head[4:4] = [] if silent else [edition.text("read-on-when")]
    return join(edition.table(edition.text("cited"), tuple(head), rows), silent)


def outlets(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: outlets``: every account with its address, its own wording of the claim, and what a reviewer should know."""
    accounts = edition.evidence.story.accounts
    if not accounts:
        return Markup()
    silent = none_noted(edition, (account.read_on for account in accounts))
    rows = [
        (
            tag("th", _outlet(edition.words(account.outlet, "outlet"), account.address), scope="row"),
            tag("td", edition.tongue(account.language)),
            tag("td", wording(edition, account)),
            tag("td", _announced(edition, account)),
            *([] if silent else [read_cell(edition, account.read_on)]),
            tag("td", _remark(edition, account.note)),
        )
        for account in accounts
    ]
    head = [edition.text(f"outlet-{name}") for name in ("name", "language", "wording", "date", "note")]
    head[4:4] = [] if silent else [edition.text("read-on-when")]
    return join(edition.table(edition.text("outlets"), tuple(head), rows), silent)


def wording(edition: Edition, account: Account) -> Markup:
    """An account's words in quotation marks where they are its own; our rendering of them, without, where they are not."""
    if not account.wording:
        return join("–")
    if edition.language in account.rendered:
        return edition.given(account.rendered[edition.language])
    arabic = any("ARABIC" in unicodedata.name(character, "") for character in account.wording)
    translated = arabic != (direction(account.language) == "rtl")
    spoken = account.language if not translated else "ar" if arabic else "en"
    return tag("span" if translated else "q", visible(account.wording), lang=spoken, dir=direction(spoken))


def _announced(edition: Edition, account: Account) -> Markup:
    """The day that an account gives, in the page's words where they are given, else in its own."""
    if not account.announced_on:
        return join("–")
    if edition.language in account.announced:
        return edition.given(account.announced[edition.language])
    return tag("span", visible(account.announced_on), lang="en", dir="ltr")


def caveats(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: caveats``: what the story says should be borne in mind."""
    found = [edition.sentence(words, "caveat") for words in edition.evidence.story.caveats]
    return tag("ul", [tag("li", words) for words in found]) if found else tag("p", edition.text("caveats-none"))


def _remark(edition: Edition, words: Words) -> Markup:
    return edition.given(edition.words(words, "note")) if words else join("–")


def _outlet(name: str, address: str) -> Markup:
    return tag("a", name, href=address) if address.startswith("https://") else join(name)


def _link(edition: Edition, address: str) -> Markup:
    """A host name that leads to its page; one without encryption is named, and the page says why it leads nowhere."""
    host = address.split("/")[2].removeprefix("www.") if "//" in address else address
    if address.startswith("https://"):
        return tag("a", tag("bdi", _host(host)), href=address)
    return join(tag("bdi", _host(host)), " ", edition.text("source-plain-http"))


def _host(host: str) -> Markup:
    """A host name, whose digits are part of the name."""
    return tag("span", host, class_="given")
