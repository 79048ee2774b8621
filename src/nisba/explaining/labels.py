"""Labels: what each number of a page is, in the story's words, else in the page's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nisba.checking.numbers import Number, Status
from nisba.gathering import Reading

if TYPE_CHECKING:
    from nisba.explaining.edition import Edition


def label_of(edition: Edition, number: Number) -> str:
    """What a number is: in the story's words, else in the page's."""
    if tally := edition.tallies.get(number.id):
        return edition.text(f"counted-{tally.kind}", about=edition.plain(tally.about) if tally.about else "")
    known = edition.evidence.label(number)
    if known:
        return edition.plain(known, f"label of {number.id}")
    reading = edition.evidence.reading(number)
    if reading:
        return _read(edition, reading, number)
    release = edition.evidence.release(number)
    if release:
        return edition.text(
            "label-release",
            measure=edition.measure(number.scope.what),
            places=edition.places(tuple(release.where)),
            period=edition.wording.period(release.when),
        )
    return _worked(edition, number)


def _worked(edition: Edition, number: Number) -> str:
    """The label of a number that nobody named."""
    if number.status is Status.CALENDAR and number.scope.when:
        unit = "months" if (number.formula or "").partition("(")[0].endswith("months") else "days"
        return edition.text("label-calendar", unit=unit, period=edition.wording.period(number.scope.when))
    if number.quote:
        report = edition.evidence.reports[number.quote.account]
        return edition.text("label-quoted", words=report.words(number.quote.span))
    return edition.text("label-inline")


def _read(edition: Edition, reading: Reading, number: Number) -> str:
    name = edition.plain(reading.label, f"readings.{reading.id}")
    baseline = number.id.removeprefix(f"{reading.id}-with-")
    source = next((cited.source for cited in edition.evidence.story.cited if cited.id == baseline), None)
    return edition.text("label-reading", reading=name, source=edition.words(source, "source")) if source else name
