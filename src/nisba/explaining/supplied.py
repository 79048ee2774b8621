"""What people write in ``story.toml``: one gate for all of it, whichever page, chart, table or file a text reaches.

A numeral, in digits or in words, is bound (``{boats}``, ``{boats / 2}``, ``[sixty]{boats}``), declared (``{=zero}``) or part
of a date. Three rules besides:

- the label of a kind of claim may say its own ``multiple``, that of a cited figure its own ``value``, and that of a
  statement what it is compared with;
- a correction's ``{was}`` and ``{now}`` are bound by its own keys;
- what belongs to a source stands as it is beside that source: names of outlets and of those who say something, notes and
  caveats on a source, an answer that was received.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from nisba.checking.grammar import Binary, Constant, parse
from nisba.errors import NisbaError, ProseError
from nisba.explaining.agreement import says_value
from nisba.explaining.dates import undated
from nisba.explaining.edition import Edition
from nisba.explaining.number_words import Piece, number_words, quantities_of
from nisba.explaining.prose import BRACES, read_binding
from nisba.gathering import Statement, Story, Words
from nisba.gathering.story import Correction
from nisba.gathering.texts import toml_string
from nisba.intervals import Interval


@dataclass(frozen=True, slots=True)
class Supplied:
    """Words that a person supplied.

    Args:
        place: where they stand, such as ``facts.boats.label``.
        words: by language.
        file: the file that holds them.
        worth: numbers that they may say themselves.
    """

    place: str
    words: Words
    file: str = "story.toml"
    worth: tuple[Interval, ...] = ()


def supplied(story: Story) -> Iterator[Supplied]:
    """Everything that goes through the gate."""
    for fact in story.facts:
        yield Supplied(f"facts.{fact.id}.label", fact.label)
        yield Supplied(f"facts.{fact.id}.because", fact.because)
    for formula in story.formulas:
        yield Supplied(f"computed.{formula.id}.label", formula.label)
        yield Supplied(f"computed.{formula.id}.note", formula.note)
    for reading in story.readings:
        yield Supplied(f"readings.{reading.id}.label", reading.label)
    for statement in story.statements:
        yield Supplied(f"statements.{statement.id}.label", statement.label, worth=_compared(statement))
    for claim in story.claims:
        yield Supplied(f"claims.{claim.id}.label", claim.label, worth=(claim.multiple,) if claim.multiple else ())
    for cited in story.cited:
        yield Supplied(f"{cited.id}.label", cited.label, "cited.toml", (cited.value,))
    yield from _drawn(story)
    yield from _said(story)


def _drawn(story: Story) -> Iterator[Supplied]:
    for picture in story.pictures:
        place = f"charts.{picture.id}"
        for choice in picture.title:
            yield Supplied(f"{place}.title", choice.words)
        yield Supplied(f"{place}.subtitle", picture.subtitle)
        yield Supplied(f"{place}.caption", picture.caption)
        for row in (*picture.rows, *picture.marks):
            yield Supplied(f"{place}.label", row.label)
            yield Supplied(f"{place}.note", row.note)


def _said(story: Story) -> Iterator[Supplied]:
    for table, named in (("places", story.places), ("measures", story.measures)):
        for name, words in named.items():
            yield Supplied(f"{table}.{name}", words)
    for words in story.caveats:
        yield Supplied("caveats", words)
    for entry in story.corrections:
        yield Supplied("corrections.words", with_values(entry))
    for reply in story.replies:
        for key, words in (("who", reply.who), ("how", reply.how), ("about", reply.about)):
            yield Supplied(f"replies.{key}", words)


def with_values(entry: Correction) -> Words:
    """The words of a correction, their ``{was}`` and ``{now}`` bound to what was published and to the number at hand."""
    values = {"{was}": f"{{={entry.was}}}", "{now}": f"{{{entry.number}}}"}
    said = dict(entry.words)
    for name, value in values.items() if entry.number else ():
        said = {language: words.replace(name, value) for language, words in said.items()}
    return said


def refused(edition: Edition) -> Iterator[ProseError]:
    """Every numeral of the story's words, in the edition's language, that is bound to nothing; each with its line."""
    for one in supplied(edition.evidence.story):
        written = one.words.get(edition.language, "")
        if not written:
            continue
        try:
            pieces = list(_pieces(edition, written))
        except (ValueError, NisbaError) as error:
            problem = getattr(error, "problem", None) or str(error)
            yield _error(
                edition, one, f"{problem}, in {written!r}", getattr(error, "remedy", "see docs/writing_prose.md")
            )
            continue
        for numeral in _loose(edition, pieces, one.worth):
            problem = f"{written!r} has the numeral {numeral}, which is tied to no source"
            yield _error(edition, one, problem, f"write {{name}} for a number, or {{={numeral}}}")


def _pieces(edition: Edition, written: str) -> Iterator[Piece]:
    """The words with every binding as it will be printed.

    Raises:
        NisbaError: a binding names no number, or words that do not say it.
        ValueError: what stands in braces cannot be read.
    """
    at = 0
    for found in BRACES.finditer(written):
        yield Piece(written[at : found.start()])
        yield Piece(edition.spoken(read_binding(found["inside"], found["shown"] or "")), "tied")
        at = found.end()
    yield Piece(written[at:])


def _loose(edition: Edition, pieces: list[Piece], worth: tuple[Interval, ...]) -> Iterator[str]:
    pieces = list(_owned(pieces, worth, edition.language))
    for piece in pieces:
        if not piece.bound:
            yield from undated(piece.text, edition.language)
    yield from (word.text for word in number_words(pieces, edition.language) if not word.bound)


def _owned(pieces: list[Piece], worth: tuple[Interval, ...], language: str) -> Iterator[Piece]:
    """The pieces, cut so that each number which the words may say themselves is a bound piece of its own."""
    whole = "".join(piece.text for piece in pieces)
    own = [item.span for item in quantities_of(whole, language) if says_value(item, worth)] if worth else []
    start = 0
    for piece in pieces:
        at, end = start, start + len(piece.text)
        for span in own if not piece.bound else ():
            if at <= span.start and span.end <= end:
                yield Piece(whole[at : span.start])
                yield Piece(whole[span.start : span.end], "tied")
                at = span.end
        yield Piece(whole[at:end], piece.bound)
        start = end


def _compared(statement: Statement) -> tuple[Interval, ...]:
    """What a statement compares its ratio with, as a value and with the sign: ``>= 2`` is two, or two and more."""
    node = parse(f"ratio {statement.holds}")
    if not isinstance(node, Binary) or not isinstance(node.right, Constant):
        return ()
    value: Fraction = node.right.value
    open_ends = {">": Interval(value, None, strict=True), ">=": Interval(value, None)}
    open_ends |= {"<": Interval(None, value, strict=True), "<=": Interval(None, value)}
    return (Interval.exactly(value), *([open_ends[node.sign]] if node.sign in open_ends else []))


def _error(edition: Edition, one: Supplied, problem: str, remedy: str) -> ProseError:
    path: Path = edition.evidence.story.folder / one.file
    written = one.words[edition.language]
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    quoted = next((nth for nth, text in enumerate(lines, start=1) if toml_string(written) in text), 0)
    line = quoted or next((nth for nth, text in enumerate(lines, start=1) if written in text), 1)
    return ProseError(path, line, f"[{one.place}] {problem}", remedy)
