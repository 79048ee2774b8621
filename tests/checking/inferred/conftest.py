"""What the tests of relations share: a text in, its relations out."""

from __future__ import annotations

import pytest

from nisba.checking.inferred import Relation, relations
from nisba.reading import Report, read_quantities


@pytest.fixture(scope="session")
def found():
    """The relations of a text in a language."""

    def relations_of(language: str, text: str) -> tuple[Relation, ...]:
        report = Report("invented", text, language, None, "")
        return relations(report, read_quantities(report))

    return relations_of
