"""Long texts: read block by block, with the same result, in memory that does not grow."""

from __future__ import annotations

import itertools
import tracemalloc
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nisba.reading import Report, read_quantities, stream_quantities
from nisba.reading.blocks import LONGEST, blocks

LINES = {
    "ar": [
        "أعلنت بلدية المدينة في 3 مايو 2023 أن 240 ألفا و381 متطوعا شاركوا في الحملة.\n",
        "وقال المتحدث إن أكثر من 12 شاحنة وصلت إلى حلب، و3 إلى حماة.\n",
        "وبلغت الكلفة نحو 4.5 مليون دولار خلال النصف الأول من العام الجاري.\n",
        "ولم يذكر البيان تفاصيل أخرى عن موعد الجلسة المقبلة أو عن جدول أعمالها.\n",
    ],
    "en": [
        "The city said on 3 May 2023 that 240,381 volunteers had joined the drive.\n",
        "At least twelve lorries reached Cairo, and three went on to Aswan.\n",
        "It cost about $4.5 million in the first half of the year, up from 3.9 million.\n",
        "The statement gave no other details of the session or of its agenda.\n",
    ],
}


def text(language: str, length: int) -> str:
    lines = itertools.cycle(LINES[language])
    return "".join(itertools.islice(lines, length // 60))


@pytest.mark.parametrize("language", sorted(LINES))
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_blocks_are_the_text(language, ends):
    """Cut anywhere, in pieces of any size, the blocks are the text without a gap, each opened where a line begins."""
    whole = text(language, 5 * LONGEST).replace("\n", ends)
    for size in (len(whole), 4_096, 1_000_003 % 9_973):
        pieces = (whole[at : at + size] for at in range(0, len(whole), size))
        found = list(blocks(pieces, language))
        assert "".join(block.text for block in found) == whole
        assert len(found) > 3
        assert all(block.opens and whole[block.start :].startswith(block.text[:80]) for block in found)


@pytest.mark.parametrize("language", sorted(LINES))
def test_a_long_text_reads_as_its_lines_do(language):
    """Every repetition of the same lines gives the same numbers, whichever block it fell into."""
    day, whole = date(2024, 6, 20), text(language, 4 * LONGEST)
    read = read_quantities(Report("long", whole, language, day, ""))
    once = len(read_quantities(Report("short", "".join(LINES[language]), language, day, "")))
    told = [(q.surface, getattr(q, "value", None), getattr(q, "when", None), getattr(q, "what", None)) for q in read]
    assert len(told) > 3 * once
    assert told[once:] == told[: len(told) - once] or told[2 * once :] == told[once : len(told) - once]
    assert all(q.surface == whole[q.span.start : q.span.end] for q in read)


@pytest.mark.parametrize("day", [None, date(2024, 6, 20)])
def test_a_stream_gives_what_the_report_gives(day):
    """In pieces or whole, with its day given or to be found in the text, the quantities are the same."""
    whole = text("ar", 9 * LONGEST)
    pieces = [whole[at : at + 5_000] for at in range(0, len(whole), 5_000)]
    streamed = tuple(stream_quantities(lambda: iter(pieces), "ar", day))
    assert streamed == read_quantities(Report("long", whole, "ar", day, ""))


def test_memory_does_not_grow_with_the_text():
    """Four times the text needs no more memory at once."""

    def peak(lines: int) -> int:
        pieces = lambda: itertools.islice(itertools.cycle(LINES["ar"]), lines)  # noqa: E731
        tracemalloc.start()
        try:
            assert sum(1 for _ in stream_quantities(pieces, "ar", date(2024, 6, 20))) >= lines
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(300)
    assert peak(4_000) < 1.2 * peak(1_000)


@settings(deadline=None)
@given(st.sampled_from(["قتل 5 و", "1 ", "ألف ", "more than 20 ", "7"]), st.integers(1, 3))
def test_a_line_without_an_end_is_cut_too(piece, times):
    """No line is so long that a block must hold all of it; no digit is lost where it is cut."""
    whole = piece * (times * 6 * LONGEST // len(piece))
    found = list(blocks((whole,), "ar"))
    assert "".join(block.text for block in found) == whole
    assert max(len(block.text) for block in found) <= 4**3 * LONGEST
