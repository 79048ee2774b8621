"""What a number counts, as far as two numbers of a report can be matched by it: synonyms meet, the dead and the hurt part."""

from __future__ import annotations

from nisba.checking.inferred.complements import label
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.words import Phrase, Words

DEAD, HURT, RECOVERED, ILL = range(4)
_FATE = "fate"
_BEFORE = 5
_JOINTS = frozenset(",\u060c")
_FATED = ("killed", "injured", "case", "infection", "death")  # the lexicon's nouns for those who met a fate


def subjects(passage: Passage, mention: Mention) -> frozenset[str]:
    """Names that numbers of one thing share: the fate told beside it, and its noun or a synonym; of an amount, its unit.

    Empty where nothing is known, or where the words tell of the dead and of the hurt at once.
    """
    if mention.quantity.unit:
        return frozenset({mention.quantity.unit})
    told = fates(passage, mention)
    if len(told) > 1:
        return frozenset()
    named = passage.words.meaning(mention.quantity.what or "")
    return frozenset(filter(None, (*(f"{_FATE}-{fate}" for fate in told), named)))


def is_person(passage: Passage, mention: Mention) -> bool:
    """It counts people, none of them said to be merely hurt."""
    return mention.quantity.what in passage.words.people and HURT not in fates(passage, mention)


def same_subject(passage: Passage, one: Mention, other: Mention) -> bool:
    """Both count the same thing, in the same unit, as far as the words show."""
    mine, theirs = subjects(passage, one), subjects(passage, other)
    parted = {name for name in mine ^ theirs if name.startswith(_FATE)}
    return one.like(other) and bool(mine & theirs) and len(parted) < 2


def kin(passage: Passage, one: Mention, other: Mention) -> bool:
    """Beside both stands a word of one event: arrests and those arrested or held."""
    mine, theirs = ({*passage.before(m)[-_BEFORE:], *passage.after(m)[:_BEFORE]} for m in (one, other))
    return any(group & mine and group & theirs for group in passage.words.events)


def fates(passage: Passage, mention: Mention) -> set[int]:
    """Which of the exclusive fates (dead, hurt, recovered, ill) the words beside a number name; the nearest word decides."""
    groups = _groups(passage.words)
    last = passage.preceding(mention)[:1]
    if last and set(passage.between(last[0], mention)) <= _JOINTS | {word for (word, *_) in passage.words.cues["and"]}:
        return fates(passage, last[0])  # "the tolls rose to 48, 32 and 30"
    before = tuple(word for word in passage.before(mention) if word != "(")[-_BEFORE:]
    far, after = passage.before(mention)[:-_BEFORE], label(passage, mention)
    if _is_thing(passage, mention):  # "30 were injured, 495 schools were damaged": what was told of people ends
        before, far = before[-1:], ()
    if any(group & set(after) for group in passage.words.events):  # "12 killed and 63 detained": its own event is told
        before, far = before[passage.words.last(before, "list") + 1 :], ()
    if len(after) > 1 and after == passage.after(mention) and passage.following(mention):
        after = after[:-1]  # "30 raids killed 9": the word right before a number is that number's
    after = _own(passage.words, after, groups)
    for near in (before[-1:], after[:2], *_singly(before), after, *_singly(far)):
        told = {place for place, group in enumerate(groups) if group & set(near)}
        if told:
            return told | _joined(passage.words, groups, before) if near == before[-1:] else told
    return set()


def _is_thing(passage: Passage, mention: Mention) -> bool:
    """Its noun stands right behind it, is known, and of no people."""
    what, behind = mention.quantity.what, passage.after(mention)[:1]
    named = bool(behind) and behind[0].isalpha()
    return named and what is not None and what not in passage.words.people and what not in _FATED


def fate_of(words: Words, told: Phrase) -> set[int]:
    """Which fates some words name."""
    return {place for place, group in enumerate(_groups(words)) if group & set(told)}


def _singly(words: Phrase) -> list[Phrase]:
    """Each word by itself, the last first."""
    return [(word,) for word in reversed(words)]


def _groups(words: Words) -> tuple[frozenset[str], ...]:
    dead, hurt = words.complements[_FATE]
    recovered, died, ill = words.complements["outcome"]
    return dead | died, hurt, recovered, ill


def _own(words: Words, label: Phrase, groups: tuple[frozenset[str], ...]) -> Phrase:
    """The label up to where something else is told ("rose to 36 after several of those wounded died")."""
    breaks = words.cues["break"]
    named = frozenset[str]().union(*groups)
    return label[: next((at for at, word in enumerate(label) if (word,) in breaks and word not in named), len(label))]


def _joined(words: Words, groups: tuple[frozenset[str], ...], before: Phrase) -> set[int]:
    """As in "3,440 killed and wounded": the word just before the number, and its fellow before that."""
    near = before[-3:] if all(word.isalpha() for word in before[-3:]) else before[-2:]
    if len(_own(words, near, groups)) < len(near):
        return set()
    return {place for place, group in enumerate(groups) if group & set(near)}
