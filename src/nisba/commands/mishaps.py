"""What is said when a command cannot go on: one sentence, in the language of the terminal as far as it is known there."""

from __future__ import annotations

import click

from nisba.commands.tongue import say, slug
from nisba.errors import NisbaError


def sentence_of(error: Exception) -> str:
    """The sentence for an error, with the way out."""
    if isinstance(error, click.ClickException):
        return _misused(error)
    if isinstance(error, NisbaError):
        return _mendable(error)
    kind, text = type(error).__name__, str(error)
    english = f"unexpected {kind}: {text}; run the same command with --debug to see where."
    return say("unexpected", english, kind=kind, text=text)


def _mendable(error: NisbaError) -> str:
    """The error's own sentence; in another language its parts in that language's frame, English ones where it lacks them."""
    if several := getattr(error, "errors", ()):
        return "\n".join(_mendable(one) for one in several)
    problem, remedy = getattr(error, "problem", ""), getattr(error, "remedy", "")
    if not problem or not remedy:
        return str(error)
    where = str(error).partition(problem)[0].strip().rstrip(":")
    return say("mendable", str(error), where=where, problem=_phrase(problem), remedy=_phrase(remedy))


def _phrase(english: str) -> str:
    """A part of an error's sentence, where the language has it: those parts that are the same every time."""
    return say(f"phrase-{slug(english)}", english)


def _misused(error: click.ClickException) -> str:
    """Click's message, and which help to ask for."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "nisba"
    english = f"{error.format_message().rstrip('.')}; see `{path} --help`."
    match error:
        case click.NoSuchOption():
            return say("no-such-option", english, name=error.option_name, path=path)
        case click.MissingParameter():
            return say("missing-parameter", english, name=_name(error), path=path)
        case click.BadParameter():
            return say("bad-parameter", english, name=_name(error), why=error.message.rstrip("."), path=path)
    return say("misused", english, why=error.format_message().rstrip("."), path=path)


def _name(error: click.BadParameter) -> str:
    """The argument or option at fault, as a person types it."""
    if error.param is None:
        return str(error.param_hint or "")
    return error.param.get_error_hint(error.ctx) if error.ctx else error.param.name or ""
