"""Parts and wholes in one sentence: "64 cases, of them 7 Saudis and 56 non-Saudis"; "of the 211, 45 …, 143 … and 23 …".

A sum fails only where the wording leaves nothing over: the list is said to make up the whole, or names every category
there can be (male and female, Saudi and non-Saudi, the rest). Otherwise a remainder may exist.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nisba.checking.inferred.complements import apart, exhausted
from nisba.checking.inferred.judging import Relation, part_of, sum_of, sum_verdict, total
from nisba.checking.inferred.passage import Mention, Passage
from nisba.checking.inferred.words import Phrase
from nisba.checking.verdicts import Verdict
from nisba.reading import Kind, Span

_NEAR = 3
_OLDEST = 120  # years
_HUNDRED = 100
_SCALED = 1000  # printed with a scale word, as in "310 million"
_COMMAS = frozenset(",;\u060c\u061b")
_QUOTES = frozenset("\"'\u201c\u201d\u00ab\u00bb")


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A whole and the numbers listed under it.

    Args:
        whole: the number divided.
        parts: those listed, in order; the first is surely a part.
        claimed: the wording says that the list is all there is.
    """

    whole: Mention
    parts: tuple[Mention, ...]
    claimed: bool


def relations(passage: Passage) -> Iterator[Relation]:
    """Sums and parts that the wording of single sentences gives."""
    for found in breakdowns(passage):
        yield from _judged(passage, found)


def breakdowns(passage: Passage) -> Iterator[Breakdown]:
    """Every whole whose parts are listed after it, or with it ("196 of the 211")."""
    for whole in passage.mentions:
        if not whole.is_count or is_age(passage, whole):
            continue
        rules = (_after_cue, _of_whole, _some_of, _of_those, _some_of_them)
        found = next((found for rule in rules if (found := rule(passage, whole))), None)
        if found and not _over_groups(passage, found):
            yield found


def ages(passage: Passage) -> frozenset[Span]:
    """The numbers of a report that tell how old someone is: "under the age of five", "children aged 4"."""
    counts = (mention for mention in passage.mentions if mention.quantity.kind is Kind.CARDINAL)
    return frozenset(
        mention.quantity.span
        for mention in counts
        if not mention.quantity.hedge
        and mention.value.value is not None
        and mention.value.value <= _OLDEST
        and is_age(passage, mention)
    )


def is_age(passage: Passage, mention: Mention) -> bool:
    """The number tells how old someone is: it counts nothing."""
    left, right = passage.before(mention)[-2:], passage.after(mention)[:1]
    return passage.words.has(left, "age") or passage.words.has(right, "age")


def _after_cue(passage: Passage, whole: Mention) -> Breakdown | None:
    """As in "143 people, of whom 19 …" or "143 people: 19 … and 124 …"."""
    words, after = passage.words, passage.after(whole)
    found = words.find(after, "part_of", "made_of")
    colon = after[-1:] == (":",)
    if not found and not colon:
        return None
    start, end = found or (len(after) - 1, len(after))
    if words.has(after[:start], "break", "part_of") or "." in after[:start]:
        return None
    parts = listed(passage, whole, passage.following(whole))
    bound = after[end:] if start else after[end:] * (_NEAR + 1)  # "36 of them in 4 towns" is no list of parts
    if not parts or parts[0] != passage.following(whole)[0] or not _direct(passage, bound):
        return None
    claimed = not words.has(after[start:end], "part_of")
    return Breakdown(whole, parts, claimed and len(parts) > 1)


def _direct(passage: Passage, words: Sequence[str]) -> bool:
    """Nothing but a word or two stands between the cue and the first part: no one else is listed before it."""
    bare = tuple(word for word in words if word not in "()")
    return len(bare) <= _NEAR and not passage.words.lists(bare) and not passage.words.has(bare, "break")


def _of_whole(passage: Passage, whole: Mention) -> Breakdown | None:
    """As in "Of the 211 cases, 45 …, 143 … and 23 …", at the start of a sentence or a clause."""
    left = tuple(word for word in passage.before(whole) if word not in _QUOTES)
    after = passage.after(whole)
    commas = [at for at, word in enumerate(left) if word in _COMMAS]
    clause = left[commas[-1] + 1 :] if commas else left
    if passage.preceding(whole) and (not commas or commas[-1] > 0):
        return None
    found = passage.words.find(clause, "of")
    if not found or found != (0, len(clause)) or not any(word in _COMMAS for word in after):
        return None
    parts = listed(passage, whole, passage.following(whole))
    return Breakdown(whole, parts, claimed=False) if parts else None


