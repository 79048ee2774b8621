"""Wordings: the kind of claim that a person gives an account is the one that the account's own words make."""

from __future__ import annotations

from collections.abc import Iterator

from nisba.checking.echoes.mismatch import Mismatch
from nisba.checking.echoes.told import told
from nisba.checking.pace import told_as
from nisba.gathering import ClaimKind, Story
from nisba.intervals import Interval
from nisba.reading import Kind, Quantity
from nisba.reading.script import language_of


def mismatches(story: Story) -> Iterator[Mismatch]:
    """A mismatch for each account and kind of claim whose words give another multiple, or tell a pace as a fact."""
    kinds = {claim.id: claim for claim in story.claims}
    for claim in story.claims:
        for language, words in claim.label.items():
            yield from _judged(f"claims.{claim.id}", claim, f"claims.{claim.id}.label.{language}", words, language)
    for account in story.accounts:
        if account.wording and account.claim in kinds:
            place, language = f"accounts.{account.id}", language_of(account.wording)
            yield from _judged(f"{place}.claim", kinds[account.claim], f"{place}.wording", account.wording, language)


def _judged(place: str, claim: ClaimKind, echo: str, words: str, language: str) -> Iterator[Mismatch]:
    multiple = _multiple(words, language)
    # Several multiples, or none, are left open: "exceeds" has no number to compare with.
    if multiple and claim.multiple is not None and multiple != claim.multiple:
        yield Mismatch("wording", place, str(claim.multiple), echo, str(multiple))
    manner = told_as(words, language)
    if claim.told and manner != claim.told:
        yield Mismatch("wording", place, claim.told, echo, manner)


def _multiple(words: str, language: str) -> Interval | None:
    found = [q.value for q in told(words, language) if isinstance(q, Quantity) and q.kind is Kind.MULTIPLE and q.value]
    return found[0] if len(found) == 1 else None
