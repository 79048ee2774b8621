"""Shares: "267 of the 869, or 31%"; the base may stand in the sentence before, or be named by its noun alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from nisba.checking.inferred.breakdowns import breakdowns, is_age, same_noun
from nisba.checking.inferred.changes import direction
from nisba.checking.inferred.complements import label
from nisba.checking.inferred.judging import (
    Relation,
    percent_verdict,
    relation,
    rounded,
    shown,
    sum_of,
    sum_verdict,
    total,
    truncated,
)
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.words import Phrase
from nisba.checking.verdicts import Verdict
from nisba.intervals import Interval
from nisba.reading import Kind

_SHORT = 4
_HUNDRED = Interval.exactly(100)
Share = tuple[Mention, Mention, Phrase]  # the part, its percentage, and the words that name the base


def relations(passage: Passage) -> Iterator[Relation]:
    """Every percentage that the words tie to a part and a base."""
    listed = tuple(breakdowns(passage))
    wholes = {part.place: found.whole for found in listed for part in found.parts}
    before = {found.whole.place: found.parts[0] for found in listed if found.parts[0].place < found.whole.place}
    based: list[tuple[Share, Mention]] = []
    for share in _shares(passage, before):
        found = _judged(passage, share, wholes, based)
        if found:
            based += [(share, found.mentions[2])] if found.verdict is Verdict.HOLDS else []
            yield found
            yield from _still(passage, found)
    yield from _halves(passage, based, list(_shares(passage, before)))
    yield from _of_fraction(passage)


def _shares(passage: Passage, before: Mapping[int, Mention]) -> Iterator[Share]:
    """Each percentage with the part it restates; after "14 out of 40" that is the 14."""
    for said in passage.mentions:
        if passage.words.has(passage.after(said)[:2], "beyond"):  # "6% more than"
            continue
        if said.quantity.kind is Kind.PERCENT and not direction(passage, said) and (part := _part(passage, said)):
            yield before.get(part.place, part), said, _base_words(passage, said)
        elif said.quantity.kind is Kind.PERCENT and (part := _told_after(passage, said, before)):
            yield part, said, ()
        elif said.quantity.kind is Kind.PERCENT and (part := _restated_after(passage, said)):
            yield part, said, _base_words(passage, said)


def _told_after(passage: Passage, said: Mention, before: Mapping[int, Mention]) -> Mention | None:
    """The part that explains a percentage behind it: "Turnout was 61 percent: 4,880 of 8,000"."""
    later = passage.following(said)[:2]
    if len(later) < 2 or later[1].place not in before or direction(passage, said):
        return None
    return later[0] if _explained(passage, passage.between(said, later[0])) else None


def _explained(passage: Passage, gap: Phrase) -> bool:
    """What comes next says what a percentage is made of: "61 percent: …", "85% of all arrests (…"."""
    told = gap in ((":",), ("(",), ("or",)) or (gap[-1:] == ("(",) and len(gap) <= 2 * _SHORT)
    return told and not passage.words.has(gap[:-1], "break", "turn")


def _of_fraction(passage: Passage) -> Iterator[Relation]:
    """As in "85.4% of all parcels (1,394,515 out of 1,632,921)", where so many out of so many is one number."""
    for part in passage.asides:
        exact = part.value.value
        before = (m for m in reversed(passage.mentions) if m.place < part.place and m.sentence == part.sentence)
        said = next(before, None)
        if said is None or exact is None or part.quantity.kind is not Kind.MULTIPLE or not 0 < exact < 1:
            continue
        if said.quantity.kind is Kind.PERCENT and _explained(passage, passage.stretch(said.place, part.place)):
            yield _made_of(said, part)


def _made_of(said: Mention, part: Mention) -> Relation:
    computed = part.value * _HUNDRED
    verdict = percent_verdict(said, computed, computed)
    remark = truncated(said, computed) if verdict is Verdict.FAILS else ""
    says = "as the text says:" if verdict is Verdict.HOLDS else "but the text says"
    why = f"{part.quantity.surface} is {shown(computed)}%, {says} {shown(said.value)}%{remark}."
    return relation("share", verdict, said, (part,), computed, why)


def _restated_after(passage: Passage, said: Mention) -> Mention | None:
    """The number behind a percentage that is told in other words: "86% (1,429)", "14.6%, or 238,404 arrests"."""
    later = passage.following(said)[:1]
    gap = passage.between(said, later[0]) if later else ()
    restated = gap == ("(",) or (0 < len(gap) <= 2 and passage.words.ends(gap, "share") and gap[-1].isalpha())
    return later[0] if restated and later[0].is_count and not direction(passage, said) else None


def _part(passage: Passage, said: Mention) -> Mention | None:
    """The number that a percentage restates: "267, or 31%", "267 (31%)", "29 billion, that is 35% of spending"."""
    words, left = passage.words, passage.before(said)
    near = passage.preceding(said)[:1]
    if not near:
        near = tuple(m for m in reversed(passage.mentions) if m.sentence == said.sentence - 1 and m.place < said.place)
        near = near[:1] if words.has(left, "share_start") and len(left) <= 6 else ()
    elif not (_restates(passage, passage.between(near[0], said)) or _apposed(passage, said)):
        return None
    return near[0] if near and near[0].is_count and not is_age(passage, near[0]) else None


def _apposed(passage: Passage, said: Mention) -> bool:
    """As in "97 cases, 20% of all fires": behind a comma, with its base named."""
    left = passage.before(said)
    mark = passage.words.has(left[-1:], "list") and not left[-1].isalpha()
    return mark and len(left) <= _SHORT and bool(_base_words(passage, said))


def _restates(passage: Passage, gap: Phrase) -> bool:
    words = passage.words
    if words.has(gap, "up", "down", "points", "break") or len(gap) > 12 or "." in gap:
        return False
    place = words.last(gap, "share")
    return place >= 0 and len(gap) - place <= 5


def _base_words(passage: Passage, said: Mention) -> Phrase:
    """The words after "of" behind a percentage."""
    after = passage.after(said)
    found = passage.words.find(after[:4], "of")
    noise = {word for phrase in passage.words.cues["noise"] for word in phrase}
    if not found or found[0] > 0:
        return ()
    return tuple(word for word in after[found[1] : found[1] + 5] if word.isalpha() and word not in noise)[:2]


def _judged(
    passage: Passage, share: Share, wholes: dict[int, Mention], based: Sequence[tuple[Share, Mention]]
) -> Relation | None:
    part, said, base_words = share
    certain = _certain(passage, share, wholes, based)
    listed = [base for (other, _, _), base in based if other.like(part) and same_noun(passage, other, part)]
    possible = [*certain, *_possible(passage, part, base_words), *_named(passage, part, base_words), *listed]
    verdicts = [(_verdict(said, part, base), base) for base in possible if _holds_part(said, part, base)]
    for verdict, base in verdicts:
        if verdict is Verdict.HOLDS:
            return _told(share, base, verdict)
    if certain and not _apposed(passage, said):  # an apposition may speak of another base
        return _told(share, certain[0], _verdict(said, part, certain[0]))
    return None


def _holds_part(said: Mention, part: Mention, base: Mention) -> bool:
    """The base is not less than what is up to a hundred percent of it."""
    above = (said.value.lo or 0) > 100
    return above or part.value.lo is None or base.value.hi is None or part.value.lo <= base.value.hi


def _certain(
    passage: Passage, share: Share, wholes: dict[int, Mention], based: Sequence[tuple[Share, Mention]]
) -> list[Mention]:
    """The base that the wording names: "of the 869"; the one number of the noun; the base of a like share before."""
    part, said, base_words = share
    following = passage.following(said)[:1]
    if following and passage.words.has(passage.between(said, following[0])[:3], "of") and following[0].like(part):
        gap = passage.between(said, following[0])
        if passage.words.ends(gap, "of"):
            return [following[0]]
    for (_, _, other), base in based:
        if _same_base(passage, base_words, other):
            return [base]
    if base_words:
        named = _named(passage, part, base_words)
        return named if len({m.value for m in named}) == 1 else []
    if part.place in wholes and wholes[part.place].like(part):
        return [wholes[part.place]]
    return []


def _still(passage: Passage, found: Relation) -> Iterator[Relation]:
    """As in "52,000, or 40% of those affected; 88,000 were still …": the two share nobody, so that they fit in the base."""
    said, part, base = found.mentions
    later = passage.following(said)[:1]
    if found.verdict is not Verdict.HOLDS or not later or not later[0].like(part):
        return
    other = later[0]
    told = passage.words.has((*passage.before(other)[-_SHORT:], *passage.after(other)[:_SHORT]), "still")
    if told and not passage.words.has(passage.after(other)[:2], "those", "of"):
        verdict = sum_verdict(base, (part, other))
        exceeds = (total((part, other)).lo or 0) > (base.value.hi or 0)
        yield sum_of(base, (part, other), Verdict.UNDECIDED if verdict is Verdict.FAILS and not exceeds else None)


def _same_base(passage: Passage, words: Phrase, other: Phrase) -> bool:
    return bool(words and other) and all(_among(passage, word, other) for word in words)


def _named(passage: Passage, part: Mention, base_words: Phrase) -> list[Mention]:
    """The numbers of the text that the noun of the base stands beside."""
    if not base_words:
        return []
    others = [m for m in passage.mentions if m.place != part.place and m.like(part)]
    return [m for m in others if _among(passage, base_words[0], _beside(passage, m))]


def _beside(passage: Passage, mention: Mention) -> Phrase:
    after = label(passage, mention)[:3]
    return (*passage.before(mention)[-3:], *after)


def _among(passage: Passage, word: str, words: Phrase) -> bool:
    """A form of the word is among the words; where articles and prepositions are written with a word, they may differ."""
    return any(passage.words.related(one, other) for one in _bare(word) for known in words for other in _bare(known))


def _bare(word: str) -> tuple[str, ...]:
    """A word, and what is left of it without up to three letters of clitics, where its script writes them together."""
    if word.isascii():
        return (word,)
    return (word, *(word[cut:] for cut in (1, 2, 3) if len(word) - cut >= 3))


def _possible(passage: Passage, part: Mention, base_words: Phrase) -> list[Mention]:
    """Numbers before it in its sentence and the two before, the nearest first; further back only where a base is named."""
    reach = 2 if not base_words else 4
    return [
        m
        for m in reversed(passage.mentions)
        if m.place < part.place
        and m.like(part)
        and not is_age(passage, m)
        and (m.sentence >= part.sentence - reach or (base_words and same_noun(passage, m, part)))
    ]


def _verdict(said: Mention, part: Mention, base: Mention) -> Verdict | None:
    least = base.value.lo
    if not least or least < 0:
        return None
    return percent_verdict(said, _percent(part.value, base.value), _percent(rounded(part), rounded(base)))


def _percent(part: Interval, base: Interval) -> Interval:
    return part / base * _HUNDRED


def _told(share: Share, base: Mention, verdict: Verdict | None) -> Relation:
    part, said, _ = share
    verdict = verdict or Verdict.UNDECIDED
    computed = _percent(part.value, base.value)
    remark = truncated(said, computed) if verdict is Verdict.FAILS else ""
    says = {Verdict.HOLDS: "as the text says:", Verdict.FAILS: "but the text says"}.get(verdict, "against the text's")
    why = f"{shown(part.value)} of {shown(base.value)} is {shown(computed)}%, {says} {shown(said.value)}%{remark}."
    return relation("share", verdict, said, (part, base), computed, why, lambda m: _verdict(*m) or Verdict.UNDECIDED)


def _halves(passage: Passage, based: Sequence[tuple[Share, Mention]], shares: Sequence[Share]) -> Iterator[Relation]:
    """Parts whose percentages of one base add up to a hundred, as far as rounding shows, must add up to the base."""
    for first, base in based:
        same = [share for share in shares if _same_base(passage, first[2], share[2])]
        if len(same) < 2 or same[0] != first:
            continue
        rounding = sum((said.step for _, said, _ in same), start=Fraction(0))
        printed = sum((said.value.value or Fraction(0) for _, said, _ in same), start=Fraction(0))
        if abs(printed - 100) <= rounding / 2:
            yield sum_of(base, [part for part, _, _ in same])
