"""A prose file as its writer sees it: words at the top, sections, paragraphs, and directives between ``:::`` lines.

The whole syntax stands on one page, ``docs/writing_prose.md``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from nisba.errors import PageError, ProseError

_FENCE = re.compile(r"^:::[ \t]*(?P<name>[a-z-]*)[ \t]*(?P<argument>.*?)[ \t]*$")
_HEADING = re.compile(r"^##[ \t]+(?P<title>.+?)(?:[ \t]+\{#(?P<id>[a-z][a-z0-9-]*)\})?[ \t]*$")


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown, and the 1-based line it starts on."""

    markdown: str
    line: int


@dataclass(frozen=True, slots=True)
class Directive:
    """A ``:::`` line and, where its kind has one, the body up to the closing ``:::``.

    Args:
        name: its kind, such as ``checks``.
        argument: the rest of the line.
        line: where it stands.
        body: what it holds.
    """

    name: str
    argument: str
    line: int
    body: tuple[Block, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """The words of the body, without the directives in it."""
        return tuple(block for block in self.body if isinstance(block, Text))

    @property
    def lines(self) -> tuple[Text, ...]:
        """The lines of the body that are not blank, for directives that read it line by line."""
        return tuple(
            Text(line.strip(), text.line + offset)
            for text in self.texts
            for offset, line in enumerate(text.markdown.split("\n"))
            if line.strip()
        )


Block: TypeAlias = "Text | Directive"


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one ``##`` heading; the first section has none.

    Args:
        id: the anchor a writer gave it with ``{#…}``, or nothing.
        title: its heading as written; empty for what stands above the first heading.
        line: where the heading stands.
        blocks: its content.
    """

    id: str
    title: str
    line: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """One prose file.

    Args:
        path: the file.
        words: what stands between the ``+++`` lines, by name, each with its line.
        sections: the text below.
    """

    path: Path
    words: Mapping[str, Text]
    sections: tuple[Section, ...]


def read_prose(path: Path, *, bodies: frozenset[str], lines: frozenset[str]) -> Prose:
    """Read a prose file.

    Args:
        path: UTF-8 text.
        bodies: the directives that have a body and are closed by ``:::``.
        lines: those of one line, never closed.

    Raises:
        PageError: a directive is unknown, or not closed, or closed without being open; or the words at the top are
            not valid TOML.
    """
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    words, rest, first = _words(path, text)
    return Prose(path, words, _Reader(path, bodies, lines).sections(rest.split("\n"), first))


def _words(path: Path, text: str) -> tuple[Mapping[str, Text], str, int]:
    """The TOML between ``+++`` lines, the text below, and the line it starts on."""
    found = re.match(r"\+\+\+\n(?P<toml>.*?)^\+\+\+$\n?", text, re.DOTALL | re.MULTILINE)
    if not found:
        return {}, text, 1
    try:
        table = tomllib.loads(found["toml"])
    except tomllib.TOMLDecodeError as error:
        raise PageError((ProseError(path, 1, f"the words between +++ are not TOML ({error})", "mend them"),)) from error
    lines = found["toml"].split("\n")
    starts = {key: 2 + next((n for n, line in enumerate(lines) if re.match(rf"{key}\s*=", line)), 0) for key in table}
    return (
        {key: Text(str(value), starts[key]) for key, value in table.items()},
        text[found.end() :],
        found[0].count("\n") + 1,
    )


class _Reader:
    """Reads the lines below the ``+++`` block, once."""

    def __init__(self, path: Path, bodies: frozenset[str], lines: frozenset[str]) -> None:
        self.path, self.bodies, self.lines = path, bodies, lines
        self.errors: list[ProseError] = []
        self.open: list[tuple[Directive, list[Block]]] = []
        self.waiting: list[str] = []
        self.at = 0

    def sections(self, lines: list[str], first: int) -> tuple[Section, ...]:
        found: list[Section] = []
        blocks: list[Block] = []
        heading = Section("", "", first, ())
        code = False
        for number, line in enumerate(lines, start=first):
            code ^= line.startswith("```")
            if line.startswith(":::") and not code:
                self._fence(line, number, blocks)
            elif (head := _HEADING.match(line)) and not code:
                if self.open:
                    self._problem(
                        number, "a ## heading stands inside a directive", "close the directive above it, or use ###"
                    )
                self._flush(blocks)
                found.append(Section(heading.id, heading.title, heading.line, tuple(blocks)))
                blocks, heading = [], Section(head["id"] or "", head["title"], number, ())
            else:
                self._line(line, number)
        self._flush(blocks)
        found.append(Section(heading.id, heading.title, heading.line, tuple(blocks)))
        for directive, _ in self.open:
            self._problem(directive.line, f"::: {directive.name} is not closed", "add a line ::: after its last line")
        if self.errors:
            raise PageError(tuple(self.errors))
        return tuple(section for section in found if section.title or section.blocks)

    def _fence(self, line: str, number: int, blocks: list[Block]) -> None:
        self._flush(blocks)
        found = _FENCE.match(line)
        if not found or not (found["name"] or line.strip(": \t") == ""):
            self._problem(number, f"{line!r} is no directive", "write ::: name, or ::: alone to close one")
        elif not found["name"]:
            self._close(number, blocks)
        elif found["name"] in self.bodies:
            self.open.append((Directive(found["name"], found["argument"], number), []))
        elif found["name"] in self.lines:
            self._put(Directive(found["name"], found["argument"], number), blocks)
        else:
            known = ", ".join(sorted(self.bodies | self.lines))
            self._problem(number, f"there is no directive {found['name']}", f"known: {known}")

    def _close(self, number: int, blocks: list[Block]) -> None:
        if not self.open:
            self._problem(number, "this ::: closes nothing", "directives of one line need no closing; remove it")
            return
        directive, body = self.open.pop()
        self._put(Directive(directive.name, directive.argument, directive.line, tuple(body)), blocks)

    def _line(self, line: str, number: int) -> None:
        if not self.waiting:
            if not line.strip():
                return
            self.at = number
        self.waiting.append(line)

    def _flush(self, blocks: list[Block]) -> None:
        text, self.waiting = "\n".join(self.waiting).rstrip(), []
        if text:
            self._put(Text(text, self.at), blocks)

    def _put(self, block: Block, blocks: list[Block]) -> None:
        (self.open[-1][1] if self.open else blocks).append(block)

    def _problem(self, line: int, problem: str, remedy: str) -> None:
        self.errors.append(ProseError(self.path, line, problem, remedy))
