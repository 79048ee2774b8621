"""The server of a watch: pages as published, only for this machine, and a frame around them that listens."""

from __future__ import annotations

import http.client
import json
from urllib.parse import urlsplit

import pytest

from nisba.rerunning.manifest import sha256
from nisba.rerunning.serving import News, served

PAGE = "<!DOCTYPE html><html><head><title>{0}</title></head><body><h1>{0}</h1><p style='height:4000px'>long</p></body></html>"


@pytest.fixture
def outputs(tmp_path):
    """A folder of outputs with a page, and a secret beside it."""
    folder = tmp_path / "outputs" / "tiny"
    folder.mkdir(parents=True)
    (folder / "explainer.en.html").write_text(PAGE.format("First"), "utf-8")
    (tmp_path / "outputs" / "secret.html").write_text("not published", "utf-8")
    return folder


def _get(address: str, path: str, host: str = "", method: str = "GET") -> tuple[int, bytes]:
    place = urlsplit(address)
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=10)
    connection.request(method, path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    return answer.status, answer.read()


def test_pages_are_served_as_they_are_published(outputs):
    """Nothing is put into a page: its bytes are those of the file; the frame around it is another document."""
    with served(outputs, News()) as address:
        assert _get(address, "/pages/explainer.en.html") == (200, (outputs / "explainer.en.html").read_bytes())
        assert b"EventSource" in _get(address, "/")[1]


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/pages/explainer.en.html", "elsewhere.example:80", 403),
        ("/pages/explainer.en.html", "localhost:80", 200),
        ("/pages/../secret.html", "", 404),
        ("/pages/%2e%2e/secret.html", "", 404),
        ("/pages/", "", 404),
        ("/explainer.en.html", "", 404),
        ("/pages/none.html", "", 404),
    ],
)
def test_who_gets_what(outputs, path, host, status):
    """Only what is published is handed out, and only to who asked for this machine by name."""
    with served(outputs, News()) as address:
        assert _get(address, path, host)[0] == status


def test_a_taken_port(outputs):
    """Where the port is taken, another is used, and said."""
    with served(outputs, News()) as first, served(outputs, News(), urlsplit(first).port) as second:
        assert first != second
        assert _get(second, "/")[0] == 200


def test_news(outputs):
    """Whoever listens gets the state at hand and each one behind it, until the end."""
    news = News()
    with served(outputs, news) as address:
        place = urlsplit(address)
        connection = http.client.HTTPConnection(place.hostname, place.port, timeout=10)
        connection.request("GET", "/news")
        stream = connection.getresponse()
        first = json.loads(stream.readline().removeprefix(b"data: "))
        news.tell(busy=False, problem="01.ipynb: cell 3 failed.")
        stream.readline()
        second = json.loads(stream.readline().removeprefix(b"data: "))
    assert (first["busy"], second["busy"], second["problem"]) == (True, False, "01.ipynb: cell 3 failed.")


@pytest.mark.browser
def test_the_frame_in_a_browser(outputs, browser):
    """The browser shows the new page by itself, where the reader was; a mistake stands above it while it stays."""
    page, news = outputs / "explainer.en.html", News()
    with served(outputs, news) as address:
        tab = browser.new_page()
        tab.goto(address)
        news.tell(busy=False, pages={page.name: sha256(page.read_bytes())})
        shown = tab.frame_locator("#page")
        shown.get_by_role("heading", name="First").wait_for()
        frame = tab.frames[1]
        frame.evaluate("scrollTo(0, 700)")
        page.write_text(PAGE.format("Second"), "utf-8")
        news.tell(pages={page.name: sha256(page.read_bytes())})
        shown.get_by_role("heading", name="Second").wait_for()
        tab.wait_for_function("document.querySelector('iframe').contentWindow.scrollY === 700")
        news.tell(problem="story.toml:3: <b>what</b> is missing.")
        tab.get_by_role("alert").filter(has_text="story.toml:3: <b>what</b> is missing.").wait_for()
        assert shown.get_by_role("heading", name="Second").is_visible()
        assert tab.locator("#status").inner_text() == "not published"
        tab.close()
