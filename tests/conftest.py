"""Fixtures for all tests: a browser that asks the network for nothing, and where the project lies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from browsers import launched, program

# Machines are shared: how long an example takes says nothing about the code; growth of work has tests of its own.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def browser():
    """A headless chromium: Debian's own, or the one that NISBA_BROWSER names.

    Where there is none the test is skipped; under CI it fails, because there `make test` gets one.
    """
    path = program()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no chromium on this machine")
    with launched(path) as started:
        yield started


@pytest.fixture
def page(browser):
    """A fresh, private page."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
