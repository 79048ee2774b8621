"""Stage values as rows of text, and back: what stands between the typed program and the tables people open.

Exact values stay text, so that a spreadsheet or another library cannot round them. A value that holds a list of
others (a finding and its cells) becomes one row for each of them, with the outer columns repeated.
"""

from __future__ import annotations

import dataclasses
import inspect
import itertools
import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from nisba.intervals import Interval
from nisba.periods import Period
from nisba.reading.report import Span

T = TypeVar("T")
Row = dict[str, str]

_READERS: Mapping[type, Callable[[str], Any]] = {
    str: str,
    int: int,
    bool: lambda text: text == "yes",
    date: date.fromisoformat,
    Interval: lambda text: Interval(None, None) if text == "?" else Interval.parse(text),
    Period: Period.parse,
    Span: lambda text: Span(*(int(part) for part in text.split(":"))),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    """One field of a stage value, as the tables see it: what is inside, whether it may be missing, and what holds it."""

    name: str
    inner: Any
    optional: bool
    container: type[tuple[Any, ...] | frozenset[Any]] | None

    @property
    def many(self) -> bool:
        """It holds any number of values."""
        return self.container is not None

    @property
    def is_nested(self) -> bool:
        """A value with fields of its own, which become columns."""
        return dataclasses.is_dataclass(self.inner) and self.inner not in _READERS


def to_rows(values: Iterable[object]) -> list[Row]:
    """Flatten stage values into rows of text."""
    return [row for value in values for row in _flatten(value, "")]


def from_rows(kind: type[T], rows: Sequence[Mapping[str, str]]) -> tuple[T, ...]:
    """Build stage values from rows of text.

    Raises:
        KeyError: a column is missing.
        ValueError: a cell cannot be read as its field's type.
    """
    return tuple(_build(kind, list(group), "") for group in _groups(kind, rows, ""))


def column_names(kind: type, prefix: str = "") -> list[str]:
    """The columns of a stage value's table, in order."""
    found: list[str] = []
    for field in _fields(kind):
        name = prefix + field.name
        found += column_names(field.inner, f"{name}.") if field.is_nested else [name]
    return found


def described(kind: type, prefix: str = "") -> dict[str, str]:
    """What each column of a stage value's table holds, from the ``Args`` of the types' docstrings."""
    entries = re.findall(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", inspect.getdoc(kind) or "", re.MULTILINE)
    said = {name: " ".join(text.split()) for name, text in entries}
    found: dict[str, str] = {}
    for field in _fields(kind):
        name = prefix + field.name
        found |= described(field.inner, f"{name}.") if field.is_nested else {name: said.get(field.name, "")}
    return found


@cache  # a type's fields do not change, and each of thousands of values asks for them
def _fields(kind: type) -> tuple[Field, ...]:
    hints = typing.get_type_hints(kind)
    return tuple(_field(f.name, hints[f.name]) for f in dataclasses.fields(kind))


def _field(name: str, hint: Any) -> Field:
    arguments = [a for a in typing.get_args(hint) if a not in (types.NoneType, Ellipsis)]
    if isinstance(hint, types.UnionType):
        return Field(name, arguments[0], optional=True, container=None)
    container = typing.get_origin(hint)
    return Field(name, arguments[0] if container else hint, optional=False, container=container)


def _flatten(value: Any, prefix: str) -> list[Row]:
    own: Row = {}
    lists: list[list[Row]] = []
    for field in _fields(value.__class__):
        content, name = getattr(value, field.name), prefix + field.name
        if field.is_nested and field.many:
            lists.append([row for item in content for row in _flatten(item, f"{name}.")])
        elif field.is_nested:
            own |= _flatten(content, f"{name}.")[0] if content is not None else {}
        else:
            own[name] = _written(content)
    columns = column_names(type(value), prefix)
    inner = lists[0] if lists and lists[0] else [{}]
    return [{column: (own | row).get(column, "") for column in columns} for row in inner]


def _written(content: Any) -> str:
    match content:
        case None:
            text = ""
        case bool():
            text = "yes" if content else "no"
        case Enum():
            text = content.value
        case Span():
            text = f"{content.start}:{content.end}"
        case frozenset():
            text = " ".join(sorted(content))
        case tuple():
            text = " ".join(content)
        case _:
            text = str(content)
    return text


def _groups(kind: type, rows: Sequence[Mapping[str, str]], prefix: str) -> list[list[Mapping[str, str]]]:
    """Rows that belong to one value: neighbours whose own columns agree."""
    many = [f for f in _fields(kind) if f.is_nested and f.many]
    if not many:
        return [[row] for row in rows]
    own = [c for c in column_names(kind, prefix) if not any(c.startswith(f"{prefix}{f.name}.") for f in many)]
    return [list(group) for _, group in itertools.groupby(rows, key=lambda row: [row[c] for c in own])]


def _build(kind: Any, rows: Sequence[Mapping[str, str]], prefix: str) -> Any:
    return kind(**{field.name: _content(field, rows, prefix + field.name) for field in _fields(kind)})


def _content(field: Field, rows: Sequence[Mapping[str, str]], name: str) -> Any:
    if field.is_nested:
        filled = [row for row in rows if any(row[column] for column in column_names(field.inner, f"{name}."))]
        if field.many:
            return tuple(_build(field.inner, group, f"{name}.") for group in _groups(field.inner, filled, f"{name}."))
        return _build(field.inner, rows[:1], f"{name}.") if filled or not field.optional else None
    text = rows[0][name]
    if field.container is not None:
        return field.container(text.split())
    if not text and field.optional:
        return None
    return field.inner(text) if issubclass(field.inner, Enum) else _READERS[field.inner](text)
