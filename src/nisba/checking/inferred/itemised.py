"""Lists set one item a line: "150 people came, as follows:", and a number on each of the lines below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nisba.checking.inferred.breakdowns import comparable, is_age
from nisba.checking.inferred.judging import Relation, sum_of, sum_verdict
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.subjects import same_subject
from nisba.checking.verdicts import Verdict

_LEAST_CLAIMED = 3  # lines: of fewer, something may have been left out on purpose
_OPENS = ":"


def relations(passage: Passage) -> Iterator[Relation]:
    """The sums of such lists and the numbers before their colon."""
    sentences = _sentences(passage)
    for at, opening in enumerate(sentences):
        if _bare(opening)[-1:] != [_OPENS]:
            continue
        wholes = [m for m in opening if isinstance(m, Mention) and m.is_count and not is_age(passage, m)]
        if wholes:
            yield from _judged(passage, wholes, _items(sentences[at + 1 :]))


def _sentences(passage: Passage) -> list[list[str | Mention]]:
    split: dict[int, list[str | Mention]] = {}
    for piece, sentence in zip(passage.row, passage.sentences, strict=True):
        split.setdefault(sentence, []).append(piece)
    return list(split.values())


def _bare(sentence: Sequence[str | Mention]) -> list[str | Mention]:
    return [piece for piece in sentence if piece != "\n"]


def _items(sentences: Sequence[list[str | Mention]]) -> list[Mention]:
    """The numbers that begin one line after the other, behind a mark or nothing; the same on each."""
    items: list[Mention] = []
    marks: set[tuple[str | Mention, ...]] = set()
    for sentence in sentences:
        line = _bare(sentence)
        at = next((place for place, piece in enumerate(line[:2]) if isinstance(piece, Mention)), None)
        marks.add(tuple(line[:at]))
        marked = at is not None and all(isinstance(mark, str) and not mark.isalnum() for mark in line[:at])
        if at is None or not marked or len(marks) > 1:
            break
        found = line[at]
        if isinstance(found, Mention):
            items.append(found)
    return items


def _judged(passage: Passage, wholes: Sequence[Mention], items: Sequence[Mention]) -> Iterator[Relation]:
    """What the lines come to: one of the numbers before the colon, or, if the list is all there is, not even the last."""
    last = wholes[-1]
    parts = [item for item in items if item.like(last) and not is_age(passage, item)]
    if len(parts) < 2 or len(parts) != len(items):
        return
    whole = next((m for m in reversed(wholes) if m.like(last) and sum_verdict(m, parts) is Verdict.HOLDS), None)
    if whole:
        yield sum_of(whole, parts)
        return
    plain = all(part.quantity.what is None or same_subject(passage, last, part) for part in parts)
    claimed = len(parts) >= _LEAST_CLAIMED and not passage.words.has(passage.after(last), "part_of")
    if plain and claimed and comparable(last, parts):
        yield sum_of(last, parts)
