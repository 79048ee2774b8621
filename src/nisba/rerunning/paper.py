"""Pages on paper: each as a PDF, printed by a Chromium that the machine has; the only place that knows a browser.

They lie in ``pdf/<story>/``, not among the outputs: those are the same bytes wherever they are made, which their manifest
promises and ``nisba verify`` compares, while a PDF holds the fonts of its machine and the version of its browser.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from nisba.errors import PaperError
from nisba.rerunning.swap import write_whole

FOLDER = "pdf"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
NAMED = "NISBA_BROWSER"
_SILENT = (
    "--headless",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # a page asks for nothing; neither shall its browser
)
_LONGEST = 120  # seconds for one page
_DATES = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}")


def find_browser(environment: Mapping[str, str] = os.environ) -> str:
    """The program that prints: the one that ``NISBA_BROWSER`` names, else a Chromium or one of its kin on the path.

    Raises:
        PaperError: there is none.
    """
    wanted = environment.get(NAMED, "")
    found = [
        path for name in ([wanted] if wanted else BROWSERS) if (path := shutil.which(name, path=_path(environment)))
    ]
    if not found:
        problem = f"{NAMED} names {wanted!r}, which is no program here" if wanted else "there is no Chromium here"
        raise PaperError(problem, f"install Chromium or Chrome, or set {NAMED} to its program; the pages are published")
    return found[0]


def print_pages(browser: str, pages: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Print pages.

    Args:
        browser: from :func:`find_browser`.
        pages: HTML files.
        folder: for the PDFs, each called as its page; made if it is not there.

    Raises:
        PaperError: the browser did not print one; those before it are there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="nisba-print.", ignore_cleanup_errors=True) as own:
        return tuple(_printed(browser, page, folder / f"{page.stem}.pdf", Path(own)) for page in pages)


def _printed(browser: str, page: Path, target: Path, own: Path) -> Path:
    fresh = own / "page.pdf"
    fresh.unlink(missing_ok=True)
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    program = str(Path(browser).absolute())  # not where a link leads: its name may decide what it does
    command = [program, *_SILENT, *as_root, f"--user-data-dir={own / 'profile'}", f"--print-to-pdf={fresh}"]
    try:
        # In its own folder: whatever else a browser drops where it is started goes with that folder.
        done = subprocess.run(  # noqa: S603 - the person's own browser
            [*command, page.resolve().as_uri()], cwd=own, capture_output=True, timeout=_LONGEST, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _refused(browser, page, f"it took more than {_LONGEST} seconds") from error
    except OSError as error:
        raise _refused(browser, page, error.strerror or "it does not start") from error
    if not fresh.exists() or not fresh.read_bytes().startswith(b"%PDF-"):
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise _refused(browser, page, said[-1] if said else f"it ended with {done.returncode} and no file")
    write_whole(target, undated(fresh.read_bytes()))
    return target


def undated(content: bytes) -> bytes:
    """A PDF without the moment when it was printed, so that the same machine prints the same bytes (as many as before)."""
    return _DATES.sub(rb"/\1 (D:19800101000000", content)


def _refused(browser: str, page: Path, reason: str) -> PaperError:
    return PaperError(f"{Path(browser).name} did not print {page.name}: {reason}", f"try another with {NAMED}")


def _path(environment: Mapping[str, str]) -> str:
    return environment.get("PATH", os.defpath)
