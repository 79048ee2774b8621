"""A headless chromium for tests, silent on the network: Debian's own, or the one that NISBA_BROWSER names."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

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


def program() -> str | None:
    """Where it lies; None where there is none."""
    return os.environ.get("NISBA_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def launched(path: str) -> Iterator:
    """That program, running."""
    from playwright.sync_api import sync_playwright

    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*SILENT, *as_root])
        yield started
        started.close()
