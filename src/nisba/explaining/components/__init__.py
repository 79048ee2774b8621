"""Components: what the directives of a page's prose become. Each is a function of the edition, the writer and the directive."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from nisba.explaining.components import (
    accounts,
    boxes,
    checks,
    computed,
    departures,
    downloads,
    figure,
    hero,
    reading,
    readings,
    replies,
    rerun,
    rules,
    series,
    sources,
    unchecked,
    words,
)
from nisba.explaining.edition import Edition
from nisba.explaining.prose import Directive, Writer

Component = Callable[[Edition, Writer, Directive], Markup]

BODIES: Mapping[str, Component] = {
    "facts": boxes.facts,
    "fraction": hero.fraction,
    "hero": hero.hero,
    "how": boxes.how,
    "words": words.words,
}
"""Directives with a body, closed by ``:::``; besides ``when`` and ``otherwise``."""

LINES: Mapping[str, Component] = {
    "accounts": accounts.accounts,
    "baselines": readings.baselines,
    "caveats": sources.caveats,
    "chart": figure.figure,
    "checks": checks.checks,
    "cited": sources.cited,
    "corrections": boxes.corrections,
    "coverage": rerun.coverage,
    "decisions": reading.decisions,
    "departures": departures.departures,
    "downloads": downloads.downloads,
    "estimates": computed.estimates,
    "key": boxes.key,
    "others": checks.others,
    "outlets": sources.outlets,
    "parameters": rerun.parameters,
    "quantities": reading.quantities,
    "ratios": computed.ratios,
    "readings": readings.readings,
    "repairs": checks.repairs,
    "replies": replies.replies,
    "review": boxes.review,
    "rules": rules.rules,
    "series": series.series,
    "sources": sources.sources,
    "unchecked": unchecked.unchecked,
    "unread": reading.unread,
}
"""Directives of one line."""

__all__ = ["BODIES", "LINES", "Component"]
