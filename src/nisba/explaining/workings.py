"""Workings: a formula whose operands lead to their notes, and remarks that name numbers."""

from __future__ import annotations

from markupsafe import Markup

from nisba.checking.numbers import Number
from nisba.explaining.edition import CLASSES, Edition
from nisba.explaining.markup import join, tag
from nisba.explaining.prose import BRACES, read_binding
from nisba.explaining.sums import sum_of
from nisba.explaining.wording import places_of, rounded
from nisba.gathering import Words


def remark(edition: Edition, words: Words) -> Markup:
    """A person's remark inside a note, where numbers in braces lead to their notes and other numerals may stand."""
    written = edition.words(words, "note")
    pieces: list[str | Markup] = []
    at = 0
    for found in BRACES.finditer(written):
        binding = read_binding(found["inside"], found["shown"] or "")
        shown: str | Markup = edition.spoken(binding)
        if binding.name:
            number = edition.ledger.mention(binding.name)
            shown = tag("a", shown, class_=CLASSES[number.status], href=f"#n-{number.id}")
        pieces += [written[at : found.start()], shown]
        at = found.end()
    return join(pieces, written[at:])


def formula_markup(edition: Edition, number: Number) -> Markup:
    """A formula whose operands lead to their own notes, and what it comes to."""
    pieces: list[Markup | str] = []
    for token in sum_of(number, edition.ledger.numbers, edition.wording):
        if token.kind == "operand":
            operand = edition.ledger.mention(token.id)
            pieces.append(tag("a", token.text, class_=CLASSES[operand.status], href=f"#n-{operand.id}"))
        elif token.kind == "result":
            pieces.append(tag("b", edition.written(number)))
        elif token.kind == "sign" and token.text != ",":
            pieces.append(f" {token.text} ")
        else:
            pieces.append(f"{token.text} " if token.text == "," else token.text)
    return join(pieces)


def is_rounded(number: Number) -> bool:
    """The page shows fewer digits than the exact value has."""
    value = number.value.value
    scale = 100 if number.show == "percent" else 1
    return value is not None and rounded(value * scale, places_of(number))[0] != value * scale
