"""Evidence: all that is known about a story when its pages are written. Pages add words to it, never facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from nisba.checking.accounts import Collation
from nisba.checking.checks import Check
from nisba.checking.grammar import Binary, Constant, parse, written
from nisba.checking.numbers import Number, Status
from nisba.checking.readings import Finding
from nisba.checking.series import Rate
from nisba.errors import StoryError
from nisba.gathering import Account, Cited, Fact, Formula, Picture, Reading, Release, Statement, Story, Words
from nisba.reading.quantities import Quantity, Unread
from nisba.reading.report import Report

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Output:
    """A file published beside the pages.

    Args:
        path: relative to the page, such as ``tables/numbers.csv``.
        kind: what it is, an id of the messages: ``numbers``, ``checks``, ``notebook``, ``chart`` and so on.
    """

    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the pages of one story are made of.

    Args:
        story: what people supplied.
        reports: the texts, by account; the lead account among them.
        numbers: every named number.
        quantities: every number of the lead account, in text order.
        unread: what could not be read, with reasons.
        checks: whether the numbers add up.
        findings: each statement under each baseline and reading.
        collation: what each account says beside the others.
        rates: the series of releases, per month.
        parameters: the run's parameters, by name.
        outputs: files published beside the pages.
        drawings: charts that were drawn before, as SVG, by name: ``attacks.ar.wide``.
    """

    story: Story
    reports: Mapping[str, Report]
    numbers: Mapping[str, Number]
    quantities: tuple[Quantity, ...] = ()
    unread: tuple[Unread, ...] = ()
    checks: tuple[Check, ...] = ()
    findings: tuple[Finding, ...] = ()
    collation: Collation | None = None
    rates: tuple[Rate, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    outputs: tuple[Output, ...] = ()
    drawings: Mapping[str, str] = field(default_factory=dict)

    @property
    def lead(self) -> Report:
        """The text that the story reads number by number."""
        return self.reports[self.story.lead.id]

    @property
    def baseline(self) -> str:
        """The cited figure that the comparison is made with: the run's, else the first of the story's; or empty."""
        return self.parameters.get("baseline") or next((cited.id for cited in self.story.candidates), "")

    def fact(self, number: str) -> Fact | None:
        """The lead account's fact of that name."""
        return next((fact for fact in self.story.facts if fact.id == number), None)

    def formula(self, number: str) -> Formula | None:
        """The story's formula of that name."""
        return next((formula for formula in self.story.formulas if formula.id == number), None)

    def cited(self, number: Number) -> Cited | None:
        """The figure of ``cited.toml`` that a number repeats."""
        return next((cited for cited in self.story.cited if cited.id == number.citation), None)

    def release(self, number: Number) -> Release | None:
        """The release of the series that a number repeats."""
        return next((release for release in self.story.releases if release.id == number.citation), None)

    def account(self, number: Number) -> Account | None:
        """The account that a number repeats."""
        return next((account for account in self.story.accounts if account.id == number.citation), None)

    def reading(self, number: Number) -> Reading | None:
        """The reading whose ratio a computed number is, with whichever baseline."""
        if number.status is not Status.COMPUTED:
            return None
        for reading in self.story.readings:
            plain = written(parse(reading.formula)) if reading.formula else None
            if number.formula == plain or number.id.startswith(f"{reading.id}-with-"):
                return reading
        return None

    @property
    def thresholds(self) -> tuple[Fraction, ...]:
        """What the story's statements compare ratios with, such as the 2 of "double"."""
        conditions = (parse(f"ratio {statement.holds}") for statement in self.story.statements)
        return tuple(
            node.right.value for node in conditions if isinstance(node, Binary) and isinstance(node.right, Constant)
        )

    def statement(self, name: str) -> Statement:
        """The statement of that name.

        Raises:
            StoryError: there is none.
        """
        return self._named("statements", name, {found.id: found for found in self.story.statements})

    def picture(self, name: str) -> Picture:
        """The chart of that name.

        Raises:
            StoryError: there is none.
        """
        return self._named("charts", name, {found.id: found for found in self.story.pictures})

    def label(self, number: Number) -> Words:
        """What a number is, by language; empty where nobody named it."""
        if number.status is Status.CITED:
            cited = self.cited(number)
            return cited.label if cited else {}
        named = self.fact(number.id) or self.formula(number.id)
        return named.label if named else {}

    def translation(self, number: Number, language: str) -> str:
        """Our translation of the paragraph that a reported number stands in, or nothing where there is none.

        Raises:
            StoryError: the translation has not one line for each line of the account.
        """
        file = self.story.lead.translations.get(language)
        if not file or not number.quote or number.quote.account != self.story.lead.id:
            return ""
        path = self.story.folder / file
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) != len(self.lead.text.splitlines()):
            raise StoryError(path, f"has {len(lines)} lines", f"write one for each line of {self.story.lead.file}")
        return lines[number.quote.paragraph].strip()

    def _named(self, place: str, name: str, known: Mapping[str, _T]) -> _T:
        if name not in known:
            raise StoryError(
                self.story.folder / "story.toml", f"[{place}] has no {name}", f"known: {', '.join(known) or 'none'}"
            )
        return known[name]


def outputs_of(folder: Path, notebooks: Iterable[str] = ()) -> tuple[Output, ...]:
    """The files for readers that lie in a folder of tables and charts, as they will lie beside the page.

    Args:
        folder: holds ``tables/*.csv`` and ``charts/*.png``; only what is there is named.
        notebooks: file names of executed notebooks, published in ``notebooks/``.
    """
    tables = [Output(f"tables/{path.name}", path.stem) for path in sorted((folder / "tables").glob("*.csv"))]
    tables += [Output(f"tables/{path.name}", "workbook") for path in sorted((folder / "tables").glob("*.xlsx"))]
    tables += [
        Output(f"tables/{path.name}", "package") for path in sorted((folder / "tables").glob("datapackage.json"))
    ]
    pictures = sorted((folder / "charts").glob("*.png"))
    charts = [Output(f"charts/{path.name}", "chart") for path in pictures if not path.name.startswith("social.")]
    return (*tables, *charts, *(Output(f"notebooks/{name}", "notebook") for name in sorted(notebooks)))


def drawings_of(folder: Path) -> Mapping[str, str]:
    """The charts that were drawn into a folder of tables and charts, by name; a page takes them instead of drawing."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / "charts").glob("*.svg"))}
