"""Reading: words → quantities. Text goes in untouched; every number in it comes out, tied to its characters.

A sentence passes four stations, each a module: :mod:`normalise` (one spelling for many, offsets kept), :mod:`tokens`
(words with what the lexicon knows of them), the grammar (:mod:`numerals`, :mod:`amounts`, :mod:`dates` …) and
:mod:`context` (what is counted, where, when). All words live in ``lang/<code>.toml``.
"""

from __future__ import annotations

from nisba.reading.quantities import Kind, Quantity, Unread
from nisba.reading.report import Report, Span, lead_report, read_report
from nisba.reading.texts import read_quantities, stream_quantities

__all__ = [
    "Kind",
    "Quantity",
    "Report",
    "Span",
    "Unread",
    "lead_report",
    "read_quantities",
    "read_report",
    "stream_quantities",
]
