"""Tallies: how many accounts say this or that, and how many places a figure covers. Counted, never typed.

A tally is a number like any other: it has a name for prose, a note that lists what was counted, and a place in the
ledger. ``tables/numbers.csv`` holds the numbers of the story; these follow from who is compared and are named here:

- ``accounts``, ``others``: all accounts compared; all but the lead;
- ``others-failing``: those among the others on whose own figures a check fails;
- ``others-claiming-CLAIM``: those whose wording makes that claim;
- ``others-giving-FACT``, ``others-same-FACT``: those that give the figure; those that give the lead's;
- ``baselines``: figures that the comparison can be made with, those that every reading refuses left out;
- ``places-FACT``: places that a figure covers, where there are several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nisba.checking.numbers import Number, Status
from nisba.checking.verdicts import Verdict
from nisba.explaining.evidence import Evidence
from nisba.gathering import Account, Words
from nisba.intervals import Interval


@dataclass(frozen=True, slots=True)
class Tally:
    """A counted number.

    Args:
        number: the number, computed.
        kind: what is counted: the message ``counted-<kind>`` says it.
        about: the claim, fact or figure that it is counted for, in the story's words; empty where there is none.
        members: what was counted, in the story's words.
    """

    number: Number
    kind: str
    about: Words
    members: tuple[Words, ...]


def tallies(evidence: Evidence) -> Mapping[str, Tally]:
    """Every tally that a story allows, by name."""
    return {tally.number.id: tally for tally in (*_accounts(evidence), *_baselines(evidence), *_places(evidence))}


def _tally(id: str, kind: str, members: list[Words], about: Words | None = None) -> Tally:
    number = Number(id, Status.COMPUTED, Interval.exactly(len(members)))
    return Tally(number, kind, about or {}, tuple(members))


def _accounts(evidence: Evidence) -> Iterator[Tally]:
    story = evidence.story
    others = [account for account in story.accounts if account.id != story.lead.id]
    if not story.accounts:
        return
    failing = {check.account for check in evidence.checks if check.verdict is Verdict.FAILS}
    yield _tally("accounts", "accounts", [account.outlet for account in story.accounts])
    yield _tally("others", "others", _outlets(others))
    yield _tally("others-failing", "failing", [account.outlet for account in others if account.id in failing])
    for claim in story.claims:
        claiming = [account.outlet for account in others if account.claim == claim.id]
        yield _tally(f"others-claiming-{claim.id}", "claiming", claiming, claim.label)
    for fact in story.facts:
        giving = [account for account in others if fact.id in account.figures]
        own = evidence.numbers[fact.id].value if fact.id in evidence.numbers else None
        same = [account for account in giving if account.figures[fact.id] == own]
        yield _tally(f"others-giving-{fact.id}", "giving", _outlets(giving), fact.label)
        yield _tally(f"others-same-{fact.id}", "same", _outlets(same), fact.label)


def _baselines(evidence: Evidence) -> Iterator[Tally]:
    """The figures for the comparison that some reading does not refuse."""
    usable = {found.baseline for found in evidence.findings if any(not cell.refused for cell in found.cells)}
    sources = [cited.source for cited in evidence.story.cited if cited.id in usable]
    if sources:
        yield _tally("baselines", "baselines", sources)


def _places(evidence: Evidence) -> Iterator[Tally]:
    names = evidence.story.places
    for fact in evidence.story.facts:
        where = evidence.numbers[fact.id].scope.where if fact.id in evidence.numbers else frozenset()
        if len(where) > 1:
            order = [*(place for place in names if place in where), *sorted(where - set(names))]
            covered = [names.get(place, dict.fromkeys(evidence.story.languages, place)) for place in order]
            yield _tally(f"places-{fact.id}", "places", covered, fact.label)


def _outlets(accounts: list[Account]) -> list[Words]:
    return [account.outlet for account in accounts]
