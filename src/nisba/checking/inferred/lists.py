"""The count of a list of names: "three people: Ann, Bob and Carl"; "four ports, namely …".

A name may hold a comma's or an "and"'s worth of doubt. A list is counted as the least and the most it may hold; a stated
number fails only outside both, and only where the list ends with its clause and every item reads as a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from nisba.checking.inferred.judging import Relation, relation, shown
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.words import Words
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading.normalise import PIECES, plain

_NEAR = 4  # words between the number and what opens the list
_NAME = 4  # words of a name
_MOST = 20
_COMMA = "\u060c"
_ENDS = ".;\u061b\n"
_NO_NAME = "():\"'\u00ab\u201c?!"


def relations(passage: Passage) -> Iterator[Relation]:
    """Every number of things that are then named."""
    for mention in passage.mentions:
        number = mention.value.value
        if not mention.value.is_exact or number is None or number.denominator != 1 or not 2 <= number <= _MOST:
            continue
        if mention.quantity.unit or mention.quantity.implicit or not mention.is_count:
            continue
        yield from _told(passage, mention, number)


def _told(passage: Passage, mention: Mention, said: Fraction) -> Iterator[Relation]:
    behind = _behind(passage, mention)
    listed, closed = _listed(behind)
    items = [item.split() for item in listed.split(",") if item.strip()]
    least, most = _bounds(passage.words, items)
    if most < 2 or any(mark in listed for mark in _NO_NAME):
        return
    computed = Interval(Fraction(least), Fraction(most))
    if (least <= said <= most) if closed else said == most:
        why = f"The list names {shown(mention.value)}, as the text says."
        yield relation("sum", Verdict.HOLDS, mention, (), mention.value, why)
    elif closed and all(_is_name(passage.words, item) for item in items):
        why = f"The list names {shown(computed)}, but the text says {shown(mention.value)}."
        yield relation("sum", Verdict.FAILS, mention, (), computed, why)


def _behind(passage: Passage, mention: Mention) -> str:
    """The text behind what opens a list right after the counted noun, to the end of the sentence; else nothing."""
    after = passage.after(mention)
    found = passage.words.find(after[: _NEAR + 1], "opens")
    quote = mention.number.quote
    if not found or quote is None or passage.words.has(after[: found[0]], "turn", "list", "of"):
        return ""
    rest = plain(passage.report.text[quote.span.end : quote.sentence.end]).text
    pieces = list(PIECES.finditer(rest))
    return rest[pieces[found[1] - 1].end() :] if found[1] <= len(pieces) else ""


def _listed(behind: str) -> tuple[str, bool]:
    """The list itself, with plain commas, and whether its clause ends with it; a number cuts it short."""
    number = next((at for at, letter in enumerate(behind) if letter.isdigit()), len(behind))
    stop = min((at for mark in _ENDS if (at := behind.find(mark)) >= 0), default=len(behind))
    return behind[: min(stop, number)].replace(_COMMA, ",").strip(), stop < number


def _bounds(words: Words, items: list[list[str]]) -> tuple[int, int]:
    """Items between commas at the least; each "and" within one may part two. The only one, in the last item, closes the list."""
    inner = [sum(words.joins(word) for word in item[1:]) for item in items]
    most = len(items) + sum(inner)
    closes = inner[-1:] == [1] and sum(inner) == 1 and not any(words.joins(item[0]) for item in items)
    return (most if closes else len(items)), most


def _is_name(words: Words, item: list[str]) -> bool:
    """Short, and capitalised where the script has capitals."""
    small = {word for phrase in words.cues["noise"] for word in phrase}
    bare = [word for word in item if word not in small]
    capitals = all(word[:1].isupper() or not word[:1].isascii() for word in bare)
    return bool(bare) and len(bare) <= 2 * _NAME and capitals
