"""Witnesses: accounts whose texts lie in the story's folder. Their figures are found by lining each up with the lead account.

What a person writes into ``accounts.csv`` comes first. A number that the two texts print alike of things that they do not
name alike is left open, for a person to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nisba.checking.claims import quoted
from nisba.checking.matching import alike, paired, stated_multiple
from nisba.checking.numbers import Number, Status
from nisba.gathering import Account, ClaimKind, Story
from nisba.reading import Quantity, Report, Unread, read_quantities, read_report

Text = tuple[Report, Sequence[Quantity | Unread]]


@dataclass(frozen=True, slots=True)
class Witness:
    """What the text of one account gives.

    Args:
        report: its text.
        numbers: its figures, each with the characters that give it, under the ids of the facts.
        open: of what prints the number of a fact but may tell something else: the id of the fact and the characters.
        claim: id of the one kind of claim that its multiple makes; empty where it makes none, or several could be meant.
    """

    report: Report
    numbers: tuple[Number, ...]
    open: tuple[tuple[str, Quantity], ...]
    claim: str


def witness(story: Story, account: Account, lead: Text, facts: Iterable[Number]) -> Witness:
    """Read an account's text, and find in it what the story calls its facts.

    Args:
        story: what people supplied.
        account: one of its accounts, whose ``file`` is in the story's folder.
        lead: the lead account and its quantities.
        facts: the lead account's numbers.

    Raises:
        ReportError: the file is missing, empty or no text.
    """
    path = story.folder / account.file
    report = read_report(path, name=account.id, language=account.language or "und", date=story.lead.date)
    theirs: Text = report, read_quantities(report)
    pairs = paired(lead, theirs)
    numbers, left = [], []
    for fact in facts:
        for mine, yours in pairs:
            if fact.quote is None or not (fact.quote.span.start <= mine.span.start < fact.quote.span.end):
                continue
            if alike(mine, yours) and yours.value is not None:
                quote = quoted(yours, report)
                numbers.append(Number(fact.id, Status.CITED, yours.value, fact.scope, quote, account.id))
            else:
                left.append((fact.id, yours))
    return Witness(report, tuple(numbers), tuple(left), _claim(story.claims, theirs))


def with_texts(story: Story, lead: Text, facts: Sequence[Number]) -> tuple[Account, ...]:
    """The story's accounts with the figures of their texts, and the lead account where it has no row of its own.

    Args:
        story: what people supplied.
        lead: the lead account and its quantities.
        facts: its numbers.

    Returns:
        nothing where the story has no accounts, for one alone cannot be compared.
    """
    if not story.accounts:
        return ()
    held = [
        _filled(account, witness(story, account, lead, facts)) if account.file else account
        for account in story.accounts
    ]
    if all(account.id != story.lead.id for account in held):
        held.append(replace(story.account(story.lead.id), figures={fact.id: fact.value for fact in facts}))
    return tuple(held)


def _filled(account: Account, found: Witness) -> Account:
    figures = {number.id: number.value for number in found.numbers}
    sentences = {
        number.id: found.report.words(number.quote.sentence)
        for number in found.numbers
        if number.quote and number.id not in account.figures
    }
    return replace(
        account, figures={**figures, **account.figures}, sentences=sentences, claim=account.claim or found.claim
    )


def _claim(kinds: Iterable[ClaimKind], text: Text) -> str:
    stated = stated_multiple(text)
    if stated is None:
        return ""
    multiple, told = stated
    fitting = [kind.id for kind in kinds if kind.multiple == multiple.value and kind.told == told]
    return fitting[0] if len(fitting) == 1 else ""
