"""The series of releases: each count as a rate, what they leave of one another, and where they may not be set side by side."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from nisba.checking.checks import Check
from nisba.checking.remainders import beside_releases, rest_checks
from nisba.checking.series import Rate, gaps
from nisba.checking.successions import Change, Changed, Meeting, Succession, successions
from nisba.checking.verdicts import Verdict
from nisba.explaining.components.hero import VERDICTS
from nisba.explaining.edition import Edition
from nisba.explaining.markup import join, tag
from nisba.explaining.prose import Directive, Writer

Cells = tuple[Markup, ...]

_RATES = ("period", "places", "measure", "count", "rate", "per-day", "status")
_RESTS = ("measure", "period", "places", "left", "parts", "result")
_APART = ("measure", "later", "earlier", "why")
_GAPS = ("period", "places", "uncounted")


def series(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: series``: each release, its counts and their rates; whether what they leave adds up; what may not be compared."""
    if not edition.evidence.rates:
        return tag("p", edition.text("series-none"))
    story = edition.evidence.story
    own = [edition.evidence.numbers[fact.id] for fact in story.facts if fact.id in edition.evidence.numbers]
    return join(
        _table(edition, "series", _RATES, [_rate(edition, rate) for rate in edition.evidence.rates]),
        _table(edition, "series-rests", _RESTS, _rests(edition, rest_checks(story.releases, story.flows))),
        _table(
            edition,
            "series-beside",
            _RESTS,
            _rests(edition, beside_releases(story.lead.id, own, story.releases, story.flows)),
        ),
        _table(edition, "series-apart", _APART, list(_apart(edition))),
        _table(edition, "series-gaps", _GAPS, list(_gaps(edition))),
    )


def _table(edition: Edition, name: str, columns: tuple[str, ...], rows: list[Cells]) -> Markup | None:
    head = tuple(edition.text(f"series-{column}") for column in columns)
    return edition.table(edition.text(name), head, rows) if rows else None


def _rate(edition: Edition, rate: Rate) -> Cells:
    number = edition.evidence.numbers.get(f"{rate.release}-{rate.measure}")
    count = edition.tie(number) if number else edition.wording.value(rate.count, "count")
    return (
        tag("th", edition.wording.period(rate.when), scope="row"),
        tag("td", edition.places(rate.where)),
        tag("td", edition.measure(rate.measure)),
        tag("td", count, class_="num"),
        tag("td", edition.wording.value(rate.per_month, "rate") if rate.per_month else "–", class_="num"),
        tag("td", edition.wording.value(rate.per_day, "rate"), class_="num"),
        tag("td", edition.pill(rate.status)),
    )


def _rests(edition: Edition, checks: tuple[Check, ...]) -> list[Cells]:
    return [
        (
            tag("th", edition.measure(check.scope.what), scope="row"),
            tag("td", edition.wording.period(check.scope.when) if check.scope.when else "–"),
            tag("td", edition.places(check.scope.where)),
            tag("td", edition.wording.value(check.says, "count"), class_="num"),
            tag("td", edition.wording.value(check.computed, "count"), class_="num"),
            tag("td", edition.verdict(VERDICTS[check.verdict], _said(edition, check))),
        )
        for check in checks
    ]


def _said(edition: Edition, check: Check) -> str:
    return edition.text("check-said", kind=check.kind, verdict=str(check.verdict))


def _apart(edition: Edition) -> Iterator[Cells]:
    """The releases of which one may not be taken from the other, or set beside it, as they stand."""
    story = edition.evidence.story
    periods = {release.id: edition.wording.period(release.when) for release in story.releases}
    for found in successions(story.releases, story.flows):
        if found.changes or found.verdict is not Verdict.HOLDS:
            yield (
                tag("th", edition.measure(found.measure), scope="row"),
                tag("td", join(periods[found.later], edition.text("between-words"), edition.places(found.where))),
                tag("td", periods[found.earlier]),
                tag("td", _why(edition, found)),
            )


def _why(edition: Edition, found: Succession) -> Markup:
    if found.changes:
        kinds = {change.kind for change in found.changes}
        shown = [_shown(edition, [change for change in found.changes if change.kind is kind]) for kind in Changed]
        return join(*(part for kind, part in zip(Changed, shown, strict=True) if kind in kinds and part))
    if found.meeting is Meeting.OVERLAPS:
        return join(edition.text("series-overlaps"))
    return join(edition.text("series-fewer", verdict=str(found.verdict)))


def _shown(edition: Edition, changes: list[Change]) -> Markup | None:
    """A change in the page's language, or in another where it is not recorded in that."""
    change = next((one for one in changes if one.language in ("", edition.language)), next(iter(changes), None))
    if change is None:
        return None
    if change.kind is Changed.PLACES:
        was, now = (edition.places(frozenset(ids.split())) for ids in (change.was, change.now))
        return edition.say("series-other-places", was=was, now=now)
    was, now = (tag("q", words, class_="words", lang=change.language, dir="auto") for words in (change.was, change.now))
    return edition.say("series-other-word", was=was, now=now)


def _gaps(edition: Edition) -> Iterator[Cells]:
    story = edition.evidence.story
    for gap in gaps(story.releases, story.flows):
        yield (
            tag("th", edition.wording.period(gap.when), scope="row"),
            tag("td", edition.places(gap.where)),
            tag("td", edition.listed([edition.measure(measure) for measure in gap.measures])),
        )
