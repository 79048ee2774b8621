"""Whatever a notebook carries, nothing in the published page runs and nothing is asked of any host.

Two walls stand one behind the other, and each is tried alone: the cleaned markup without the policy, and the policy
with the markup as it came.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import nbformat
import pytest

from nisba.explaining.page import HEAD
from nisba.rerunning import publish
from nisba.rerunning.publish import NisbaExporter
from touching import LISTEN, touched

VECTORS = tomllib.loads(Path(__file__).with_name("hostile.toml").read_text("utf-8"))["vector"]
SAYS = {"kind": "explainer", "language": "en", "direction": "ltr", "title": "t", "description": "d"}
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def _html(vector) -> str:
    """The page of a notebook that carries the vector in its place."""
    output = nbformat.v4.new_output
    outputs = [
        output("display_data", {"text/html": f"<main>{vector.get('html', '<p>x</p>')}</main>"}),
        output("display_data", {HEAD: SAYS | vector.get("about", {})}),
    ]
    outputs[0].metadata = {"nisba": {"page": True}}
    if "output" in vector:
        outputs.append(output("display_data", {vector["output"]: vector["data"], "text/plain": "x"}))
    cells = [nbformat.v4.new_markdown_cell(vector.get("source", "")), nbformat.v4.new_code_cell("", outputs=outputs)]
    return NisbaExporter().from_notebook_node(nbformat.v4.new_notebook(cells=cells))[0]


@pytest.fixture(scope="module")
def tab(browser):
    """One tab for all vectors: opening a page in it forgets the one before."""
    with browser.new_context() as context:
        tab = context.new_page()
        tab.add_init_script(LISTEN)
        yield tab


def _open(tab, path: Path, html: str) -> tuple[list[str], list[str], list[str]]:
    """What fired, what was asked for, and which addresses lead where no page may, once everything was touched."""
    path.write_text(html, "utf-8")
    asked = []

    def note(request) -> None:
        asked.append(request.url)

    tab.on("request", note)
    tab.goto(path.as_uri(), wait_until="load")
    leading = touched(tab)
    tab.wait_for_timeout(20)
    fired = tab.evaluate("window.hits")
    tab.remove_listener("request", note)
    return fired, [one for one in asked if one != path.as_uri()], leading


@pytest.mark.browser
@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_nothing_fires(tab, tmp_path, vector):
    """The published page runs nothing, asks for nothing, and links nowhere but within, beside it or over https."""
    html = _html(vector)
    assert _open(tab, tmp_path / "page.html", html) == ([], [], [])
    assert vector.get("keeps", "") in tab.inner_text("body")


@pytest.mark.browser
@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_cleaning_alone(tab, tmp_path, vector):
    """Where a page's policy is lost (a reader view, a copy), the cleaned markup alone holds."""
    html, removed = POLICY.subn("", _html(vector))
    assert removed == 1
    assert _open(tab, tmp_path / "page.html", html) == ([], [], [])


@pytest.mark.browser
@pytest.mark.parametrize(
    "vector", [v for v in VECTORS if v.get("policy", "html" in v)], ids=lambda vector: vector["name"]
)
def test_policy_alone(tab, tmp_path, monkeypatch, vector):
    """If the cleaning let something through, the policy alone would keep it from running."""
    monkeypatch.setattr(publish, "sanitise", lambda markup: markup)
    assert _open(tab, tmp_path / "page.html", _html(vector))[0] == []


@pytest.mark.browser
def test_the_test_can_tell(tab, tmp_path):
    """Without either wall a script fires and a picture is asked for: the tests above would notice."""
    html = "<script>fired('x')</script><img src='http://127.0.0.1:9/p' onerror=fired('y')><a href='javascript:0'>a</a>"
    fired, asked, leading = _open(tab, tmp_path / "page.html", f"<body>{html}")
    picture = "http://127.0.0.1:9/p"
    assert (fired[0], asked, leading) == ("x", [picture], [picture, "javascript:0"])
