"""From an executed notebook to a page: what is taken, what is kept, and what the policy admits."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nisba.errors import RunError
from nisba.explaining.page import HEAD
from nisba.rerunning.page import find_page
from nisba.rerunning.publish import NisbaExporter
from nisba.rerunning.sanitise import sanitise

SAYS = {"kind": "explainer", "language": "ar", "direction": "rtl", "title": "<T> & t", "description": "d"}
# One of everything that a page is made of; a chart among it.
BODY = """
<main id="main"><h1>153 <bdi dir="ltr">59 + 137</bdi></h1><p class="lead">They claimed
<a class="n rep" id="r-attacks-1" href="#n-attacks" aria-label="153, reported" data-n="1">153</a> attacks,
<mark>153</mark> in <time datetime="2024-07">July</time>.<br>See <a href="https://example.org/a?b=1&amp;c=2" hreflang="en">it</a>,
<a href="tables/n.csv" download="n.csv">the table</a>, <a href="methodology.ar.html#rounding">how</a>.</p>
<blockquote lang="ar" dir="rtl"><p>153</p></blockquote>
<ol class="notes"><li class="note" id="n-attacks" tabindex="-1" value="2"><b>153</b></li></ol>
<div class="scroll" role="region" tabindex="0" aria-label="Accounts"><table><caption>c</caption><thead><tr>
<th scope="col">a</th><th scope="col" colspan="2">b</th></tr></thead><tbody><tr><td rowspan="1">1</td></tr></tbody></table></div>
<figure aria-labelledby="f" role="img"><svg class="wide" viewBox="0 0 10 5" width="10" height="5" aria-hidden="true"
 focusable="false" preserveAspectRatio="xMidYMid meet" xmlns="http://www.w3.org/2000/svg"><defs>
<clipPath id="c"><rect x="0" y="0" width="1" height="1"></rect></clipPath><linearGradient id="g" x1="0" x2="1"
 gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="var(--com,#6b2fa0)" stop-opacity="0"></stop></linearGradient>
<pattern id="h" patternUnits="userSpaceOnUse" width="4" height="4"><path d="M0 0L4 4" stroke="var(--ink,#13201f)"></path>
</pattern><path id="glyph" d="M0 0"></path></defs><g clip-path="url(#c)" transform="translate(1 2)" fill="url(#h)">
<use href="#glyph" x="1" y="2"></use><path d="M 0 0 L 1 1" fill="var(--rep,#0a5678)" stroke-dasharray="1.5,2"
 stroke-linejoin="round"></path></g></svg><figcaption id="f">c</figcaption></figure>
<details open=""><summary>Show the data</summary><dl><dt>a</dt><dd>b</dd></dl></details></main>
"""
FRAME = {
    "words": {"skip": "Skip", "nav": "Pages", "front": "front page", "data": "Data", "foot": "Foot"},
    "nav": [{"href": "methodology.ar.html", "label": "How"}],
    "languages": [{"href": "explainer.en.html", "language": "en", "direction": "ltr", "label": "English"}],
    "alternates": [{"href": "explainer.en.html", "language": "en"}],
}


def _notebook(parts=(BODY,), says=(SAYS,)):
    output = nbformat.v4.new_output
    outputs = [output("display_data", {"text/html": "<p>for the notebook's reader only</p>"})]
    outputs += [output("display_data", {HEAD: one}) for one in says]
    outputs += [output("display_data", {"text/html": one}, metadata={"nisba": {"page": True}}) for one in parts]
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", outputs=outputs)])


def _html(**what) -> str:
    return NisbaExporter().from_notebook_node(_notebook(**what))[0]


class Inventory(HTMLParser):
    """Counts every element, every attribute with its value, and every word of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: Counter = Counter()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found[tag] += 1
        self.found.update((tag, *pair) for pair in attrs)

    def handle_data(self, data):
        self.found.update(data.split())


def test_all_that_a_page_needs_is_kept():
    """Of a page made of the allowed elements, nothing is lost and nothing is added."""
    assert Inventory(sanitise(BODY)).found == Inventory(BODY).found


def test_parts_in_their_order():
    """The marked parts make up the body, in the order of the notebook; what is not marked is not on the page."""
    html = _html(parts=("<p>first</p>", "<p>second</p>"))
    assert html.index("<p>first</p>") < html.index("<p>second</p>")
    assert "for the notebook's reader only" not in html


