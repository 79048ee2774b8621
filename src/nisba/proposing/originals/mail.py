"""An e-mail as saved (EML): its subject, its words, its sender and its day."""

from __future__ import annotations

import email
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path

from nisba.errors import ReportError
from nisba.proposing.originals import web_page
from nisba.proposing.originals.extracted import Extracted, Hint
from nisba.proposing.originals.lines import as_lines


def extract(received: bytes, path: Path) -> Extracted:
    """The words of a message: its plain part, else its HTML part.

    Raises:
        ReportError: it has no part with words.
    """
    message = email.message_from_bytes(received, policy=default)
    body = message.get_body(("plain", "html"))
    if body is None or (message.defects and not message.keys()):
        raise ReportError(path, "is no message with words in it", "save the message as EML, or its text as a text file")
    try:
        written = str(body.get_content())
    except (LookupError, UnicodeDecodeError) as error:
        raise ReportError(path, "has words in an unknown encoding", "save its text as a UTF-8 text file") from error
    if body.get_content_type() == "text/html":
        written = web_page.extract(written.encode(), path).text
    subject, sender = str(message["subject"] or ""), str(message["from"] or "")
    sent = message["date"]
    return Extracted(
        as_lines([subject, *written.split("\n")]),
        "mail",
        title=Hint(subject, "the message's subject") if subject else None,
        outlet=Hint(sender.partition("<")[0].strip(' "') or sender, "the message's sender") if sender else None,
        day=parsedate_to_datetime(str(sent)).date() if sent else None,
        day_source="the message's date",
    )
