"""The pages for everybody: what axe finds, keys alone, a finger, 400 per cent, colours that a system sets, stillness."""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import axe_playwright_python
import pytest

from explaining.pages import EVERY, KINDS, LANGUAGES, every_page

pytestmark = pytest.mark.browser
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "paper": {"media": "print"},
    "forced": {"forced_colors": "active"},
}
WIDTHS = (320, 768, 1280)
PAGES = tuple(product(KINDS, LANGUAGES))
# Every page of the first story in every look at every width is a `long` test: forty-eight times a page of some thousand
# elements. The normal suite takes twelve views, in which every two of page, language, look and width meet: axe judges a
# page by its look (contrast), its width (targets, scrolling, what is hidden) and its content, and no rule of it asks for
# three of these at once. There the methodology is the invented story's, which has every part and a tenth of the rows.
MATRIX = tuple((*page, look, width) for page in PAGES for look in LOOKS for width in WIDTHS)
NORMAL = {"explainer": "centcom-2024h1", "methodology": "two-towns"}
PAIRS = tuple(
    (*PAGES[(nth + other) % len(PAGES)], look, width)
    for nth, look in enumerate(LOOKS)
    for other, width in enumerate(WIDTHS)
)
EXPLAINERS = [key for key in EVERY if key[1] == "explainer"]
explainers = pytest.mark.parametrize("key", EXPLAINERS, ids=["-".join(key) for key in EXPLAINERS])


