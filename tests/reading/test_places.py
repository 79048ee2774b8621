"""Places: what a number is about, and what only says where a report was filed or what something counted is like."""

from __future__ import annotations

import pytest

from nisba.reading import Quantity, Report, read_quantities


@pytest.mark.parametrize(
    ("language", "text", "where"),
    [
        ("en", "OSLO (Agency) - Cases rose to 300.", ()),
        ("en", "PARIS, June 3 (Agency) – Cases rose to 300.", ()),
        ("en", "PARIS (300 cases) and the rest of France", ("paris",)),
        ("en", "In Paris (the capital) 300 cases were seen - a record.", ("paris",)),
        ("ar", "حلب (وكالة الضفة) - وصل 300 نازح.", ()),
        ("ar", "وصل إلى حلب 300 نازح.", ("aleppo",)),
        ("ar", "افتُتح 300 مخيم جديد.", ()),
        ("ar", "يعيش في مخيم الوادي 300 شخص.", ("الوادي",)),
    ],
)
def test_a_dateline_and_a_counted_noun_name_no_place(language, text, where):
    """The place at the head of an agency's report is where it was filed; "new" behind counted camps is no camp's name."""
    found = read_quantities(Report("told", text, language, None, ""))
    (counted,) = (q for q in found if isinstance(q, Quantity) and str(q.value) == "300")
    assert counted.where == where
