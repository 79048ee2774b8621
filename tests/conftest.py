"""Fixtures for all tests: a browser that asks the network for nothing, and where the project lies."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Without these, chromium asks its maker's hosts for updates and lists while the tests run.
SILENT = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def browser():
    """A headless chromium: Debian's own, or the one that NISBA_BROWSER names.

    Where there is none the test is skipped; under CI it fails, because there `make test` gets one.
    """
    program = os.environ.get("NISBA_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no chromium on this machine")
    from playwright.sync_api import sync_playwright

    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=[*SILENT, *as_root])
        yield started
        started.close()


@pytest.fixture
def page(browser):
    """A fresh, private page."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