@pytest.fixture
def opened(browser, files):
    """Opens a page of a story in a window of its own."""
    contexts = []

    def open_page(key, width=1280, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(files[key].as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def violations(page, within="html", *, paper=False):
    """What axe finds: each rule with the first elements that break it. Paper is not touched, so it has no targets."""
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        "resultTypes": ["violations"],
        "rules": {"target-size": {"enabled": not paper}},
    }
    return page.evaluate(
        """([within, options]) => axe.run(within, options).then(found => found.violations.map(
            rule => [rule.id, ...rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160))]))""",
        [within, options],
    )


@pytest.mark.parametrize(
    ("story", "kind", "language", "look", "width"),
    [
        *((NORMAL[case[0]], *case) for case in PAIRS),
        *(pytest.param("centcom-2024h1", *case, marks=pytest.mark.long) for case in MATRIX),
    ],
)
def test_axe_finds_nothing(opened, story, kind, language, look, width):
    """12. No violation, with the notes closed and with one open; half of the views ask for stillness, half do not."""
    motion = "reduce" if (list(LOOKS).index(look) + WIDTHS.index(width)) % 2 else "no-preference"
    page = opened((story, kind, language), width=width, reduced_motion=motion)
    page.emulate_media(**LOOKS[look])
    page.evaluate(AXE)
    assert violations(page, paper=look == "paper") == []
    if look != "paper":
        page.locator("main > section .n").nth(4).click()
        page.evaluate("document.getAnimations().forEach(animation => animation.finish())")
        assert violations(page, ".note:target") == []


def test_axe_sees_a_fault(opened):
    """12. The same question finds something on a page where there is something."""
    page = opened(("two-towns", "explainer", "en"))
    page.evaluate(AXE)
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('.kick, .meta').style.color = '#ccc'")
    assert {"html-has-lang", "color-contrast"} <= {rule for rule, *_ in violations(page)}


def test_the_normal_suite_meets_every_two():
    """12. Of the whole matrix the normal suite views a quarter, in which any two values meet that ever do."""
    assert set(PAIRS) < set(MATRIX)
    for first, second in combinations(range(4), 2):
        assert {(case[first], case[second]) for case in PAIRS} == {(case[first], case[second]) for case in MATRIX}


CUT = """() => {
  const own = element => [...element.childNodes].some(node => node.nodeType == 3 && node.data.trim());
  const apart = '.scroll, .chart, .vh, .skip, script, style, .chk thead, .note:not(:target) .x';
  return [...document.body.querySelectorAll('*')].filter(element => own(element) && !element.closest(apart))
    .filter(element => element.getClientRects().length)
    .filter(element => [...element.getClientRects()].some(box => box.left < -1 || box.right > innerWidth + 1)
      || (getComputedStyle(element).overflowX != 'visible' && element.scrollWidth > element.clientWidth + 1))
    .map(element => element.outerHTML.slice(0, 120)) }"""


@every_page
def test_at_400_per_cent_nothing_is_cut_off(opened, key):
    """13. WCAG 1.4.10: a window of 1280 by 1024 at 400 per cent is 320 by 256; only tables scroll sideways, in themselves."""
    page = opened(key, width=320, height=256)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate(CUT) == []
    page.locator("main > section .n").nth(1).click()
    assert page.evaluate(CUT) == []
    close = page.locator(".note:target .x").bounding_box()
    assert close["y"] >= 0
    assert close["y"] + close["height"] <= 256


LONE = """() => [...document.querySelectorAll('a, summary')].filter(link => link.getClientRects().length)
  .filter(link => !link.matches('.skip, .sum .n'))
  .filter(link => {
    const block = link.closest('p, li, td, th, dd, dt, h1, h2, h3, h4, figcaption, caption, summary') || link.parentElement;
    const copy = block.cloneNode(true);
    copy.querySelectorAll('a, summary, .vh, .v, bdi').forEach(part => part.remove());
    return link.matches('summary') || !copy.textContent.trim() })
  .map(link => [link.outerHTML.slice(0, 120), link.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24)
  .map(([html, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`)"""


@every_page
def test_what_stands_by_itself_is_large_enough_to_hit(opened, key):
    """25. WCAG 2.5.8: 24 pixels each way, but for links within a sentence or a sum, which are as high as their line is."""
    page = opened(key, width=390)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert page.evaluate(LONE) == []
    page.locator("main > section .n").nth(4).click()
    for box in [target.bounding_box() for target in page.locator(".note:target .x, .note:target .backs a").all()]:
        assert min(box["width"], box["height"]) >= 24


ORDER = """() => {
  const rtl = document.documentElement.dir == 'rtl';
  const reach = [...document.querySelectorAll('a, summary, [tabindex="0"]')]
    .filter(element => element.getClientRects().length && !element.closest('.notes, .toc, .files'));
  const at = element => element.getClientRects()[0];
  return reach.slice(1).map((next, nth) => [reach[nth], next]).filter(([before, next]) => {
    if (before.contains(next)) return false;
    const [one, two] = [at(before), at(next)];
    const lower = two.top >= one.bottom - 2, same = !lower && two.bottom > one.top + 2;
    const on = rtl ? two.right <= one.left + 2 : two.left >= one.right - 2;
    const sum = before.closest('.sum, .s') && next.closest('.sum, .s');
    return !(lower || (same && (on || sum)) || before.closest('.eq, .scroll, td, dd') ) })
    .map(pair => pair.map(element => element.outerHTML.slice(0, 90))) }"""


@explainers
@pytest.mark.parametrize("width", [390, 1280])
def test_focus_goes_in_the_order_of_reading(opened, key, width):
    """25. Down the page, and along each line as its language is read; the skip link is the first stop."""
    page = opened(key, width=width)
    assert page.evaluate(ORDER) == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = page.evaluate(
        "[...document.querySelectorAll('a, summary, [tabindex=\"0\"]')].filter(element => element.checkVisibility())"
        ".slice(0, 25).map(element => element.outerHTML)"
    )
    walked = []
    for _ in reached:
        walked.append(page.evaluate("document.activeElement.outerHTML"))
        page.keyboard.press("Tab")
    assert [html.partition(" class=")[0] for html in walked] == [html.partition(" class=")[0] for html in reached]


FOCUS = """() => {
  const element = document.activeElement, box = element.getClientRects()[0], style = getComputedStyle(element);
  const note = document.querySelector('.note:target, .note.on');
  const there = document.elementFromPoint(
    Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), box.top + box.height / 2);
  return { shown: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle != 'none',
    inside: box.bottom > 0 && box.top < innerHeight,
    hidden: !!there && !!note && note.contains(there) && !note.contains(element) } }"""


@explainers
@pytest.mark.parametrize("width", [390, 1280])
def test_focus_is_seen_wherever_it_goes(opened, key, width):
    """25. WCAG 2.4.7 and 2.4.11: a ring of its own, within the window, and never behind an open note."""
    page = opened(key, width=width, height=700, reduced_motion="reduce")
    number = page.locator("main > section .n").nth(6)
    number.focus()
    page.keyboard.press("Enter")
    assert page.locator(".note:target").count() == 1
    number.focus()
    for _ in range(14):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS) == {"shown": True, "inside": True, "hidden": False}
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(FOCUS) == {"shown": True, "inside": True, "hidden": False}


