"""From Markdown with bound numbers to HTML; a numeral that is not bound is an error, and all errors come at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

from nisba.errors import NisbaError, ProseError
from nisba.explaining.foreign_words import quoted
from nisba.explaining.hedging import Hedged, hedged
from nisba.explaining.markup import hidden
from nisba.explaining.number_words import Piece, number_words
from nisba.explaining.prose.bindings import BRACES, Binding, numerals, read_binding
from nisba.explaining.prose.source import Text
from nisba.intervals import Interval


class Binder(Protocol):
    """Who knows the numbers: prints what braces bind, as a tied number or as plain text.

    Both raise :class:`~nisba.errors.NisbaError` where a name is unknown or a formula is refused.
    """

    def bound(self, binding: Binding) -> Markup:
        """The number as a link to its note."""

    def spoken(self, binding: Binding) -> str:
        """The number as text, for titles and descriptions."""

    def worth(self, binding: Binding) -> tuple[str, Interval] | None:
        """The id and value of the number that braces bind; None for what is given."""

    @property
    def language(self) -> str:
        """Language of the prose."""

    def address(self, href: str) -> str:
        """Where a link of the prose leads: ``methodology`` becomes that page's file in this language."""


class Writer:
    """Writes one file's prose.

    Args:
        path: the file, for messages.
        binder: who knows the numbers.
    """

    def __init__(self, path: Path, binder: Binder) -> None:
        self.path, self.binder = path, binder
        self.errors: list[ProseError] = []
        self.hedges: list[Hedged] = []

    def block(self, text: Text) -> Markup:
        """Paragraphs, lists, tables and smaller headings as HTML."""
        parser = _parser()
        tokens = parser.parse(text.markdown)
        for token in tokens:
            if token.type == "inline":
                self._bind(token.children or [], text.line + (token.map or [0])[0])
        return Markup(parser.renderer.render(tokens, parser.options, {"language": self.binder.language}))  # noqa: S704

    def inline(self, text: Text) -> Markup:
        """One line of text as HTML, without a paragraph around it."""
        parser = _parser()
        tokens = parser.parseInline(text.markdown)
        for token in tokens:
            self._bind(token.children or [], text.line)
        return Markup(parser.renderer.render(tokens, parser.options, {"language": self.binder.language}))  # noqa: S704

    def plain(self, text: Text) -> str:
        """One line of text without any markup, for titles and descriptions."""
        said: list[str] = []
        pieces: list[Piece] = []
        for token in _parser().parseInline(text.markdown)[0].children or []:
            if token.type == "binding":
                said.append(self._spoken(token, text.line))
            else:
                self._refuse(token, text.line)
                said.append(" " if token.type == "softbreak" else token.content)
            pieces.append(Piece(said[-1], "tied" if token.type == "binding" else ""))
        self._refuse_words(pieces, [text.line] * len(pieces))
        return "".join(said)

    def problem(self, line: int, problem: str, remedy: str) -> None:
        """Note what is wrong in a line; the page is not built, but the rest is still read."""
        error = ProseError(self.path, line, problem, remedy)
        if str(error) not in map(str, self.errors):
            self.errors.append(error)

    def _bind(self, tokens: Sequence[Token], line: int) -> None:
        pieces, lines = [], []
        for token in tokens:
            if token.type in {"softbreak", "hardbreak"}:
                line += 1
            elif token.type == "binding":
                token.meta["html"] = self._bound(token, line)
            elif token.type == "link_open":
                token.attrSet("href", self.binder.address(str(token.attrGet("href"))))
            self._refuse(token, line)
            pieces.append(_piece(token))
            lines.append(line)
        self._refuse_words(pieces, lines)
        numbers = [token.meta.get("worth") if token.type == "binding" else None for token in tokens]
        for at, kind, words in hedged(pieces, numbers, self.binder.language):
            self.hedges.append(Hedged((numbers[at] or ("",))[0], kind, words, lines[at]))

    def _refuse_words(self, pieces: Sequence[Piece], lines: Sequence[int]) -> None:
        for word in number_words(pieces, self.binder.language):
            if not word.bound:
                self.problem(
                    lines[word.piece],
                    f"the number word {word.text!r} is tied to no source",
                    f"write [{word.text}]{{name}}, or {{={word.text}}} where it counts nothing of the story",
                )

    def _refuse(self, token: Token, line: int) -> None:
        for mark in hidden(token.content):
            self.problem(line, f"the character {mark} is not seen and changes what is seen", "take it out")
        for numeral in numerals(token.content) if token.type in {"text", "text_special"} else ():
            self.problem(
                line,
                f"the numeral {numeral} is tied to no source",
                f"write {{name}} or {{a / b}}, or {{={numeral}}} for a date, a version or a proper name",
            )

    def _bound(self, token: Token, line: int) -> Markup:
        try:
            binding = read_binding(token.content, token.meta["shown"])
            token.meta["worth"] = self.binder.worth(binding)
            return self.binder.bound(binding)
        except (ValueError, NisbaError) as error:
            self._unbound(token, line, error)
            return Markup()

    def _spoken(self, token: Token, line: int) -> str:
        try:
            return self.binder.spoken(read_binding(token.content, token.meta["shown"]))
        except (ValueError, NisbaError) as error:
            self._unbound(token, line, error)
            return ""

    def _unbound(self, token: Token, line: int, error: Exception) -> None:
        problem = getattr(error, "problem", None) or str(error)
        remedy = getattr(error, "remedy", None) or "see docs/writing_prose.md"
        self.problem(line, f"{{{token.content}}}: {problem}", remedy)


def _piece(token: Token) -> Piece:
    """What a reader sees of a token."""
    if token.type == "binding":
        return Piece(token.meta["html"].striptags(), "tied")
    if token.type in {"softbreak", "hardbreak"}:
        return Piece(" ")
    return Piece(token.content, "given" if token.type == "code_inline" else "")


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables and bindings; HTML in prose is text like any other."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.inline.ruler.before("link", "binding", _binding)
    parser.add_render_rule("binding", _print)
    parser.add_render_rule("text", _plain)
    return parser


def _binding(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """markdown-it's protocol for an inline rule: at ``state.pos``, take a token or leave it."""
    if state.src[state.pos] not in "{[":
        return False
    found = BRACES.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("binding", "", 0)
        token.content, token.meta = found["inside"].strip(), {"shown": found["shown"] or ""}
    state.pos = found.end()
    return True


def _plain(_renderer: Any, tokens: Sequence[Token], index: int, _options: Any, env: Any) -> str:
    """Text, with quotations in another script as such; a sign that many serif faces lack is set in one that has it."""
    return str(quoted(tokens[index].content, env["language"])).replace("≠", '<span class="ne">≠</span>')


def _print(_renderer: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
    return str(tokens[index].meta["html"])
