"""Any notebook becomes a decent page: three invented ones that know nothing of nisba, opened in a browser."""

from __future__ import annotations

import base64
import subprocess
import sys

import nbformat
import pytest
from bs4 import BeautifulSoup

from nisba.rerunning.publish import NisbaExporter
from touching import LISTEN, touched

v4 = nbformat.v4
PIXEL = base64.b64encode(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c6360f8cf500f0003860180" + "5a3412eb0000000049454e44ae426082"
    )
).decode()
DRAWING = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>fired('svg')</script><rect width='9' height='9'/></svg>"
FRAME = """<style scoped>th{color:red}</style><table border="1" class="dataframe" onclick="fired('table')"><thead><tr>
<th></th><th>ward</th><th>beds</th></tr></thead><tbody><tr><th>0</th><td>north</td><td>12</td></tr></tbody></table>"""


def _shown(data, **metadata):
    return v4.new_output("display_data", data, metadata=metadata)


def _wards():
    """A hospital's beds: a picture beside the file, a table, a drawing, a formula, a picture in the text."""
    text = "# Beds by ward\n\nThe share is $n/N$:\n\n$$p = \\frac{n}{N}$$\n\n![the plan](attachment:plan.png) ![far](https://example.org/far.png)"
    first = v4.new_markdown_cell(text, attachments={"plan.png": {"image/png": PIXEL}})
    outputs = [
        v4.new_output("stream", name="stdout", text="2 wards\x1b[31m!\x1b[0m\n"),
        _shown({"text/html": FRAME, "text/plain": "   ward  beds"}),
        _shown({"image/png": PIXEL, "text/plain": "<Figure size 640x480 with 1 Axes>"}),
        _shown({"image/svg+xml": DRAWING}),
        _shown({"text/latex": "$\\displaystyle \\int x$", "text/plain": "Integral(x)"}),
    ]
    return [
        first,
        v4.new_code_cell("beds.plot()", outputs=outputs),
        v4.new_markdown_cell("# What follows\n\n#### Deep"),
    ]


def _match():
    """A football table with a slider, a chart that needs a script, and a cell that stopped."""
    widget = {"application/vnd.jupyter.widget-view+json": {"model_id": "a"}, "text/plain": "IntSlider(value=3)"}
    chart = {
        "text/html": "<script>fired('chart')</script><div id='main'></div>",
        "application/vnd.plotly.v1+json": {"x": [1]},
    }
    error = v4.new_output(
        "error", ename="ZeroDivisionError", evalue="by zero", traceback=["\x1b[0;31mZeroDivisionError\x1b[0m: by zero"]
    )
    only = {"application/javascript": "fired('js')"}
    outputs = [_shown(widget), _shown(chart), _shown(only), error]
    hidden = v4.new_code_cell("secret = 1", metadata={"tags": ["remove_cell"]})
    return [hidden, v4.new_code_cell("1 / 0", outputs=outputs), v4.new_raw_cell("<script>fired('raw')</script>")]


def _rain():
    """Rainfall, in Arabic, with markup in the text that means harm, or means to pass for the page's own."""
    text = (
        "## الأمطار في المدينة\n\nهطل المطر أياماً كثيرة، وهذه كميته في كل شهر.\n\n"
        "<script>fired('md')</script><img src=x onerror=fired('img')>\n\n</div></main><p class='v ok' id='main'>تمت المراجعة</p>\n\n"
        "[رابط](javascript:fired('link')) ![بكسل](http://127.0.0.1:9/p.png) ![سرّ](../../etc/passwd)"
    )
    markdown = _shown({"text/markdown": "**المجموع** كبير <iframe src='http://127.0.0.1:9/'></iframe>"})
    return [v4.new_markdown_cell(text), v4.new_code_cell("rain", outputs=[markdown])]


MADE = {"wards": _wards, "match": _match, "rain": _rain}


def _page(name, **settings) -> str:
    return NisbaExporter(**settings).from_notebook_node(
        v4.new_notebook(cells=MADE[name]()), {"metadata": {"name": name}}
    )[0]


