"""A text cut into blocks that are read one after the other: each in one language, and none so long that memory grows.

A report that people read is one block. A long one is cut after the line that fills a block; a line longer than that, after
a sentence, else after a word. Where the letters change to another script for long enough to be language (a quotation, a
sentence, a line), a block of its own is read by the lexicon of that script's language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from nisba.reading.normalise import fold
from nisba.reading.script import LETTERS, among, by_script, script_of, small_words

#: Characters after which a text is cut at the next line end. What decides is the processor's cache: shorter blocks make more
#: work at their edges, longer ones more waiting.
LONGEST = 1 << 14
_PATIENCE = 4  # so many times LONGEST without a line end, and a sentence end will do; then any space; then any place
_LINE_ENDS = "\r\n"
_WORDS, _SMALL = 4, 2  # words in a row, and small words among them, that make another language of another script
_EDGE = re.compile(
    r"[.!?\u061f:;\u061b](?=[\s\"\u201d\u00bb)]|$)|[\"\u201c\u201d\u00ab\u00bb()\[\]|\r\n]", re.MULTILINE
)
_SENTENCE = re.compile(r"[.!?\u061f]\s")
_SPACE = re.compile(r"\s")
_LINE = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a text.

    Args:
        start: of its first character in the whole text.
        text: its characters.
        language: code of the language that it is read in.
        opens: it begins a paragraph.
        whole: it is all of a text.
    """

    start: int
    text: str
    language: str
    opens: bool
    whole: bool = False


def blocks(pieces: Iterable[str], language: str) -> Iterator[Block]:
    """Cut a text, given in any pieces, into blocks.

    Args:
        pieces: the text.
        language: code of the language of most of it.
    """
    start, rest, opens = 0, "", True
    for piece in pieces:
        text, at = rest + piece, 0
        while (cut := _cut(text, at)) is not None:
            yield from _by_script(Block(start + at, text[at:cut], language, opens))
            at, opens = cut, text[cut - 1] in _LINE_ENDS
        start, rest = start + at, text[at:]
    if rest:
        yield from _by_script(Block(start, rest, language, opens, whole=not start))


def _cut(text: str, at: int) -> int | None:
    """Where a block that begins at a place ends; None where more of the text is wanted to know."""
    full, late = at + LONGEST, at + LONGEST * _PATIENCE
    if len(text) <= full + 1:
        return None
    line = _LINE.search(text, full, late)
    if line and line.end() < len(text):
        return line.end()
    if len(text) <= late:
        return None
    never = at + LONGEST * _PATIENCE**3
    end = _SENTENCE.search(text, full, late) or _SPACE.search(text, full, never)
    if end and end.end() < len(text):
        return end.end()
    return never if len(text) > never else None


# -- scripts -----------------------------------------------------------------------------------------------------------


def _by_script(block: Block) -> Iterator[Block]:
    """The block, or what it falls into where it holds text of other scripts."""
    done = 0
    for start, end, language in _strange(block):
        if done < start:
            yield _part(block, done, start, block.language)
        yield _part(block, start, end, language)
        done = end
    if not done:
        yield block
    elif done < len(block.text):
        yield _part(block, done, len(block.text), block.language)


def _part(block: Block, start: int, end: int, language: str) -> Block:
    opens = block.opens if not start else block.text[start - 1] in _LINE_ENDS
    return Block(block.start + start, block.text[start:end], language, opens)


def _strange(block: Block) -> Iterator[tuple[int, int, str]]:
    """(start, end, language) of each stretch in another script than that of the block's language."""
    home = script_of(block.language)
    if not _in_a_row(home).search(block.text):
        return
    for script, languages in by_script().items():
        if script != home:
            for start, end in _stretches(block.text, home, script):
                words = _words(script).findall(block.text, start, end)
                language = among(block.text[start:end], languages)
                small = sum(fold(word) in small_words(language) for word in words)
                if len(words) >= _WORDS and small >= _SMALL:
                    yield start, end, language


@cache
def _in_a_row(home: str) -> re.Pattern[str]:
    """So many words in a row without a letter of the home script: a first look that most texts end with."""
    letter = rf"[^\W\d_{LETTERS[home]}]"
    # Possessive, and begun only where a word begins: a word of any length is looked at once.
    return re.compile(rf"(?<!{letter})(?:{letter}++(?:[\d_]|[^\w\n])*+){{{_WORDS}}}")


@cache
def _words(script: str) -> re.Pattern[str]:
    return re.compile(f"[{LETTERS[script]}]+")


def _stretches(text: str, home: str, script: str) -> Iterator[tuple[int, int]]:
    """Clauses in a row that hold letters of a script and none of the home script; clauses without letters may stand between."""
    start = end = done = 0
    ours, theirs = _words(home), _words(script)
    for edge in (*(found.end() for found in _EDGE.finditer(text)), len(text)):
        clause = text[done:edge]
        if ours.search(clause) or clause in _LINE_ENDS:
            if start < end:
                yield start, end
            start = end = edge
        elif theirs.search(clause):
            start, end = (start if start < end else done), edge
        elif start == end:
            start = end = edge
        done = edge
    if start < end:
        yield start, end