def _some_of(passage: Passage, whole: Mention) -> Breakdown | None:
    """As in "196 of the 211 were unvaccinated, four …": the part before its whole, its companions after it."""
    earlier = passage.preceding(whole)
    compound = passage.after(whole)[:1] == ("-",) or "-" in whole.quantity.surface  # "five of the three-ton lorries"
    if compound or not earlier or not earlier[0].like(whole) or is_age(passage, earlier[0]):
        return None
    gap = tuple(word for word in passage.between(earlier[0], whole) if word not in "()")
    found = passage.words.find(gap, "of")
    if found and found[0] == 0 and len(gap) <= 5 and passage.words.ends(gap, "owner"):
        gap = gap[: found[1]]  # "of the town's 8,000"
    spelled = (
        found is not None and found[1] - found[0] > 1
    )  # "12 boats, out of 30 boats": more than "of" may stand apart
    if not found or found[1] != len(gap) or found[0] > 1 + spelled:
        return None
    if found[0] == 1 and not spelled and passage.words.lists(gap[:1]):
        return None
    if not _partitive(passage, gap, earlier[0], whole):
        return None
    return Breakdown(whole, (earlier[0], *listed(passage, whole, passage.following(whole))), claimed=False)


def _of_those(passage: Passage, whole: Mention) -> Breakdown | None:
    """As in "They arrested 1,577. Of those, 869 were convicted": the only number of one sentence, and the next sentence."""
    alone = [m for m in passage.mentions if m.sentence == whole.sentence] == [whole]
    later = [m for m in passage.mentions if m.sentence == whole.sentence + 1]
    if not alone or not later or not later[0].like(whole):
        return None
    found = passage.words.find(passage.before(later[0])[:4], "those")
    near = len(passage.before(later[0])) <= 4
    return Breakdown(whole, listed(passage, whole, later), claimed=False) if found and found[0] == 0 and near else None


def _some_of_them(passage: Passage, whole: Mention) -> Breakdown | None:
    """As in "39 children were killed, 36 of them by …": the two stand alone together before the pronoun."""
    later = passage.following(whole)[:1]
    if not later or not later[0].like(whole) or passage.preceding(whole):
        return None
    found = passage.words.find(passage.after(later[0])[:4], "those")
    listed = passage.words.has(passage.between(whole, later[0]), "turn", "against", "part_of")
    return Breakdown(whole, later, claimed=False) if found and found[0] == 0 and not listed else None


def _over_groups(passage: Passage, found: Breakdown) -> bool:
    """The parts count towns or groups, and the whole counts something else that is spread over them."""
    if passage.after(found.whole)[-1:] == (":",):
        return False
    own = _group(passage, found.whole)
    return any(_group(passage, part) not in ("", own) for part in found.parts) or (
        own != "" and not found.claimed and _group(passage, found.parts[0]) != own and _more(found)
    )


def _more(found: Breakdown) -> bool:
    return part_of(found.whole, found.parts[0]).verdict is not Verdict.HOLDS


def _group(passage: Passage, mention: Mention) -> str:
    """The noun right behind a number, where it is one of those that things are spread over; else nothing."""
    words = passage.words
    for word in passage.after(mention)[:2]:
        if words.has((word,), "groups"):
            return word
        if words.has((word,), "noise", "list", "break"):
            break
    return ""


def _partitive(passage: Passage, gap: Phrase, part: Mention, whole: Mention) -> bool:
    """The joining word means "of", not "from" or "made of": "12 teams of 5", "71 points from 22 wins" tell no part."""
    words = passage.words
    if whole.quantity.implicit or _bare_scale(passage, whole):  # "from two towns", "27 of a thousand": no stated whole
        return False
    found = words.find(gap, "of")
    plain = found is not None and found[1] - found[0] == 1
    if not plain or not (words.has(gap, "origin") or len(gap) > 1):
        return True
    if words.has(gap, "origin") and (part.quantity.unit or words.ends(passage.before(part), "to")):
        return False  # "to 82 dollars from 79 dollars"
    if part.quantity.what is None:
        return len(gap) == 1 and not _group(passage, whole)
    return same_noun(passage, part, whole)


def _bare_scale(passage: Passage, mention: Mention) -> bool:
    """A hundred, a thousand or a million in one word, behind which nothing says what it counts."""
    behind = passage.after(mention)[:1]
    named = bool(behind) and behind[0].isalpha()
    return not named and mention.quantity.surface.isalpha() and (mention.value.value or 0) >= _HUNDRED


