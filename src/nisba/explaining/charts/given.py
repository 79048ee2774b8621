"""What a chart is made from: the picture a person asked for, the numbers, and how they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from nisba.checking.formulas import evaluate, holds
from nisba.checking.numbers import Number, Status
from nisba.checking.verdicts import Verdict
from nisba.errors import StoryError
from nisba.explaining.charts.model import Chart, Drawn, Row
from nisba.explaining.charts.tokens import TOKENS
from nisba.explaining.evidence import Evidence
from nisba.explaining.prose import BRACES, read_binding
from nisba.explaining.wording import Wording, rounded
from nisba.gathering import Picture, Words
from nisba.gathering.pictures import Row as Asked
from nisba.intervals import Interval


@dataclass(frozen=True, slots=True)
class Given:
    """All that a kind of chart may use.

    Args:
        picture: what is asked for.
        numbers: every named number.
        wording: how numbers are written, and in which language.
        evidence: what else is known of the story; None where a chart needs only numbers.
    """

    picture: Picture
    numbers: Mapping[str, Number]
    wording: Wording
    evidence: Evidence | None = None

    def refuse(self, problem: str, remedy: str) -> StoryError:
        """An error about this picture."""
        return StoryError("story.toml", f"[charts.{self.picture.id}] {problem}", remedy)

    @property
    def known(self) -> Evidence:
        """What else is known of the story.

        Raises:
            StoryError: nothing was given.
        """
        if self.evidence is None:
            raise self.refuse(
                f"is of kind {self.picture.kind}, which needs more than numbers", "draw it with the story's evidence"
            )
        return self.evidence

    def words(self, words: Words) -> str:
        """Words that a person supplied, in the chart's language, with the numbers that they name; none stay none.

        Raises:
            StoryError: they are not given in that language.
        """
        if not words:
            return ""
        if self.wording.language not in words:
            raise self.refuse(
                f"has {next(iter(words.values()))!r} not in {self.wording.language}", f"add {self.wording.language} = …"
            )
        return self.wording.localised(BRACES.sub(self._bound, words[self.wording.language]))

    def _bound(self, found: re.Match[str]) -> str:
        binding = read_binding(found["inside"], found["shown"] or "")
        if binding.given or binding.shown:
            return binding.given or binding.shown
        number = self.number(binding.name) if binding.name else evaluate(binding.formula, self.numbers)
        number = replace(number, show=binding.show or number.show)
        if binding.decimals is not None:
            places = binding.decimals + 2 * (number.show == "percent")
            ends = [None if end is None else rounded(end, places)[0] for end in (number.value.lo, number.value.hi)]
            number = replace(number, value=Interval(ends[0], ends[1], number.value.approx))
        return self.written(number)

    def written(self, number: Number) -> str:
        """A number in words; a ratio stays on its side of what the story's statements compare it with."""
        against = self.evidence.thresholds if self.evidence and number.show == "ratio" else ()
        return self.wording.number(number, against=against)

    def number(self, id: str) -> Number:
        """The number of that name, or a constant where the name is one, such as ``2``.

        Raises:
            StoryError: there is none.
        """
        if id in self.numbers:
            return self.numbers[id]
        try:
            return Number("", Status.COMPUTED, Interval.parse(id), show="ratio")
        except ValueError:
            raise self.refuse(
                f"names the number {id!r}, which is not known", "see tables/numbers.csv for the names"
            ) from None

    def drawn(self, id: str, label: Words | None = None, note: Words | None = None) -> Drawn:
        """A number as it is drawn."""
        number = self.number(id)
        return Drawn(
            number.id,
            number.value,
            number.status,
            self.written(number),
            self.words(label or {}),
            self.words(note or {}),
        )

    def rows(self, least: int = 1, most: int | None = None) -> tuple[Row, ...]:
        """The picture's rows with their numbers.

        Raises:
            StoryError: there is no row, or one has too few or too many numbers for this kind of chart.
        """
        if not self.picture.rows:
            raise self.refuse("has no rows", "add rows = [ … ]")
        return tuple(self._row(row, nth, least, most) for nth, row in enumerate(self.picture.rows, start=1))

    def _row(self, row: Asked, nth: int, least: int, most: int | None) -> Row:
        found = len(row.numbers)
        if found < least or (most is not None and found > most):
            wanted = str(least) if least == most else f"{least} or more" if most is None else f"{least} to {most}"
            raise self.refuse(f"row {nth} has {found} numbers", f"a chart of kind {self.picture.kind} takes {wanted}")
        label = self.words(row.label) or (self._named(row.numbers[0]) if found == 1 else "")
        return Row(label, self.words(row.note), tuple(self.drawn(id) for id in row.numbers))

    def _named(self, id: str) -> str:
        """What a number is, as its own table says; a picture need not say it again."""
        return self.words(self.evidence.label(self.number(id))) if self.evidence else ""

    def lines(self) -> tuple[Drawn, ...]:
        """The picture's reference lines."""
        return tuple(self.drawn(id, mark.label, mark.note) for mark in self.picture.marks for id in mark.numbers)

    def heads(self) -> tuple[Row, ...]:
        """The names of parts or columns: the picture's marks, with or without numbers, else those of its first row's numbers."""
        if not self.picture.marks and self.picture.rows:
            return tuple(Row(self._named(id), "", ()) for id in self.picture.rows[0].numbers)
        return tuple(Row(self.words(mark.label), self.words(mark.note), ()) for mark in self.picture.marks)

    def title(self) -> str:
        """The first title whose condition holds on the numbers.

        Raises:
            StoryError: none does.
        """
        for choice in self.picture.title:
            if not choice.when or holds(choice.when, self.numbers) is Verdict.HOLDS:
                return self.words(choice.words)
        raise self.refuse("has no title that holds", "add one without when")

    def chart(self, rows: tuple[Row, ...], lines: tuple[Drawn, ...] = (), heads: tuple[Row, ...] = ()) -> Chart:
        """The chart with these rows, and the picture's words around it."""
        picture = self.picture
        around = self.title(), self.words(picture.subtitle), self.words(picture.caption)
        colours = self.evidence.story.house.colours if self.evidence else TOKENS
        return Chart(picture.id, picture.kind, self.wording, *around, rows, lines, heads, colours)
