"""A small invented report to check: thefts in a harbour and a market town."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from builders import number
from nisba.checking.numbers import Number


@pytest.fixture
def thefts() -> Mapping[str, Number]:
    """Thefts in two towns: 120 and 81 do not make 211."""
    held = [
        number("thefts", "211", "thefts", "harbour", "market"),
        number("thefts-harbour", "120", "thefts", "harbour"),
        number("thefts-market", "81", "thefts", "market"),
        number("solved", "90", "solved", "harbour", "market"),
    ]
    return {one.id: one for one in held}
