"""Right of reply: who was asked about a story, when and how, and what they answered; or that they were not asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from nisba.gathering.fields import Fields
from nisba.gathering.texts import Words


@dataclass(frozen=True, slots=True)
class Reply:
    """One party that a story names, and whether it was heard.

    Args:
        who: the party, by language.
        asked_on: the day it was asked; None: it has not been asked.
        how: by which way, by language, such as "by e-mail to the press desk".
        about: what it was asked about, by language.
        answered_on: the day its answer came; None: none came.
        answer: its answer, by language; words of its own, or our translation of them.
        language: BCP 47 language in which the answer came.
        waited_until: the day up to which no answer had come; None where that was not noted.
    """

    who: Words
    asked_on: date | None
    how: Words
    about: Words
    answered_on: date | None
    answer: Words
    language: str
    waited_until: date | None


def read_reply(fields: Fields, table: Mapping[str, Any]) -> Reply:
    """Read one ``[[replies]]`` table.

    Raises:
        StoryError: a key is missing, unknown or of the wrong type, or what it says cannot be: an answer before the question.
    """
    entry = Fields(fields.path, "replies", table)
    reply = Reply(
        entry.words("who"),
        entry.day("asked_on"),
        entry.words("how", {}),
        entry.words("about", {}),
        entry.day("answered_on"),
        entry.words("answer", {}),
        entry.text("language", ""),
        entry.day("waited_until"),
    )
    entry.done()
    _possible(entry, reply)
    return reply


def _possible(entry: Fields, reply: Reply) -> None:
    """Refuse what cannot have been."""
    later = [day for day in (reply.answered_on, reply.waited_until) if day]
    if reply.asked_on is None and (later or reply.answer or reply.how or reply.about):
        raise entry.problem("tells of a question and not when it was asked", "add asked_on = YYYY-MM-DD")
    if reply.asked_on and any(day < reply.asked_on for day in later):
        raise entry.problem("has an answer before the question", "mend asked_on, answered_on or waited_until")
    if len({bool(reply.answered_on), bool(reply.answer), bool(reply.language)}) > 1:
        problem = "has an answer without its day or its language, or one of these without an answer"
        raise entry.problem(problem, "write answered_on, answer and language together")
    if reply.answer and reply.waited_until:
        raise entry.problem("has an answer and waits for one", "leave out waited_until")
