"""Alarms: all that a story's stages find wrong with it, run one after another in this process, the cheapest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from nisba.checking import (
    Check,
    Number,
    base_of,
    check_account,
    collate,
    doubted,
    judge,
    numbers_of,
    rates,
    rest_checks,
    settle,
    with_texts,
    work_out,
)
from nisba.checking.accounts import Collation
from nisba.checking.checks import with_support
from nisba.checking.claims import release_numbers
from nisba.checking.echoes import mismatches
from nisba.checking.inferred import relations
from nisba.checking.readings import Finding, over_baselines
from nisba.checking.verdicts import Robustness, Verdict
from nisba.errors import NisbaError
from nisba.explaining import Evidence, explainer, methodology
from nisba.gathering import Account, Story, load_story
from nisba.reading import Quantity, Report, Unread, lead_report, read_quantities

_PAGES = {"explainer": explainer, "methodology": methodology}


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing found wrong.

    Args:
        check: which check says so, such as ``sum-killed``; of a stage that refused to go on, the stage.
        message: what it says; another message of the same check is another alarm.
        account: id of the other account that it is about; empty where it is about the story's own.
    """

    check: str
    message: str
    account: str = ""


def of_report(report: Report, quantities: tuple[Quantity | Unread, ...]) -> Iterator[Alarm]:
    """What the words of one report alone give away: relations that fail, numerals that cannot be read."""
    for relation in relations(report, quantities):
        if relation.verdict is Verdict.FAILS:
            yield Alarm(f"relation {relation.check.kind}", relation.why)
    for quantity in quantities:
        if isinstance(quantity, Unread):
            yield Alarm("unread", f"{quantity.surface}: {quantity.reason}")


def of_story(root: Path, name: str, file: str = "") -> Iterator[Alarm]:
    """What a story's stages give away, from its files to its pages; a stage that refuses ends those that need it.

    Args:
        root: the project, or a copy of it with this story alone.
        name: the story.
        file: the file that was changed: of pages, only those it can bear on are written; all, where it is not said.
    """
    stage = "files"
    try:
        story = load_story(root, name)
        stage, lead = "reading", story.lead
        report = lead_report(story)
        quantities = _quantities(report)
        stage = "quotes"
        facts = settle(story, report, quantities)
        accounts = with_texts(story, (report, quantities), facts)
        checks = _checks(story, facts, accounts)
        yield from _of_checks(checks, lead.id)
        if file in ("", lead.file):  # the words of an unchanged account say what they said
            yield from of_report(report, quantities)
        collation = _collation(story, facts, accounts)
        yield from _of_accounts(collation, lead.id)
        stage = "echoes"
        yield from (Alarm(found.kind, str(found)) for found in mismatches(story, report, quantities, facts))
        stage = "formulas"
        numbers = work_out(story, doubted(facts, checks), baseline="", counting="days")
        findings = judge(story, numbers)
        yield from _of_findings(story, findings)
        stage = "pages"
        evidence = _evidence(story, report, quantities, numbers, checks, findings, collation)
        yield from _of_pages(evidence, file)
    except NisbaError as error:
        # Each copy of the story lies elsewhere, and where it lies is no news.
        yield Alarm(stage, str(error).replace(str(root), ""))


@lru_cache(maxsize=4)  # most faults are in other files than the account, whose words then say what they said
def _quantities(report: Report) -> tuple[Quantity | Unread, ...]:
    return read_quantities(report)


def _checks(story: Story, facts: tuple[Number, ...], accounts: tuple[Account, ...]) -> tuple[Check, ...]:
    named = {number.id: number for number in facts}
    own = with_support(check_account(story.lead.id, facts, story.facts), accounts)
    others = [account for account in accounts if account.id != story.lead.id]
    theirs = [check for one in others for check in check_account(one.id, numbers_of(one, named), story.facts)]
    series = check_account("releases", release_numbers(story.releases), ())
    return (*own, *theirs, *series, *rest_checks(story.releases, story.flows))


def _of_checks(checks: tuple[Check, ...], lead: str) -> Iterator[Alarm]:
    for check in checks:
        if check.verdict is Verdict.FAILS:
            said = f"{check.account}: says {check.says}, computed {check.computed}"
            yield Alarm(check.id, said, _other(check.account, lead))


def _other(account: str, lead: str) -> str:
    return "" if account in (lead, "releases", "rests") else account


def _collation(story: Story, facts: tuple[Number, ...], accounts: tuple[Account, ...]) -> Collation | None:
    if not accounts:
        return None
    return collate(accounts, story.reference, facts=facts, claims=story.claims, base=base_of(story))


def _of_accounts(collation: Collation | None, lead: str) -> Iterator[Alarm]:
    if collation is None:
        return
    for account, cell in collation.departures():
        yield Alarm(
            "accounts",
            f"{account}, {cell.fact}: prints {cell.value}, {cell.difference} {cell.of}".strip(),
            _other(account, lead),
        )
    for row in collation.rows:
        other = _other(row.account, lead)
        if row.own is not None:
            yield Alarm("accounts", f"{row.account}: claims {row.claim}, its own figures come to {row.own}", other)
        if row.claim_differs:
            yield Alarm("accounts", f"{row.account}: claims {row.claim}, {row.claim_difference}, {row.telling}", other)


def _of_findings(story: Story, findings: tuple[Finding, ...]) -> Iterator[Alarm]:
    """Statements that fail under every reading with every figure that can be compared."""
    for statement in story.statements:
        if over_baselines(findings, statement.id) is Robustness.FALSE:
            yield Alarm("readings", f"{statement.id} {Robustness.FALSE}")


def _evidence(
    story: Story,
    report: Report,
    quantities: tuple[Quantity | Unread, ...],
    numbers: Mapping[str, Number],
    checks: tuple[Check, ...],
    findings: tuple[Finding, ...],
    collation: Collation | None,
) -> Evidence:
    return Evidence(
        story,
        {story.lead.id: report},
        numbers,
        quantities=tuple(found for found in quantities if isinstance(found, Quantity)),
        unread=tuple(found for found in quantities if isinstance(found, Unread)),
        checks=tuple(check for check in checks if check.account not in ("releases", "rests")),
        findings=findings,
        collation=collation,
        rates=rates(story.releases, story.flows),
        parameters={"baseline": "", "counting": "days", "reading": "every"},
    )


def _of_pages(evidence: Evidence, file: str) -> Iterator[Alarm]:
    names = [f"{kind}.{language}.md" for kind in _PAGES for language in evidence.story.languages]
    for name in names if file not in names else [file]:
        kind, language, _ = name.split(".")
        if file and file not in names and kind != "explainer":
            continue  # the methodology writes the explainer's numbers again; for other files one of the two is enough
        try:
            _PAGES[kind](evidence, language, draw=False)
        except NisbaError as error:
            yield Alarm("gate", f"{name}: {error}".replace(str(evidence.story.folder), ""))


def first_new(alarms: Iterator[Alarm], known: frozenset[Alarm]) -> Alarm | None:
    """The first alarm that was not there before the fault, if any."""
    return next((alarm for alarm in alarms if alarm not in known), None)
