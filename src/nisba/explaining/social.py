"""The picture that stands for a page where its address is shared: the story's title, and its first ratios as fractions.

1200 by 630 dots, as Open Graph and Twitter cards show it. Its numbers are the ledger's, in the page's own wording, and it
is drawn by the same hand as the charts: the same story gives the same bytes. It needs no prose, so that a change of prose
draws nothing anew.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from nisba.checking.grammar import Binary, Constant, Name, Node, parse, written
from nisba.checking.numbers import Number
from nisba.explaining.edition import CLASSES, Edition, edition
from nisba.explaining.evidence import Evidence
from nisba.explaining.markup import direction

if TYPE_CHECKING:
    from nisba.explaining.charts.sheet import Sheet

WIDTH, HEIGHT = 1200, 630
_SHOWN = 2
_MARGIN, _GAP, _KICKER, _TITLE, _FIGURE, _NAME = 72.0, 48.0, 27.0, 60.0, 58.0, 25.0


def file_of(language: str) -> str:
    """Where a page's picture lies, from the page."""
    return f"charts/social.{language}.png"


def says(page: Edition, title: str) -> str:
    """The picture in words, for those who do not see it."""
    shown = [page.text("social-quotient", **_terms(page, number)) for number in _quotients(page)]
    return page.text("social-alt", title=title, told=page.listed(shown)) if shown else title


def save_social(evidence: Evidence, language: str, folder: Path) -> Path:
    """Draw a language's picture.

    Raises:
        StoryError: words that it needs are missing.
    """
    from nisba.explaining.charts.render import as_png  # noqa: PLC0415 - drawing is slow to load

    path = folder / Path(file_of(language)).name
    path.write_bytes(as_png(_sheet(edition(evidence, language, "explainer", draw=False)), scale=1))
    return path


def _sheet(page: Edition) -> Sheet:
    from nisba.explaining.charts.sheet import Sheet  # noqa: PLC0415 - the same

    colours = page.evidence.story.house.colours
    sheet = Sheet(WIDTH, rtl=direction(page.language) == "rtl", colours=colours)
    story, room = page.evidence.story, WIDTH - 2 * _MARGIN
    outlet = page.plain(story.lead.outlet, "outlet") if story.lead.outlet else ""
    kicker = page.text("social-kicker", outlet=outlet) if outlet else ""
    title = page.plain(story.title, "title")
    y = sheet.paragraph(_MARGIN, _MARGIN - 8, kicker, _KICKER, "ink-2", room=room)
    sheet.paragraph(_MARGIN, y + 10, title, _TITLE, room=room, bold=True)
    x, base = _MARGIN, HEIGHT - _MARGIN - _FIGURE - 24
    half = (room - _GAP) / 2
    for number in _quotients(page):
        sheet.paragraph(x, base - 122, page.label(number), _NAME, "ink-2", room=half)
        _fraction(page, sheet, number, x, base)
        x += half + _GAP
    sheet.line(_MARGIN, HEIGHT - _MARGIN + 22, WIDTH - _MARGIN, HEIGHT - _MARGIN + 22, "rule", 1.5)
    sheet.finish(HEIGHT)
    return sheet


def _fraction(page: Edition, sheet: Sheet, number: Number, x: float, y: float) -> None:
    """One fraction, read from left to right in every language."""
    terms = _terms(page, number)
    top, bottom = _sides(page, number)
    over = max(sheet.measure(terms[side], _FIGURE) for side in ("top", "bottom"))
    equals, result = sheet.measure("=", _FIGURE) + 32, sheet.measure(terms["result"], _FIGURE * 1.25, bold=True)
    start = x if not sheet.rtl else x + result + equals
    for side, one, rise in ((terms["top"], top, -26.0), (terms["bottom"], bottom, 48.0)):
        sheet.text(start + over / 2, y + rise, side, _FIGURE, _colour(one), at="middle")
    sheet.line(start, y - 8, start + over, y - 8, "ink", 4)
    at = x + over if not sheet.rtl else x + result
    sheet.text(at + equals / 2, y + 10, "=", _FIGURE, "ink", at="middle")
    sheet.text(x + over + equals if not sheet.rtl else x, y + 14, terms["result"], _FIGURE * 1.25, "com", bold=True)


def _colour(number: Number | None) -> str:
    return CLASSES[number.status] if number else "ink"


def _terms(page: Edition, number: Number) -> dict[str, str]:
    node = parse(number.formula or "")
    if not isinstance(node, Binary):
        return {"top": "", "bottom": "", "result": page.written(number)}
    top, bottom = (_side(page, side) for side in (node.left, node.right))
    return {"top": top, "bottom": bottom, "result": page.written(number)}


def _sides(page: Edition, number: Number) -> tuple[Number | None, Number | None]:
    node = parse(number.formula or "")
    if not isinstance(node, Binary):
        return None, None
    left, right = (page.ledger.number(side.id) if isinstance(side, Name) else None for side in (node.left, node.right))
    return left, right


def _side(page: Edition, node: Node) -> str:
    if isinstance(node, Constant):
        return written(node)
    return page.written(page.ledger.number(node.id) if isinstance(node, Name) else page.ledger.computed(written(node)))


def _quotients(page: Edition) -> list[Number]:
    """The story's first ratios of one number over another, as many as there is room for; none where it works none out."""
    known = page.ledger.numbers
    numbers = (known[formula.id] for formula in page.evidence.story.formulas if formula.id in known)
    ratios = (number for number in numbers if number.formula == " / ".join(number.operands) and number.value.is_exact)
    return list(islice(ratios, _SHOWN))
