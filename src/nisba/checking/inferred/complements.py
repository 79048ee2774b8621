"""When a list of categories leaves nothing over: male and female; Saudi and non-Saudi; some and the rest."""

from __future__ import annotations

from collections.abc import Sequence

from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.words import Phrase, Words

_LABEL = 6
_VERB = 2  # words right before a number that may name its group


def label(passage: Passage, mention: Mention) -> Phrase:
    """The words beside a number that say what it counts: those after it up to a comma, else those just before it."""
    behind = passage.after(mention)
    if behind[:1] == (")",) and passage.before(mention)[-1:] == (
        "(",
    ):  # "(12) deaths": the number alone is in brackets
        behind = behind[1:]
    after = _until_mark(behind)[:_LABEL]
    if after and _next_verb(passage.words, after[0]):  # "of whom recovered 40 and died 3": the verb of the next number
        after = ()
    return after or passage.before(mention)[-_LABEL:]


def _next_verb(words: Words, word: str) -> bool:
    """An "and" written with the name of a group."""
    mark = next((mark for mark in words.ands if word.startswith(mark)), "")
    bare = word[len(mark) :]
    return bool(mark) and any(bare in group for groups in words.complements.values() for group in groups)


def exhausted(passage: Passage, parts: Sequence[Mention], *, claimed: bool) -> int:
    """How many of the parts, from the first, are categories that leave nothing over; 0 where a remainder may exist."""
    labels = [label(passage, part) for part in parts]
    if passage.words.has(passage.before(parts[-1])[-4:], "rest"):
        return len(parts)
    for size in range(2, len(parts) + 1):
        if _opposed(passage.words, labels[:size]) or _complete(passage.words, labels[:size], claimed=claimed):
            return _with_unknown(passage, labels, size)
    if len(parts) > 2 and passage.words.has(labels[-1], "unknown"):
        return len(parts)
    return 0


def apart(passage: Passage, parts: Sequence[Mention]) -> bool:
    """Nobody is counted twice: each label names another group of one set, or the last are those who still are as they were."""
    labels = [label(passage, part) for part in parts]
    if passage.words.has(labels[-1], "still") or _opposed(passage.words, labels):
        return True
    return any(
        len(distinct) == len(labels)
        for name, groups in passage.words.complements.items()
        if name != "votes"
        for distinct in [_distinct(groups, labels, [passage.before(part)[-_VERB:] for part in parts])]
    )


def _distinct(groups: Sequence[frozenset[str]], labels: Sequence[Phrase], verbs: Sequence[Phrase]) -> set[int]:
    """The groups that the labels name, or else the words right before the numbers, where each names exactly one."""
    hits = [
        [i for i, group in enumerate(groups) if group & set(text)]
        or [i for i, group in enumerate(groups) if group & set(verb)]
        for text, verb in zip(labels, verbs, strict=True)
    ]
    return {hit[0] for hit in hits} if all(len(hit) == 1 for hit in hits) else set()


def _with_unknown(passage: Passage, labels: Sequence[Phrase], size: int) -> int:
    """Those of unknown category, listed next, belong to the whole too; any other next part makes the reading doubtful."""
    while size < len(labels) and passage.words.has(labels[size], "unknown"):
        size += 1
    return size if size == len(labels) else 0


def _opposed(words: Words, labels: Sequence[Phrase]) -> bool:
    """The last category is the negation of the one before it."""
    if len(labels) != 2:
        return False
    plain, negated = labels
    at = next((i for i, word in enumerate(negated) if word in words.negations), None)
    if at is None or any(word in words.negations for word in plain):
        return _prefixed(words, plain, negated)
    denied = [word for word in negated[at + 1 :] if word.isalpha()][:1]
    return any(words.related(word, other) for other in denied for word in plain)


def _prefixed(words: Words, plain: Phrase, negated: Phrase) -> bool:
    """As in "vaccinated" and "unvaccinated": the negation is written with its word."""
    return any(
        other == negation + word
        for negation in words.negations if negation.isascii()
        for word in plain
        for other in negated
        if len(word) >= words.stem
    )  # fmt: skip


def _complete(words: Words, labels: Sequence[Phrase], *, claimed: bool) -> bool:
    for name, groups in words.complements.items():
        if len(groups) != len(labels) or not (claimed or name in words.certain):
            continue
        hits = [[i for i, group in enumerate(groups) if group & set(text)] for text in labels]
        if all(len(hit) == 1 for hit in hits) and len({hit[0] for hit in hits}) == len(groups):
            return True
    return False


def _until_mark(words: Phrase) -> Phrase:
    marks = {",", "\u060c", ";", "\u061b", ".", ")", "("}
    end = next((i for i, word in enumerate(words) if word in marks), len(words))
    return words[:end]