@pytest.mark.browser
@pytest.mark.parametrize("name", MADE)
def test_a_page_that_runs_nothing_and_asks_for_nothing(browser, tmp_path, name):
    """Opened and touched everywhere: nothing fires, nothing is asked for, and axe finds nothing to object to."""
    from axe_playwright_python.sync_playwright import Axe

    path = tmp_path / f"{name}.html"
    path.write_text(_page(name), "utf-8")
    with browser.new_context() as context:
        tab = context.new_page()
        tab.add_init_script(LISTEN)
        asked = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(path.as_uri(), wait_until="load")
        leading = [address for address in touched(tab) if not address.startswith("data:image/")]
        assert (tab.evaluate("window.hits"), leading) == ([], [])
        assert {url.partition("#")[0] for url in asked if not url.startswith("data:")} == {path.as_uri()}
        assert tab.evaluate("[...document.images].every(one => one.naturalWidth > 0)")
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found = [(one["id"], one["nodes"][0]["html"]) for one in Axe().run(tab).response["violations"]]
        assert found == []


def test_text_tables_pictures_and_formulas_are_kept():
    """One title, each heading with its address, a table whose heads say what they head, formulas in their notation."""
    page = BeautifulSoup(_page("wards"), "html.parser")
    assert (page.title.get_text(), page.h1.get_text(), page.html["lang"]) == ("Beds by ward", "Beds by ward", "en")
    assert [(one.name, one.get("id")) for one in page.main.select("h1, h2, h3")] == [
        ("h1", "Beds-by-ward"),
        ("h2", "What-follows"),
        ("h3", "Deep"),
    ]
    assert [cell.get("scope") for cell in page.select("table th")] == ["col", "col", "row"]
    assert [code.get_text() for code in page.main.select("p code, pre > code")][:2] == ["n/N", "p = \\frac{n}{N}"]
    assert [one["alt"] for one in page.select("img")] == ["the plan", "Picture of cell 2", "Picture of cell 2"]
    assert page.find("a", href="https://example.org/far.png").get_text() == "Picture, not inside this file: far"
    assert "2 wards!" in page.get_text()
    assert page.select_one("details pre").get_text() == "beds.plot()"


def test_what_needs_a_program_says_so():
    """A slider as it was, a chart and a script left out by name, an error as an error; a removed cell is not there."""
    said = " ".join(BeautifulSoup(_page("match"), "html.parser").main.get_text(" ").split())
    assert said.startswith("match")
    assert "IntSlider(value=3) In the notebook this responds to its reader" in said
    assert "Cell 2 stopped with an error ZeroDivisionError: by zero" in said
    assert "A result is left out that only a program can show (application/javascript)." in said
    assert "secret" not in said


def test_the_language_of_the_text_is_the_pages():
    """Arabic text makes an Arabic page; what would pass for the page's own does not."""
    page = BeautifulSoup(_page("rain"), "html.parser")
    assert (page.html["lang"], page.html["dir"], page.h1.get_text()) == ("ar", "rtl", "rain")
    assert page.main.get_text().count("تمت المراجعة") == 1
    assert not page.main.select(".v")
    assert len(page.select("main")) == len(page.select("#main")) == 1
    assert "صورة ليست في هذا الملف: بكسل" in page.main.get_text()
    assert not page.main.select("img, iframe")


@pytest.mark.parametrize("setting", ["exclude_input", "exclude_output"])
def test_nbconverts_own_settings_hold(setting):
    """``--no-input`` and its like do what they do for every exporter."""
    page = BeautifulSoup(_page("wards", **{setting: True}), "html.parser")
    assert bool(page.select("details")) == (setting != "exclude_input")
    assert bool(page.select("table")) == (setting != "exclude_output")


@pytest.mark.parametrize("exporter", ["nisba", "nisba-explainer"])
def test_nbconvert_knows_both_names(tmp_path, exporter):
    """``jupyter nbconvert --to nisba any.ipynb`` writes the page."""
    nbformat.write(v4.new_notebook(cells=_match()), tmp_path / "match.ipynb")
    command = [sys.executable, "-m", "nbconvert", "--to", exporter, "match.ipynb"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert "ZeroDivisionError" in (tmp_path / "match.html").read_text("utf-8")
