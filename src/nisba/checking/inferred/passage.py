"""A report as a row of words and numbers: what stands between two numbers, before one, after one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from nisba.checking.claim_status import claim_status
from nisba.checking.inferred.words import Phrase, Words, words_of
from nisba.checking.numbers import Number, Quote, Scope, Status
from nisba.intervals import Interval
from nisba.reading import Kind, Quantity, Report, Span, Unread
from nisba.reading.normalise import PIECES, fold, plain

COUNTS = (Kind.CARDINAL, Kind.MONEY, Kind.MEASURE)
_NUMERAL = re.compile(r"([0-9][0-9,\u066c']*(?:\s[0-9]{3}(?![0-9]))*)(?:[.\u066b]([0-9]+))?")
_WHEN = "\0"  # stands among words for a number, or for a date, a duration or an ordinal, which could not be added


@dataclass(frozen=True, slots=True)
class Mention:
    """One number at its place among the words.

    Args:
        number: the number, named ``q`` and its index, with its quotation.
        quantity: as it was read.
        sentence: 0-based count of the sentence it stands in.
        place: its place in the row.
        step: the unit of its last printed digit ("4.9" is 0.1, "3.1 million" 100,000, "3 thousand" 1,000, "310" 1).
        rate: it is so many to each of something ("$2.40 per share"), which no total may be compared with.
    """

    number: Number
    quantity: Quantity
    sentence: int
    place: int
    step: Fraction
    rate: bool = False

    @property
    def value(self) -> Interval:
        """What it is worth."""
        return self.number.value

    @property
    def is_count(self) -> bool:
        """A number of things, an amount of money, or a measure."""
        return self.quantity.kind in COUNTS

    def like(self, other: Mention) -> bool:
        """Both are given in the same unit, so that they may be added or compared."""
        mine, theirs = self.quantity, other.quantity
        return (
            self.is_count
            and other.is_count
            and (mine.kind, mine.unit, self.rate)
            == (
                theirs.kind,
                theirs.unit,
                other.rate,
            )
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """The row, its numbers in order, and the words of its language that relate them.

    Args:
        report: the report laid out.
        words: the relation words of its language.
        row: its words, folded, and its numbers.
        sentences: for each piece of the row, the 0-based count of its sentence.
        mentions: the counts and percentages, in order.
        asides: the other quantities, in order: multiples, durations, dates and periods. In the row each is blank.
    """

    report: Report
    words: Words
    row: tuple[str | Mention, ...]
    sentences: tuple[int, ...]
    mentions: tuple[Mention, ...]
    asides: tuple[Mention, ...] = ()

    def between(self, left: Mention, right: Mention) -> Phrase:
        """The words that stand between two numbers; other numbers among them are blank."""
        return self._words(left.place + 1, right.place)

    def stretch(self, start: int, end: int) -> Phrase:
        """The words between two places of the row, ends left out."""
        return self._words(start + 1, end)

    def before(self, mention: Mention) -> Phrase:
        """The words since the number before it, or since its sentence began."""
        start = mention.place
        while start and self._plain(start - 1, mention.sentence):
            start -= 1
        return self._words(start, mention.place)

    def after(self, mention: Mention) -> Phrase:
        """The words until the next number or the sentence's end."""
        end = mention.place + 1
        while end < len(self.row) and self._plain(end, mention.sentence):
            end += 1
        return self._words(mention.place + 1, end)

    def following(self, mention: Mention) -> tuple[Mention, ...]:
        """The later numbers of its sentence."""
        return tuple(m for m in self.mentions if m.sentence == mention.sentence and m.place > mention.place)

    def preceding(self, mention: Mention) -> tuple[Mention, ...]:
        """The earlier numbers of its sentence, the nearest first."""
        return tuple(m for m in reversed(self.mentions) if m.sentence == mention.sentence and m.place < mention.place)

    def _plain(self, place: int, sentence: int) -> bool:
        return isinstance(self.row[place], str) and self.sentences[place] == sentence

    def _words(self, start: int, end: int) -> Phrase:
        return tuple(piece if isinstance(piece, str) else _WHEN for piece in self.row[start:end])


