"""Reading hand-written tables: every key is used, of the right type, and mistakes are answered with the way out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from nisba.errors import StoryError, raise_all
from nisba.gathering.lines import line_of
from nisba.gathering.texts import Choice, Words
from nisba.intervals import Interval
from nisba.periods import Period


class Fields:
    """One table of a TOML file, or one row of a CSV file, read key by key; ``done`` refuses keys nobody asked for.

    Args:
        path: the file, for messages.
        place: which table or row of it, for messages.
        table: its keys and values.
    """

    def __init__(self, path: Path, place: str, table: Mapping[str, Any]) -> None:
        self.path, self.place, self._table, self._used = path, place, table, set[str]()
        self.errors: list[StoryError] = []  # of the tables in this one, told together

    def __contains__(self, key: str) -> bool:
        return self._table.get(key) not in (None, "")

    def problem(self, problem: str, remedy: str, key: str = "") -> StoryError:
        """An error about this table, or a key of it."""
        return StoryError(self.path, f"[{self.place}] {problem}", remedy, line_of(self.path, self.place, key))

    def take(self, key: str, kind: type | tuple[type, ...], default: Any = ...) -> Any:
        """The value of a key.

        Raises:
            StoryError: the key is missing and has no default, or its value is of another type.
        """
        self._used.add(key)
        value = self._table.get(key)
        if value in (None, ""):
            if default is ...:
                raise self.problem(f"has no {key}", f"add {key} = …")
            return default
        if not isinstance(value, kind):
            names = kind.__name__ if isinstance(kind, type) else " or ".join(k.__name__ for k in kind)
            raise self.problem(f"{key} is {value!r}", f"write a {names}", key)
        return value

    def text(self, key: str, default: Any = ...) -> str:
        """A string."""
        return str(self.take(key, str, default))

    def day(self, key: str) -> date | None:
        """A TOML date, in a CSV file written ``YYYY-MM-DD``; None where it is not given.

        Raises:
            StoryError: it is no date.
        """
        value = self.take(key, (date, str) if self.path.suffix == ".csv" else date, None)
        if not isinstance(value, str):
            found: date | None = value
            return found
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise self.problem(f"{key} is {value!r}", "write a date as YYYY-MM-DD") from error

    def needed_day(self, key: str) -> date:
        """A TOML date.

        Raises:
            StoryError: it is not given.
        """
        found = self.day(key)
        if found is None:
            raise self.problem(f"has no {key}", f"add {key} = YYYY-MM-DD")
        return found

    def list(self, key: str) -> tuple[str, ...]:
        """A list of strings; in a CSV file, separated by spaces."""
        value = self.take(key, (list, str), [])
        return tuple(value.split() if isinstance(value, str) else (str(item) for item in value))

    def words(self, key: str, default: Any = ...) -> Words:
        """Words by language: ``key.en = …`` and ``key.ar = …``; in a CSV file, columns ``key_en`` and ``key_ar``."""
        columns = {name.removeprefix(f"{key}_"): name for name in self._table if name.startswith(f"{key}_")}
        if columns:
            self._used.update(columns.values())
            return {language: str(self._table[name]) for language, name in columns.items() if self._table[name]}
        found = self.take(key, dict, default)
        return {str(language): str(text) for language, text in found.items()} if found else {}

    def choices(self, key: str) -> tuple[Choice, ...]:
        """Words that depend on a condition: a list of tables with ``when``, or one table that always holds."""
        found = self.take(key, (dict, list), [])
        tables = [found] if isinstance(found, dict) else found
        return tuple(
            Choice({k: str(v) for k, v in table.items() if k != "when"}, str(table.get("when", ""))) for table in tables
        )

    def interval(self, key: str) -> Interval:
        """A number in the plain notation: 153, >9000, >=44, ~2500, 13..14.

        Raises:
            StoryError: it is written in another way.
        """
        return self._parsed(key, str(self.take(key, (str, int))))

    def intervals(self, key: str) -> tuple[Interval, ...]:
        """One number, or several with semicolons between: 196; 137.

        Raises:
            StoryError: one of them is written in another way.
        """
        return tuple(self._parsed(key, written) for written in str(self.take(key, (str, int))).split(";"))

    def _parsed(self, key: str, written: str) -> Interval:
        try:
            return Interval.parse(written)
        except ValueError as error:
            raise self.problem(
                f"{key}: {error}", "write the number in digits, with >, >=, <, ~ or .. where needed", key
            ) from error

    def period(self, key: str) -> Period | None:
        """A period such as 2023, 2024-03 or 2024-01-01/2024-06-30, or None where it is not given.

        Raises:
            StoryError: it is written in another way.
        """
        written = str(self.take(key, (str, int, date), ""))
        try:
            return Period.parse(written) if written else None
        except ValueError as error:
            raise self.problem(
                f"{key}: {error}", "write a year, a month, a day, or two dates with / between", key
            ) from error

    def done(self) -> None:
        """Refuse keys that nobody asked for: they are usually misspelt.

        Raises:
            StoryError: there is one.
        """
        for key in self._table:
            if key not in self._used:
                raise self.problem(f"has an unknown key {key}", f"known here: {', '.join(sorted(self._used))}", key)

    def finish(self) -> None:
        """The same, and what was found wrong in the tables within, all at once.

        Raises:
            StoryError: something is wrong.
        """
        try:
            self.done()
        except StoryError as error:
            self.errors.append(error)
        raise_all(self.errors)
