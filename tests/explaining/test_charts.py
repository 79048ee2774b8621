"""Charts as data, in words and as tables: what is drawn is what is said, and what is listed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explaining.drawn import CASES, EVERY, LANGUAGES, PICTURES, WIDTHS, chart, evidence, longer, numbers, picture_of
from nisba.checking.numbers import Status
from nisba.errors import StoryError
from nisba.explaining.charts import KINDS, alt_text, chart_of, data_table, marks, sheet_of
from nisba.explaining.charts.lettering import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK
from nisba.explaining.charts.saving import save_charts
from nisba.explaining.charts.sheet import Box, Dot, Sheet, Stroke
from nisba.explaining.wording import Wording


def _words(sheet: Sheet) -> str:
    return " | ".join(label.text.strip(LEFT_TO_RIGHT_MARK + RIGHT_TO_LEFT_MARK) for label in sheet.labels)


def test_every_kind_is_tried():
    """Each kind of chart has a picture in these tests."""
    assert {picture["kind"] for picture in CASES["pictures"].values()} == set(KINDS)


@pytest.mark.parametrize("case", CASES["shown"], ids=lambda case: case["picture"])
def test_what_is_shown(case):
    """A chart shows the numbers of its picture with their status and hedges, in both languages."""
    english, arabic = chart(case["picture"], "en"), chart(case["picture"], "ar")
    assert [[mark.id, str(mark.status), mark.shown] for mark in english.marks] == case["en"]
    assert [mark.shown for mark in arabic.marks] == case["ar"]


@pytest.mark.parametrize(("id", "language", "width"), EVERY)
def test_drawing_and_table_agree(id, language, width):
    """Every number that is drawn stands in the table of the data, and every number of the data is drawn."""
    drawn = chart(id, language)
    cells = " | ".join(cell for row in data_table(drawn)[1] for cell in row)
    words = _words(sheet_of(drawn, width))
    needed = [mark.shown for mark in drawn.marks if mark.shown and id not in ("sensitivity", "readings")]
    needed += [mark.shown for row in drawn.rows for mark in row.marks[1:] if id == "sensitivity"]
    needed += [mark.shown for row in drawn.rows for mark in row.marks if id == "readings"]
    assert needed
    assert [shown for shown in needed if shown not in cells or shown not in words] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", PICTURES)
def test_alt_text(id, language):
    """The words for those who do not see the chart begin with the finding and hold its numbers."""
    drawn = chart(id, language)
    said = alt_text(drawn)
    rows = data_table(drawn)[1]
    assert said.startswith(drawn.title)
    assert [
        mark.shown
        for row in drawn.rows
        for mark in row.marks
        if mark.shown and mark.shown not in said and id != "sensitivity"
    ] == []
    assert all(row[-1] in said for row in rows if id == "sensitivity")


@pytest.mark.parametrize("id", PICTURES)
def test_tables_are_even(id):
    """Every row of a table has a cell for each column, and no cell is empty but where there is no figure."""
    header, rows = data_table(chart(id, "en"))
    assert rows
    assert {len(row) for row in rows} == {len(header)}
    assert all(cell for row in rows for cell in row) or id == "readings"


def test_title_is_the_finding_that_holds():
    """The title is the first whose condition holds, with the numbers that it names."""
    assert chart("bars", "en").title == "Half a year passed a year: 1.26 times"


def test_arabic_indic_digits():
    """A chart is written in the digits that the edition asks for."""
    drawn = chart("bars", "ar", "arab")
    assert [mark.shown for mark in drawn.rows[0].marks] == ["١٢١"]
    assert "١٢١" in _words(sheet_of(drawn))


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["says"])
def test_refusals(case):
    """A picture that does not fit its kind, its numbers or its words is refused with the reason."""
    with pytest.raises(StoryError, match=case["says"]):
        chart(case["picture"], "en", **case["change"])


@pytest.mark.parametrize("id", ["accounts", "rates", "rates-per-day", "readings"])
def test_evidence_is_needed(id):
    """A chart of accounts, rates or readings cannot be made from numbers alone, or from none."""
    with pytest.raises(StoryError, match="needs more than numbers"):
        chart_of(picture_of(id), numbers(), Wording("en"))
    bare = replace(evidence(), collation=None, rates=(), findings=())
    with pytest.raises(StoryError):
        chart_of(picture_of(id), bare.numbers, Wording("en"), bare)


@pytest.mark.parametrize(("id", "language", "width"), EVERY)
def test_no_label_collides(id, language, width):
    """No label reaches off the sheet or lies on another, in either language and width."""
    assert sheet_of(chart(id, language), width).faults() == ()


@pytest.mark.parametrize(
    ("id", "language", "width"),
    [key for key in EVERY if key[0] not in {"accounts", "rates", "rates-per-day", "readings"}],
)
def test_no_long_label_collides(id, language, width):
    """The same with labels three times as long."""
    rows = [row | {"label": longer(row["label"])} for row in CASES["pictures"][id]["rows"]]
    marks = [mark | {"label": longer(mark["label"])} for mark in CASES["pictures"][id].get("marks", [])]
    assert sheet_of(chart(id, language, rows=rows, marks=marks), width).faults() == ()


def test_faults_are_found():
    """A label off the sheet, and one that lies on another, are reported."""
    sheet = Sheet(100, rtl=False)
    sheet.text(0, 20, "here", 14)
    sheet.text(4, 22, "too", 14)
    sheet.text(90, 60, "far out", 14)
    sheet.finish(80)
    assert len(sheet.faults()) == 2


@pytest.mark.parametrize("width", WIDTHS)
def test_bars_are_to_scale(width):
    """The length of a bar is to another's as the numbers are, to a pixel."""
    boxes = [
        shape for shape in sheet_of(chart("bars", "en"), width).shapes if isinstance(shape, Box) and shape.height > 30
    ]
    lengths = [box.width + (0 if box.fill == "rep" else 1.35) for box in boxes]
    assert lengths[0] / lengths[1] == pytest.approx(121 / 153, abs=0.01)
    assert lengths[2] / lengths[1] == pytest.approx(306 / 153, abs=0.02)


