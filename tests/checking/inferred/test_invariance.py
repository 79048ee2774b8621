"""What must not change a verdict: the order of unrelated sentences, the script of the digits; and what must."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import table
from nisba.checking.inferred import Relation
from nisba.checking.verdicts import Verdict

SENTENCES = table(Path(__file__).parent / "invariance.toml")
ARABIC_DIGITS = str.maketrans("0123456789", "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669")
COUNT = st.integers(min_value=3_000, max_value=40_000)  # four bare digits below may be a year
PARTS = st.lists(
    COUNT, min_size=8, max_size=8, unique=True
).map(  # equal numbers would be one fact given twice
    lambda values: list(zip(values[::2], values[1::2], strict=True))
)
SLIPS = st.integers(min_value=1, max_value=900)


def sentences(language: str, parts: list[tuple[int, int]]) -> list[str]:
    """One sentence of each sort, its whole the sum of its parts."""
    return [frame.format(a + b, a, b) for frame, (a, b) in zip(SENTENCES[language], parts, strict=True)]


def within(relations: tuple[Relation, ...]) -> set[tuple[str, Verdict, tuple[Fraction | None, ...]]]:
    """The relations of single sentences, wherever those stand."""
    return {
        (r.check.kind, r.verdict, tuple(m.value.value for m in r.mentions))
        for r in relations
        if len({m.sentence for m in r.mentions}) == 1
    }


@pytest.mark.parametrize("language", ["en", "ar"])
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_order_of_unrelated_sentences(found, language, data):
    """The same sentences in another order have the same relations with the same verdicts."""
    told = sentences(language, data.draw(PARTS))
    shuffled = data.draw(st.permutations(told))
    assert within(found(language, " ".join(shuffled))) == within(found(language, " ".join(told)))


@settings(max_examples=8, deadline=None)
@given(PARTS)
def test_script_of_digits(found, parts):
    """Arabic-Indic digits mean what European ones mean."""
    text = " ".join(sentences("ar", parts))
    assert within(found("ar", text.translate(ARABIC_DIGITS))) == within(found("ar", text))


@pytest.mark.parametrize("language", ["en", "ar"])
@settings(max_examples=8, deadline=None)
@given(parts=PARTS)
def test_numbers_that_satisfy_their_relations_never_fail(found, language, parts):
    """A text whose sums are true by construction has no failed check, whatever else is inferred from it."""
    assert all(r.verdict is not Verdict.FAILS for r in found(language, " ".join(sentences(language, parts))))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("place", range(4))
@settings(max_examples=4, deadline=None)
@given(parts=st.tuples(COUNT, COUNT), slip=SLIPS)
def test_one_number_changed_always_fails(found, language, place, parts, slip):
    """Each sort of tight sum fails once its whole is another number, by whatever amount."""
    a, b = parts
    text = SENTENCES[language][place].format(a + b + slip, a, b)
    assert any(r.verdict is Verdict.FAILS for r in found(language, text))


@settings(max_examples=8, deadline=None)
@given(part=st.integers(min_value=3_000, max_value=10**18), base=st.integers(min_value=10**17, max_value=10**18))
def test_no_binary_float_takes_part(found, part, base):
    """Whole numbers beyond what a float tells apart: one unit too many still fails."""
    whole = base + part
    text = SENTENCES["en"][0]
    assert any(
        r.verdict is Verdict.HOLDS and r.check.kind == "sum" for r in found("en", text.format(whole, base, part))
    )
    wrong = found("en", text.format(whole + 1, base, part))
    assert any(r.verdict is Verdict.FAILS and r.check.kind == "sum" for r in wrong)
    values = [end for r in wrong for end in (r.check.computed.lo, r.check.computed.hi) if end is not None]
    assert all(isinstance(value, Fraction) for value in values)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("wrong", range(3))
@settings(max_examples=4, deadline=None)
@given(parts=st.tuples(COUNT, COUNT), slip=SLIPS, place=st.integers(min_value=0, max_value=3))
def test_whichever_number_is_changed_the_sum_fails(found, language, wrong, parts, slip, place):
    """The whole or either part: the check fails, in either script of digits; a sum offers the true number back."""
    true = (sum(parts), *parts)
    told = [value + slip * (at == wrong) for at, value in enumerate(true)]
    text = SENTENCES[language][place].format(*told)
    for written in (text, text.translate(ARABIC_DIGITS)) if language == "ar" else (text,):
        failed = [r for r in found(language, written) if r.verdict is Verdict.FAILS]
        assert failed
        sums = [r for r in failed if r.check.kind == "sum"]
        offered = {(p.was.value, p.becomes.value) for r in sums for p in r.check.repairs}
        assert not sums or (told[wrong], true[wrong]) in offered


@pytest.mark.parametrize("language", ["en", "ar"])
@settings(max_examples=6, deadline=None)
@given(data=st.data(), parts=st.lists(st.tuples(COUNT, COUNT), min_size=4, max_size=4, unique=True))
def test_relations_between_sentences_never_fail_when_true(found, language, data, parts):
    """Margins, rates over time, deficits and stocks that are true by construction hold or are left open, in any order."""
    frames = data.draw(st.permutations(SENTENCES[f"ties_{language}"]))
    told = [frame.format(a + b, a, b, 5 * b) for frame, (a, b) in zip(frames, parts, strict=False)]
    assert all(r.verdict is not Verdict.FAILS for r in found(language, " ".join(told)))
    for text in told:
        assert any(r.verdict is Verdict.HOLDS for r in found(language, text))


@settings(max_examples=6, deadline=None)
@given(PARTS, SLIPS)
def test_every_number_of_a_verdict_is_exact(found, parts, slip):
    """Whatever is computed, offered or left over is a whole number or a fraction, never a binary float."""
    text = " ".join(sentences("en", [(a + slip, b) for a, b in parts]))
    for r in found("en", text):
        ends = [r.check.says, r.check.computed, r.check.difference, *(p.becomes for p in r.check.repairs)]
        assert all(type(end) in (int, Fraction) for one in ends for end in (one.lo, one.hi) if end is not None)
