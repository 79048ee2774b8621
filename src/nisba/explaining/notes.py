"""Notes: for each number of a page its words in their source, or its sum, and who passed it on to whom.

On an explainer a note is what a reader opens: as little as answers where a number comes from. On a methodology it is the
whole way, in named steps, each with an address of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from nisba.checking.numbers import Number
from nisba.explaining.edition import CLASSES, Edition
from nisba.explaining.markup import join, tag
from nisba.explaining.steps import Step, steps


def notes(edition: Edition) -> Markup:
    """The list of notes: one for each number that the page shows, and for each that these notes name."""
    return tag("ol", [note(edition, number) for number in edition.ledger], class_="notes")


def note(edition: Edition, number: Number) -> Markup:
    """One note, as an item of the list."""
    index = edition.ledger.index(number.id)
    head = tag(
        "p",
        tag("span", edition.written(number), class_="note-v"),
        " ",
        edition.pill(number.status),
        " ",
        tag("span", edition.text("note-number", number=str(index)), class_="note-n"),
        class_="note-h",
    )
    close = tag("a", "×", class_="x", href="#closed", aria_label=edition.text("note-close"))
    style = CLASSES[number.status]
    found = steps(edition, number)
    whole = edition.kind == "methodology"
    body = (
        join(_whole(edition, number, found))
        if whole
        else join([step.shown for step in found], _further(edition, number))
    )
    label = tag("p", edition.label(number), class_="note-l")
    backs = _backs(edition, number)
    # A reader view takes the list with the most paragraphs for the article: one level more keeps it from being the notes.
    content = tag("div", head, label, body, backs, close)
    return tag("li", content, class_=f"note {style}", id=f"n-{number.id}", tabindex=-1)


def _whole(edition: Edition, number: Number, found: tuple[Step, ...]) -> Iterator[Markup]:
    """Every step, named, with an address that no number's name can take: names have single hyphens."""
    for step in found:
        name = tag("strong", edition.text(f"step-{step.name}"))
        yield tag("p", name, " ", step.detail, class_="step", id=f"n-{number.id}--{step.name}")
        if step.shown:
            yield step.shown


def _further(edition: Edition, number: Number) -> Markup:
    """Where the whole way of a number is told."""
    way = tag("a", edition.text("note-way"), href=f"{edition.address('methodology')}#n-{number.id}")
    return tag("p", way, class_="way")


def _backs(edition: Edition, number: Number) -> Markup:
    places = edition.ledger.places(number.id)
    if not places:
        return Markup()
    links = [
        tag(
            "a",
            edition.wording.localised(str(place.nth)),
            href=f"#{place.anchor}",
            aria_label=edition.text("place", number=str(place.nth)),
        )
        for place in places
    ]
    return tag("p", edition.text("backs"), " ", join(links, by=" "), class_="backs")
