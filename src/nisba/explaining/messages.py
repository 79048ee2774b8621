"""Messages: every word that the program itself says on a page, by language, in Fluent files.

``messages/<language>/<topic>.ftl`` holds them; a language is a folder. Fluent's select expressions carry the plural
forms of each language (CLDR categories: Arabic has six), so that no sentence is put together in code.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from nisba.errors import NisbaError

_LONG = 200  # characters; Fluent refuses values that are much longer, as a guard against files of strangers


class MessageError(NisbaError):
    """A message is missing, unreadable or lacks one of its variables."""

    def __init__(self, language: str, id: str, problem: str, remedy: str) -> None:
        self.language, self.id, self.problem, self.remedy = language, id, problem, remedy
        super().__init__(f"message {id!r} ({language}): {problem}; {remedy}.")


def languages() -> tuple[str, ...]:
    """The languages that have messages, in alphabetical order."""
    return tuple(sorted(folder.name for folder in _root().iterdir() if folder.is_dir()))


class Messages:
    """All messages of one language; call it with an id and the message's variables.

    Args:
        language: name of a folder of messages, such as ``ar``.

    Raises:
        MessageError: there are no messages in that language, or a file of them cannot be read.
    """

    def __init__(self, language: str) -> None:
        if language not in languages():
            known = ", ".join(languages())
            raise MessageError(language, "*", "there are no messages in this language", f"known languages: {known}")
        self.language = language
        self._bundle = _bundle(language)

    def __contains__(self, id: str) -> bool:
        return self._bundle.has_message(id)

    def __call__(self, id: str, **variables: str | int) -> str:
        """The message of that id.

        Args:
            id: its id.
            variables: what stands in it; whole numbers choose plural forms and are not printed, texts are printed.

        Raises:
            MessageError: there is none, or it needs a variable that is not given.
        """
        message = self._bundle.get_message(id) if id in self else None
        if message is None or message.value is None:
            raise MessageError(self.language, id, "is missing", f"add it to a file in messages/{self.language}")
        long = {name: value for name, value in variables.items() if isinstance(value, str) and len(value) > _LONG}
        slots = {name: f"\ue002{name}\ue003" for name in long}
        text, errors = self._bundle.format_pattern(message.value, {**variables, **slots})
        if errors:
            raise MessageError(self.language, id, str(errors[0]), "give every variable that the message names")
        said = str(text)
        for name, slot in slots.items():
            said = said.replace(slot, str(long[name]))
        return said


@cache  # the package's own files do not change while it runs, and every page of a language says them
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)  # pages isolate numbers themselves, with <bdi>
    taken: set[str] = set()
    for file in sorted((_root() / language).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".ftl"):
            resource = FluentResource(file.read_text(encoding="utf-8"))
            _note(resource.body, file.name, language, taken)
            bundle.add_resource(resource)
    return bundle


def _note(entries: Iterable[ast.EntryType], file: str, language: str, taken: set[str]) -> None:
    """Add the ids of one file's messages to those taken, each of which must be new."""
    for entry in entries:
        if isinstance(entry, ast.Junk):
            line = (entry.content or "").strip().partition("\n")[0]
            raise MessageError(language, line, f"{file} cannot be read here", "write id = text")
        if isinstance(entry, (ast.Message, ast.Term)):
            name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
            if name in taken:
                raise MessageError(language, name, "is written twice", f"keep one; the second is in {file}")
            taken.add(name)


def _root() -> Traversable:
    return files("nisba.explaining") / "messages"