@pytest.mark.parametrize("width", WIDTHS)
def test_area_of_a_rate_is_its_count(width):
    """A month of 30 and a quarter of 90 have the same height, and the quarter is about three times as wide."""
    boxes = [shape for shape in sheet_of(chart("rates", "en"), width).shapes if isinstance(shape, Box)]
    month, quarter = [box for box in boxes if box.stroke == "cit"][:2]
    assert month.height == pytest.approx(quarter.height)
    assert (quarter.width + 2.5) / (month.width + 2.5) == pytest.approx(91 / 31, abs=0.05)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_gap_is_as_wide_as_what_nobody_counted(width):
    """February and March 2024, 60 days, lie as a band of no status between a month of 31 days and a quarter."""
    boxes = [shape for shape in sheet_of(chart("rates-per-day", "en"), width).shapes if isinstance(shape, Box)]
    month, gap = boxes[:2]
    assert (gap.stroke, gap.fill) == ("line", "wash")
    assert (gap.width + 2) / (month.width + 2.5) == pytest.approx(60 / 31, abs=0.05)
    assert "no figure for February–March 2024" in alt_text(chart("rates-per-day", "en"))
    assert ("Rescues", "February–March 2024", "–", "no figure", "–") in data_table(chart("rates-per-day", "en"))[1]


def test_open_ends():
    """A number without a ceiling fades and ends in an arrow, and its table says that none is stated."""
    drawn = chart("floors", "en")
    arrows = [shape for shape in sheet_of(drawn).shapes if isinstance(shape, Stroke) and len(shape.points) == 3]
    assert len(arrows) == sum(mark.value.lo is not None and mark.value.hi is None for mark in drawn.marks) == 2
    assert data_table(drawn)[1][1] == ("Ashore", "more than 9,000", "9,000", "not stated")


def test_status_without_colour():
    """Reported, computed and cited differ in edge, dots and hatching, not only in colour."""
    looks = set()
    for status in (Status.REPORTED, Status.COMPUTED, Status.CITED):
        sheet = Sheet(100, rtl=False)
        marks.fill(sheet, status, 0, 0, 50, 20)
        looks.add(tuple((bool(box.stroke), bool(box.dash), bool(box.hatch)) for box in sheet.shapes))
    assert len(looks) == 3


def test_deviating_accounts():
    """An account that deviates has another sign than the rest, and its name."""
    sheet = sheet_of(chart("accounts", "en"))
    dots = [shape for shape in sheet.shapes if isinstance(shape, Dot)][3:]  # the first three are the key
    assert [dot.shape for dot in dots] == ["circle"] * 3 + ["diamond"] + ["circle"] * 2
    assert dots[-1].fill == "paper"  # the reference gives no figure for it
    assert "Tribune" in _words(sheet)
    assert "Radio" not in _words(sheet)


def test_refused_baselines_are_listed():
    """A figure that may not be compared is named with the reason, on the drawing and in the table."""
    drawn = chart("readings", "en")
    assert "Lifeboat crew: covers only Northport" in _words(sheet_of(drawn))
    assert ("Lifeboat crew", "70", "every reading", "covers only Northport") in data_table(drawn)[1]


def test_saving(tmp_path):
    """Every chart of a story is saved in each of its languages: two drawings, a card, and what it shows."""
    held = evidence()
    held = replace(held, story=replace(held.story, pictures=(picture_of("bars"), picture_of("rates"))))
    saved = save_charts(held, tmp_path / "charts")
    assert [(one.chart, one.language) for one in saved] == [
        ("bars", "en"),
        ("bars", "ar"),
        ("rates", "en"),
        ("rates", "ar"),
    ]
    assert sorted(path.name for path in (tmp_path / "charts").glob("bars.en*")) == [
        "bars.en.narrow.svg",
        "bars.en.png",
        "bars.en.wide.svg",
    ]
    assert saved[0].says.startswith("Half a year passed a year")