def passage(report: Report, quantities: Sequence[Quantity | Unread]) -> Passage:
    """Lay a report out as words and numbers, in the order of the text."""
    row: list[str | Mention] = []
    sentences: list[int] = []
    asides: list[Mention] = []
    base = plain(report.text)
    spans = sorted((q.span.start, q.span.end, i) for i, q in enumerate(quantities) if isinstance(q, Quantity))
    sentence, count, at, inside = Span(-1, -1), -1, 0, -1
    for piece in PIECES.finditer(base.text):
        start, end = base.span(piece.start(), piece.end())
        if start >= sentence.end and piece[0] != "\n":
            sentence, count = report.sentence(start), count + 1
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        found = at < len(spans) and spans[at][0] < end and spans[at][1] > start
        if found and spans[at][2] == inside:
            continue
        if found and spans[at][0] > start:  # a clitic is written with the number: it keeps its place before it
            row.append(fold(base.original[start : spans[at][0]]))
            sentences.append(count)
        inside = spans[at][2] if found else -1
        if found:
            _drop_hedge(row, sentences, quantities[inside])
        met = _mention(report, quantities, inside, sentence, count, len(row)) if found else None
        counted = met is not None and (met.is_count or met.quantity.kind is Kind.PERCENT)
        if met and not counted:
            asides.append(met)
        row.append(met if met and counted else _WHEN if found else fold(piece[0]))
        sentences.append(count)
    mentions = tuple(piece for piece in row if isinstance(piece, Mention))
    return Passage(report, words_of(report.language), tuple(row), tuple(sentences), mentions, tuple(asides))


def _drop_hedge(row: list[str | Mention], sentences: list[int], quantity: Quantity | Unread) -> None:
    """Take the hedge before a number out of the row: it is in the number's value already."""
    hedge = quantity.hedge if isinstance(quantity, Quantity) else None
    words = [fold(piece) for piece in PIECES.findall(plain(hedge).text)] if hedge else []
    if words and row[-len(words) :] == words:
        del row[-len(words) :], sentences[-len(words) :]


def _mention(
    report: Report, quantities: Sequence[Quantity | Unread], index: int, sentence: Span, count: int, place: int
) -> Mention | None:
    quantity = quantities[index]
    if not isinstance(quantity, Quantity):
        return None
    value = quantity.value or Interval(None, None)
    quote = Quote(report.name, quantity.span, sentence, report.paragraph(quantity.span.start), quantity.hedge)
    scope = Scope(quantity.what or "", frozenset(quantity.where), quantity.when)
    number = Number(f"q{index}", Status.REPORTED, value, scope, quote=quote, claim=claim_status(report, quantity.span))
    behind = (fold(piece[0]) for piece in PIECES.finditer(plain(report.text[quantity.span.end : sentence.end]).text))
    rate = words_of(report.language).find(tuple(islice(behind, 3)), "per")
    return Mention(number, quantity, count, place, printed_step(quantity.surface, value), bool(rate and rate[0] < 2))


def printed_step(surface: str, value: Interval) -> Fraction:
    """The unit of the last printed digit of a numeral; one for numbers in words and for compound ones ("14 thousand 200")."""
    found = _NUMERAL.search(plain(surface).text)
    worth = value.lo if value.lo is not None else value.hi
    if not found or not worth:
        return Fraction(1)
    decimals = found[2] or ""
    written = Fraction(re.sub(r"\D", "", found[1]) + decimals) / 10 ** len(decimals)
    scale = worth / written if written else Fraction(1)
    regular = scale.denominator == 1 and set(str(scale.numerator)) <= {"0", "1"} and str(scale.numerator)[0] == "1"
    return scale / 10 ** len(decimals) if regular and str(scale.numerator).count("1") == 1 else Fraction(1)
