"""Citations: a figure is the one its own words give, and the one that the same page is cited for elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nisba.checking.claim_words import claim_words
from nisba.checking.claims import scope_of
from nisba.checking.echoes.mismatch import Mismatch
from nisba.checking.echoes.told import told
from nisba.checking.numbers import Number, Scope
from nisba.checking.pace import told_as
from nisba.gathering import Account, Cited, Story
from nisba.intervals import Interval
from nisba.reading import Quantity
from nisba.reading.normalise import fold, plain

_NUMERAL = re.compile(r"\d+")
_QUOTED = re.compile('["\u201c\u201e\u00ab]([^"\u201c\u201d\u00ab\u00bb]+)["\u201d\u201c\u00bb]')


def mismatches(story: Story, facts: tuple[Number, ...]) -> Iterator[Mismatch]:
    """A mismatch for each cited figure that its words lack, and for each that one page is cited for in two values."""
    for cited in story.cited:
        yield from _in_words(cited)
        yield from _in_order(cited)
        yield from _quoted(cited)
        yield from _paced(cited)
    given = {number.id: number for number in facts}
    for account in story.accounts:
        if account.id == story.lead.id:
            yield from _record(account, given)
        elif account.address:
            yield from _same_page(story, account, given)


def _in_words(cited: Cited) -> Iterator[Mismatch]:
    for language, words in cited.words.items():
        values = [
            quantity.value for quantity in told(words, language) if isinstance(quantity, Quantity) and quantity.value
        ]
        if cited.value not in values:
            given = ", ".join(str(value) for value in values)
            yield Mismatch(
                "citation", f"cited.{cited.id}.value", str(cited.value), f"cited.{cited.id}.words.{language}", given
            )


def _in_order(cited: Cited) -> Iterator[Mismatch]:
    """The words give the same numerals in the same order in every language."""
    numerals = {language: _NUMERAL.findall(plain(words).text) for language, words in cited.words.items()}
    first = next(iter(numerals), "")
    for language, found in numerals.items():
        if found != numerals[first]:
            here, there = (f"cited.{cited.id}.words.{name}" for name in (first, language))
            yield Mismatch("citation", here, ", ".join(numerals[first]), there, ", ".join(found))


def _quoted(cited: Cited) -> Iterator[Mismatch]:
    """What a label puts in quotation marks is what the words put in them, where the words quote at all."""
    for language, label in cited.label.items():
        given = [fold(plain(found).text) for found in _QUOTED.findall(cited.words.get(language, ""))]
        for told_ in _QUOTED.findall(label) if given else ():
            if fold(plain(told_).text) not in given:
                here, there = (f"cited.{cited.id}.{field}.{language}" for field in ("label", "words"))
                yield Mismatch("citation", here, told_, there, ", ".join(given))


def _paced(cited: Cited) -> Iterator[Mismatch]:
    """A multiple is told as a pace in every language that has words for one, or in none."""
    if not scope_of(cited).multiple_of:
        return
    manners = {language: told_as(words, language) for language, words in cited.words.items() if claim_words(language)}
    first = next(iter(manners), "")
    for language, manner in manners.items():
        if manner != manners[first]:
            here, there = (f"cited.{cited.id}.words.{name}" for name in (first, language))
            yield Mismatch("wording", here, manners[first], there, manner)


def _record(account: Account, facts: dict[str, Number]) -> Iterator[Mismatch]:
    """The lead account's row says what its text says."""
    for fact, value in account.figures.items():
        if fact in facts and facts[fact].value != value:
            place, echo = f"accounts.{account.id}.{fact}", f"facts.{fact}"
            yield Mismatch("record", place, str(value), echo, str(facts[fact].value))


def _same_page(story: Story, account: Account, facts: dict[str, Number]) -> Iterator[Mismatch]:
    """A page from which an account, a citation and a release were read gives one figure for one thing."""
    for fact, value in account.figures.items():
        place = f"accounts.{account.id}.{fact}"
        for cited in story.cited:
            named = fact == cited.name or (fact in facts and facts[fact].scope == scope_of(cited))
            if cited.address == account.address and named and not cited.value.overlaps(value):
                yield Mismatch("citation", f"cited.{cited.id}.value", str(cited.value), place, str(value))
        if fact not in facts:
            continue
        for release, count in _released(story, account, facts[fact].scope):
            if count != value:
                yield Mismatch("citation", release, str(count), place, str(value))


def _released(story: Story, account: Account, scope: Scope) -> Iterator[tuple[str, Interval]]:
    """The same count in the releases read from the same page; a stock has its own places, and is of the release's day."""
    for release in story.releases:
        flow = scope.what in story.flows
        same = release.when == scope.when and frozenset(release.where) == scope.where if flow else scope.when is None
        if same and release.address == account.address and scope.what in release.counts:
            yield f"releases.{release.id}.{scope.what}", release.counts[scope.what]
