"""Reports of our own invention, in every kind of file that a desk is sent."""

from __future__ import annotations

import io
import textwrap
from email.message import EmailMessage
from pathlib import Path

import docx

ENGLISH = (
    "Ferry accidents rise in two ports",
    "The harbour authority recorded 240 accidents in Northport and Southport from January to June 2025.",
    "Of them 150 happened in Northport and 85 in Southport, it said on 8 July 2025.",
    "More than 30 people were injured.",
)
ARABIC = (
    "إصابات بالحصبة في حلب وحمص",
    "سجلت وزارة الصحة 240 إصابة بالحصبة في سوريا خلال النصف الأول من عام 2025.",
    "وقالت إن 35 من المصابين نقلوا إلى المشافي، منهم 12 طفلة.",
)
NO_RELATION = (
    "Museum opens its doors again",
    "The museum of glass has 17 rooms and was founded in 1921.",
    "Entry costs nothing on Sundays.",
)


def text(path: Path, paragraphs: tuple[str, ...] = ENGLISH) -> Path:
    path.write_text("\n".join(paragraphs) + "\n", encoding="utf-8")
    return path


def web_page(path: Path, paragraphs: tuple[str, ...] = ENGLISH, head: str = "") -> Path:
    title, *rest = paragraphs
    body = "".join(f"<p>{one}</p>" for one in rest)
    menu = "<nav><a href='/'>Home</a> <a href='/99'>99 more</a></nav>"
    told = f"<meta property='og:site_name' content='Harbour Gazette'>{head}"
    path.write_text(
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{told}</head>"
        f"<body>{menu}<article><h1>{title}</h1>{body}</article><footer>7 offices</footer></body></html>",
        encoding="utf-8",
    )
    return path


def word_document(path: Path, paragraphs: tuple[str, ...] = ENGLISH) -> Path:
    document = docx.Document()
    for one in paragraphs:
        document.add_paragraph(one)
    document.save(str(path))
    return path


def rich_text(path: Path, paragraphs: tuple[str, ...] = ENGLISH) -> Path:
    coded = ["".join(c if c.isascii() else f"\\u{ord(c)}?" for c in one) for one in paragraphs]
    path.write_bytes(("{\\rtf1\\ansi " + "\\par ".join(coded) + "\\par}").encode("ascii"))
    return path


def mail(path: Path, paragraphs: tuple[str, ...] = ENGLISH) -> Path:
    message = EmailMessage()
    message["Subject"], message["From"] = paragraphs[0], "Harbour authority <press@example.org>"
    message["Date"] = "Tue, 08 Jul 2025 09:30:00 +0000"
    message.set_content("\n\n".join(paragraphs[1:]))
    path.write_bytes(bytes(message))
    return path


def pdf(path: Path, *pages: tuple[str, ...]) -> Path:
    """A PDF with its letters placed as on paper: lines broken where they are full, paragraphs set apart."""
    import matplotlib as mpl
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure

    buffer = io.BytesIO()
    with mpl.rc_context({"pdf.fonttype": 42}), PdfPages(buffer) as book:
        for paragraphs in pages or (ENGLISH,):
            figure, y = Figure(figsize=(8.27, 11.69)), 780.0
            for paragraph in paragraphs:
                for line in textwrap.wrap(paragraph, 44):
                    figure.text(0.1, y / 842, line, size=10)
                    y -= 15
                y -= 12
            book.savefig(figure)
    path.write_bytes(buffer.getvalue())
    return path


MAKERS = {".txt": text, ".html": web_page, ".docx": word_document, ".rtf": rich_text, ".eml": mail, ".pdf": pdf}
