"""Originals: the same report in every kind of file comes out as the same words, with the places that people cite."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nisba.errors import ReportError
from nisba.proposing.originals import extract
from nisba.proposing.originals.visual_order import in_reading_order, is_right_to_left
from proposing import making


@pytest.mark.parametrize("ending", making.MAKERS)
@pytest.mark.parametrize("paragraphs", [making.ENGLISH, making.ARABIC], ids=["en", "ar"])
def test_every_format_gives_the_same_words(tmp_path, ending, paragraphs):
    """Title and paragraphs, one a line; no menu, no footer, no markup."""
    found = extract(making.MAKERS[ending](tmp_path / f"report{ending}", paragraphs))
    assert found.text.splitlines() == list(paragraphs)


def test_a_page_of_a_pdf_is_kept(tmp_path):
    """The line with which each page begins is known, also where a page holds no text."""
    found = extract(making.pdf(tmp_path / "two.pdf", making.ENGLISH[:2], (), making.ENGLISH[2:]))
    assert (found.pages, found.text.count("\n")) == ((1, 3, 3), 4)


def test_a_web_page_says_what_it_is(tmp_path):
    """Title, outlet, address and day are taken from what the page declares."""
    head = (
        "<meta property='article:published_time' content='2025-07-08T10:00:00Z'>"
        "<link rel='canonical' href='https://example.org/ferries'>"
    )
    found = extract(making.web_page(tmp_path / "page.html", head=head))
    assert found.title
    assert found.title.value == making.ENGLISH[0]
    assert found.outlet
    assert found.outlet.value == "Harbour Gazette"
    assert found.address
    assert found.address.value == "https://example.org/ferries"
    assert found.day == dt.date(2025, 7, 8)


def test_a_day_is_never_guessed_from_the_text(tmp_path):
    """A page that declares no day has none, whatever dates its words hold."""
    assert extract(making.web_page(tmp_path / "page.html")).day is None


def test_a_web_page_in_an_older_encoding(tmp_path):
    """The charset that a page declares is believed where it is not UTF-8."""
    page = making.web_page(tmp_path / "page.html", making.ARABIC)
    page.write_bytes(page.read_text("utf-8").replace("utf-8", "windows-1256").encode("windows-1256"))
    assert extract(page).text.splitlines() == list(making.ARABIC)


def test_a_mail_says_who_sent_it_and_when(tmp_path):
    """The sender's name stands for the outlet; the day is the message's."""
    found = extract(making.mail(tmp_path / "release.eml"))
    assert found.outlet
    assert (found.outlet.value, found.day) == ("Harbour authority", dt.date(2025, 7, 8))


def test_a_table_in_a_document_keeps_its_rows(tmp_path):
    """Cells stand side by side on one line, between the paragraphs around them."""
    import docx

    document = docx.Document()
    document.add_paragraph("Before")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Northport", "150"
    document.add_paragraph("After")
    document.save(str(tmp_path / "table.docx"))
    assert extract(tmp_path / "table.docx").text == "Before\nNorthport | 150\nAfter\n"


def test_the_bytes_tell_the_kind_before_the_name_does(tmp_path):
    """A PDF that is called a text file is read as a PDF."""
    assert extract(making.pdf(tmp_path / "wrong.txt")).format == "pdf"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("sheet.xlsx", b"PK\x03\x04", "--figures"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "save it as DOCX"),
        ("photo.jpg", b"\xff\xd8\xff", "text file"),
        ("what.xyz", b"words", ".docx"),
        ("broken.pdf", b"%PDF-1.7 and no more", "print it to a new PDF"),
        ("broken.docx", b"PK\x03\x04 and no more", "save it again as DOCX"),
        ("picture.txt", b"\x00\x01\x02\x03" * 40, "is no text file"),
        ("damaged.txt", "عدد الإصابات".encode()[:-1] + b" 7", "damaged at byte"),
        ("menu.html", b"<html><body></body></html>", "no article"),
        ("bare.eml", b"\n", "is empty"),
        ("no-words.rtf", b"{\\rtf1}", "holds no text"),
    ],
)
def test_a_file_that_cannot_be_used(tmp_path, name, content, says):
    """One sentence names the file, what is wrong and what to do."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ReportError) as caught:
        extract(tmp_path / name)
    assert str(caught.value).startswith(f"{name}: ")
    assert says in str(caught.value)


def test_a_scanned_pdf(tmp_path):
    """Pages without text are told as what they are, with the way out."""
    with pytest.raises(ReportError, match=r"is a scanned PDF: .* run text recognition"):
        extract(making.pdf(tmp_path / "scan.pdf", ()))


@pytest.mark.parametrize("missing", ["nowhere.txt", "."])
def test_no_file(tmp_path, missing):
    """A path that leads nowhere, or to a folder, is told as such."""
    with pytest.raises(ReportError, match=r"cannot be opened|is a folder"):
        extract(tmp_path / missing)


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("85و 150 اهنم", "منها 150 و85"),
        (".%5.5 ةبسنب", "بنسبة 5.5%."),
        ("2025/7/8 موي", "يوم 2025/7/8"),
        ("29-05-2019 يف رشن", "نشر في 2019-05-29"),  # a hyphen joins no Arabic numbers: W4
        ("موي 2019-05-29", "2019-05-29 يوم"),
        ("(WHO) ةيملاعلا ةحصلا", "الصحة العالمية (WHO)"),
        ("World Health Organization تلاق", "قالت World Health Organization"),
        ("1,200 لقاح", "حاقل 1,200"),
    ],
)
def test_a_line_in_visual_order(shown, read):
    """Words are turned around, numbers and Latin words are not, brackets face the other way (UAX 9)."""
    assert in_reading_order(list(shown), among_right_to_left=True) == read


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])))
def test_left_to_right_lines_stand_as_they_are(line):
    """A line that is not mostly of a right-to-left script is not touched."""
    assert is_right_to_left(line) or in_reading_order(list(line)) == line