def test_language_direction_and_title():
    """The page has the language, the direction and the title that the notebook says, as text."""
    html = _html()
    assert '<html lang="ar" dir="rtl">' in html
    assert "<title>&lt;T&gt; &amp; t</title>" in html


def test_policy_admits_the_page_and_nothing_else():
    """The hashes of the policy are those of the very style and script in the page."""
    html = _html()
    csp = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1].replace("&#39;", "'")
    for kind in ("style", "script"):
        inline = re.findall(rf"<{kind}>(.*?)</{kind}>", html, re.DOTALL)
        digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline]
        assert re.search(rf"{kind}-src ([^;]+)", csp)[1].split() == [f"'sha256-{digest}'" for digest in digests]
    assert csp.startswith("default-src 'none';")
    assert csp.endswith("base-uri 'none'; form-action 'none'")


@pytest.mark.browser
def test_style_and_script_are_admitted(page, tmp_path):
    """A browser applies the page's own style and runs its own script: the policy refuses neither."""
    refused = []
    page.on("console", lambda message: refused.append(message.text))
    path = tmp_path / "page.html"
    path.write_text(_html(), "utf-8")
    page.goto(path.as_uri())
    assert refused == []
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink') !== ''")


@pytest.mark.browser
def test_the_frame_is_accessible(page, tmp_path):
    """Axe finds nothing to object to in the frame around a small, sound body."""
    from axe_playwright_python.sync_playwright import Axe

    path = tmp_path / "page.html"
    path.write_text(_html(says=[SAYS | {"head": FRAME}], parts=['<h1 lang="en">One &amp; only</h1>']), "utf-8")
    page.goto(path.as_uri())
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_the_same_bytes():
    """The same notebook gives the same page."""
    assert _html() == _html()


def test_nbconvert_does_the_same(tmp_path):
    """``jupyter nbconvert --to nisba`` makes the page from the executed notebook alone."""
    nbformat.write(_notebook(), tmp_path / "04_explain.ar.ipynb")
    command = [sys.executable, "-m", "nbconvert", "--to", "nisba", "04_explain.ar.ipynb"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "04_explain.ar.html").read_text("utf-8") == _html()


def test_nbconvert_says_why_not(tmp_path):
    """A notebook whose page does not say what it is, is refused by nbconvert in a sentence, without a traceback."""
    nbformat.write(_notebook(says=()), tmp_path / "plain.ipynb")
    command = [sys.executable, "-m", "nbconvert", "--to", "nisba", "plain.ipynb"]
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert "plain.ipynb: displays 1 parts of a page and says 0 times what page it is" in done.stderr


@pytest.mark.parametrize(
    ("parts", "says", "sentence"),
    [
        ([BODY], [], "displays 1 parts of a page and says 0 times what page it is"),
        ([], [SAYS], "displays 0 parts of a page and says 1 times what page it is"),
        ([BODY], [SAYS, SAYS], "says 2 times what page it is"),
        ([BODY], [SAYS | {"kind": "../x"}], "nothing usable about its page's kind"),
        ([BODY], [SAYS | {"language": "../x"}], "nothing usable about its page's language"),
        ([BODY], [SAYS | {"direction": "up"}], "nothing usable about its page's direction"),
        ([BODY], [SAYS | {"title": ""}], "nothing usable about its page's title"),
        ([BODY], [SAYS | {"title": 7, "description": None}], "nothing usable about its page's title, description"),
        ([BODY], [SAYS | {"head": "x"}], "nothing usable about its page's head"),
    ],
)
def test_unusable_pages(parts, says, sentence):
    """A page that does not say once, and plainly, what it is, is refused."""
    with pytest.raises(RunError, match=sentence):
        find_page("04.ipynb", _notebook(parts, says))


def test_no_page():
    """A notebook that displays nothing for readers has no page."""
    assert find_page("01.ipynb", _notebook((), ())) is None


@given(st.text())
def test_words_stay_words(text):
    """Any text, written as text, is the same text after cleaning, and cleaning twice changes nothing more."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    once = sanitise(f"<p>{escaped}</p>")
    assert sanitise(once) == once
    assert not re.search(r"<(?!/?p>)", once)
