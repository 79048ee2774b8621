"""How a file was written down: UTF-8 nearly always, else told by a byte order mark or by what Arabic looks like in bytes.

The rule is short enough to know by heart, and is tried in this order:

1. A byte order mark decides (UTF-8, UTF-16).
2. What is valid UTF-8 is UTF-8: Arabic in any older encoding is not, from its first letter on. A file that is UTF-8 for a
   while and then is not was damaged, and is refused with the place.
3. Else it is an 8-bit text. The Arabic article, alef and lam, stands in every Arabic sentence: the encoding in which it
   stands most often is the one (Windows-1256, ISO 8859-6). Arabic letters inside Latin words are none: Windows-1252.

Nul and other control characters are of no text. Sources: the WHATWG Encoding Standard (indexes windows-1256, windows-1252,
iso-8859-6; § 6, BOM sniff).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from nisba.errors import ReportError

UTF_8 = "utf-8"
_MARKS = ((codecs.BOM_UTF8, UTF_8), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ARTICLE = "\u0627\u0644"
_ARABIC_ENCODINGS = ("windows-1256", "iso-8859-6")
_IN_LATIN = re.compile("[A-Za-z][\u0621-\u0652]|[\u0621-\u0652][A-Za-z]")
_IN_ARABIC = re.compile("[\u0621-\u064a]{2}")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_FEW = 1000  # one control character in so many bytes may be dirt; more are no text
_SAMPLE = 1 << 20


def encoding_of(chunks: Iterable[bytes], path: Path) -> str:
    """The encoding of a file, by Python's name for it.

    Args:
        chunks: its bytes, in any pieces; all are looked at, none is kept but the first.
        path: named in errors.

    Raises:
        ReportError: the file is empty, is no text, or is UTF-8 with a damaged place.
    """
    at, plain, blank, decoder = 0, True, True, codecs.getincrementaldecoder(UTF_8)()
    last = b""
    for chunk in chunks:
        if not at and (marked := _marked(chunk, path)) not in (None, UTF_8):
            return str(marked)
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError as error:
            plain, place = plain and error.object[: error.start].isascii(), at + len(chunk) - len(error.object)
            return _older(chunk, path, place + error.start, plain_before=plain)
        plain, blank, at, last = plain and chunk.isascii(), blank and chunk.isspace(), at + len(chunk), chunk
    if blank:
        raise ReportError(path, "is empty", "give a file with the text of a report")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        plain = last[: len(last) - len(error.object)].isascii() and len(error.object) == 1
        return _older(last, path, at - len(error.object), plain_before=plain)
    return UTF_8


def decoded(received: bytes, path: Path) -> tuple[str, str]:
    """The text of a file and the encoding it was in; offsets everywhere count the characters of this text.

    Raises:
        ReportError: see :func:`encoding_of`.
    """
    encoding = encoding_of([received] if received else [], path)
    return "".join(characters([received], encoding, path)), encoding


def characters(chunks: Iterable[bytes], encoding: str, path: Path) -> Iterator[str]:
    """The text of chunks of bytes, chunk by chunk.

    Raises:
        ReportError: a place cannot be decoded.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in chunks:
            yield decoder.decode(chunk)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise ReportError(path, f"is not {encoding} throughout", "save it as UTF-8 text") from error


def _marked(head: bytes, path: Path) -> str | None:
    """The encoding that a byte order mark tells; None without one.

    Raises:
        ReportError: there is none, and the bytes are not of a text.
    """
    known = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    sample = head[:_SAMPLE]
    if known is None and (b"\0" in sample or len(_CONTROLS.findall(sample)) * _FEW > len(sample) + _FEW):
        raise ReportError(path, "is no text file", "give the report as plain text (save or copy it as UTF-8 text)")
    return known


def _older(sample: bytes, path: Path, place: int, *, plain_before: bool) -> str:
    """The encoding of a text that is not UTF-8.

    Raises:
        ReportError: it was UTF-8 until there.
    """
    if not plain_before:
        raise ReportError(path, f"is UTF-8 but damaged at byte {place}", "get the file again, or save it as UTF-8 text")
    sample = sample[:_SAMPLE]
    texts = {name: sample.decode(name, errors="replace") for name in _ARABIC_ENCODINGS}
    best = max(_ARABIC_ENCODINGS, key=lambda name: texts[name].count(_ARTICLE))
    mixed, apart = len(_IN_LATIN.findall(texts[best])), len(_IN_ARABIC.findall(texts[best]))
    return "windows-1252" if mixed > apart else best
