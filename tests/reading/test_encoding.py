"""Files as they are found: how their bytes become text, and what is said of those that are none."""

from __future__ import annotations

import codecs
import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from nisba.cli import main
from nisba.commands.read import command
from nisba.reading import read_report
from nisba.reading.encoding import characters, decoded, encoding_of

ARABIC = {
    "health": "سجلت وزارة الصحة 45 إصابة جديدة بالحصبة في المحافظات الشمالية، بينها 12 طفلا دون الخامسة.",
    "economy": "ارتفع سعر الدولار إلى 1,250 ليرة، وقال المصرف المركزي إن الاحتياطي بلغ 3.2 مليار.",
    "elections": "بلغت نسبة المشاركة 41.5% في الدوائر الثلاث، وفاز المرشح المستقل بفارق 320 صوتا.",
    "sport": "فاز الفريق على ضيفه في الدقيقة 88، ورفع رصيده إلى 34 نقطة.",
    "weather": "هطلت الأمطار على الساحل بمعدل 70 ملم، وانقطع التيار عن 5 قرى.",
    "with names": "قالت شركة Airbus إنها سلمت 60 طائرة في الربع الأول من العام.",
    "headline": "الأمم المتحدة: 9 ملايين نازح",
}
OTHER = {
    "french": "Le ministère a recensé 45 blessés à Orléans, dont 12 élèves âgés de moins de cinq ans.",
    "german": "Die Behörde zählte 45 Verletzte; 12 Schüler wären später abgereist, hieß es in Köln.",
    "spanish": "El año pasado hubo 45 heridos en la región, según el señor Núñez.",
}


def path(tmp_path, received: bytes):
    file = tmp_path / "report.txt"
    file.write_bytes(received)
    return file


@pytest.mark.parametrize("text", ARABIC.values(), ids=ARABIC)
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "iso-8859-6", "utf-16", "utf-16-le", "utf-16-be"])
def test_arabic_is_read_in_the_encodings_it_is_found_in(tmp_path, text, encoding):
    """The letters are those that were written, and the report says how they were told."""
    text = text.replace("%", " %")
    received = text.encode(encoding, errors="replace")
    if encoding in ("utf-16-le", "utf-16-be"):
        received = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}[encoding] + received
    report = read_report(path(tmp_path, received), name="a", language="ar")
    assert report.text == received.decode(encoding).removeprefix("\ufeff")
    assert report.encoding == encoding.removesuffix("-le").removesuffix("-be")


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_western_letters_do_not_become_arabic_ones(tmp_path, text):
    """An 8-bit text in a Latin script keeps its letters, whichever name the encoding gets."""
    report = read_report(path(tmp_path, text.encode("windows-1252")), name="a", language="en")
    assert report.text == text


def test_a_mark_at_the_head_of_utf_8_stays_in_the_text(tmp_path):
    """Offsets count it, as Python does when it decodes the file as UTF-8."""
    report = read_report(path(tmp_path, codecs.BOM_UTF8 + b"5 people"), name="a", language="en")
    assert (report.text, report.encoding) == ("\ufeff5 people", "utf-8")


@pytest.mark.parametrize(
    ("received", "said"),
    [
        (b"", "report.txt: is empty; give a file with the text of a report."),
        (b" \r\n\n", "report.txt: is empty; give a file with the text of a report."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "report.txt: is no text file; give the report as plain text"),
        (b"%PDF-1.4\n" + bytes(range(256)), "report.txt: is no text file; give the report as plain text"),
        ("قتل 5".encode() + b"\xc7\xe1", "report.txt: is UTF-8 but damaged at byte 8; get the file again"),
        ("قتل خمسة".encode()[:-1], "report.txt: is UTF-8 but damaged at byte 13; get the file again"),
    ],
    ids=["empty", "blank", "picture", "pdf", "damaged", "cut off"],
)
def test_what_is_no_text_is_answered_with_one_sentence(tmp_path, capsys, received, said):
    """The command leaves with status 2, a sentence on what to do, and no traceback."""
    with pytest.raises(SystemExit) as left:
        main(["read", str(path(tmp_path, received))])
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith(f"nisba: {said}")


def test_the_command_says_what_it_took_the_file_for(tmp_path):
    """In a first line for people, in every object for programs; a UTF-8 file needs no such word."""
    file = path(tmp_path, ARABIC["health"].encode("windows-1256"))
    people = CliRunner().invoke(command, [str(file)]).output.splitlines()
    programs = [json.loads(line) for line in CliRunner().invoke(command, [str(file), "--json"]).output.splitlines()]
    assert people[0] == "report.txt is not UTF-8; read as windows-1256."
    assert [(line["surface"], line["encoding"]) for line in programs[:2]] == [
        ("45", "windows-1256"),
        ("12", "windows-1256"),
    ]
    file.write_text(ARABIC["health"], encoding="utf-8")
    assert "encoding" not in CliRunner().invoke(command, [str(file), "--json"]).output


@given(st.text(alphabet=st.characters(codec="windows-1256", exclude_categories=["Cc"]), min_size=1), st.integers(1, 9))
def test_pieces_of_any_size_make_the_same_text(text, size):
    """However the bytes arrive, they decode as they do in one go."""
    received = ("لا " + text).encode()
    chunks = [received[at : at + size] for at in range(0, len(received), size)]
    assert encoding_of(chunks, None) == "utf-8"
    assert "".join(characters(chunks, "utf-8", None)) == decoded(received, None)[0] == "لا " + text
