"""The pages in a real browser: numbers that open and close, small screens, paper, no network."""

from __future__ import annotations

import pytest

from explaining.pages import EVERY, every_page, soup

pytestmark = pytest.mark.browser
EXPLAINERS = [key for key in EVERY if key[1] == "explainer"]
explainers = pytest.mark.parametrize("key", EXPLAINERS, ids=["-".join(key) for key in EXPLAINERS])
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"


@pytest.fixture
def opened(browser, files):
    """Opens a page of a story in a window of its own; everything it asks for is listed."""
    contexts = []

    def open_page(key, width=1280, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.goto(files[key].as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


@every_page
def test_a_page_asks_for_nothing_and_complains_of_nothing(opened, files, key):
    """10. From the file itself, under its own policy, with a number opened."""
    page = opened(key)
    page.locator("a.n").first.click()
    assert page.asked == [files[key].as_uri()]
    assert page.said == []


@explainers
@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts_a_number_opens_and_closes(opened, key, width):
    """8. The note comes to the reader, the page does not jump, the close link and Back both work."""
    page = opened(key, width=width, java_script_enabled=False, reduced_motion="reduce")
    number = page.locator("section .n.com").nth(2)
    number.scroll_into_view_if_needed()
    name = number.get_attribute("href")
    before = number.bounding_box()
    number.click()
    note = page.locator(name)
    assert page.url.endswith(name)
    assert page.locator(f"{name}:target").count() == 1
    assert number.bounding_box() == before
    box = note.bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 900 + 1
    note.locator(".x").click()
    assert page.locator(".note:target").count() == 0
    assert number.bounding_box() == before
    page.go_back()
    assert page.locator(f"{name}:target").count() == 1


@explainers
def test_with_scripts_focus_comes_back(opened, key):
    """9. Escape and the close link lead back to the number, by keyboard too."""
    page = opened(key)
    number = page.locator("section .n").nth(4)
    for leave in (lambda: page.keyboard.press("Escape"), lambda: page.locator(".note:target .x").click()):
        number.focus()
        page.keyboard.press("Enter")
        assert page.locator(".note:target").count() == 1
        leave()
        assert page.locator(".note:target").count() == 0
        assert page.evaluate("document.activeElement.id") == number.get_attribute("id")


@explainers
def test_a_hovered_number_shows_its_note_and_lets_go(opened, key):
    """9. The preview can be pointed at, lights the number in the text, and Escape dismisses it."""
    page = opened(key)
    number = page.locator("section .n").nth(4)
    number.scroll_into_view_if_needed()
    number.hover()
    note = page.locator(number.get_attribute("href"))
    assert "on" in note.get_attribute("class").split()
    assert "lit" in number.get_attribute("class").split()
    note.hover()
    page.wait_for_timeout(500)
    assert "on" in note.get_attribute("class").split()
    page.keyboard.press("Escape")
    assert "on" not in note.get_attribute("class").split()


@every_page
def test_nothing_scrolls_sideways_at_320_pixels(opened, key):
    """13. Also with the text spaced out as WCAG 1.4.12 wants; wide tables scroll inside a named region."""
    page = opened(key, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for region in page.locator("[role=region]").all():
        assert region.get_attribute("aria-label")
        assert region.get_attribute("tabindex") == "0"


@explainers
def test_spaced_out_text_still_fits(browser, files, key):
    """13. WCAG 1.4.12: line, letter, word and paragraph spacing enlarged by the reader."""
    context = browser.new_context(viewport={"width": 320, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(files[key].as_uri())
    page.add_style_tag(content=SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()


@explainers
def test_on_paper_nothing_is_hidden_that_a_reader_needs(opened, published, key):
    """24. Light colours, note numbers beside the numbers, tables open; no navigation and no close links."""
    page = opened(key, width=794, height=1123, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for hidden in (".mast nav", ".skip", ".x", ".backs"):
        assert not page.locator(hidden).first.is_visible(), hidden
    for number in page.locator("main section:not(.s-notes) a.n").all()[:12]:
        shown = number.evaluate("element => getComputedStyle(element, '::after').content")
        assert shown == f'"{number.get_attribute("data-n")}"'
        assert number.get_attribute("data-n") in page.locator(f"{number.get_attribute('href')} .note-n").inner_text()
    if page.locator("figure details").count():
        assert page.locator("figure details td").first.is_visible()
    assert page.locator("li.note").last.is_visible()


def test_the_notes_are_a_plain_list_where_nothing_is_opened(published):
    """7. A reader view, or a browser of fifteen years ago, shows every number and every note."""
    for key in EXPLAINERS:
        page = soup(published[key])
        assert page.select_one("ol.notes").find_parent("main") is not None
        assert not page.select("li.note[hidden], li.note[aria-hidden]")


WIDER = """() => [...document.querySelectorAll('main *')]
  .filter(element => !element.closest('.vh, .chart, .scroll:has(th:nth-child(10))') && element.getClientRects().length)
  .filter(element => [...element.getClientRects()].some(box => box.left < -1 || box.right > innerWidth + 1))
  .map(element => element.outerHTML.slice(0, 120))"""


@every_page
def test_nothing_is_wider_than_the_paper(opened, key):
    """24. A4 within its margins is 627 pixels wide; what is wider makes a browser shrink the whole page."""
    page = opened(key, width=627, height=938)
    page.emulate_media(media="print")
    assert page.evaluate(WIDER) == []
    for figure in page.locator("figure .fig-b").all():
        assert figure.evaluate("element => getComputedStyle(element).breakInside") == "avoid"


ORIGINS = {  # by hand, from the report and the sources: what a reader must find behind a number, one step after another
    "1.26": (["153", "÷", "121"], {"153": "rep", "121": "cit"}),
    "2.54": (["307.7", "÷", "121"], {"307.7": "com", "121": "cit"}),
    "43": (["13", "+", "30"], {"13": "rep", "30": "rep"}),
}


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("shown", ORIGINS)
def test_a_reader_who_reads_no_code_finds_where_a_number_comes_from(opened, shown, language):
    """From the page alone, by clicks: the sum, then each of its numbers, down to words with the number marked in them."""
    formula, operands = ORIGINS[shown]
    page = opened(("centcom-2024h1", "explainer", language), reduced_motion="reduce")
    page.locator("main > section .n.com", has_text=shown).first.click()
    said = page.locator(".note:target .f").inner_text().split()
    assert said[: len(formula)] == formula
    assert said[-1] == shown
    for operand, status in operands.items():
        page.locator(".note:target .f a", has_text=operand).first.click()
        note = page.locator(".note:target")
        assert status in note.get_attribute("class").split()
        assert note.locator(".f" if status == "com" else "mark").first.is_visible()
        assert status == "com" or note.locator("mark").first.inner_text() == operand
        page.go_back()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_reader_finds_who_says_fourteen(opened, language):
    """From the page alone: 14 is cited, with the words that give it, who gave them to whom, and a link to read them."""
    page = opened(("centcom-2024h1", "explainer", language), reduced_motion="reduce")
    page.locator("main > section p > .n.cit", has_text="14").first.click()
    note = page.locator(".note:target")
    assert note.locator("mark").inner_text() == "14"
    assert note.locator("a[href^='https://']").first.is_visible()
    assert note.locator(".chain li").count() >= 2