@explainers
def test_a_finger_opens_a_number_and_goes_back(opened, key):
    """8. On a phone a tap brings the note into view; the close link, or Back, takes it away; nothing moves meanwhile."""
    page = opened(key, width=390, height=800, has_touch=True, is_mobile=True, reduced_motion="reduce")
    number = page.locator("main > section .n.com").nth(1)
    number.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    number.tap()
    note = page.locator(number.get_attribute("href"))
    assert page.locator(".note:target").count() == 1
    box = note.bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 801
    assert page.evaluate("scrollY") == before
    operand = note.locator(".f a").first
    if operand.count():
        operand.tap()
        assert page.url.endswith(operand.get_attribute("href"))
        page.go_back()
    assert page.locator(f"{number.get_attribute('href')}:target").count() == 1
    page.locator(".note:target .x").tap()
    assert page.locator(".note:target").count() == 0
    assert page.evaluate("scrollY") == before
    page.go_back()
    assert page.locator(".note:target").count() == 1


@explainers
def test_a_note_closes_by_escape_and_by_back(opened, key):
    """9. From wherever focus is in it; Back leads through the numbers that were opened, in turn."""
    page = opened(key, reduced_motion="reduce")
    first, second = page.locator("main > section .n").nth(2), page.locator("main > section .n.com").nth(1)
    first.click()
    second.click()
    assert page.locator(f"{second.get_attribute('href')}:target").count() == 1
    page.go_back()
    assert page.locator(f"{first.get_attribute('href')}:target").count() == 1
    page.locator(".note:target a").last.focus()
    page.keyboard.press("Escape")
    assert page.locator(".note:target").count() == 0
    page.go_back()
    page.go_back()
    assert page.locator(".note:target").count() == 0


KINDS_OF_MARKS = """() => Object.fromEntries(['rep', 'com', 'cit'].map(status => {
  const number = document.querySelector(`.n.${status}:not(.said)`), note = document.querySelector(`li.note.${status}`);
  location.hash = note.id;
  const pill = getComputedStyle(note.querySelector('.pill'), '::before');
  return [status, [getComputedStyle(number).textDecorationStyle, getComputedStyle(number, '::after').content,
    getComputedStyle(note).borderTopStyle, `${pill.backgroundImage.slice(0, 9)} ${pill.borderTopStyle}`]] }))"""


@explainers
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_statuses_are_told_apart_where_colours_are_forced(opened, key, scheme):
    """6, 25. Underlines, signs, edges of notes and fills of the key: each is of three kinds when a system sets colours."""
    page = opened(key, forced_colors="active", color_scheme=scheme)
    told = page.evaluate(KINDS_OF_MARKS)
    for mark in zip(*told.values(), strict=True):
        assert len(set(mark)) == 3, mark


@explainers
def test_an_open_number_is_marked_where_colours_are_forced(opened, key):
    """6, 25. The marker's colour is gone there, so a ring stands in for it, on the number and in its sentence."""
    page = opened(key, forced_colors="active")
    number = page.locator("main > section .n.rep").first
    number.click()
    page.mouse.move(0, 0)
    assert number.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    mark, around = (
        page.locator(f".note:target {part}").first.evaluate("element => getComputedStyle(element).backgroundColor")
        for part in ("mark", "blockquote")
    )
    assert mark != around


@explainers
def test_nothing_is_animated_for_those_who_ask_for_stillness(opened, key):
    """25. Opening a note moves nothing under reduced motion, and does where nobody asked."""
    for motion, animation in (("reduce", "none"), ("no-preference", "come")):
        page = opened(key, reduced_motion=motion)
        page.locator("main > section .n").nth(4).click()
        note = page.locator(".note:target")
        assert note.evaluate("element => getComputedStyle(element).animationName") == animation
