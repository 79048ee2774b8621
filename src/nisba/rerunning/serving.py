"""A server for one person on this machine: the published pages, and around them a frame that reloads what changed.

The pages are handed out byte for byte as readers will get them; nothing is put into them, and their policy would not
admit it. The frame (``preview.html``) listens for news, reloads the page that it shows when its content changed, and says
above it what is wrong while the last good page stays.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"
_FRAME = Path(__file__).with_name("preview.html")
_PAGES, _NEWS = "/pages/", "/news"
_BEAT_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class State:
    """What a preview shows.

    Args:
        version: counts the states.
        pages: the SHA-256 of each published page, by name.
        busy: whether a run is under way.
        problem: why the last run published nothing, in one sentence; empty where it did.
    """

    version: int = 0
    pages: Mapping[str, str] = field(default_factory=dict)
    busy: bool = True
    problem: str = ""


class News:
    """The latest state, and whoever waits for it."""

    def __init__(self) -> None:
        self._state, self._over = State(), False
        self._changed = threading.Condition()

    @property
    def state(self) -> State:
        """The latest."""
        return self._state

    def tell(self, **said: Any) -> None:
        """Replace some fields of the state."""
        with self._changed:
            self._state = replace(self._state, version=self._state.version + 1, **said)
            self._changed.notify_all()

    def end(self) -> None:
        """There will be no more news."""
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def after(self, version: int) -> Iterator[State | None]:
        """Each state behind that version; None now and then while there is none, until the end."""
        while not self._over:
            with self._changed:
                self._changed.wait_for(lambda: self._over or self._state.version > version, _BEAT_SECONDS)  # noqa: B023
                state = self._state
            yield state if state.version > version else None
            version = state.version


class _Server(ThreadingHTTPServer):
    """Threads that wait for news end with the program."""

    daemon_threads = True


class Handler(SimpleHTTPRequestHandler):
    """The frame, the news and the pages."""

    def __init__(self, *told: Any, news: News, **more: Any) -> None:
        self.news = news
        super().__init__(*told, **more)

    def do_GET(self) -> None:
        """Answer; only to who asked for this machine by name, so that no web page elsewhere reads what is not out yet."""
        host = self.headers.get("Host", "").rpartition(":")[0]
        if host not in (HOST, "localhost"):
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path == "/":
            self._send(_FRAME.read_bytes())
        elif self.path == _NEWS:
            self._stream()
        elif self.path.startswith(_PAGES):
            super().do_GET()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        """Nobody needs it."""
        self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)

    def translate_path(self, path: str) -> str:
        """The file below the folder of outputs."""
        return super().translate_path(path.removeprefix(_PAGES.rstrip("/")))

    def list_directory(self, path: Any) -> None:  # noqa: ARG002 - the library's signature
        """Folders are not listed."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Nothing is kept by the browser: the next reload shows what is there then."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *told: Any) -> None:  # noqa: A002 - the library's signature
        """Say nothing: the terminal is for the runs."""

    def _send(self, content: bytes) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _stream(self) -> None:
        """Events as the browser's EventSource reads them (HTML Living Standard, section 9.2)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            for state in self.news.after(-1):
                self.wfile.write(b"data: " + json.dumps(asdict(state)).encode() + b"\n\n" if state else b": \n\n")
                self.wfile.flush()
        except OSError:
            return  # the page was closed


@contextmanager
def served(folder: Path, news: News, port: int = 0) -> Iterator[str]:
    """Serve a folder of outputs for the time of the block; its address.

    Args:
        folder: need not be there yet.
        news: what the preview is told.
        port: to listen on; another one if that is taken, any if it is 0.
    """
    handler = partial(Handler, news=news, directory=str(folder))
    try:
        server = _Server((HOST, port), handler)
    except OSError:
        server = _Server((HOST, 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_port}/"
    finally:
        news.end()
        server.shutdown()
        server.server_close()
        thread.join()