def same_noun(passage: Passage, one: Mention, other: Mention) -> bool:
    """One noun, or two that mean the same, or both people: a child is one of the wounded."""
    mine, theirs = one.quantity.what, other.quantity.what
    if mine is None or theirs is None:
        return False
    people = {mine, theirs} <= passage.words.people
    return people or passage.words.meaning(mine) == passage.words.meaning(theirs)


def listed(passage: Passage, whole: Mention, candidates: Sequence[Mention]) -> tuple[Mention, ...]:
    """The numbers of a list, up to where another clause or another whole begins."""
    parts: list[Mention] = []
    last: Mention | None = None
    for mention in candidates:
        if not mention.like(whole) and not _bare(whole, mention):
            continue
        if _is_part_elsewhere(passage, mention):
            break
        if is_age(passage, mention):
            last = mention
            continue
        if parts and last:
            gap = passage.between(parts[-1], mention)
            cut = passage.words.has(gap, "break", "part_of", "made_of") or not passage.words.lists(gap)
            cut = cut or passage.words.ends(gap, "to")
            if cut or "." in gap or len(gap) > 14:
                break
        parts.append(mention)
        last = mention
    return tuple(parts)


def _bare(whole: Mention, part: Mention) -> bool:
    """An amount whose unit was given with the whole: "of the 640 million euros, 310 million …"."""
    scaled = part.step >= _SCALED and whole.step >= _SCALED
    return scaled and (whole.quantity.kind, part.quantity.kind) == (Kind.MONEY, Kind.CARDINAL)


def _is_part_elsewhere(passage: Passage, mention: Mention) -> bool:
    """It has a whole of its own behind it ("3 of 4 rounds")."""
    after = passage.after(mention)
    return bool(passage.following(mention)) and len(after) <= 2 and passage.words.ends(after, "of")


def _judged(passage: Passage, found: Breakdown) -> Iterator[Relation]:
    whole, parts = found.whole, found.parts
    for size in range(len(parts), 1, -1):
        if sum_verdict(whole, parts[:size]) is Verdict.HOLDS:
            yield sum_of(whole, parts[:size])
            yield from (part_of(whole, part) for part in parts[:size])
            return
    if not found.claimed:
        yield _attached(passage, found, part_of(whole, parts[0]))
    yield from (held for part in parts if (held := part_of(whole, part)).verdict is Verdict.HOLDS)
    if len(parts) < 2 or (not found.claimed and part_of(whole, parts[0]).verdict is Verdict.FAILS):
        return
    size = len(parts) if found.claimed else exhausted(passage, parts, claimed=found.claimed)
    if size and comparable(whole, parts[:size]):
        yield _attached(passage, found, sum_of(whole, parts[:size]))
    elif overfull(passage, whole, parts) and comparable(whole, parts):
        yield _attached(passage, found, sum_of(whole, parts))
    elif total(parts, printed=True).hi is None or sum_verdict(whole, parts) is not Verdict.HOLDS:
        yield sum_of(whole, parts, Verdict.UNDECIDED)


def overfull(passage: Passage, whole: Mention, parts: Sequence[Mention]) -> bool:
    """Parts that share nobody are together more than their whole; less than it, someone may be left out."""
    least, most = total(parts).lo, whole.value.hi
    return least is not None and most is not None and least > most and apart(passage, parts)


def _attached(passage: Passage, found: Breakdown, told: Relation) -> Relation:
    """The relation; left open where "including" may refer to earlier numbers of the sentence, alone or with this one."""
    before = [m for m in passage.preceding(found.whole) if m.like(found.whole)]
    if told.verdict is not Verdict.FAILS or not before or found.parts[0].place < found.whole.place:
        return told
    wider = [m.value for m in before]
    wider += [total((found.whole, *before[:size])) for size in range(1, len(before) + 1)]
    parts = told.check.computed
    fits = any(parts.lo is None or room.hi is None or parts.lo <= room.hi for room in wider)
    if told.check.kind == "sum":
        fits = any(room.overlaps(parts) for room in wider)
    return replace(told, check=replace(told.check, verdict=Verdict.UNDECIDED, repairs=())) if fits else told


def comparable(whole: Mention, parts: Sequence[Mention]) -> bool:
    """The parts come to something like the whole; far from it, they are shares of another kind ("5 prizes to 40 pupils")."""
    least, most = whole.value.lo, total(parts, printed=True).hi
    return least is None or most is None or least <= 2 * most <= 4 * least
