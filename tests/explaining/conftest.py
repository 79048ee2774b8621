"""Pages of two stories, as the exporter publishes them: the invented one of two towns, and the first real one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from explaining.pages import KINDS, LANGUAGES, ROOT, STORIES, evidence_of, towns_in, whole
from nisba.explaining import Evidence, Page
from nisba.gathering import load_story


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """The folder of a fresh copy of the invented story."""
    return towns_in(tmp_path)


@pytest.fixture
def towns(raw: Path) -> Callable[..., Evidence]:
    """Evidence of the invented story, read when it is called, so that a test may change a file before."""
    return lambda **parameters: evidence_of(load_story(raw.parents[2], "two-towns"), **parameters)


@pytest.fixture(scope="session")
def evidences(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Evidence]:
    """Evidence of both stories."""
    folder = tmp_path_factory.mktemp("towns")
    towns_in(folder)
    return {
        "two-towns": evidence_of(load_story(folder, "two-towns")),
        "centcom-2024h1": evidence_of(load_story(ROOT, "centcom-2024h1")),
    }


@pytest.fixture(scope="session")
def written(evidences: Mapping[str, Evidence]) -> Mapping[tuple[str, str, str], Page]:
    """Every page in parts, by story, kind and language."""
    return {
        (story, kind, language): KINDS[kind](evidences[story], language)
        for story in STORIES
        for kind in KINDS
        for language in LANGUAGES
    }


@pytest.fixture(scope="session")
def published(written: Mapping[tuple[str, str, str], Page]) -> Mapping[tuple[str, str, str], str]:
    """Every page as the exporter publishes it."""
    return {key: whole(page) for key, page in written.items()}


@pytest.fixture(scope="session")
def files(
    published: Mapping[tuple[str, str, str], str], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[tuple[str, str, str], Path]:
    """The published pages as files, to open in a browser."""
    folder = tmp_path_factory.mktemp("published")
    found = {}
    for (story, kind, language), html in published.items():
        path = folder / story / f"{kind}.{language}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(html, encoding="utf-8")
        found[story, kind, language] = path
    return found
