"""HTML that is safe by construction: text is escaped unless it was made here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from markupsafe import Markup, escape

Content: TypeAlias = "str | Markup | Iterable[Content] | None"
"""What may stand inside an element: text, markup, nothing, or several of these."""

_SEEN = frozenset("\n\t\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
"""Format characters that are seen, or that Arabic script is written with."""
_EMPTY = frozenset({"br", "col", "hr", "wbr"})


def tag(name: str, *content: Content, **attributes: str | int | None) -> Markup:
    """An element. Attributes are written as keywords: ``class_``, ``aria_label``; one that is None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(named(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _EMPTY:
        return Markup(f"<{name}{written}>")  # noqa: S704
    return Markup(f"<{name}{written}>{join(*content)}</{name}>")  # noqa: S704


def join(*content: Content, by: str = "") -> Markup:
    """Several pieces of content after one another; ``by`` stands between those that are not empty, also inside a row."""
    return escape(by).join(piece for piece in _pieces(content) if piece)


def _pieces(content: Iterable[Content]) -> Iterator[Markup]:
    for item in content:
        if isinstance(item, Markup):
            yield item
        elif isinstance(item, str):
            yield visible(item)
        elif item is not None:
            yield from _pieces(item)


def grid(caption: str | Markup, head: Sequence[str | Markup], rows: Sequence[Sequence[Markup]]) -> Markup:
    """A table of cells that the caller made; a heading stands where the numbers of its column stand."""
    styles = ["num" if any(row[at].startswith('<td class="num"') for row in rows) else None for at in range(len(head))]
    headed = zip(head, styles, strict=True)
    heads = tag("tr", [tag("th", item, scope="col", class_=style) for item, style in headed])
    body = tag("tbody", [tag("tr", row) for row in rows])
    return tag("table", tag("caption", caption), tag("thead", heads), body, class_="wide-t")


def visible(text: str) -> Markup:
    """Text in which characters that are not seen but change what is seen stand as marks: ``U+202E``.

    Controls, direction controls and invisible spaces are shown (Unicode Technical Report 36, section 2.1.1, on what they
    can hide); joiners, which Arabic script needs, are left as they are. All text that is no markup comes through here.
    """
    if text.isascii() and text.isprintable():
        return escape(text)
    pieces = [
        Markup('<span class="ctl" dir="ltr">U+{:04X}</span>').format(ord(character))
        if _hidden(character)
        else escape(character)
        for character in text
    ]
    return Markup().join(pieces)


def named(text: str) -> str:
    """The same where no element can stand, as in an attribute or a title: ``[U+202E]``."""
    return "".join(f"[U+{ord(character):04X}]" if _hidden(character) else character for character in text)


def hidden(text: str) -> tuple[str, ...]:
    """The characters of a text that are not seen but change what is seen, as marks, each once: ``U+202E``."""
    return tuple(dict.fromkeys(f"U+{ord(character):04X}" for character in text if _hidden(character)))


def _hidden(character: str) -> bool:
    if character in _SEEN:
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} or _is_none(ord(character))


def _is_none(code: int) -> bool:
    """Whether a code is set aside for ever, so that no file may hold it (Unicode 16, section 23.7, noncharacters)."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def direction(language: str) -> str:
    """``rtl`` for languages written from right to left, else ``ltr``."""
    return "rtl" if language.partition("-")[0] in {"ar", "fa", "he", "ur"} else "ltr"


def foreign(language: str, page: str) -> dict[str, str | None]:
    """The attributes of an element whose language may differ from the page's: none where it does not."""
    if language == page:
        return {}
    return {"lang": language, "dir": direction(language)}
