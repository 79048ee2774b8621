"""The terminal's own words, in the language of the machine: English here, others in ``messages/<language>.ftl``.

A sentence stands in English where it is said, under an id; for another language the message of that id takes its place, with
the same variables. So English needs no library to speak, and a test finds every sentence that a language lacks. What a report
says, and what programs read (``--json``), is in no language but its own.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

ENGLISH = "en"
_FOLDER = files("nisba.commands") / "messages"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set decides: POSIX.1-2017, Base Definitions, 8.2


def language(environment: Mapping[str, str] = os.environ) -> str:
    """The language of the terminal: that of the machine where it has messages, else English."""
    said = next((value for name in _VARIABLES if (value := environment.get(name))), "")
    code = said.partition(".")[0].partition("_")[0].lower()
    return code if code.isalpha() and (_FOLDER / f"{code}.ftl").is_file() else ENGLISH


def say(id: str, english: str, /, **variables: str | int) -> str:
    """A sentence for the person at the terminal.

    Args:
        id: of its message in other languages.
        english: the sentence in English, finished.
        variables: what stands in it; whole numbers also choose plural forms.
    """
    spoken = language()
    if spoken == ENGLISH:
        return english
    bundle = _bundle(spoken)
    message = bundle.get_message(id).value if bundle.has_message(id) else None
    return str(bundle.format_pattern(message, variables)[0]) if message else english


def slug(words: str) -> str:
    """English words as the end of an id: ``part of a name`` is ``part-of-a-name``."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in words.lower()).split())


@cache  # the package's own files do not change while it runs
def _bundle(spoken: str) -> FluentBundle:
    from fluent.runtime import FluentBundle, FluentResource  # noqa: PLC0415 - slow to load, and English needs none of it

    # What is put in keeps its own direction (Unicode UAX 9): names, paths and English words inside an Arabic sentence.
    bundle = FluentBundle([spoken], use_isolating=True)
    bundle.add_resource(FluentResource((_FOLDER / f"{spoken}.ftl").read_text(encoding="utf-8")))
    return bundle
