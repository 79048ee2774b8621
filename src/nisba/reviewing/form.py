"""The reviewer's form: a row for each headline number, with what can be filled in filled in, and the questions.

Answers are pinned to numbers. When the form is written again they stay with the number; where its value has changed
since, they stay too and say so.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from nisba.errors import BundleError
from nisba.gathering import Story
from nisba.gathering.texts import toml_string
from nisba.reviewing.published import LISTING, Published

QUESTIONS: Mapping[str, str] = {
    "recomputed": "recomputed by another route? yes, no, or the value you get",
    "source": "source read, and says this? yes or no",
    "assumption": "what it assumes is acceptable? yes or no",
    "comment": "anything else",
}
"""What a reviewer answers for each number."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of the form.

    Args:
        number: its name.
        value: its exact value, in the plain notation.
        told: what it is and where it comes from, a line each.
        answers: by question.
        answered_for: the value that the answers were given for; empty where there are none.
    """

    number: str
    value: str
    told: tuple[str, ...]
    answers: Mapping[str, str]
    answered_for: str


def form(
    story: Story, published: Published, earlier: Mapping[str, Mapping[str, str]], language: str
) -> tuple[Entry, ...]:
    """The form for some outputs: the account's facts, the figures cited for them, and what was computed by name.

    Args:
        story: what people supplied.
        published: its outputs.
        earlier: answers of a form filled in before, by number; see :func:`read_form`.
        language: of labels and sources.
    """
    reported, cited = [fact.id for fact in story.facts], [figure.id for figure in story.cited]
    wanted = [*reported, *cited, *(formula.id for formula in story.formulas)]
    rows = {row["number"]: row for row in published.rows(LISTING)}
    return tuple(_entry(rows[id], earlier.get(id, {}), language) for id in wanted if id in rows)


def read_form(path: Path) -> Mapping[str, Mapping[str, str]]:
    """The answers of a form, by number; none where there is no form yet.

    Raises:
        BundleError: the file is no form.
    """
    if not path.exists():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BundleError(path, f"is not valid TOML ({error})", "mend that line") from error
    return {id: {key: str(text) for key, text in table.items()} for id, table in tables.items()}


def written(entries: Iterable[Entry]) -> str:
    """The form as a TOML file that a reviewer fills in with any editor."""
    head = [f"# {question} = {asked}" for question, asked in QUESTIONS.items()]
    return "\n".join([*head, "", *(_table(entry) for entry in entries)])


def _entry(row: Mapping[str, str], before: Mapping[str, str], language: str) -> Entry:
    told = (
        row.get(f"label_{language}", ""),
        f"= {row['formula']}" if row.get("formula") else "",
        row.get("sentence", ""),
        f"{row.get(f'source_{language}', '')} {row.get('address', '')}".strip(),
    )
    answers = {question: before.get(question, "") for question in QUESTIONS}
    answered_for = before.get("answered_for") or before.get("value", "") if any(answers.values()) else ""
    return Entry(row["number"], row["exact"], tuple(line for line in told if line), answers, answered_for)


def _table(entry: Entry) -> str:
    lines = [f"[{entry.number}]", *(f"# {line}" for line in entry.told), f"value = {toml_string(entry.value)}"]
    if entry.answered_for and entry.answered_for != entry.value:
        lines.append(f"answered_for = {toml_string(entry.answered_for)}  # the number has changed since you answered")
    lines += [f"{question} = {toml_string(answer)}" for question, answer in entry.answers.items()]
    return "\n".join([*lines, ""])
