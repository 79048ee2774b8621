"""A page as Markdown: the same content for an editor, a repository, a reader of plain text; the only place that knows markdownify.

CommonMark, with the pipe tables that every newsroom tool reads. A number is a link by the number of its note (``[153][4]``);
anchors are those of the page, so one address leads to the same note in both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from nisba.rerunning.page import Page
from nisba.rerunning.sanitise import sanitise

_DROPPED = "svg, .x, .backs, .range, .skip, [aria-hidden=true]"
_SIGNS = re.compile(r"[\\`*_\[\]<>|$]|&(?=#?\w+;)")
_STARTS = re.compile(r"^(\s*)([#+=~-])|^(\s*\d+)([.)])(?=\s|$)")
_USED = re.compile(r"\]\[(\w+)\]")
_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


@dataclass(frozen=True, slots=True)
class Written:
    """A page's content in Markdown, made once for all the forms that it takes.

    Args:
        page: whose content it is.
        text: all of it, without the addresses of the notes.
        notes: the anchors of notes, by the number that stands beside the numbers in print.
    """

    page: Page
    text: str
    notes: Mapping[str, str]


def in_markdown(page: Page) -> Written:
    """Read a page's content as Markdown."""
    content = BeautifulSoup(sanitise(page.body), "html.parser")
    notes = {str(link["data-n"]): str(link["href"]) for link in content.select("a.n[data-n]")}
    for element in content.select(_DROPPED):
        element.decompose()
    for space in content.select("dt, dd, .note-h > *, caption, summary, figcaption"):
        space.insert_after(" ")
    forward = page.direction == "ltr"
    signs = {"arrow": "→" if forward else "←", "quotes": "“”" if forward else "«»"}
    written = _Plain(heading_style="atx", bullets="-", strong_em_symbol="*", wrap=False, **signs).convert_soup(content)
    content.decompose()  # its parts hold each other, and would lie about until they are collected
    return Written(page, f"{_BLANK.sub(chr(10) * 2, written).strip()}\n", notes)


def markdown(written: Written) -> str:
    """The whole page as one Markdown text, which ends with the addresses of its notes."""
    return directed(written.page, f"{written.text}\n{_addresses(written.notes, None)}")


def sections(written: Written) -> tuple[str, ...]:
    """The page as Markdown in pieces that stand alone: what comes first, then each section."""
    pieces = [piece for piece in re.split(r"(?m)^(?=## )", written.text) if piece.strip()]
    return tuple(directed(written.page, f"{piece}\n{_addresses(written.notes, piece)}") for piece in pieces)


def _addresses(notes: Mapping[str, str], among: str | None) -> str:
    used = notes if among is None else {number for number in _USED.findall(among) if number in notes}
    return "\n".join(f"[{number}]: {notes[number]}" for number in sorted(notes, key=int) if number in used)


def plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _STARTS.sub(_escaped, _SIGNS.sub(r"\\\g<0>", text))


def directed(page: Page, written: str) -> str:
    """The text in its page's direction, for the programs that show it."""
    body = written.strip()
    if page.direction == "ltr":
        return f"{body}\n"
    return f'<div dir="rtl" lang="{page.language}">\n\n{body}\n\n</div>\n'


class _Plain(MarkdownConverter):  # type: ignore[misc] # skipped, see pyproject.toml
    """What the elements of our pages are in Markdown, where that is not what any page's would be."""

    def escape(self, text: str, parent_tags: Any) -> str:
        """Text that stays text: Markdown's own signs, those of HTML and those of formulas stand for themselves."""
        del parent_tags
        return plain(text or "")

    def convert_a(self, el: Tag, text: str, parent_tags: Any) -> str:
        """A number by its note; any other link as it is."""
        if "n" in el.get_attribute_list("class") and el.get("data-n"):
            return f"[{text.strip()}][{el['data-n']}]"
        return str(super().convert_a(el, text, parent_tags))

    def convert_mark(self, el: Tag, text: str, parent_tags: Any) -> str:
        """The marked characters of a quotation, as strong ones."""
        del el, parent_tags
        return f"**{text}**" if text.strip() else text

    def convert_q(self, el: Tag, text: str, parent_tags: Any) -> str:
        """A short quotation, in the marks of the page's language."""
        del el, parent_tags
        first, last = self.options["quotes"]
        return f"{first}{text}{last}"

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: Any) -> str:  # noqa: N802 - the library's name
        """A heading, with the anchor that it has on the page."""
        return str(super().convert_hN(n, el, f"{_anchor(el)}{text.strip()}", parent_tags))

    def convert_ol(self, el: Tag, text: str, parent_tags: Any) -> str:
        """The notes as paragraphs, a chain of attribution as one line."""
        styles = el.get_attribute_list("class")
        if "notes" in styles:
            return f"\n\n{text}\n\n"
        if "chain" in styles:
            links = [line.strip() for line in text.splitlines() if line.strip()]
            arrow = f" {self.options['arrow']} "
            return f"\n\n{arrow.join(links)}\n\n"
        return str(super().convert_list(el, text, parent_tags))

    def convert_li(self, el: Tag, text: str, parent_tags: Any) -> str:
        """A note, which begins with a heading of its own; one of those who passed something on, in a line of its own."""
        if "note" in el.get_attribute_list("class"):
            return f"\n\n{text.strip()}\n\n"
        if el.parent and "chain" in el.parent.get_attribute_list("class"):
            return f"{' '.join(text.split())}\n"
        return str(super().convert_li(el, text, parent_tags))

    def convert_p(self, el: Tag, text: str, parent_tags: Any) -> str:
        """The first line of a note is its heading: value, status and number; a step of it has an anchor."""
        note = el.find_parent("li")
        if "note-h" in el.get_attribute_list("class") and note:
            said = [" ".join(part.get_text().split()) for part in el.find_all("span", recursive=False)]
            return f"\n\n### {_anchor(note)}{' · '.join(self.escape(part, parent_tags) for part in said)}\n\n"
        anchored = _anchor(el) if "step" in el.get_attribute_list("class") else ""
        return str(super().convert_p(el, f"{anchored}{text.lstrip()}" if anchored else text, parent_tags))

    def convert_dt(self, el: Tag, text: str, parent_tags: Any) -> str:
        """A term, in a list of terms."""
        del el, parent_tags
        return f"\n- **{text.strip()}**: "

    def convert_dd(self, el: Tag, text: str, parent_tags: Any) -> str:
        """What is said of the term."""
        del el, parent_tags
        return f"{' '.join(text.split())}\n"

    def convert_td(self, el: Tag, text: str, parent_tags: Any) -> str:
        """A cell in one line."""
        return str(super().convert_td(el, " ".join(text.split()), parent_tags))

    def convert_th(self, el: Tag, text: str, parent_tags: Any) -> str:
        """The same."""
        return str(super().convert_th(el, " ".join(text.split()), parent_tags))


def _anchor(element: Tag) -> str:
    name = element.get("id")
    return f'<a id="{name}"></a>' if name else ""


def _escaped(found: re.Match[str]) -> str:
    """A sign that would begin a heading, a list or a line, with what stands before it."""
    return f"{found[1]}\\{found[2]}" if found[2] else f"{found[3]}\\{found[4]}"
