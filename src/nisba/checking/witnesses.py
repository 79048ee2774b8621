"""Witnesses: accounts whose texts lie in the story's folder. Their figures are found by lining each up with the lead account.

What a person writes into ``accounts.csv`` comes first, and what a person quotes of the text in ``story.toml`` next. A number that
the two texts print alike of things that they do not name alike is left open, for a person to say so by quoting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nisba.checking.claims import quoted, quoted_number
from nisba.checking.matching import alike, paired, stated_multiple
from nisba.checking.numbers import Number, Status
from nisba.errors import StoryError
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
        StoryError: words that a person quotes of it are not in it once, or hold no number or several.
    """
    path = story.folder / account.file
    report = read_report(path, name=account.id, language=account.language or "und", date=story.lead.date)
    theirs: Text = report, read_quantities(report)
    pairs, languages = paired(lead, theirs), (lead[0].language, report.language)
    said = {fact.id: fact.elsewhere[account.id] for fact in story.facts if account.id in fact.elsewhere}
    numbers, left = [], []
    for fact in facts:
        if fact.id in said:
            numbers += _settled(story, fact, said[fact.id], theirs)
            continue
        for mine, yours in pairs:
            if fact.quote is None or not (fact.quote.span.start <= mine.span.start < fact.quote.span.end):
                continue
            if alike(mine, yours, languages):
                numbers.append(_number(fact, yours, report))
            else:
                left.append((fact.id, yours))
    return Witness(report, tuple(numbers), tuple(left), _claim(story.claims, theirs))


def _settled(story: Story, fact: Number, quote: str, text: Text) -> list[Number]:
    """What a person says by quoting the account; nothing where the person says that it does not give the fact."""
    report, quantities = text
    key = f"[facts.{fact.id}] elsewhere.{report.name}"
    return [_number(fact, quoted_number(story, key, quote, report, quantities), report)] if quote else []


def _number(fact: Number, found: Quantity, report: Report) -> Number:
    if found.value is None:
        raise TypeError(f"{found.surface!r} has no value, and was not chosen")
    return Number(fact.id, Status.CITED, found.value, fact.scope, quoted(found, report), report.name)


def with_texts(story: Story, lead: Text, facts: Sequence[Number]) -> tuple[Account, ...]:
    """The story's accounts with the figures of their texts, and the lead account where it has no row of its own.

    Args:
        story: what people supplied.
        lead: the lead account and its quantities.
        facts: its numbers.

    Returns:
        nothing where the story has no accounts, for one alone cannot be compared.

    Raises:
        ReportError: a text is missing, empty or no text.
        StoryError: a fact quotes an account of which no text is held, or words that it has not once with one number.
    """
    if not story.accounts:
        return ()
    _refuse_unknown(story)
    held = [
        _filled(account, witness(story, account, lead, facts)) if account.file else account
        for account in story.accounts
    ]
    if all(account.id != story.lead.id for account in held):
        held.append(replace(story.account(story.lead.id), figures={fact.id: fact.value for fact in facts}))
    return tuple(held)


def _refuse_unknown(story: Story) -> None:
    held = {account.id for account in story.accounts if account.file}
    for fact in story.facts:
        for name in fact.elsewhere.keys() - held:
            raise StoryError(
                story.folder / "story.toml",
                f"[facts.{fact.id}] elsewhere names {name!r}, of which no text is held",
                f"quote one of {', '.join(sorted(held)) or 'none'}, or name the file of its text in accounts.csv",
            )


def _filled(account: Account, found: Witness) -> Account:
    figures = {number.id: number.value for number in found.numbers}
    sentences = {
        number.id: found.report.words(number.quote.sentence)
        for number in found.numbers
        if number.quote and number.id not in account.figures
    }
    given = {**figures, **account.figures}
    left = {
        fact: found.report.words(found.report.sentence(quantity.span.start))
        for fact, quantity in found.open
        if fact not in given
    }
    return replace(account, figures=given, sentences=sentences, open=left, claim=account.claim or found.claim)


def _claim(kinds: Iterable[ClaimKind], text: Text) -> str:
    stated = stated_multiple(text)
    if stated is None:
        return ""
    multiple, told = stated
    fitting = [kind.id for kind in kinds if kind.multiple == multiple.value and kind.told == told]
    return fitting[0] if len(fitting) == 1 else ""
