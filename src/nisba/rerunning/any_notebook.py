"""Any notebook as a page: text, code and results of a notebook that displays no page of ours, in order, for readers.

What a stranger's notebook holds is shown as far as it can be shown without running anything and without asking anyone: text,
tables, pictures inside the file, formulas in their own notation, errors. Whatever needs a script is left out, and says so.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup
from mdit_py_plugins.dollarmath import dollarmath_plugin

from nisba.explaining.markup import direction, join, tag, visible
from nisba.explaining.messages import Messages, languages
from nisba.reading.script import language_of
from nisba.rerunning.page import Page
from nisba.rerunning.readable import cleaned, readable

KIND = "notebook"
"""The kind of such a page."""
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
_ANSI = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")  # ECMA-48, control sequences
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]+")
_SAID = 300  # characters of the description


@dataclass(frozen=True, slots=True)
class Left:
    """What the reader of the notebook does not want to see.

    Args:
        input: leave the code out.
        output: leave the results out.
    """

    input: bool = False
    output: bool = False


def any_page(name: str, content: Any, left: Left) -> Page:
    """A page of a notebook.

    Args:
        name: of the file, without its ending; the title where the notebook has none.
        content: the notebook.
        left: what to leave out.
    """
    told = [_markdown(str(cell.source)) for cell in content.cells if cell.cell_type == "markdown"]
    text = join(*told).striptags()  # markup has letters of its own
    spoken = str(content.metadata.get("lang") or language_of(text)).split("-")[0].lower()
    words = Messages(spoken if spoken in languages() else "en")
    cells = [_cell(cell, number, words, left) for number, cell in enumerate(content.cells, start=1)]
    body, title, description = readable(join(*cells), str(content.metadata.get("title") or ""), name, words)
    frame = {one: words(f"page-{one}") for one in ("skip", "front", "nav", "data")}
    head = {"words": {**frame, "foot": words("notebook-foot")}}
    return Page(KIND, spoken, direction(spoken), title, description[:_SAID], head, body)


def _cell(cell: Any, number: int, words: Messages, left: Left) -> Markup:
    tags = {str(one).replace("_", "-") for one in cell.metadata.get("tags", ())}
    if "remove-cell" in tags:
        return Markup()
    if cell.cell_type == "markdown":
        return _markdown(_attached(str(cell.source), cell.get("attachments") or {}))
    if cell.cell_type != "code":
        return Markup()  # a raw cell is for another format
    no_code = left.input or tags & {"remove-input", "hide-input"} or not str(cell.source).strip()
    code = None if no_code else _code(str(cell.source), number, words)
    shown = () if left.output or tags & {"remove-output"} else _outputs(cell, number, words)
    return tag("div", code, list(shown))


def _code(source: str, number: int, words: Messages) -> Markup:
    summary = tag("summary", words("notebook-code", number=str(number)))
    return tag("details", summary, tag("pre", tag("code", visible(source)), dir="ltr", tabindex=0))


def _outputs(cell: Any, number: int, words: Messages) -> Iterator[Markup]:
    for output in cell.get("outputs", ()):
        match output.output_type:
            case "stream":
                yield _plain(_text(output.text))
            case "error":
                trace = "\n".join(map(str, output.get("traceback") or [f"{output.ename}: {output.evalue}"]))
                yield join(tag("p", tag("strong", words("notebook-error", number=str(number)))), _plain(trace))
            case _:
                yield _result(output, number, words)


def _result(output: Any, number: int, words: Messages) -> Markup:
    """The richest form of a result that can be shown as it is."""
    data = output.data
    for kind in ("text/html", "text/markdown", "image/svg+xml", *_PICTURES, "text/latex", "text/plain"):
        if kind in data and (shown := _form(kind, data[kind], _alt(data, number, words))):
            widget = any("widget-view" in other or "javascript" in other for other in data)
            return join(shown, tag("p", words("notebook-widget"), class_="caveat") if widget else None)
    if held := [kind for kind in data if kind.endswith("json") and "widget" not in kind]:
        return _plain(json.dumps(data[held[0]], ensure_ascii=False, indent=1))
    return tag("p", words("notebook-left-out", kinds=", ".join(data)), class_="caveat")


def _form(kind: str, value: Any, alt: str) -> Markup:
    """One form of a result; nothing where there is nothing to see without running it."""
    text = _text(value)
    if kind == "text/html":
        return _foreign(text)
    if kind == "text/markdown":
        return _markdown(text)
    if kind == "text/latex":
        return tag("pre", tag("code", visible(text.strip())), dir="ltr", tabindex=0)
    if kind == "text/plain":
        return _plain(text)
    return _picture(kind, text, alt)


def _picture(kind: str, text: str, alt: str) -> Markup:
    """A picture inside the file. A drawing is shown as one, too: what a picture holds is neither run nor fetched.

    See HTML, section 4.8.3, and SVG 2, section 2.7, on *secure static mode*.
    """
    written = base64.b64encode(text.encode()).decode() if kind == "image/svg+xml" else "".join(text.split())
    if not _BASE64.fullmatch(written):
        return Markup()
    return Markup('<p><img src="data:{};base64,{}" alt="{}"></p>').format(kind, written, alt)


def _alt(data: Any, number: int, words: Messages) -> str:
    """What a picture is: the words that come with it, unless they are the program's name for an object."""
    told = _text(data.get("text/plain", "")).strip()
    return words("notebook-picture", number=str(number)) if not told or told.startswith("<") else told[:_SAID]


def _foreign(text: str) -> Markup:
    """HTML of a stranger, from which all that runs is gone; nothing where nothing is left to see."""
    clean = cleaned(text)
    seen = re.sub(r"<[^>]*>", "", clean).strip() or re.search(r"<(img|svg|table)\b", clean)
    return Markup("<div>{}</div>").format(Markup(clean)) if seen else Markup()  # noqa: S704 - cleaned


def _plain(text: str) -> Markup:
    return tag("pre", visible(_ANSI.sub("", text).rstrip("\n")), dir="ltr", tabindex=0)


def _text(value: Any) -> str:
    return "".join(map(str, value)) if isinstance(value, list) else str(value)


def _attached(source: str, attachments: Any) -> str:
    """Markdown whose attached pictures stand in it."""
    for name, forms in attachments.items():
        for kind in _PICTURES:
            if kind in forms:
                source = source.replace(
                    f"attachment:{name}", f"data:{kind};base64,{''.join(_text(forms[kind]).split())}"
                )
    return source


def _markdown(source: str) -> Markup:
    return Markup("<div>{}</div>").format(Markup(cleaned(_parser().render(source))))  # noqa: S704 - cleaned


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables, and formulas in their own notation: no program that sets them is part of a page."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.validateLink = _any_address  # type: ignore[method-assign] # cleaned() judges every address
    parser.use(dollarmath_plugin, double_inline=True, renderer=_formula)
    return parser


def _any_address(url: str) -> bool:
    return bool(url)


def _formula(text: str, options: dict[str, Any]) -> str:
    written = tag("code", visible(text.strip()))
    return str(tag("pre", written, dir="ltr", tabindex=0) if options["display_mode"] else written)
