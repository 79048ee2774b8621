"""The report's own sentences for the draft, word for word, each number in them bound to its fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nisba.checking.claims import quoted
from nisba.explaining.agreement import disagreement
from nisba.explaining.number_words import says_a_number
from nisba.proposing.facts import ProposedFact
from nisba.proposing.proposal import Proposal
from nisba.proposing.wordings import bound
from nisba.reading import Quantity, Span, Unread

_MARKDOWN = re.compile(r"([\\`*_<>#|\[\]])")
_BRACES = re.compile(r"[\[\]{}|]")


def told(proposal: Proposal) -> Iterator[str]:
    """Each sentence of the report that gives a fact, as Markdown with bound numbers.

    The words stay the report's; its digits and number words become names, so that a correction reaches the quotation too.
    """
    report = proposal.arrival.report
    facts = {span: fact for fact in proposal.facts for span in _of(fact)}
    places = {span: report.sentence(span.start) for span in facts}
    title = proposal.arrival.title.value
    for sentence in sorted(set(places.values())):
        only = [span for span, place in places.items() if place == sentence and len(_of(facts[span])) == 1]
        if report.words(sentence) in title and not only:
            continue  # the headline of the page says it
        inside = [
            q for q in proposal.arrival.quantities if sentence.start <= q.span.start and q.span.end <= sentence.end
        ]
        yield "".join(_pieces(proposal, sentence, sorted(inside, key=lambda q: q.span), facts))


def _of(fact: ProposedFact) -> tuple[Span, ...]:
    """Wherever the report gives a fact."""
    return (fact.quantity.span, *fact.again)


def _pieces(
    proposal: Proposal, sentence: Span, inside: list[Quantity | Unread], facts: dict[Span, ProposedFact]
) -> Iterator[str]:
    report, at = proposal.arrival.report, sentence.start
    for quantity in inside:
        fact = facts.get(quantity.span)
        span = quoted(quantity, report).span if fact and isinstance(quantity, Quantity) else quantity.span
        if span.start < at:
            span = quantity.span
        words = report.words(span)
        if span.start < at or not (fact or says_a_number(words, report.language)):
            continue
        yield _plain(report.text[at : span.start], report.language)
        yield _bound(fact, words, report.language) if fact else f"{{={_safe(words)}}}"
        at = span.end
    yield _plain(report.text[at : sentence.end], report.language)


def _bound(fact: ProposedFact, words: str, language: str) -> str:
    """The report's words for a number, tied to it; its name alone where our reader takes the words alone for another."""
    agrees = not _BRACES.search(words) and not disagreement(words, fact.number, language)
    return f"[{words}]{{{fact.id}}}" if agrees else f"{{{fact.id}}}"


def _plain(words: str, language: str) -> str:
    """Words between numbers; what still says a number is declared."""
    return bound(_MARKDOWN.sub(r"\\\1", _safe(words)), language)


def _safe(words: str) -> str:
    return words.replace("{", "(").replace("}", ")")
