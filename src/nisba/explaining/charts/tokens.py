"""Colours of the charts: the page's tokens, by name. A chart names tokens; the page gives them their colours.

Status has three colours, and each of them comes with a fill of its own, so that colour is never the only sign.
"""

from __future__ import annotations

from collections.abc import Mapping

from nisba.checking.numbers import Status
from nisba.gathering import plain_house

TOKENS: Mapping[str, tuple[str, str]] = plain_house().colours
"""Light and dark value of each token where no house style says otherwise; the light one is also what a chart shows outside
any page."""

INK: Mapping[Status, str] = {
    Status.REPORTED: "rep",
    Status.CITED: "cit",
    Status.COMPUTED: "com",
    Status.CALENDAR: "com",
}
"""The colour of each status. What is counted off the calendar is drawn as computed."""
