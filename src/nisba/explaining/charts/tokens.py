"""Colours of the charts: the page's tokens, by name. A chart names tokens; the page gives them their colours.

Status has three colours, and each of them comes with a fill of its own, so that colour is never the only sign.
"""

from __future__ import annotations

from collections.abc import Mapping

from nisba.checking.numbers import Status

TOKENS: Mapping[str, tuple[str, str]] = {
    "ink": ("#13201f", "#e8efed"),
    "ink-2": ("#465755", "#b2c0bd"),
    "rule": ("#cbd6d4", "#32403e"),
    "line": ("#7a8b89", "#7f918e"),
    "rep": ("#0a5678", "#82c7ee"),
    "com": ("#6b2fa0", "#cdb0f7"),
    "cit": ("#874a00", "#ecb877"),
    "rep-wash": ("#e2eff5", "#143243"),
    "com-wash": ("#efe6f8", "#2e2145"),
    "cit-wash": ("#f7ead8", "#3a2a12"),
    "cat-1": ("#2c4f4b", "#b9dcd6"),
    "cat-2": ("#9cc5be", "#3f6660"),
    "on-cat-1": ("#ffffff", "#0f1716"),
    "on-cat-2": ("#13201f", "#ffffff"),
    "paper": ("#fcfdfd", "#0f1716"),
    "holds": ("#17633a", "#82d6a3"),
    "fails": ("#a01f36", "#ff9dab"),
}
"""Light and dark value of each token; the light one is also what a chart shows outside any page."""

INK: Mapping[Status, str] = {
    Status.REPORTED: "rep",
    Status.CITED: "cit",
    Status.COMPUTED: "com",
    Status.CALENDAR: "com",
}
"""The colour of each status. What is counted off the calendar is drawn as computed."""
