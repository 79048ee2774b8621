"""The correction that a changed number asks for: a draft in each language, ready for ``story.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nisba.explaining.messages import Messages
from nisba.gathering.texts import toml_string
from nisba.reviewing.published import LISTING, Published

_SHOWN = "shown_"


Changed = tuple[str, str, str]
"""Name, former value and new value of a number, in the plain notation."""


def draft(corrected: Iterable[Changed], outputs: Published) -> str:
    """One ``[[corrections]]`` table for each change, with words in each of the story's languages; the day is left open.

    The words name the two values, ``{was}`` and ``{now}``, and the page prints them: numbers are never typed.

    Args:
        corrected: numbers that became others by themselves.
        outputs: those whose labels and languages are taken.
    """
    rows = {row["number"]: row for row in outputs.rows(LISTING)}
    return "\n\n".join(_table(change, rows.get(change[0], {})) for change in corrected)


def _table(change: Changed, row: Mapping[str, str]) -> str:
    number, was, now = change
    languages = [column.removeprefix(_SHOWN) for column in row if column.startswith(_SHOWN)]
    lines = ["[[corrections]]", "date = YYYY-MM-DD  # the day you publish it", f'number = "{number}"']
    lines += [f'was = "{was}"', f'now = "{now}"']
    for language in languages:
        label = row.get(f"label_{language}") or number
        said = Messages(language)("correction-draft", label=label, was="{was}", now="{now}")
        lines.append(f"words.{language} = {toml_string(said)}")
    return "\n".join(lines)
